"""Writing figures: the lawbook's indicators, the ledger, and the folding into totals."""

from thidua.apps.figures.services.indicators import install_indicators

__all__ = ["install_indicators"]
