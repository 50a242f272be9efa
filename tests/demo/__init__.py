"""The demonstration, loaded through services."""
