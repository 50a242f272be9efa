"""Pacts and registrations of the demonstration: each runs through the days its data gives it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from thidua.apps.campaigns.services.fulfilling import (
    confirm_registration,
    drop_registration,
    finish_registration,
    verify_registration,
)
from thidua.apps.campaigns.services.pacts import (
    CommitmentDraft,
    PactDraft,
    PartyDraft,
    attach_scan,
    draft_pact,
    sign_pact,
)
from thidua.apps.campaigns.services.registering import (
    RegistrationDraft,
    register,
    set_registration_rule,
)
from thidua.apps.files.services import KeptPhoto, keep_photo
from thidua.demo.pictures import picture
from thidua.demo.source import read
from thidua.demo.story import Event, Rank, World

Data = dict[str, Any]
_TYPED = (
    "kind", "text", "name", "subject", "goal", "finish_by", "people", "plaque_on", "plaque_place",
    "plaque_text",
)  # fmt: skip


def pledge_events(world: World) -> Iterator[Event]:
    """Yield the rules, the pacts and the registrations, step by step."""
    data = read("pledges")
    for plan, rule in data["rules"].items():
        yield Event(rule["day"], Rank.ACT, partial(_rule, world, plan, rule))
    for given in data["pacts"]:
        yield from _steps(world, given, _PACT_STEPS)
    for given in data["registrations"]:
        yield from _steps(world, given, _REGISTRATION_STEPS)


def _steps(
    world: World, given: Data, steps: dict[str, Callable[[World, Data], None]]
) -> Iterator[Event]:
    for step, run in steps.items():
        if step in given:
            yield Event(given[step], Rank.ACT, partial(run, world, given))


def _rule(world: World, plan: str, rule: Data) -> None:
    asked = {key: value for key, value in rule.items() if key not in ("day", "by")}
    actor = world.actor(rule["by"])
    set_registration_rule(actor=actor, campaign_id=world.plans[plan], **asked)


def _draft(world: World, given: Data) -> None:
    actor = world.actor(given["by"])
    parties = (dict(party) for party in given["parties"])
    pact = PactDraft(
        title=given["title"],
        kind=given["kind"],
        place=given.get("place", ""),
        note=given.get("note", ""),
        signed_on=given.get("signed"),
        parties=tuple(
            PartyDraft(unit_id=world.units[unit] if unit else "", **party)
            for party in parties
            for unit in [party.pop("unit", "")]
        ),
        commitments=tuple(CommitmentDraft(**row) for row in given["commitments"]),
    )
    place = {"unit_id": actor.unit_public_id, "campaign_id": world.plans[given["plan"]]}
    given["id"] = draft_pact(actor=actor, **place, pact=pact)
    if "key" in given:
        world.pacts[given["key"]] = given["id"]


def _sign(world: World, given: Data) -> None:
    actor = world.actor(given["by"])
    sign_pact(actor=actor, pact_id=given["id"])
    if "scan" in given:
        attach_scan(actor=actor, pact_id=given["id"], photos=[_photo(given["scan"])])


def _register(world: World, given: Data) -> None:
    actor = world.actor(given["by"])
    typed = {key: given[key] for key in _TYPED if key in given}
    given["id"] = register(
        actor=actor,
        unit_id=actor.unit_public_id,
        campaign_id=world.plans[given["plan"]],
        registration=RegistrationDraft(**typed),
        photos=[_photo(given["list"])] if "list" in given else [],
    )


def _keeper(world: World, given: Data) -> Data:
    """Return who acts for the unit, and on what: a member's registration is kept by the chair."""
    by = given["keeper"] if "keeper" in given else given["by"]
    return {"actor": world.actor(by), "registration_id": given["id"]}


def _confirm(world: World, given: Data) -> None:
    confirm_registration(**_keeper(world, given))


def _finish(world: World, given: Data) -> None:
    finish_registration(
        actor=world.actor(given["by"]),
        registration_id=given["id"],
        result=given["result"],
        photos=[_photo(given["photo"])],
        people_done=given.get("people_done"),
    )


def _verify(world: World, given: Data) -> None:
    verify_registration(**_keeper(world, given))


def _drop(world: World, given: Data) -> None:
    drop_registration(**_keeper(world, given), reason=given["reason"])


def _photo(number: int) -> KeptPhoto:
    return keep_photo(uploaded_name=f"anh-minh-hoa-{number}.jpg", data=picture(number))


_PACT_STEPS: dict[str, Callable[[World, Data], None]] = {"day": _draft, "signed": _sign}
_REGISTRATION_STEPS: dict[str, Callable[[World, Data], None]] = {
    "day": _register,
    "confirm": _confirm,
    "done": _finish,
    "verify": _verify,
    "drop": _drop,
}
