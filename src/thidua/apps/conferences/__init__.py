"""Conferences: planned with programme and guests, held, concluded, told as a news item."""
