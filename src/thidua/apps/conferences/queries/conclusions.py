"""Conclusions of some conferences with the units they were given to, read in one query."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery

from thidua.apps.conferences.enums import ConferenceState
from thidua.apps.conferences.models import Conclusion
from thidua.apps.org.models import UnitName
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of


@dataclass(frozen=True)
class AssignedRow:
    """A conclusion at one unit; `may_mark` where it is the actor's own to say done."""

    public_id: str
    unit_name: str
    unit_public_id: str
    unit_id: int
    done_on: date | None
    done_name: str
    done_note: str
    may_mark: bool


@dataclass(frozen=True)
class ConclusionRow:
    """One conclusion, and what the units that it was given to have made of it."""

    public_id: str
    text: str
    due_on: date | None
    for_all: bool
    assigned: list[AssignedRow] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many units have done it."""
        return sum(one.done_on is not None for one in self.assigned)

    def concerns(self, actor: Actor) -> bool:
        """Tell whether it was given to the actor's unit."""
        return any(one.unit_id == actor.unit_id for one in self.assigned)

    def as_seen_by(self, actor: Actor) -> "ConclusionRow":
        """Return it as a unit below reads it: what others have done is not for them."""
        own = [one for one in self.assigned if one.unit_id == actor.unit_id]
        return replace(self, assigned=own)


def conclusions_of(actor: Actor, conference_ids: list[int]) -> dict[int, list[ConclusionRow]]:
    """Return the conclusions of each conference in order; units are called as on its day."""
    keeps = reach_of(actor.role, Capability.CONFERENCE_KEEP) is not None
    found: dict[int, dict[str, ConclusionRow]] = {}
    for row in _joined(conference_ids):
        rows = found.setdefault(row["conference_id"], {})
        one = rows.setdefault(
            row["public_id"],
            ConclusionRow(row["public_id"], row["text"], row["due_on"], row["for_all"]),
        )
        if row["assigned__public_id"]:
            held = row["conference__state"] == ConferenceState.HELD
            own = row["assigned__unit_id"] == actor.unit_id
            one.assigned.append(
                AssignedRow(
                    row["assigned__public_id"],
                    row["called"] or "",
                    row["unit"],
                    row["assigned__unit_id"],
                    row["assigned__done_on"],
                    row["assigned__done_name"],
                    row["assigned__done_note"],
                    may_mark=held and keeps and own,
                )
            )
    return {pk: list(rows.values()) for pk, rows in found.items()}


def _joined(conference_ids: list[int]) -> "QuerySet[Conclusion, dict[str, Any]]":
    """Return each conclusion once for every unit it was given to, and once where for none."""
    day = OuterRef("conference__on_day")
    names = UnitName.objects.filter(
        unit_id=OuterRef("assigned__unit_id"), valid_from__lte=day, valid_until__gt=day
    )
    rows = Conclusion.objects.filter(conference__in=conference_ids).annotate(
        called=Subquery(names.values("name")[:1]), unit=F("assigned__unit__public_id")
    )
    return rows.order_by("conference_id", "position", "assigned__id").values(
        "conference_id", "conference__state", "public_id", "text", "due_on", "for_all", "called",
        "unit", "assigned__public_id", "assigned__unit_id", "assigned__done_on",
        "assigned__done_name", "assigned__done_note",
    )  # fmt: skip
