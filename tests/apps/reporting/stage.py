"""The stage of reporting tests: a period opened for November, and short ways to act in it."""

from datetime import date

import pytest

from thidua.apps.figures.models import Indicator
from thidua.apps.figures.queries import stored_total
from thidua.apps.figures.services import install_indicators
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.reporting.models import Report
from thidua.apps.reporting.services import Asked, Entry, open_period, send_report, start_report
from thidua.base.actor import SYSTEM
from thidua.domain.figures.totals import Figure

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
ASKED = (
    Asked("doi-thoai", required=True, evidence="optional"),
    Asked("suat-qua", required=True, evidence="required"),
    Asked("tro-cap", required=False, evidence="none"),
)


@pytest.fixture
def indicators(country):
    install_indicators(actor=SYSTEM)
    return {row.code: row for row in Indicator.objects.all()}


@pytest.fixture
def november(indicators, officer):
    return open_period(actor=officer, first_day=FIRST, last_day=LAST, due_on=LAST, asked=ASKED)


@pytest.fixture
def draft(november, chair):
    """The chair's report, begun."""
    return Report.objects.get(public_id=start_report(actor=chair, period_id=november))


@pytest.fixture
def sent(draft, chair):
    """The chair's report, sent with 3 sáng kiến."""
    return send(draft, chair, **{"doi-thoai": 3, "suat-qua": 0})


def send(report, actor, **values):
    report.refresh_from_db()
    entries = {code: Entry(value) for code, value in values.items()}
    send_report(actor=actor, report_id=report.public_id, version=report.version, entries=entries)
    report.refresh_from_db()
    return report


def total(unit, indicator) -> Figure:
    fold_pending()
    return stored_total(unit.pk, indicator.pk, date(2026, 1, 1), date(2027, 1, 1))
