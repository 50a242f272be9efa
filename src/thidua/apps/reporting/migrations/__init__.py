"""Migrations of the app `reporting`."""
