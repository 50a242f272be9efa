"""Conferences of the demonstration: entered, filled part by part, held, what was asked marked done."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

from thidua.apps.conferences import services
from thidua.demo.source import read
from thidua.demo.story import Event, Rank, World
from thidua.text.times import parse_time

Data = dict[str, Any]
_HEAD = ("title", "on_day", "day_unsure", "place", "note")


def conference_events(world: World) -> Iterator[Event]:
    """Yield the entry of each conference, and its being held."""
    for key, data in read("conferences").items():
        yield Event(data["entered"], Rank.ACT, partial(_enter, world, key, data))
        held: date | None = data.get("held")
        if held is not None:
            yield Event(held, Rank.ACT, partial(_hold, world, key, data))


def _enter(world: World, key: str, data: Data) -> None:
    actor = world.actor(data["by"])
    draft = services.ConferenceDraft(
        kinds=tuple(data["kinds"]),
        **{name: data[name] for name in _HEAD if name in data},
        starts_at=parse_time(data.get("starts_at", "")),
        host_id=world.units[data["host"]] if "host" in data else "",
        campaign_id=world.plans[data["plan"]] if "plan" in data else "",
        significance="\n".join(data.get("significance", ())),
    )
    made = services.plan_conference(actor=actor, unit_id=actor.unit_public_id, draft=draft)
    world.conferences[key] = made
    for version, (write, rows) in enumerate(_parts(world, data), start=1):
        write(actor=actor, conference_id=made, version=version, rows=rows)


def _parts(world: World, data: Data) -> Iterator[tuple[Callable[..., str], list[Any]]]:
    """Yield each part that the data gives, as typed."""
    if "programme" in data:
        yield services.write_programme, [_item(row) for row in data["programme"]]
    if "people" in data:
        yield services.write_people, [services.PersonDraft(**row) for row in data["people"]]
    if "pacts" in data:
        yield services.write_pacts, [_pact(world, row) for row in data["pacts"]]
    if "awards" in data:
        yield services.write_awards, [services.AwardDraft(**row) for row in data["awards"]]
    if "conclusions" in data:
        yield (
            services.write_conclusions,
            [
                services.ConclusionDraft(row["text"], world.units[row["unit"]], row.get("due_on"))
                for row in data["conclusions"]
            ],
        )


def _pact(world: World, row: Data) -> services.PactDraft:
    """Return a pact that is kept, by its key, or one that the source names by its parties alone."""
    return (
        services.PactDraft(world.pacts[row["key"]]) if "key" in row else services.PactDraft(**row)
    )


def _item(row: Data) -> services.ItemDraft:
    return services.ItemDraft(**row | {"at": parse_time(row.get("at", ""))})


def _hold(world: World, key: str, data: Data) -> None:
    services.hold_conference(
        actor=world.actor(data["by"]),
        conference_id=world.conferences[key],
        attended=data.get("attended"),
    )
