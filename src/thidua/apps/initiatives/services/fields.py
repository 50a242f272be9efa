"""What is typed of an initiative: tidied, checked as far as it goes, written into the row."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.apps.initiatives.enums import LevelChoice, TypeChoice
from thidua.apps.initiatives.models import Author as AuthorRow
from thidua.apps.initiatives.models import Initiative
from thidua.apps.initiatives.models.initiative import (
    EFFECT_LENGTH,
    FOLD_LENGTH,
    SHORT_LENGTH,
    TEXT_LENGTH,
    TITLE_LENGTH,
)
from thidua.base import clock
from thidua.domain.errors import Invalid
from thidua.domain.figures.values import MAX_VALUE
from thidua.domain.initiatives.authors import Author, check_authors
from thidua.domain.initiatives.rules import (
    Recognition,
    check_days,
    check_exclusion,
    check_programme,
    title_key,
)
from thidua.domain.workflow.initiatives import InitiativeSubject, is_recognised
from thidua.lawbook.programmes import programmes
from thidua.lawbook.sources import source
from thidua.text.fold import fold
from thidua.text.unicode import clean_line, clean_text

LONGEST = {
    "title": TITLE_LENGTH,
    "field": SHORT_LENGTH,
    "problem": TEXT_LENGTH,
    "solution": TEXT_LENGTH,
    "effect": EFFECT_LENGTH,
    "reckoning": EFFECT_LENGTH,
    "recognised_by": 200,
    "recognition_no": 60,
}
_EXCLUSIONS = "nghi-dinh-13-2012"
_MANY_LINES = ("problem", "solution")


@dataclass(frozen=True)
class InitiativeDraft:
    """An initiative as it was typed; a draft may lack all but the title."""

    title: str
    authors: tuple[Author, ...] = ()
    kind: str = ""
    field: str = ""
    applied_on: date | None = None
    filed_on: date | None = None
    problem: str = ""
    solution: str = ""
    benefit: int | None = None
    effect: str = ""
    reckoning: str = ""
    confidential: bool = False
    exclusion: str = ""
    programme: str = ""
    recognised_by: str = ""
    recognition_no: str = ""
    recognised_on: date | None = None
    level: str = ""

    @property
    def recognition(self) -> Recognition:
        """The decision, as far as it is known."""
        return Recognition(self.recognised_by, self.recognition_no, self.recognised_on, self.level)


def columns_of(draft: InitiativeDraft) -> dict[str, Any]:
    """Return the columns of the row, tidied; refuse what no draft may hold."""
    found: dict[str, Any] = {
        name: (clean_text if name in _MANY_LINES else clean_line)(getattr(draft, name))
        for name in LONGEST
    }
    if not found["title"]:
        raise Invalid("initiatives.no_title", field="title")
    for name, limit in LONGEST.items():
        if len(found[name]) > limit:
            raise Invalid("initiatives.text_long", field=name, length=len(found[name]), limit=limit)
    if draft.confidential:
        # Only title and effect are kept; what was typed elsewhere is not stored (INI, mật).
        found |= dict.fromkeys(_MANY_LINES, "")
    if draft.benefit is not None and not 0 <= draft.benefit <= MAX_VALUE:
        raise Invalid("initiatives.benefit", field="benefit")
    plain = ("kind", "applied_on", "filed_on", "benefit", "confidential", "exclusion")
    found |= {name: getattr(draft, name) for name in plain}
    found |= {name: getattr(draft, name) for name in ("programme", "recognised_on", "level")}
    _refuse_strangers(found)
    names = " ".join(clean_line(author.name) for author in draft.authors)
    said = fold(f"{found['title']} {names} {found['recognition_no']}")
    return found | {
        "title_key": title_key(found["title"])[:TITLE_LENGTH],
        "search_fold": said[:FOLD_LENGTH],
        "shown_on": draft.recognised_on or clock.today(),
    }


def _refuse_strangers(found: dict[str, Any]) -> None:
    """Refuse values that stand in no list; forms offer none."""
    lists = {"kind": TypeChoice.values, "level": LevelChoice.values, "programme": programmes()}
    for name, known in lists.items():
        if found[name] and found[name] not in known:
            raise Invalid("initiatives.unknown", field=name, value=found[name])


def check_whole(draft: InitiativeDraft) -> None:
    """Refuse what may not be submitted: something missing, days or shares that do not fit."""
    for fault in _faults(draft):
        raise fault


def faults_of(draft: InitiativeDraft) -> list[Invalid]:
    """Return all for which a draft may not be submitted: said at once, mended at once."""
    found = list(_faults(draft))
    missing = is_recognised(InitiativeSubject(recognised=draft.recognition.is_whole))
    return [*found, missing] if isinstance(missing, Invalid) else found


def _faults(draft: InitiativeDraft) -> Iterator[Invalid]:
    """Yield what is wrong, each check by itself, in the order of the form."""
    yield from _refused(check_authors, draft.authors)
    if not draft.kind:
        yield Invalid("initiatives.no_kind", field="kind")
    if draft.applied_on is None:
        yield Invalid("initiatives.no_applied_on", field="applied_on")
    if draft.benefit is None and not clean_line(draft.effect):
        yield Invalid("initiatives.no_effect", field="effect")
    if draft.benefit and not clean_line(draft.reckoning):
        yield Invalid("initiatives.no_reckoning", field="reckoning")
    yield from _refused(check_exclusion, draft.exclusion, source(_EXCLUSIONS).title)
    yield from _refused(
        check_days,
        applied_on=draft.applied_on,
        filed_on=draft.filed_on,
        recognised_on=draft.recognised_on,
        today=clock.today(),
    )
    if draft.programme and draft.applied_on is not None:
        rule = programmes()[draft.programme].rule
        yield from _refused(check_programme, rule, draft.applied_on, clock.today())


def _refused(check: Callable[..., None], *given: object, **named: object) -> Iterator[Invalid]:
    try:
        check(*given, **named)
    except Invalid as fault:
        yield fault


def author_rows(
    initiative: Initiative, authors: Iterable[Author], known: dict[str, int]
) -> list[AuthorRow]:
    """Return the rows of the authors in their order; `known` are the unit's accounts by name."""
    return [
        AuthorRow(
            initiative=initiative,
            position=position,
            name=clean_line(author.name),
            name_key=author.key,
            post=clean_line(author.post)[:SHORT_LENGTH],
            workplace=clean_line(author.workplace)[:200],
            share=author.share,
            user_id=known.get(author.key),
        )
        for position, author in enumerate(authors, start=1)
    ]
