"""Plans of the demonstration: written, launched, handed down, received, closed, day by day."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from thidua.apps.campaigns.queries import directives_waiting
from thidua.apps.campaigns.services.drafting import draft_campaign
from thidua.apps.campaigns.services.launching import (
    close_campaign,
    launch_campaign,
    start_campaign,
)
from thidua.apps.campaigns.services.receiving import receive_directive
from thidua.apps.campaigns.services.targets import set_targets
from thidua.base.actor import SYSTEM, Actor
from thidua.demo.drafts import plan_of
from thidua.demo.source import read
from thidua.demo.story import Event, Rank, World

Step = dict[str, Any]


def plan_events(world: World) -> Iterator[Event]:
    """Yield every step of every plan."""
    files = ("plans_past", "plans_2021", "plans_2022", "plans_2026")
    data: dict[str, Step] = {key: plan for name in files for key, plan in read(name).items()}
    for step in read("steps"):
        act = partial(_ACTS[step["do"]], world, data, step)
        yield Event(step["day"], Rank.ACT, act)


def _draft(world: World, data: Mapping[str, Step], step: Step) -> None:
    actor, key = world.actor(step["by"]), step["plan"]
    answers = data[key].get("answers")
    world.plans[key] = draft_campaign(
        actor=actor,
        unit_id=world.units[data[key]["unit"]],
        plan=plan_of(key, data),
        directive_id=_directive(world, actor, answers) if answers else "",
    )


def _target(world: World, data: Mapping[str, Step], step: Step) -> None:
    for unit, values in data[step["plan"]]["targets"].items():
        set_targets(
            actor=world.actor(step["by"]),
            campaign_id=world.plans[step["plan"]],
            unit_id=world.units[unit],
            values=values,
            illustrative=True,
            published=data[step["plan"]].get("published", {}).get(unit, ""),
        )


def _launch(world: World, _data: Mapping[str, Step], step: Step) -> None:
    launch_campaign(
        actor=world.actor(step["by"]),
        campaign_id=world.plans[step["plan"]],
        unit_ids=tuple(world.units[key] for key in step["to"]) if "to" in step else None,
        pilot_ids=tuple(world.units[key] for key in step.get("pilot", ())),
    )


def _receive(world: World, _data: Mapping[str, Step], step: Step) -> None:
    actor = world.actor(step["by"])
    receive_directive(actor=actor, directive_id=_directive(world, actor, step["plan"]))


def _start(world: World, _data: Mapping[str, Step], step: Step) -> None:
    start_campaign(actor=SYSTEM, campaign_id=world.plans[step["plan"]])


def _close(world: World, _data: Mapping[str, Step], step: Step) -> None:
    close_campaign(actor=world.actor(step["by"]), campaign_id=world.plans[step["plan"]])


def _directive(world: World, actor: Actor, plan: str) -> str:
    """Return what the actor's unit was given of a plan."""
    given = [d for d in directives_waiting(actor) if d.campaign.public_id == world.plans[plan]]
    return given[0].public_id


_ACTS: dict[str, Callable[[World, Mapping[str, Step], Step], None]] = {
    "draft": _draft,
    "target": _target,
    "launch": _launch,
    "receive": _receive,
    "start": _start,
    "close": _close,
}
