"""Migrations of the app `figures`."""
