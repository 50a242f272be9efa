"""What the rest of the program asks about figures: indicators, totals, and what is behind them."""

from thidua.apps.figures.queries.behind import (
    Contribution,
    Opened,
    SourceRow,
    contributions,
    side_contributions,
    sources,
)
from thidua.apps.figures.queries.course import Course, course_of
from thidua.apps.figures.queries.indicators import (
    IndicatorRow,
    indicator,
    indicators_by_code,
    indicators_in_force,
    row_of,
)
from thidua.apps.figures.queries.own import own_figures, unaccepted_facts
from thidua.apps.figures.queries.summing import Told, name_and_first_day, told_of
from thidua.apps.figures.queries.totals import (
    split_totals,
    split_totals_now,
    splits_of_units,
    stored_total,
    totals_for,
    totals_of_units,
)
from thidua.domain.figures.totals import Figure, Split, View

__all__ = [
    "Contribution",
    "Course",
    "Figure",
    "IndicatorRow",
    "Opened",
    "SourceRow",
    "Split",
    "Told",
    "View",
    "contributions",
    "course_of",
    "indicator",
    "indicators_by_code",
    "indicators_in_force",
    "name_and_first_day",
    "own_figures",
    "row_of",
    "side_contributions",
    "sources",
    "split_totals",
    "split_totals_now",
    "splits_of_units",
    "stored_total",
    "told_of",
    "totals_for",
    "totals_of_units",
    "unaccepted_facts",
]
