"""Writing reports: periods are opened, drafts kept, reports sent, returned and accepted."""

from thidua.apps.reporting.models.report import TEXT_LENGTH
from thidua.apps.reporting.services.drafts import save_draft, start_report
from thidua.apps.reporting.services.entries import NO_TEXTS, Entry, Texts
from thidua.apps.reporting.services.evidence import (
    MOST_PHOTOS,
    attach_evidence,
    remove_evidence,
)
from thidua.apps.reporting.services.papers import draft_summary
from thidua.apps.reporting.services.periods import Asked, open_period
from thidua.apps.reporting.services.review import (
    accept_additions,
    accept_report,
    receive_report,
    return_report,
)
from thidua.apps.reporting.services.sending import send_report

__all__ = [
    "MOST_PHOTOS",
    "NO_TEXTS",
    "TEXT_LENGTH",
    "Asked",
    "Entry",
    "Texts",
    "accept_additions",
    "accept_report",
    "attach_evidence",
    "draft_summary",
    "open_period",
    "receive_report",
    "remove_evidence",
    "return_report",
    "save_draft",
    "send_report",
    "start_report",
]
