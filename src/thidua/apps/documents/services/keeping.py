"""Keeps a drafted paper with every number in it; belongs inside the operation that drafted it."""

from collections.abc import Iterable
from datetime import date

from thidua.apps.documents.models import Paper, PaperFigure
from thidua.apps.documents.to_domain import row_of
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.public_id import new_public_id
from thidua.domain.documents import Paper as Content
from thidua.domain.documents.stored import to_data
from thidua.domain.figures.printed import Printed
from thidua.domain.spans import DateSpan


def new_paper_id() -> str:
    """Return the id of a paper still to be drafted: its numbers carry it."""
    return new_public_id(Paper.PREFIX)


def keep_paper(
    actor: Actor,
    *,
    paper_id: str,
    unit_id: int,
    kind: str,
    title: str,
    span: DateSpan,
    cut_off: date,
    content: Content,
    figures: Iterable[Printed],
) -> Paper:
    """Write the paper and its numbers, once; nothing of it changes afterwards."""
    paper = Paper(
        public_id=paper_id,
        unit_id=unit_id,
        kind=kind,
        title=title,
        starts_on=span.valid_from,
        until=span.valid_until,
        cut_off=cut_off,
        content=to_data(content),
        made_at=clock.moment(),
        made_by=actor.user_id,
        made_name=actor.name,
    )
    paper.save(force_insert=True)
    PaperFigure.objects.bulk_create([row_of(paper, printed) for printed in figures])
    return paper
