"""Targets beside what has been reached, for a unit and for its direct units."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from thidua.apps.campaigns.enums import CampaignState
from thidua.apps.campaigns.models import Campaign, Target
from thidua.apps.campaigns.queries.plans import OPEN_STATES, campaign_day
from thidua.apps.figures.queries import Figure, split_totals, splits_of_units
from thidua.apps.org.queries import UnitRow, direct_units
from thidua.domain.spans import DateSpan


@dataclass(frozen=True)
class TargetLine:
    """One target beside what has been reached."""

    indicator_code: str
    indicator_name: str
    measure: str
    target: int
    illustrative: bool
    published: str
    figure: Figure
    # How much of the figure came along the side line (trong đó, theo ngành).
    by_side: Figure


@dataclass(frozen=True)
class Standing:
    """A campaign that is on, the day its figures are cut off, and its targets with results."""

    campaign: Campaign
    cut_off: date
    lines: list[TargetLine]


@dataclass(frozen=True)
class TargetCell:
    """Target and result of one direct unit for one indicator."""

    code: str
    target: int | None
    figure: Figure
    by_side: Figure


@dataclass(frozen=True)
class TargetRow:
    """One direct unit with its cells, in the order of the table's heads."""

    unit: UnitRow
    cells: list[TargetCell]


@dataclass(frozen=True)
class TargetTable:
    """Heads (name, measure) and rows of the direct units."""

    heads: list[tuple[str, str]]
    rows: list[TargetRow]


def targets_of(campaign: Campaign) -> list[Target]:
    """Return all targets of a campaign, of the own unit and of direct units, by indicator."""
    rows = Target.objects.filter(campaign=campaign).select_related("indicator")
    return list(rows.order_by("indicator__position", "id"))


def target_lines(campaign: Campaign, targets: list[Target] | None = None) -> list[TargetLine]:
    """Return the targets of a campaign's own unit beside what the unit has reached.

    `targets` are those of `targets_of`, for a page that shows the table too.
    """
    found = targets_of(campaign) if targets is None else targets
    return _lines(campaign, [target for target in found if target.unit_id == campaign.unit_id])


def newest_standing(campaigns: list[Campaign]) -> Standing | None:
    """Return the first of these campaigns that is on and has targets, with its lines."""
    on = [campaign for campaign in campaigns if campaign.state in OPEN_STATES]
    targets: dict[int, list[Target]] = {}
    for target in _own_targets(on):
        targets.setdefault(target.campaign_id, []).append(target)
    for campaign in on:
        if campaign.pk in targets:
            return Standing(
                campaign, campaign_day(campaign), _lines(campaign, targets[campaign.pk])
            )
    return None


def _own_targets(campaigns: list[Campaign]) -> "QuerySet[Target]":
    rows = Target.objects.filter(campaign__in=campaigns, unit=F("campaign__unit"))
    return rows.select_related("indicator").order_by("indicator__position")


def _lines(campaign: Campaign, targets: list[Target]) -> list[TargetLine]:
    whole = DateSpan(campaign.starts_on, campaign.until)
    figures = split_totals(campaign.unit_id, [target.indicator_id for target in targets], [whole])
    return [
        TargetLine(
            target.indicator.code,
            target.indicator.name,
            target.indicator.measure,
            target.value,
            target.illustrative,
            target.published,
            figures[target.indicator_id][whole].total,
            figures[target.indicator_id][whole].by_side,
        )
        for target in targets
    ]


def target_values(campaign: Campaign, unit_id: int) -> dict[str, int]:
    """Return the targets of one unit in a campaign, by indicator code."""
    rows = Target.objects.filter(campaign=campaign, unit=unit_id)
    return dict(rows.values_list("indicator__code", "value"))


def table_below(campaign: Campaign, targets: list[Target] | None = None) -> TargetTable:
    """Return targets and results of the direct units that were given the plan, one row each."""
    found = targets_of(campaign) if targets is None else targets
    indicators = list(dict.fromkeys(target.indicator for target in found))
    asked = {(t.unit_id, t.indicator_id): t.value for t in found if t.unit_id != campaign.unit_id}
    units = direct_units(campaign.unit_id, campaign_day(campaign))
    if campaign.state != CampaignState.DRAFT:
        given = set(campaign.directives.values_list("unit", flat=True))
        given |= {unit for unit, _ in asked}
        units = [unit for unit in units if unit.id in given]
    figures = splits_of_units(
        [unit.id for unit in units],
        [indicator.pk for indicator in indicators],
        DateSpan(campaign.starts_on, campaign.until),
    )
    rows = [
        TargetRow(
            unit,
            [
                TargetCell(
                    i.code,
                    asked.get((unit.id, i.pk)),
                    figures[unit.id, i.pk].total,
                    figures[unit.id, i.pk].by_side,
                )
                for i in indicators
            ],
        )
        for unit in units
    ]
    return TargetTable([(i.name, i.measure) for i in indicators], rows if indicators else [])


def targets_given(campaign: Campaign, unit_id: int | None) -> list[Target]:
    """Return what a campaign asks of one direct unit."""
    rows = Target.objects.filter(campaign=campaign, unit=unit_id).select_related("indicator")
    return list(rows.order_by("indicator__position"))
