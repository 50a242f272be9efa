"""Monthly reports of the live year: asked for, sent with proofs, accepted or returned."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from thidua.apps.figures.queries import indicators_by_code
from thidua.apps.files.services import keep_photo
from thidua.apps.reporting.services import (
    Asked,
    Entry,
    accept_report,
    attach_evidence,
    open_period,
    return_report,
    save_draft,
    send_report,
    start_report,
)
from thidua.demo.pictures import picture
from thidua.demo.source import read
from thidua.demo.story import Event, Rank, World

# A report that was just begun; nobody else has it open.
_FIRST_VERSION = 1


def report_events(world: World) -> Iterator[Event]:
    """Yield every period, every report and what the superior made of it."""
    data = read("reports_2026")
    for month in range(1, data["months"] + 1):
        first = date(data["year"], month, 1)
        yield Event(first, Rank.ACT, partial(_open, world, data, first))
        for unit, given in data["units"].items():
            if month <= len(given["figures"]):
                yield from _report_events(world, data, unit, first)
    for unit, given in data["units"].items():
        if begun := given.get("begun"):
            yield Event(begun["day"], Rank.ACT, partial(_begin, world, data, unit))


def _report_events(world: World, data: dict[str, Any], unit: str, first: date) -> Iterator[Event]:
    given, month = data["units"][unit], first.month
    sent_on = given.get("late", {}).get(month) or first.replace(day=given["sent_day"])
    yield Event(sent_on, Rank.ACT, partial(_send, world, data, unit, month))
    back = given.get("returned", {}).get(month)
    if back:
        yield Event(back["day"], Rank.ACT, partial(_return, world, data, unit, month))
    elif month not in given.get("waiting", ()):
        review_on = first.replace(month=month + 1, day=data["review_day"])
        yield Event(review_on, Rank.ACT, partial(_accept, world, data, unit, month))


def _open(world: World, data: dict[str, Any], first: date) -> None:
    codes = [*data["derived"], *data["indicators"]]
    standard = indicators_by_code(codes)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    world.periods[first.month] = open_period(
        actor=world.actor(data["asker"]),
        first_day=first,
        last_day=last,
        due_on=last,
        asked=tuple(
            Asked(code, standard[code].required, standard[code].evidence) for code in codes
        ),
    )


def _begin(world: World, data: dict[str, Any], unit: str) -> None:
    given = data["units"][unit]
    actor, begun = world.actor(given["by"]), given["begun"]
    report = start_report(actor=actor, period_id=world.periods[begun["month"]])
    known = indicators_by_code(begun["figures"])
    save_draft(
        actor=actor,
        report_id=report,
        version=_FIRST_VERSION,
        entries={
            code: Entry(value)
            for code, value in begun["figures"].items()
            if not known[code].derived
        },
    )


def _send(world: World, data: dict[str, Any], unit: str, month: int) -> None:
    given = data["units"][unit]
    actor = world.actor(given["by"])
    report = start_report(actor=actor, period_id=world.periods[month])
    world.reports[unit, month] = report
    proven = given.get("photos", {}).get(month)
    if proven:
        _attach(world, given["by"], report, proven, month)
    values = dict(zip(data["indicators"], given["figures"][month - 1], strict=True))
    typed = [code for code, row in indicators_by_code(values).items() if not row.derived]
    send_report(
        actor=actor,
        report_id=report,
        version=_FIRST_VERSION,
        entries={code: Entry(values[code]) for code in typed},
    )


def _attach(world: World, by: str, report: str, indicator: str, month: int) -> None:
    name = f"minh-chung-thang-{month}.jpg"
    attach_evidence(
        actor=world.actor(by),
        report_id=report,
        photos=[keep_photo(uploaded_name=name, data=picture(month))],
        indicator=indicator,
        caption="Ảnh minh họa",
    )


def _return(world: World, data: dict[str, Any], unit: str, month: int) -> None:
    return_report(
        actor=world.actor(data["asker"]),
        report_id=world.reports[unit, month],
        reason=data["units"][unit]["returned"][month]["reason"],
    )


def _accept(world: World, data: dict[str, Any], unit: str, month: int) -> None:
    accept_report(actor=world.actor(data["asker"]), report_id=world.reports[unit, month])
