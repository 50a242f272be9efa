"""Fixtures of conference tests, by import."""

from tests.apps.conferences.stage import conference, held

__all__ = ["conference", "held"]
