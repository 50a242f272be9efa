"""Evidence files: kept once by content, written durably, served under their owner."""
