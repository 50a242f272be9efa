"""What is typed of a reorganisation: its head and its rows, cleaned before they are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps.org.models import Reorganisation, ReorganisationChange
from thidua.apps.org.models.reorganisation import BASIS_LENGTH, NOTE_LENGTH, TITLE_LENGTH
from thidua.apps.org.models.unit import CODE_LENGTH
from thidua.apps.org.services import checks
from thidua.domain.changes import Act
from thidua.domain.errors import Invalid
from thidua.domain.succession import Children, Share
from thidua.text.unicode import clean_line, clean_text

_KIND_LENGTH = 40
_AT_ONCE = 500


@dataclass(frozen=True)
class HeadDraft:
    """Title, day and legal basis; `effective_on` is the first day on which the changes hold."""

    title: str
    effective_on: date
    basis: str
    note: str = ""


@dataclass(frozen=True)
class RowDraft:
    """One row; units are named by their codes, new ones by the code they are founded with."""

    act: str
    code: str
    parent: str = ""
    heir: str = ""
    share: str = Share.WHOLE
    children: str = Children.NOWHERE
    name: str = ""
    short_name: str = ""
    kind: str = ""
    sector: str = ""


def head_columns(head: HeadDraft) -> dict[str, object]:
    """Return the columns of the head; refuse one without title or legal basis."""
    columns = {
        "title": clean_line(head.title),
        "basis": clean_line(head.basis),
        "note": clean_text(head.note),
    }
    limits = {"title": TITLE_LENGTH, "basis": BASIS_LENGTH, "note": NOTE_LENGTH}
    for field, limit in limits.items():
        length = len(columns[field])
        if length > limit:
            raise Invalid("org.plan_text_too_long", field=field, length=length, limit=limit)
    if not columns["title"]:
        raise Invalid("org.plan_title_required", field="title")
    if not columns["basis"]:
        raise Invalid("org.plan_basis_required", field="basis")
    return {**columns, "effective_on": head.effective_on}


def keep_rows(reorganisation: Reorganisation, rows: Sequence[RowDraft]) -> None:
    """Put these rows in the place of those that were there."""
    fresh = [change_of(row, position, reorganisation) for position, row in enumerate(rows, start=1)]
    ReorganisationChange.objects.filter(reorganisation=reorganisation).delete()
    ReorganisationChange.objects.bulk_create(fresh, batch_size=_AT_ONCE)


def change_of(row: RowDraft, position: int, of: Reorganisation) -> ReorganisationChange:
    """Return a row as it would be kept; refuse one that cannot be."""
    return ReorganisationChange(reorganisation=of, position=position, **_columns(row))


def taken_by(act: Act) -> tuple[str, ...]:
    """Return what a row of this act says, besides its unit."""
    return _TAKES[act]


def _columns(row: RowDraft) -> dict[str, str]:
    """Return the columns of a row; only what its act needs is kept."""
    if row.act not in set(Act) or row.share not in set(Share) or row.children not in set(Children):
        raise Invalid("org.plan_act_unknown", act=row.act)
    act = Act(row.act)
    given = {
        "parent": _code("parent", row.parent),
        "heir": _code("heir", row.heir),
        "share": row.share,
        "children": row.children,
        "kind": row.kind[:_KIND_LENGTH],
        "sector": checks.clean_sector(row.sector),
    }
    if "name" in _TAKES[act] and clean_line(row.name):
        named = checks.clean_name(row.name, row.short_name, "")
        given |= {"name": named["name"], "short_name": named["short_name"]}
    kept = {name: value for name, value in given.items() if name in _TAKES[act]}
    kept.setdefault("share", Share.WHOLE)
    return {"act": act, "code": _code("unit", row.code), **kept}


_ENDED = ("heir", "children")
_TAKES: dict[Act, tuple[str, ...]] = {
    Act.FOUND: ("parent", "name", "short_name", "kind", "sector"),
    Act.RENAME: ("name", "short_name"),
    Act.MOVE: ("parent",),
    Act.SIDE: ("parent",),
    Act.MERGE: _ENDED,
    Act.SPLIT: (*_ENDED, "share"),
    Act.END: _ENDED,
}


def _code(field: str, text: str) -> str:
    code = clean_line(text).upper()
    if len(code) > CODE_LENGTH:
        raise Invalid("org.code_form", field=field, code=code[:CODE_LENGTH], limit=CODE_LENGTH)
    return code
