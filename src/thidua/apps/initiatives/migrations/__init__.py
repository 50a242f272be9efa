"""Schema changes of initiatives."""
