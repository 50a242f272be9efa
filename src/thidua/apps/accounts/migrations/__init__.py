"""Migrations of the app `accounts`."""
