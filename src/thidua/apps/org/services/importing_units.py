"""A file of units, planned: what is new and where it would stand, what changes, what cannot be."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from thidua.apps.org.enums import Line as TreeLine
from thidua.apps.org.models import Unit
from thidua.apps.org.models.unit import CODE_LENGTH
from thidua.apps.org.services import checks
from thidua.apps.org.services import importing_known as recorded
from thidua.apps.org.services.checks import CODE_FORM
from thidua.apps.org.services.describing import check_counts
from thidua.apps.org.services.importing_existing import UnitLine, compare
from thidua.apps.org.services.importing_known import Known
from thidua.apps.org.services.importing_names import match_key
from thidua.apps.org.services.importing_plan import (
    AS_NEW,
    LEAVE_OUT,
    Answers,
    Candidate,
    Firsts,
    Plan,
    Verdict,
    count,
    text,
)
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.errors import Conflict, DomainError, Invalid
from thidua.domain.spans import OPEN_END
from thidua.lawbook.kinds import unit_kinds
from thidua.office.sheets import Read, Row
from thidua.text.unicode import clean_line

_MOST_CANDIDATES = 5
# Checks of single acts name some fields otherwise than the columns are called.
_COLUMNS = {"women": "members", "workers": "members"}


def plan_units(actor: Actor, read: Read, answers: Answers) -> Plan[UnitLine]:
    """Hold each row against what is recorded and against the rows before; write nothing."""
    return _Planner(actor, read, answers).run()


@dataclass(frozen=True)
class _Above:
    """A superior, recorded or a row of the same file: what a unit under it must fit."""

    kind: str
    name: str
    code: str
    first: date
    end: date
    unit_id: int | None
    line_up: frozenset[int]


class _Planner:
    """Everything that the rows of one file are held against, and what was decided on them."""

    def __init__(self, actor: Actor, read: Read, answers: Answers) -> None:
        self.today, self.answers, self.read = clock.today(), answers, read
        self.log, self.firsts = read.log.copy(), Firsts()
        named = {code for row in read.rows for code in _codes(row) if code}
        self.known = recorded.known_by_code(actor, named)
        self.codes = {_codes(row)[0] for row in read.rows}
        parents = {
            self.known[code].id for row in read.rows if (code := _codes(row)[1]) in self.known
        }
        keys = {match_key(text(row, "name")) for row in read.rows}
        self.alike = recorded.beside_by_key(parents, keys, self.today)
        twins = {one.id for group in self.alike.values() for one in group}
        self.by_id = {unit.id: unit for unit in self.known.values()}
        self.by_id |= recorded.known_by_id(actor, twins - self.by_id.keys())
        self.standing = recorded.standing_of(self.by_id, self.today)
        self.by_public_id = {unit.public_id: unit for unit in self.by_id.values()}
        sides = any(side for *_, side in map(_codes, read.rows))
        self.lines_up = recorded.lines_up(parents, self.today) if sides else {}
        self.drafts: dict[str, UnitLine] = {}
        self.decided: dict[int, UnitLine] = {}
        self.deciding: set[int] = set()
        self.rows_alike: dict[tuple[str, str], UnitLine] = {}
        self.rows_up: dict[int, frozenset[int]] = {}

    def run(self) -> Plan[UnitLine]:
        """Read every row, then decide on each, superiors before those under them."""
        drafts = [self._draft(row) for row in self.read.rows]
        lines = [self._decide(draft) for draft in drafts]
        return Plan(self.log, lines)

    def _draft(self, row: Row) -> UnitLine:
        """Return a row as it is written, or as wrong where it cannot be read."""
        code, parent, side = _codes(row)
        line = UnitLine(
            row.number, text(row, "name") or code, Verdict.NEW, code=code, parent=parent, side=side
        )
        self.drafts.setdefault(code, self._wrong(line))
        if row.number in self.log:
            return self._unread(line)
        on = row.values["on"]
        try:
            _check_code(code)
            self.firsts.once(code, row.number, code)
            title = checks.clean_name(text(row, "name"), text(row, "short_name"), code)
            check_counts(count(row, "members") or 0, None, None)
        except DomainError as refusal:
            return self._wrong(line, refusal)
        line = replace(
            line,
            title=title,
            kind=text(row, "kind"),
            sector=text(row, "sector"),
            on=on if isinstance(on, date) else OPEN_END,
            members=count(row, "members"),
        )
        self.drafts[code] = line
        return line

    def _unread(self, line: UnitLine) -> UnitLine:
        """Return a row with cells that cannot be read; name unknown codes too, to spare a second round."""
        for key, code in (("parent", line.parent), ("side", line.side)):
            known = self.known.get(code)
            if code and code not in self.codes and not (known and known.viewed):
                refusal = Invalid("sheets.unit_unknown", field=key, code=code)
                self.log.add(line.number, key, refusal)
        return self._wrong(line)

    def _decide(self, draft: UnitLine) -> UnitLine:
        """Return the row with its verdict; a superior in the same file is decided on first."""
        if draft.verdict is Verdict.WRONG:
            return draft
        if draft.number not in self.decided:
            self.deciding.add(draft.number)
            try:
                known = self.known.get(draft.code)
                self.decided[draft.number] = (
                    self._existing(draft, known) if known else self._new(draft)
                )
            except DomainError as refusal:
                self.decided[draft.number] = self._wrong(draft, refusal)
            self.deciding.discard(draft.number)
        return self.decided[draft.number]

    def _existing(self, line: UnitLine, known: Known) -> UnitLine:
        if not known.managed:
            raise Invalid("org.code_taken", field="code", code=line.code)
        self.firsts.once(known.id, line.number, known.code)
        changes = compare(line, known, self.standing[known.id], self.today)
        self._check_new_name(line, known)
        short = line.title["short_name"] or self.standing[known.id].short_name
        title = checks.clean_name(line.name, short, known.code) if changes else line.title
        verdict = Verdict.CHANGED if changes else Verdict.SAME
        return replace(line, verdict=verdict, changes=changes, unit_id=known.id, title=title)

    def _check_new_name(self, line: UnitLine, known: Known) -> None:
        """Refuse a name that a unit beside bears already."""
        if line.named_alike:
            return
        main = self.standing[known.id].main
        same = self.alike.get((main or 0, match_key(line.name)), [])
        if any(one.name == line.name and one.id != known.id for one in same):
            raise Conflict("org.name_taken", name=line.name)

    def _new(self, line: UnitLine) -> UnitLine:
        above = self._above(line)
        kind = checks.kind_on(line.kind, line.on)
        checks.fits_under(kind, _of_kind(above.kind), TreeLine.MAIN)
        _check_life(above, line.on)
        line = replace(line, above=above.unit_id, parent=above.code)
        self.rows_up[line.number] = above.line_up
        if line.side:
            line = replace(line, beside=self._beside(line, above))
        return self._unless_alike(line, above)

    def _above(self, line: UnitLine) -> _Above:
        known, draft = self.known.get(line.parent), self.drafts.get(line.parent)
        if known is None and draft is not None:
            return self._above_in_file(draft)
        if known is None or not known.viewed:
            raise Invalid("sheets.unit_unknown", field="parent", code=line.parent)
        if not known.managed:
            raise Invalid("sheets.not_reached", field="parent", code=line.parent)
        return self._recorded(known)

    def _above_in_file(self, draft: UnitLine) -> _Above:
        if draft.number in self.deciding:
            raise Conflict("tree.cycle")
        line = self._decide(draft)
        if line.verdict in {Verdict.WRONG, Verdict.LEFT_OUT}:
            raise Invalid("sheets.parent_wrong", field="parent", row=line.number)
        if line.unit_id is not None:
            return self._recorded(self.by_id[line.unit_id])
        up = self.rows_up[line.number]
        return _Above(line.kind, line.name, line.code, line.on, OPEN_END, None, up)

    def _recorded(self, known: Known) -> _Above:
        held = self.standing[known.id]
        up = frozenset({known.id, *self.lines_up.get(known.id, ())})
        return _Above(known.kind, held.name, known.code, held.founded, held.ends, known.id, up)

    def _beside(self, line: UnitLine, above: _Above) -> int:
        """Return the superior of the side line; it must be recorded, be seen, live and fit."""
        known = self.known.get(line.side)
        if known is None or not known.viewed:
            raise Invalid("sheets.unit_unknown", field="side", code=line.side)
        side = self._recorded(known)
        checks.fits_under(unit_kinds()[line.kind], _of_kind(side.kind), TreeLine.SIDE)
        _check_life(side, line.on)
        if known.id in above.line_up:
            raise Invalid("org.side_on_main_line", field="side", parent=side.name)
        return known.id

    def _unless_alike(self, line: UnitLine, above: _Above) -> UnitLine:
        """Return a new row, or the question whether it is not one that is there already."""
        key = match_key(line.name)
        twins = [
            one
            for one in self.alike.get((above.unit_id or 0, key), [])
            if one.valid_until > line.on
        ]
        before = self.rows_alike.setdefault((above.code, key), line)
        if before.number != line.number and before.name == line.name:
            raise Conflict("org.name_taken", name=line.name)
        candidates = [self._candidate(one.id, one.name) for one in twins[:_MOST_CANDIDATES]]
        if before.number != line.number:
            candidates.append(Candidate("", before.name, before.code, before.number))
        if not candidates:
            return line
        exact = any(one.name == line.name and one.valid_from <= line.on for one in twins)
        return self._answered(replace(line, candidates=tuple(candidates), may_be_new=not exact))

    def _candidate(self, unit_id: int, name: str) -> Candidate:
        known = self.by_id[unit_id]
        return Candidate(known.public_id, name, known.code)

    def _answered(self, line: UnitLine) -> UnitLine:
        answer = self.answers.get(line.number, "")
        if answer == LEAVE_OUT:
            return replace(line, verdict=Verdict.LEFT_OUT)
        if answer == AS_NEW and line.may_be_new:
            return replace(line, verdict=Verdict.NEW)
        if answer and answer in {one.public_id for one in line.candidates}:
            return self._existing(replace(line, named_alike=True), self.by_public_id[answer])
        return replace(line, verdict=Verdict.ASKED)

    def _wrong(self, line: UnitLine, refusal: DomainError | None = None) -> UnitLine:
        if refusal is not None:
            column = getattr(refusal, "field", None) or ""
            self.log.add(line.number, _COLUMNS.get(column, column), refusal)
        return replace(line, verdict=Verdict.WRONG, changes=(), candidates=())


def _codes(row: Row) -> tuple[str, str, str]:
    code, parent, side = (clean_line(text(row, key)).upper() for key in ("code", "parent", "side"))
    return code, parent, side


@cache
def _of_kind(slug: str) -> Unit:
    """Return a unit of that kind that is nowhere recorded, to hold the rules of kinds against."""
    return Unit(kind=slug)


def _check_code(code: str) -> None:
    if len(code) > CODE_LENGTH or not CODE_FORM.fullmatch(code):
        raise Invalid("org.code_form", field="code", code=code[:CODE_LENGTH], limit=CODE_LENGTH)


def _check_life(above: _Above, on: date) -> None:
    """Refuse a superior that does not live from the day on, for as long as can be foreseen."""
    if on < above.first or on >= above.end:
        raise Conflict("org.not_living", unit=above.name, day=on)
    if above.end != OPEN_END:
        raise Conflict("org.ending", unit=above.name, day=above.end)
