"""Pages of initiatives: list and search, one with its places, entering, confirming."""
