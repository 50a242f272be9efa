"""A file of people, planned: who is new, who is known and gets a further post, who is asked about."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from thidua.apps.accounts.models import User
from thidua.apps.accounts.queries.sign_in_names import new_sign_in_name, shown_name
from thidua.apps.accounts.services.names import full_name_of
from thidua.apps.org.models import Assignment
from thidua.apps.org.queries.posts import role_name
from thidua.apps.org.scoping import roles_given
from thidua.apps.org.services import importing_known as recorded
from thidua.apps.org.services.importing_known import Known, parts
from thidua.apps.org.services.importing_plan import (
    AS_NEW,
    LEAVE_OUT,
    Answers,
    Candidate,
    Firsts,
    Line,
    Plan,
    Verdict,
    text,
)
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, DomainError, Forbidden, Invalid
from thidua.lawbook.kinds import unit_kinds
from thidua.office.sheets import Read, Row
from thidua.text.fold import fold
from thidua.text.unicode import clean_line

# A number cell drops the zero that every mobile number begins with.
_WITHOUT_ZERO = re.compile(r"[35789][0-9]{8}")


@dataclass(frozen=True)
class PersonLine(Line):
    """One row of a file of people; `user_id` is a recorded person, None for a new one."""

    code: str = ""
    unit_id: int = 0
    full_name: str = ""
    sign_in_name: str = ""
    role: str = ""
    user_id: int | None = None
    user_public_id: str = ""


def plan_people(actor: Actor, read: Read, answers: Answers) -> Plan[PersonLine]:
    """Hold each row against what is recorded and against the rows before; write nothing."""
    return _Planner(actor, read, answers).run()


class _Planner:
    """Everything that the rows of one file are held against, and what was decided on them."""

    def __init__(self, actor: Actor, read: Read, answers: Answers) -> None:
        self.actor, self.read, self.answers = actor, read, answers
        self.log, self.firsts, self.today = read.log.copy(), Firsts(), clock.today()
        codes = {_code(row) for row in read.rows} - {""}
        self.known = recorded.known_by_code(actor, codes, Capability.PERSON_INVITE)
        managed = [unit.id for unit in self.known.values() if unit.managed]
        self.standing = recorded.standing_of(managed, self.today)
        self.users = _users({_sign_in_text(row) for row in read.rows})
        self.posts, self.named_alike = _posts(managed, self.today)
        self.by_login: dict[str, PersonLine] = {}
        self.rows_alike: dict[tuple[int, str], PersonLine] = {}

    def run(self) -> Plan[PersonLine]:
        """Decide on each row."""
        return Plan(self.log, [self._line(row) for row in self.read.rows])

    def _line(self, row: Row) -> PersonLine:
        code = _code(row)
        line = PersonLine(row.number, text(row, "full_name") or code, Verdict.NEW, code=code)
        if row.number not in self.log:
            try:
                return self._decided(self._draft(line, row))
            except DomainError as refusal:
                column = getattr(refusal, "field", None) or ""
                self.log.add(row.number, column, refusal)
        return replace(line, verdict=Verdict.WRONG)

    def _draft(self, line: PersonLine, row: Row) -> PersonLine:
        name = full_name_of(text(row, "full_name"))
        login = new_sign_in_name(_sign_in_text(row))
        unit, role = self._unit(line.code), text(row, "role")
        if role not in roles_given(self.actor, unit.id, unit_kinds()[unit.kind].level):
            raise Forbidden("org.role_not_given", role=role_name(role))
        self.firsts.once((login, unit.id, role), line.number, shown_name(login))
        return replace(line, unit_id=unit.id, full_name=name, sign_in_name=login, role=role)

    def _unit(self, code: str) -> Known:
        unit = self.known.get(code)
        if unit is None or not unit.viewed:
            raise Invalid("sheets.unit_unknown", field="unit", code=code)
        if not unit.managed:
            raise Invalid("sheets.not_reached", field="unit", code=code)
        if not self.standing[unit.id].lives_on(self.today):
            raise Conflict("org.not_living", unit=self.standing[unit.id].name, day=self.today)
        return unit

    def _decided(self, line: PersonLine) -> PersonLine:
        user = self.users.get(line.sign_in_name)
        if user is not None:
            return self._known_person(line, user)
        earlier = self.by_login.setdefault(line.sign_in_name, line)
        if earlier.number != line.number:
            return _second_post(line, earlier)
        alike = self.named_alike.get((line.unit_id, fold(line.full_name)), [])
        candidates = [_candidate(user) for user in alike]
        twin = self.rows_alike.setdefault((line.unit_id, fold(line.full_name)), line)
        if twin.number != line.number:
            candidates.append(
                Candidate("", twin.full_name, shown_name(twin.sign_in_name), twin.number)
            )
        if not candidates:
            return line
        return self._answered(replace(line, candidates=tuple(candidates)), alike)

    def _known_person(self, line: PersonLine, user: User) -> PersonLine:
        """Return a row whose number is somebody's already: a further post, once confirmed."""
        if user.full_name_fold != fold(line.full_name):
            raise Conflict("accounts.name_of_another")
        if self._holds(user, line):
            return self._as(line, user)
        return self._answered(
            replace(line, candidates=(_candidate(user),), may_be_new=False), [user]
        )

    def _answered(self, line: PersonLine, people: list[User]) -> PersonLine:
        answer = self.answers.get(line.number, "")
        if answer == LEAVE_OUT:
            return replace(line, verdict=Verdict.LEFT_OUT)
        if answer == AS_NEW and line.may_be_new:
            return line
        for user in people:
            if user.public_id == answer:
                self.firsts.once((user.pk, line.unit_id, line.role), line.number, line.full_name)
                return self._as(line, user)
        return replace(line, verdict=Verdict.ASKED)

    def _as(self, line: PersonLine, user: User) -> PersonLine:
        verdict = Verdict.SAME if self._holds(user, line) else Verdict.NEW
        return replace(line, verdict=verdict, user_id=user.pk, user_public_id=user.public_id)

    def _holds(self, user: User, line: PersonLine) -> bool:
        return (user.pk, line.unit_id, line.role) in self.posts


