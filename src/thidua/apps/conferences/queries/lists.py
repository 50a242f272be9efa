"""Conferences as rows: of a year, and of one plan with those of the plans right below it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.db.models.functions import ExtractYear

from thidua.apps.campaigns.models import Campaign
from thidua.apps.conferences.enums import ConferenceKind, ConferenceState
from thidua.apps.conferences.models import Conference
from thidua.apps.conferences.queries.records import described, visible_conferences
from thidua.apps.org.queries import names
from thidua.base.actor import Actor

MOST_OF_A_PLAN = 6


@dataclass(frozen=True)
class ConferenceRow:
    """One conference in a list."""

    public_id: str
    title: str
    unit_name: str
    on_day: date
    day_unsure: bool
    kinds: list[ConferenceKind]
    state: ConferenceState


def conference_years(actor: Actor) -> list[int]:
    """Return the years that have a visible conference, newest first."""
    years = visible_conferences(actor).annotate(of_year=ExtractYear("on_day"))
    return list(years.order_by("-of_year").values_list("of_year", flat=True).distinct())


def conference_rows(
    actor: Actor, start: int, limit: int, *, year: int | None = None, own: bool = False
) -> list[ConferenceRow]:
    """Return one page of the visible conferences, newest first."""
    rows = visible_conferences(actor)
    if year is not None:
        rows = rows.filter(on_day__gte=date(year, 1, 1), on_day__lt=date(year + 1, 1, 1))
    if own:
        rows = rows.filter(unit=actor.unit_id)
    found = list(rows.order_by("-on_day", "-id")[start : start + limit])
    called = names({row.unit_id for row in found})
    return [
        ConferenceRow(
            row.public_id,
            row.title,
            called[row.unit_id],
            row.on_day,
            row.day_unsure,
            [ConferenceKind(kind) for kind in row.kinds],
            ConferenceState(row.state),
        )
        for row in found
    ]


def conference_titles(actor: Actor, public_ids: list[str]) -> dict[str, str]:
    """Return the titles of those conferences that the actor may open."""
    rows = visible_conferences(actor).filter(public_id__in=public_ids)
    return dict(rows.values_list("public_id", "title"))


def conferences_of_plan(actor: Actor, campaign: Campaign) -> list[Conference]:
    """Return the conferences of a plan, the latest first, those of the plans right below behind."""
    rows = visible_conferences(actor).filter(
        Q(campaign=campaign.pk) | Q(campaign__parent=campaign.pk)
    )
    found = described(actor, rows).order_by("-on_day", "-id")[: MOST_OF_A_PLAN * 2]
    return sorted(found, key=lambda row: row.campaign_id != campaign.pk)[:MOST_OF_A_PLAN]


def offered_conferences(campaign_ids: list[int]) -> dict[int, Conference]:
    """Return the latest conference of each pilot's plan: who sees the plan is told day and place."""
    rows = Conference.objects.filter(campaign__in=campaign_ids)
    rows = rows.exclude(state=ConferenceState.CANCELLED).order_by("on_day", "id")
    return {row.campaign_id or 0: row for row in rows}
