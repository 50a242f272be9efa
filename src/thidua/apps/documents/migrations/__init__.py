"""Migrations of the app `documents`."""
