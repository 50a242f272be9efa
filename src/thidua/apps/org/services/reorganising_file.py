"""A file with a reorganisation: every row read, all held against the tree, whole or not at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from thidua.apps.org.models import Reorganisation
from thidua.apps.org.queries.reorganisation import called_by_code
from thidua.apps.org.services.importing_names import match_key
from thidua.apps.org.services.importing_plan import Answers, Line, Plan, Verdict, text
from thidua.apps.org.services.reorganising_plan import prepare
from thidua.apps.org.services.reorganising_rows import (
    HeadDraft,
    RowDraft,
    change_of,
    head_columns,
    taken_by,
)
from thidua.apps.org.sheets import PLAN
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.changes import Act
from thidua.domain.errors import Conflict, DomainError, Invalid
from thidua.office.sheets import Read, Row
from thidua.text.dates import day
from thidua.text.unicode import clean_line

_ACTS = dict(PLAN.column("act").choices)
_NAMED = ("code", "parent", "heir")
_SAID = ("name", "short_name", "kind", "sector", "parent", "heir", "share", "children")
_MAY_BE_EMPTY = {
    Act.FOUND: {"short_name", "sector"},
    Act.RENAME: {"short_name"},
    Act.SIDE: {"parent"},
    Act.MERGE: {"children"},
    Act.SPLIT: {"children"},
    Act.END: {"heir", "children"},
}
# Which cell a refusal of the rules speaks of, where it does not say so itself.
_CELLS = {
    "unit": "code",
    "tree.cycle": "parent",
    "org.already_there": "parent",
    "org.has_children": "children",
    "org.later_change": "on",
    "org.name_taken": "name",
    "org.plan_target_ends": "heir",
    "org.side_on_main_line": "parent",
}

# What holds of a row whatever the rows beside it come to say.
_CERTAIN = {
    "tree.cycle",
    "org.already_there",
    "org.code_taken",
    "org.ending",
    "org.heir_itself",
    "org.later_change",
    "org.plan_ended_twice",
    "org.plan_founded_twice",
    "org.plan_out_of_reach",
    "org.plan_own_unit",
    "org.plan_twice",
    "org.top_stays",
}


@dataclass(frozen=True)
class ChangeLine(Line):
    """One row, and what it would be in the draft."""

    draft: RowDraft | None = None


@dataclass
class PlanOfChanges(Plan[ChangeLine]):
    """All rows of the file and the head they give; with one wrong row none is taken."""

    head: HeadDraft = field(default_factory=lambda: HeadDraft("", date.max, ""))
    whole: ClassVar[bool] = True


def plan_reorganisation(actor: Actor, read: Read, _answers: Answers) -> PlanOfChanges:
    """Read each row, then work out what all of them would do; write nothing."""
    return _Planner(actor, read).run()


class _Planner:
    def __init__(self, actor: Actor, read: Read) -> None:
        self.actor, self.read, self.log = actor, read, read.log.copy()
        self.head = _head(read)
        codes = {code for row in read.rows for code in _codes(row).values() if code}
        self.called = called_by_code(actor, codes, self.head.effective_on)
        self.founded = {_codes(row)["code"] for row in read.rows if text(row, "act") == Act.FOUND}

    def run(self) -> PlanOfChanges:
        drafts = [(row, self._draft(row)) for row in self.read.rows]
        self._check_head()
        whole = not len(self.log)
        sound = [(row, draft) for row, draft in drafts if draft and row.number not in self.log]
        self._hold_against_the_tree(sound if whole else self._standing_alone(sound), whole=whole)
        lines = [self._line(row, draft) for row, draft in drafts]
        return PlanOfChanges(self.log, lines, head=self.head)

    def _draft(self, row: Row) -> RowDraft | None:
        """Return the row as the draft would hold it; name everything that is wrong with its cells."""
        if row.number in self.log:
            self._note(row.number, self._unknown(row))
            return None
        act = Act(text(row, "act"))
        said = {key: text(row, key) for key in _SAID if text(row, key)}
        draft = RowDraft(act, _codes(row)["code"], **said)
        faults = [*_misfits(act, said), *self._mistaken(row, act), *self._unknown(row)]
        if not faults:
            try:
                change_of(draft, row.number, Reorganisation())
            except DomainError as refusal:
                faults = [refusal]
        self._note(row.number, faults)
        return draft

    def _mistaken(self, row: Row, act: Act) -> Iterator[DomainError]:
        """Name a day that is not the file's, and a code that is another unit's than the row says."""
        on, known = row.values.get("on"), self.called.get(_codes(row)["code"], "")
        if on != self.head.effective_on:
            first = day(self.head.effective_on)
            yield Invalid(
                "org.plan_other_day", field="on", first=first, row=self.read.rows[0].number
            )
        called = text(row, "called")
        if act != Act.FOUND and called and known and match_key(called) != match_key(known):
            code = _codes(row)["code"]
            yield Invalid("org.plan_called_otherwise", field="called", code=code, name=known)

    def _unknown(self, row: Row) -> Iterator[DomainError]:
        """Name codes that are neither recorded nor founded in the file."""
        for key, code in _codes(row).items():
            if code and code not in self.called and code not in self.founded:
                yield Invalid("org.plan_unknown", field=key, code=code)

    def _note(self, number: int, faults: Iterable[DomainError], cell: str = "") -> None:
        for fault in faults:
            column = cell or getattr(fault, "field", None) or _CELLS.get(fault.code, "code")
            self.log.add(number, _CELLS.get(column, column), fault)

    def _check_head(self) -> None:
        try:
            head_columns(self.head)
        except DomainError as refusal:
            self._note(self.read.rows[0].number, [refusal])

    def _standing_alone(self, drafts: list[tuple[Row, RowDraft]]) -> list[tuple[Row, RowDraft]]:
        """Leave out rows that name units which only wrong rows, or rows left out, would found."""
        while True:
            known = {draft.code for _, draft in drafts if draft.act == Act.FOUND} | {
                *self.called,
                "",
            }
            kept = [each for each in drafts if known.issuperset(_codes(each[0]).values())]
            if len(kept) == len(drafts):
                return kept
            drafts = kept

    def _hold_against_the_tree(self, drafts: list[tuple[Row, RowDraft]], *, whole: bool) -> None:
        """Name what the rules say against the rows; with wrong rows about, only what is certain."""
        if not drafts:
            return
        plan = Reorganisation(effective_on=self.head.effective_on)
        rows = [change_of(draft, row.number, plan) for row, draft in drafts]
        heirs = {row.number: draft.heir for row, draft in drafts}
        for refusal in prepare(self.actor, plan, rows).refusals:
            if not whole and refusal.error.code not in _CERTAIN:
                continue
            number = refusal.row or self.read.rows[0].number
            # One that ends is the superior where the row names no heir.
            ends = refusal.error.code == "org.plan_target_ends" and not heirs.get(number)
            self._note(number, [refusal.error], "parent" if ends else "")

    def _line(self, row: Row, draft: RowDraft | None) -> ChangeLine:
        code = _codes(row)["code"]
        name = self.called.get(code) or text(row, "called") or text(row, "name")
        label = f"{_ACTS.get(text(row, 'act'), '')}: {name} ({code})"
        verdict = Verdict.WRONG if row.number in self.log else Verdict.NEW
        return ChangeLine(row.number, label, verdict, draft=draft)


def _misfits(act: Act, said: dict[str, str]) -> Iterator[DomainError]:
    """Name the cells that the act needs and that are empty, and those it has no use for."""
    taken = taken_by(act)
    for key in taken:
        if key not in said and key not in _MAY_BE_EMPTY.get(act, ()):
            yield Invalid("sheets.required", field=key, title=PLAN.column(key).title)
    for key in said:
        if key not in taken:
            yield Invalid("org.plan_cell_unused", field=key, act=_ACTS[act])


def _head(read: Read) -> HeadDraft:
    """Return the head that the rows give: the day of the first, every legal basis once."""
    days = [on for row in read.rows if isinstance(on := row.values.get("on"), date)]
    on = days[0] if days else clock.today()
    basis = dict.fromkeys(clean_line(text(row, "basis")) for row in read.rows)
    named = "; ".join(each for each in basis if each)
    return HeadDraft(f"Sắp xếp tổ chức từ ngày {day(on)}", on, named)


def _codes(row: Row) -> dict[str, str]:
    return {key: clean_line(text(row, key)).upper() for key in _NAMED}


def settled(plan: PlanOfChanges, seen: str) -> list[RowDraft]:
    """Return the rows to be kept; refuse a file that is not right as a whole."""
    if plan.counts[Verdict.WRONG]:
        raise Conflict("org.plan_file_wrong", count=plan.counts[Verdict.WRONG])
    plan.settle(seen)
    return [line.draft for line in plan.lines if line.draft is not None]
