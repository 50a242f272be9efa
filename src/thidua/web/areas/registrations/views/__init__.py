"""Views of registrations: reading, registering, acting."""
