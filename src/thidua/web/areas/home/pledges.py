"""What is still to be registered: by a member the own task, by a chair those of the unit's members."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.campaigns.enums import RegistrationState
from thidua.apps.campaigns.queries import OPEN_STATES
from thidua.apps.campaigns.queries.pledging import (
    Expected,
    campaigns_to_register_in,
    expected_of,
)
from thidua.apps.campaigns.queries.registrations import members_covered, own_registrations
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.registrations import Kind
from thidua.web.components import TodoItem
from thidua.web.words import days_left

_MOST_PLANS, _MOST_SHOWN = 3, 5


def is_member(actor: Actor) -> bool:
    """Tell whether the actor registers for nobody but himself."""
    enters = reach_of(actor.role, Capability.REGISTRATION_ENTER) is not None
    return enters and reach_of(actor.role, Capability.REGISTRATION_VIEW) is None


def own_tasks(actor: Actor) -> list[Any]:
    """Return what a member has registered; nothing for those who keep others' too."""
    return own_registrations(actor) if is_member(actor) else []


def shown(rows: Iterable[Any]) -> list[tuple[Any, RegistrationState]]:
    """Return the newest of them, each with its state as an official reads it."""
    return [(row, RegistrationState(row.state)) for row in list(rows)[:_MOST_SHOWN]]


def items_for(actor: Actor, own_plans: Iterable[Any], own_rows: list[Any]) -> Iterator[TodoItem]:
    """Yield what is still to be registered."""
    if is_member(actor):
        yield from _own_tasks(actor, own_rows)
    elif _keeps_members(actor):
        plans = [plan for plan in own_plans if plan.state in OPEN_STATES]
        yield from _members(actor, plans[:1])


def _keeps_members(actor: Actor) -> bool:
    """Tell whether the actor keeps the registrations of a unit of members, not of units."""
    keeps = reach_of(actor.role, Capability.REGISTRATION_KEEP) is not None
    return keeps and reach_of(actor.role, Capability.REPORT_REVIEW) is None


def _own_tasks(actor: Actor, rows: list[Any]) -> Iterator[TodoItem]:
    there = {
        row.campaign_id
        for row in rows
        if row.kind == Kind.TASK and row.state != RegistrationState.DROPPED
    }
    for plan in campaigns_to_register_in(actor)[:_MOST_PLANS]:
        if plan.pk in there:
            continue
        expected = expected_of(plan)
        if expected.each_member:
            yield TodoItem(
                sentence=_("%(plan)s: đồng chí chưa đăng ký phần việc")
                % {"plan": plan.number or plan.title},
                day_text=_due(expected),
                tone="wait",
                action_label=_("Đăng ký"),
                action_url=reverse("registrations:new", args=[plan.public_id]),
            )


def _members(actor: Actor, plans: list[Any]) -> Iterator[TodoItem]:
    for plan in plans:
        expected = expected_of(plan)
        if not expected.each_member:
            continue
        covered = members_covered(plan, actor.unit_id or 0, clock.today())
        if covered.missing:
            yield TodoItem(
                sentence=_("Mỗi đoàn viên một việc: %(there)s/%(all)s đoàn viên đã đăng ký")
                % {"there": covered.registered, "all": covered.expected},
                day_text=_due(expected),
                tone="wait",
                action_label=_("Mở và nhắc"),
                action_url=reverse("registrations:of", args=[plan.public_id]),
            )


def _due(expected: Expected) -> str:
    return days_left(clock.today(), expected.due_on) if expected.due_on else ""
