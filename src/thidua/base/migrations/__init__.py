"""Schema changes of the base."""
