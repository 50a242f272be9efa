"""Migrations of the app `org`."""
