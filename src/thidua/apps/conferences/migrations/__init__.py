"""Migrations of the app `conferences`."""
