"""Tables of figures: indicators, the ledger with its queue, the totals."""

from thidua.apps.figures.models.fact import Fact, FactQueue
from thidua.apps.figures.models.indicator import Indicator
from thidua.apps.figures.models.place import TotalPlace
from thidua.apps.figures.models.total import Total

__all__ = ["Fact", "FactQueue", "Indicator", "Total", "TotalPlace"]
