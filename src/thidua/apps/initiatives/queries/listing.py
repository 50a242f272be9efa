"""Lists of initiatives: filtered, searched without accents, newest first, a page after a page."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from thidua.apps.initiatives.enums import InitiativeState, LevelChoice
from thidua.apps.initiatives.models import Author, Initiative, InitiativePraise
from thidua.apps.initiatives.queries.naming import name_now
from thidua.apps.initiatives.queries.searching import matching
from thidua.apps.initiatives.scoping import Listed, listed
from thidua.apps.org.models import UnitPath
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.initiatives.authors import share_words
from thidua.text.fold import fold

PAGE = 50
MOST_COUNTED = 10_000
# Of a search across the country: whether a hit is in sight must be asked hit by hit.
MOST_LOOKED_AT = 1_000


@dataclass(frozen=True)
class InitiativeFilter:
    """What the reader chose; empty is all. `unit` takes a unit with everything below it."""

    text: str = ""
    year: int | None = None
    state: str = ""
    kind: str = ""
    level: str = ""
    sector: str = ""
    unit: str = ""
    author: str = ""
    mine: bool = False


@dataclass(frozen=True)
class InitiativeRow:
    """One initiative in a list."""

    public_id: str
    title: str
    unit_name: str
    authors: str
    state: str
    kind: str
    level: str
    recognition_no: str
    recognised_on: date | None
    praised: tuple[str, ...] = ()


@dataclass(frozen=True)
class Summary:
    """How many there are, or more than so many; if all are counted, how many were praised at each level."""

    count: int
    more: bool
    praised: list[tuple[str, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Found:
    """One page, how much there is, and what to ask for the next: the public id of its last row."""

    rows: list[InitiativeRow]
    summary: Summary
    after: str = ""


def initiative_list(actor: Actor, chosen: InitiativeFilter, after: str = "") -> Found:
    """Return a page of what fits, newest first, and how much fits; `after` is the last row seen."""
    folded = fold(chosen.text)
    sight = listed(actor, mine=chosen.mine, searched=bool(folded))
    every = _fitting(sight, chosen)
    order = ("-hit",) if folded else ("-shown_on", "-id")
    rows: Any = _behind(every, after, searched=bool(folded)).annotate(unit_name=name_now())
    page = list(rows.order_by(*order)[: PAGE + 1])
    shown = page[:PAGE]
    if not after and len(page) <= min(PAGE, MOST_COUNTED):
        summary = Summary(len(page), more=False, praised=_praised([row.pk for row in page]))
    elif folded and not sight.few:
        summary = _summary_of_hits(_narrowed(sight.rows, chosen), folded, at_least=len(shown))
    else:
        summary = _summary(every)
    return Found(_rows(shown), summary, shown[-1].public_id if len(page) > PAGE else "")


def _summary(rows: "QuerySet[Initiative]") -> Summary:
    """Count what fits up to a measure."""
    first = rows.order_by().values_list("pk", flat=True)[: MOST_COUNTED + 1]
    count = first.count()
    if count > MOST_COUNTED:
        return Summary(MOST_COUNTED, more=True)
    return Summary(count, more=False, praised=_praised(list(first)))


def _summary_of_hits(rows: "QuerySet[Initiative]", folded: str, at_least: int) -> Summary:
    """Count which of the newest hits in the country are among these rows."""
    found = matching(Initiative.objects.all(), folded, few=False).order_by("-hit")
    hits = list(found.values_list("pk", flat=True)[: MOST_LOOKED_AT + 1])
    seen = list(rows.filter(pk__in=hits[:MOST_LOOKED_AT]).values_list("pk", flat=True))
    if len(hits) > MOST_LOOKED_AT:
        return Summary(max(len(seen), at_least), more=True)
    return Summary(len(seen), more=False, praised=_praised(seen))


def _praised(ids: list[int]) -> list[tuple[str, int]]:
    """Count by level; the same initiative counts once in the whole and once at each level."""
    praises = InitiativePraise.objects.filter(initiative__in=ids, initiative__state="confirmed")
    levels = list(praises.order_by().values_list("level", flat=True)) if ids else []
    by_level = [(level, levels.count(level)) for level in LevelChoice.values]
    return [pair for pair in by_level if pair[1]]


def fitting(actor: Actor, chosen: InitiativeFilter) -> "QuerySet[Initiative]":
    """Return everything in sight that fits a filter; of a search to be ordered by `-hit`."""
    searched = bool(fold(chosen.text))
    return _fitting(listed(actor, mine=chosen.mine, searched=searched), chosen)


def _fitting(sight: Listed, chosen: InitiativeFilter) -> "QuerySet[Initiative]":
    rows, folded = _narrowed(sight.rows, chosen), fold(chosen.text)
    return matching(rows, folded, few=sight.few) if folded else rows


def _narrowed(rows: "QuerySet[Initiative]", chosen: InitiativeFilter) -> "QuerySet[Initiative]":
    """Keep what fits everything but the text."""
    if chosen.year is not None:
        start, end = date(chosen.year, 1, 1), date(chosen.year + 1, 1, 1)
        rows = rows.filter(shown_on__gte=start, shown_on__lt=end)
    plain = {"state": chosen.state, "kind": chosen.kind, "level": chosen.level}
    rows = rows.filter(**{name: value for name, value in plain.items() if value})
    if not chosen.state:
        rows = rows.exclude(state=InitiativeState.WITHDRAWN)
    if chosen.sector:
        rows = rows.filter(Q(sector=chosen.sector) | Q(sector="", unit__sector=chosen.sector))
    if chosen.unit:
        below = UnitPath.objects.on(clock.today()).filter(ancestor__public_id=chosen.unit)
        rows = rows.filter(unit_id__in=below.values("descendant_id"))
    if chosen.author:
        named = Author.objects.filter(name_key=fold(chosen.author))
        rows = rows.filter(pk__in=named.values("initiative_id"))
    return rows


def _behind(rows: "QuerySet[Any]", after: str, *, searched: bool) -> "QuerySet[Any]":
    """Keep what comes after a row, in the order of the list; an unknown row is the beginning."""
    last = Initiative.objects.filter(public_id=after).first() if after else None
    if last is None:
        return rows
    if searched:
        return rows.filter(hit__lt=last.pk)
    older = Q(shown_on__lt=last.shown_on) | Q(shown_on=last.shown_on, pk__lt=last.pk)
    # The first condition says it again for the index, which does not see through an OR.
    return rows.filter(shown_on__lte=last.shown_on).filter(older)


def _rows(page: list[Any]) -> list[InitiativeRow]:
    ids = [row.pk for row in page]
    authors: dict[int, list[str]] = {}
    shares: Any = Author.objects.filter(initiative_id__in=ids).order_by("initiative_id", "position")
    for one, name, share in shares.values_list("initiative_id", "name", "share"):
        authors.setdefault(one, []).append(f"{name} ({share_words(share)})")
    praised: dict[int, list[str]] = {}
    praises = InitiativePraise.objects.filter(initiative_id__in=ids)
    for one, level in praises.values_list("initiative_id", "level"):
        praised.setdefault(one, []).append(level)
    return [
        InitiativeRow(
            public_id=row.public_id,
            title=row.title,
            unit_name=row.unit_name or "",
            authors=", ".join(authors.get(row.pk, ())),
            state=row.state,
            kind=row.kind,
            level=row.level,
            recognition_no=row.recognition_no,
            recognised_on=row.recognised_on,
            praised=tuple(praised.get(row.pk, ())),
        )
        for row in page
    ]
