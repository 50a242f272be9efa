"""Reporting: periods that a unit asks about, the reports of units below, their review."""