def _second_post(line: PersonLine, earlier: PersonLine) -> PersonLine:
    """Return a further post of a person whom an earlier row makes."""
    if fold(earlier.full_name) != fold(line.full_name):
        shown = shown_name(line.sign_in_name)
        raise Invalid("sheets.twice_differs", field="sign_in_name", row=earlier.number, value=shown)
    return line


def _candidate(user: User) -> Candidate:
    return Candidate(user.public_id, user.full_name, shown_name(user.sign_in_name))


def _code(row: Row) -> str:
    return clean_line(text(row, "unit")).upper()


def _sign_in_text(row: Row) -> str:
    typed = text(row, "sign_in_name")
    return f"0{typed}" if _WITHOUT_ZERO.fullmatch(typed) else typed


def _users(typed: Iterable[str]) -> dict[str, User]:
    """Return the people who sign in with one of these names, as far as they are names at all."""
    names = set()
    for one in typed:
        try:
            names.add(new_sign_in_name(one))
        except Invalid:
            continue
    found = (User.objects.filter(sign_in_name__in=part) for part in parts(sorted(names)))
    return {user.sign_in_name: user for group in found for user in group}


def _posts(
    unit_ids: list[int], today: date
) -> tuple[set[tuple[int, int, str]], dict[tuple[int, str], list[User]]]:
    """Return who holds what at these units from today on, and the people there by name."""
    held: set[tuple[int, int, str]] = set()
    alike: dict[tuple[int, str], list[User]] = defaultdict(list)
    for part in parts(sorted(set(unit_ids))):
        rows = Assignment.objects.filter(unit_id__in=part, valid_until__gt=today)
        for post in rows.select_related("user").order_by("id"):
            held.add((post.user_id, post.unit_id, post.role))
            there = alike[post.unit_id, post.user.full_name_fold]
            if post.user not in there:
                there.append(post.user)
    return held, alike
