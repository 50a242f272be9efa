"""Fixtures of the campaign tests."""

from tests.apps.reporting.stage import indicators

__all__ = ["indicators"]
