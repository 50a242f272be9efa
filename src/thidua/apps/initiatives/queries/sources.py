"""Initiatives as what is behind a figure: what a row is called, and its decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.apps.initiatives.scoping import visible
from thidua.base.actor import Actor


@dataclass(frozen=True)
class SourceLine:
    """The title of an initiative, and number and day of the decision that recognised it."""

    title: str
    number: str
    recognised_on: date | None


def initiative_sources(actor: Actor, public_ids: Iterable[str]) -> dict[str, SourceLine]:
    """Return those of these initiatives that the actor may open, by public id."""
    rows = visible(actor).filter(public_id__in=list(public_ids))
    return {
        row.public_id: SourceLine(row.title, row.recognition_no, row.recognised_on)
        for row in rows.only("public_id", "title", "recognition_no", "recognised_on")
    }
