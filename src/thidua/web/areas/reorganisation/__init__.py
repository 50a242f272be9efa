"""Pages of reorganisations: list, drawing up, preview with its one press."""
