"""Tests of the Django building blocks."""
