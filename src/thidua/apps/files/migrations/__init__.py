"""Migrations of the app `files`."""
