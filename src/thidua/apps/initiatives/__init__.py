"""Initiatives (sáng kiến): entered with their recognition, confirmed by the union, counted once."""
