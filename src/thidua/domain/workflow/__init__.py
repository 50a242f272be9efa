"""States and steps of everything that has a life, as tables anyone can read."""
