"""Views of pacts: reading, writing, acting."""
