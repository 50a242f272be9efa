"""A file of initiatives, planned: every row new, known, to be asked about, or wrong with its sentence."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from thidua.apps.initiatives.services.fields import InitiativeDraft, check_whole, columns_of
from thidua.apps.initiatives.services.importing_known import Likes, Recorded
from thidua.apps.initiatives.sheets import YES
from thidua.apps.org.services.importing_known import Known, Standing, known_by_code, standing_of
from thidua.apps.org.services.importing_plan import (
    AS_NEW,
    LEAVE_OUT,
    Answers,
    Candidate,
    Firsts,
    Line,
    Plan,
    Verdict,
    count,
    text,
)
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, DomainError, Invalid
from thidua.domain.initiatives.authors import read_authors
from thidua.domain.initiatives.rules import Exclusion, title_key
from thidua.office.sheets import Read, Row
from thidua.text.unicode import clean_line

_TEXTS = ("title", "kind", "field", "problem", "solution", "effect", "reckoning")
_DECISION = ("recognised_by", "recognition_no", "level", "programme")
_DAYS = ("applied_on", "filed_on", "recognised_on")

_NOTHING = InitiativeDraft("")


@dataclass(frozen=True)
class InitiativeLine(Line):
    """One row of a file of initiatives."""

    code: str = ""
    unit_id: int = 0
    sector: str = ""
    draft: InitiativeDraft = _NOTHING

    @cached_property
    def key(self) -> tuple[int, str]:
        """What two rows have in common that may be the same initiative."""
        return self.unit_id, title_key(self.draft.title)

    @cached_property
    def authors_key(self) -> frozenset[str]:
        """The authors as they are compared."""
        return frozenset(author.key for author in self.draft.authors)


def plan_initiatives(actor: Actor, read: Read, answers: Answers) -> Plan[InitiativeLine]:
    """Hold each row against the rules and against what is recorded; write nothing."""
    codes = {_code(row) for row in read.rows} - {""}
    known = known_by_code(actor, codes, Capability.INITIATIVE_IMPORT)
    standing = standing_of([unit.id for unit in known.values() if unit.managed], clock.today())
    plan = Plan[InitiativeLine](read.log.copy())
    firsts = Firsts()
    for row in read.rows:
        line = InitiativeLine(row.number, text(row, "title"), Verdict.WRONG, code=_code(row))
        try:
            if row.number not in plan.log:
                line = _checked(line, row, known.get(line.code), standing, firsts)
        except DomainError as refusal:
            plan.log.add(row.number, getattr(refusal, "field", None) or "", refusal)
        plan.lines.append(line)
    _hold_against_others(plan, answers)
    return plan


def _code(row: Row) -> str:
    return clean_line(text(row, "unit")).upper()


def _checked(
    line: InitiativeLine,
    row: Row,
    unit: Known | None,
    standing: dict[int, Standing],
    firsts: Firsts,
) -> InitiativeLine:
    """Return the row as new; refuse a unit out of reach, a broken rule, the same row twice."""
    if unit is None or not unit.viewed:
        raise Invalid("sheets.unit_unknown", field="unit", code=line.code)
    if not unit.managed:
        raise Invalid("sheets.not_reached", field="unit", code=line.code)
    draft = _draft(row)
    columns_of(draft)
    check_whole(draft)
    if draft.recognised_on and not standing[unit.id].lives_on(draft.recognised_on):
        name, day = standing[unit.id].name, draft.recognised_on
        raise Conflict("initiatives.unit_not_living", unit=name, day=day)
    found = replace(line, verdict=Verdict.NEW, unit_id=unit.id, sector=unit.sector, draft=draft)
    same = (*found.key, found.authors_key, draft.recognition_no, draft.recognised_on)
    firsts.once(same, line.number, draft.title)
    return found


def _draft(row: Row) -> InitiativeDraft:
    given: dict[str, Any] = {key: text(row, key) for key in (*_TEXTS, *_DECISION)}
    given |= {key: row.values.get(key) for key in _DAYS}
    return InitiativeDraft(
        authors=read_authors(text(row, "authors")),
        benefit=count(row, "benefit"),
        confidential=text(row, "confidential") == YES,
        # A list of decided ones: whoever recognised them has looked at the exclusions.
        exclusion=Exclusion.NONE.value,
        **given,
    )


def _hold_against_others(plan: Plan[InitiativeLine], answers: Answers) -> None:
    """Find what is recorded already, and ask about what only looks like it, here or in the file."""
    new = plan.of(Verdict.NEW)
    recorded = Likes.of({line.key[1] for line in new})
    earlier: dict[tuple[int, str], InitiativeLine] = {}
    for place, line in enumerate(plan.lines):
        if line.verdict is Verdict.NEW:
            alike = recorded.like(line.unit_id, line.key[1], line.authors_key)
            plan.lines[place] = _settled(line, alike, earlier.get(line.key), answers)
            earlier.setdefault(line.key, line)


def _settled(
    line: InitiativeLine,
    alike: list[Recorded],
    before: InitiativeLine | None,
    answers: Answers,
) -> InitiativeLine:
    number, day = clean_line(line.draft.recognition_no), line.draft.recognised_on
    if any(one.is_row(line.unit_id, number, day, line.authors_key) for one in alike):
        return replace(line, verdict=Verdict.SAME)
    candidates = [Candidate(one.public_id, one.title, one.recognition_no) for one in alike[:3]]
    if before is not None:
        candidates = [Candidate("", before.draft.title, row=before.number)]
    if not candidates:
        return line
    answer = answers.get(line.number, "")
    found = replace(line, candidates=tuple(candidates))
    if answer == AS_NEW:
        return found
    said = answer == LEAVE_OUT or any(answer == one.public_id for one in candidates if answer)
    return replace(found, verdict=Verdict.LEFT_OUT if said else Verdict.ASKED)
