"""Views of reorganisations: reading, drawing up, carrying out."""
