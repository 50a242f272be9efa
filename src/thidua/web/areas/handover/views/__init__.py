"""Views of handover: what the one who comes finds, and handing a post over."""
