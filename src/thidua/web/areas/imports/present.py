"""How a planned file is shown: counts, every wrong cell with its sentence, questions, changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from thidua.apps.org.services.importing_plan import (
    AS_NEW,
    LEAVE_OUT,
    Candidate,
    Line,
    Plan,
    Verdict,
)
from thidua.base.messages import sentence
from thidua.office.sheets import Sheet
from thidua.text.numbers import group

MOST_SHOWN, MOST_ASKED = 300, 300


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, as a line of the table."""

    row: int
    column: str
    says: str


@dataclass(frozen=True)
class Option:
    """One way to answer a question about a row."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Question:
    """A row that may be something recorded already, and the ways to answer."""

    row: int
    label: str
    options: list[Option]


@dataclass(frozen=True)
class Preview:
    """What the page of a preview shows of a plan."""

    counts: list[tuple[str, int, str]]
    faults: list[Fault]
    more_faults: int
    questions: list[Question]
    more_questions: int
    changed: list[Line]
    more_changed: int
    added: list[Line]
    more_added: int
    bad: int
    asked: int
    writes: int
    seen: str
    whole: bool


def preview_of(plan: Plan[Any], sheet: Sheet, answers: Mapping[int, str]) -> Preview:
    """Return what a page shows of a plan; long lists are cut, and say by how much."""
    titles = {column.key: column.title for column in sheet.columns}
    faults = [
        Fault(problem.row, titles.get(problem.column, ""), sentence(problem.refusal))
        for problem in list(plan.log)[:MOST_SHOWN]
    ]
    questioned = [
        line for line in plan.lines if line.candidates and line.verdict is not Verdict.WRONG
    ]
    changed, added = plan.of(Verdict.CHANGED), plan.of(Verdict.NEW)
    return Preview(
        counts=_counts(plan),
        faults=faults,
        more_faults=max(len(plan.log) - MOST_SHOWN, 0),
        questions=[_question(line, answers) for line in questioned[:MOST_ASKED]],
        more_questions=max(len(questioned) - MOST_ASKED, 0),
        changed=changed[:MOST_SHOWN],
        more_changed=max(len(changed) - MOST_SHOWN, 0),
        added=added[:MOST_SHOWN],
        more_added=max(len(added) - MOST_SHOWN, 0),
        bad=plan.counts[Verdict.WRONG],
        asked=plan.counts[Verdict.ASKED],
        writes=plan.writes,
        seen=plan.seen,
        whole=plan.whole,
    )


def _counts(plan: Plan[Any]) -> list[tuple[str, int, str]]:
    words = {
        Verdict.NEW: (_("Thêm"), "ok"),
        Verdict.CHANGED: (_("Sửa"), "warn"),
        Verdict.SAME: (_("Giống, không đổi"), "neutral"),
        Verdict.ASKED: (_("Cần trả lời"), "wait"),
        Verdict.LEFT_OUT: (_("Bỏ qua"), "neutral"),
        Verdict.WRONG: (_("Lỗi"), "bad"),
    }
    always = {Verdict.NEW, Verdict.CHANGED, Verdict.SAME, Verdict.WRONG}
    return [
        (word, plan.counts[verdict], tone)
        for verdict, (word, tone) in words.items()
        if plan.counts[verdict] or verdict in always
    ]


def _question(line: Line, answers: Mapping[int, str]) -> Question:
    given = answers.get(line.number, "")
    options = [
        (candidate.public_id, _is(candidate))
        for candidate in line.candidates
        if candidate.public_id
    ]
    rows = [candidate for candidate in line.candidates if not candidate.public_id]
    if line.may_be_new:
        options.append((AS_NEW, _unlike(rows)))
    options.append((LEAVE_OUT, _left_out(rows)))
    return Question(
        line.number,
        line.label,
        [Option(value, label, value == given) for value, label in options],
    )


def _is(candidate: Candidate) -> str:
    return _("Là %(name)s (%(detail)s) đã có") % {
        "name": candidate.name,
        "detail": candidate.detail,
    }


def _unlike(rows: list[Candidate]) -> str:
    if not rows:
        return _("Không phải, đây là mục mới")
    return _("Là mục mới, khác %(name)s ở dòng %(row)s") % {
        "name": rows[0].name,
        "row": group(rows[0].row),
    }


def _left_out(rows: list[Candidate]) -> str:
    if not rows:
        return _("Bỏ qua dòng này")
    return _("Trùng dòng %(row)s, bỏ qua dòng này") % {"row": group(rows[0].row)}
