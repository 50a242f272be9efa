"""Views of initiatives: the list, one, entering, what the union decides."""
