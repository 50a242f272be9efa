"""The shelf of the year's usual plans: a first draft of each, for any year."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from thidua.domain.plan_draft import CommemorationDraft, PhaseDraft, PlanDraft
from thidua.lawbook.commemorations import founding_days
from thidua.lawbook.days_off import first_day_of_tet
from thidua.lawbook.loader import Entry, load_entries
from thidua.lawbook.movements import standard_movements


@dataclass(frozen=True)
class ShelvedPlan:
    """One usual plan; `movements` are codes of the lawbook."""

    slug: str
    title: str
    tet: int
    first: str
    last: str
    school_year: bool
    contents: tuple[str, ...]
    commemorations: tuple[str, ...]
    movements: tuple[str, ...]
    phases: tuple[tuple[str, str, str], ...]

    def span(self, year: int) -> tuple[date, date]:
        """Return the first and the last day in a year."""
        if self.tet:
            new_year = first_day_of_tet(year)
            return new_year - timedelta(days=self.tet), new_year - timedelta(days=1)
        return _days(year, self.first, self.last)

    def called(self, year: int) -> str:
        """Return the title for a year."""
        return self.title.format(year=year, next=year + 1)

    def draft(self, year: int, movements: tuple[str, ...] = ()) -> PlanDraft:
        """Return the plan for a year; without đợt of its own it is one. `movements` are ids."""
        starts_on, last_day = self.span(year)
        return PlanDraft(
            title=self.called(year),
            starts_on=starts_on,
            last_day=last_day,
            contents=self.contents,
            school_year=self.school_year,
            phases=self._phases(starts_on, last_day),
            commemorations=tuple(CommemorationDraft(slug) for slug in self.commemorations),
            movements=movements,
        )

    def _phases(self, starts_on: date, last_day: date) -> tuple[PhaseDraft, ...]:
        if not self.phases:
            return (PhaseDraft(starts_on, last_day),)
        first = f"{starts_on:%m-%d}"
        return tuple(
            PhaseDraft(_on(starts_on.year, begins, first), _on(starts_on.year, ends, first), theme)
            for begins, ends, theme in self.phases
        )


def _on(year: int, month_day: str, first: str) -> date:
    """Return a month-day in the year of the first day, or in the next where it lies before it."""
    return date.fromisoformat(f"{year if month_day >= first else year + 1}-{month_day}")


def _days(year: int, first: str, last: str) -> tuple[date, date]:
    return _on(year, first, first), _on(year, last, first)


@cache
def shelf() -> dict[str, ShelvedPlan]:
    """Return the usual plans by slug, in the order of the year."""
    return {slug: _plan(slug, entry) for slug, entry in load_entries("shelf").items()}


def _plan(slug: str, entry: Entry) -> ShelvedPlan:
    entry.only(
        "title", "tet", "from", "last_day", "school_year", "contents", "commemorations",
        "movements", "phases",
    )  # fmt: skip
    tet = entry.number("tet", 0)
    return ShelvedPlan(
        slug=slug,
        title=entry.text("title"),
        tet=tet,
        first="" if tet else entry.text("from"),
        last="" if tet else entry.text("last_day"),
        school_year=entry.yes("school_year", False),
        contents=entry.texts("contents"),
        commemorations=_known(entry, "commemorations", set(founding_days())),
        movements=_known(entry, "movements", set(standard_movements())),
        phases=tuple(_phase(row) for row in entry.rows("phases")),
    )


def _phase(row: Entry) -> tuple[str, str, str]:
    row.only("from", "last_day", "theme")
    return row.text("from"), row.text("last_day"), row.text("theme", "")


def _known(entry: Entry, name: str, known: set[str]) -> tuple[str, ...]:
    slugs = entry.texts(name, [])
    for slug in slugs:
        if slug not in known:
            raise entry.error(name, f"{slug} is not in its list")
    return slugs
