"""Drafts the report that sums a period up, and keeps it with every number in it."""

from datetime import date

from thidua.apps.documents.enums import PaperKind
from thidua.apps.documents.services import keep_paper, new_paper_id
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.org.papers import letterhead
from thidua.apps.org.queries import unit_by_public_id
from thidua.apps.reporting.papers import Texts, summing_up
from thidua.apps.reporting.queries.notes import texts_of
from thidua.apps.reporting.queries.summary import summary_of
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Invalid
from thidua.domain.figures.periods import custom_span, period_words
from thidua.domain.spans import DateSpan


def _texts(unit_id: int, span: DateSpan) -> Texts:
    written = texts_of(unit_id, span)
    if written is None:
        return Texts()
    return Texts(written.highlights, written.difficulties, written.requests)


def _unit(*, unit_id: str, **_: object) -> int:
    return unit_by_public_id(unit_id).pk


@operation(Capability.REPORT_FILL, unit_of=_unit)
def draft_summary(*, actor: Actor, unit_id: str, first_day: date, last_day: date) -> str:
    """Draft the report of a period from what is recorded now; return the public id of the paper."""
    span = custom_span(first_day, last_day)
    if span.valid_from > clock.today():
        raise Invalid("reports.period_future", starts_on=span.valid_from)
    unit = unit_by_public_id(unit_id)
    paper_id = new_paper_id()
    # A paper keeps its numbers: what was written a moment ago belongs to them.
    while fold_pending():
        pass
    summary = summary_of(unit.pk, span)
    content, figures = summing_up(
        paper_id, letterhead(unit, summary.cut_off), _texts(unit.pk, span), summary
    )
    paper = keep_paper(
        actor,
        paper_id=paper_id,
        unit_id=unit.pk,
        kind=PaperKind.REPORT,
        title=f"Báo cáo kết quả phong trào thi đua {period_words(span)}",
        span=span,
        cut_off=summary.cut_off,
        content=content,
        figures=figures,
    )
    note(subject=paper, period=period_words(span), figures=len(figures))
    return paper.public_id
