"""Choosing the day that is looked at."""
