"""Fixtures of the reporting tests."""

from tests.apps.reporting.stage import draft, indicators, november, sent

__all__ = ["draft", "indicators", "november", "sent"]
