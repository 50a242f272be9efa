"""From kept rows to the values of the domain, and back."""

from typing import Any

from thidua.apps.documents.models import Paper, PaperFigure
from thidua.domain.documents import Paper as Content
from thidua.domain.documents.stored import from_data
from thidua.domain.figures.printed import Of, Origin, Printed
from thidua.domain.spans import DateSpan


def content_of(paper: Paper) -> Content:
    """Return the paper as it was drafted."""
    return from_data(paper.content)


def figures_of(paper: Paper) -> list[Printed]:
    """Return the numbers of a paper in their order."""
    return [printed_of(row) for row in paper.figures.all()]


def printed_of(row: PaperFigure) -> Printed:
    """Return a printed number with its origins."""
    base_origin = None
    if row.base_of and row.base_starts_on and row.base_until:
        span = DateSpan(row.base_starts_on, row.base_until)
        base_origin = Origin(Of(row.base_of), row.unit_id, span, row.base_code)
    return Printed(
        number=row.number,
        label=row.label,
        measure=row.measure,
        value=row.value,
        origin=Origin(Of(row.of), row.unit_id, DateSpan(row.starts_on, row.until), row.code),
        base=row.base,
        base_origin=base_origin,
        note=row.note,
    )


def row_of(paper: Paper, printed: Printed) -> PaperFigure:
    """Return the row that keeps a printed number."""
    return PaperFigure(
        paper=paper,
        number=printed.number,
        label=printed.label,
        measure=printed.measure,
        note=printed.note,
        value=printed.value,
        unit_id=printed.origin.unit_id,
        of=printed.origin.of,
        code=printed.origin.code,
        starts_on=printed.origin.span.valid_from,
        until=printed.origin.span.valid_until,
        **_base(printed),
    )


def _base(printed: Printed) -> dict[str, Any]:
    origin = printed.base_origin
    if printed.base is None or origin is None:
        return {}
    return {
        "base": printed.base,
        "base_of": origin.of,
        "base_code": origin.code,
        "base_starts_on": origin.span.valid_from,
        "base_until": origin.span.valid_until,
    }
