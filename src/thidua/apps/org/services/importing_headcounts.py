"""A file of headcounts, planned: which numbers begin on which day, and what they replace."""

from dataclasses import dataclass, replace
from datetime import date

from thidua.apps.org.services import importing_known as recorded
from thidua.apps.org.services.describing import check_counts
from thidua.apps.org.services.importing_known import Known, Standing
from thidua.apps.org.services.importing_names import match_key
from thidua.apps.org.services.importing_plan import (
    LEAVE_OUT,
    Answers,
    Candidate,
    Change,
    Firsts,
    Line,
    Plan,
    Verdict,
    count,
    text,
)
from thidua.apps.org.sheets import HEADCOUNTS
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.errors import Conflict, DomainError, Invalid
from thidua.domain.spans import OPEN_END
from thidua.office.sheets import Read, Row
from thidua.text.numbers import group
from thidua.text.unicode import clean_line

COUNTS = ("members", "workers", "women")


@dataclass(frozen=True)
class CountLine(Line):
    """One row of a file of headcounts."""

    code: str = ""
    on: date = OPEN_END
    members: int | None = None
    workers: int | None = None
    women: int | None = None
    unit_id: int | None = None


def plan_headcounts(actor: Actor, read: Read, answers: Answers) -> Plan[CountLine]:
    """Hold each row against what is recorded; write nothing."""
    codes = {_code(row) for row in read.rows} - {""}
    known = recorded.known_by_code(actor, codes)
    managed = [unit.id for unit in known.values() if unit.managed]
    standing = recorded.standing_of(managed, clock.today())
    last = recorded.last_counts(managed)
    plan = Plan[CountLine](read.log.copy())
    firsts = Firsts()
    decided: dict[int, CountLine] = {}
    # Day by day, so that each row of a unit is held against the one before it.
    for line, row in sorted(((_line(row), row) for row in read.rows), key=lambda pair: pair[0].on):
        found = replace(line, verdict=Verdict.WRONG)
        try:
            if row.number not in plan.log:
                found = _decided(line, known.get(line.code), standing, last, firsts)
                found = _asked(found, text(row, "name"), known, standing, answers)
        except DomainError as refusal:
            plan.log.add(row.number, getattr(refusal, "field", None) or "", refusal)
        if found.verdict in {Verdict.NEW, Verdict.CHANGED} and found.unit_id:
            last[found.unit_id] = recorded.Counted(
                found.on, found.members or 0, found.workers, found.women
            )
        decided[row.number] = found
    plan.lines = [decided[row.number] for row in read.rows]
    return plan


def _code(row: Row) -> str:
    return clean_line(text(row, "code")).upper()


def _line(row: Row) -> CountLine:
    on = row.values.get("on")
    return CountLine(
        row.number,
        text(row, "name") or _code(row),
        Verdict.NEW,
        code=_code(row),
        on=on if isinstance(on, date) else OPEN_END,
        members=count(row, "members"),
        workers=count(row, "workers"),
        women=count(row, "women"),
    )


def _decided(
    line: CountLine,
    known: Known | None,
    standing: dict[int, Standing],
    last: dict[int, recorded.Counted],
    firsts: Firsts,
) -> CountLine:
    if known is None or not known.viewed:
        raise Invalid("sheets.unit_unknown", field="code", code=line.code)
    if not known.managed:
        raise Invalid("sheets.not_reached", field="code", code=line.code)
    line = replace(line, unit_id=known.id)
    if (line.members, line.workers, line.women) == (None, None, None):
        return replace(line, verdict=Verdict.LEFT_OUT)
    if line.members is None:
        title = HEADCOUNTS.column("members").title
        raise Invalid("sheets.required", field="members", title=title)
    firsts.once((known.id, line.on), line.number, line.code)
    check_counts(line.members, line.workers, line.women)
    if not standing[known.id].lives_on(line.on):
        raise Conflict("org.not_living", unit=standing[known.id].name, day=line.on)
    held = last.get(known.id)
    if held is not None and held.since > line.on:
        raise Conflict("org.later_change", day=line.on, later=held.since)
    changes = _changes(line, held)
    if not changes:
        return replace(line, verdict=Verdict.SAME)
    verdict = Verdict.CHANGED if held else Verdict.NEW
    return replace(line, verdict=verdict, changes=changes if held else ())


def _changes(line: CountLine, held: recorded.Counted | None) -> tuple[Change, ...]:
    found = []
    for key in COUNTS:
        before, after = getattr(held, key, None), getattr(line, key)
        if after not in {None, before}:
            shown = "" if before is None else group(before)
            found.append(Change(HEADCOUNTS.column(key).title, shown, group(after)))
    return tuple(found)


def _asked(
    line: CountLine,
    name: str,
    known: dict[str, Known],
    standing: dict[int, Standing],
    answers: Answers,
) -> CountLine:
    """Ask about a row whose code is one unit's and whose name is like no name of it."""
    unit = known[line.code]
    held = standing[unit.id].name
    if line.verdict is Verdict.LEFT_OUT or not name or match_key(name) == match_key(held):
        return line
    candidate = Candidate(unit.public_id, held, unit.code)
    line = replace(line, candidates=(candidate,), may_be_new=False)
    answer = answers.get(line.number, "")
    if answer == LEAVE_OUT:
        return replace(line, verdict=Verdict.LEFT_OUT)
    return line if answer == unit.public_id else replace(line, verdict=Verdict.ASKED)
