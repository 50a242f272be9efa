"""What is recorded of the titles a file names: found in a few queries, however long the file is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from thidua.apps.initiatives.enums import InitiativeState
from thidua.apps.initiatives.models import Author, Initiative
from thidua.apps.org.bulk import parts


@dataclass(frozen=True)
class Recorded:
    """An initiative that is recorded under a title of the file."""

    public_id: str
    unit_id: int
    title: str
    recognition_no: str
    recognised_on: date | None
    authors: frozenset[str]

    def is_row(self, unit_id: int, number: str, day: date | None, authors: frozenset[str]) -> bool:
        """Tell whether it is just what a row says: same unit, authors and decision."""
        mine = self.unit_id, self.recognition_no, self.recognised_on, self.authors
        return mine == (unit_id, number, day, authors)


@dataclass
class Likes:
    """What is recorded, by title."""

    by_title: dict[str, list[Recorded]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, titles: Iterable[str]) -> "Likes":
        """Read what is recorded under these titles, as they are compared."""
        found = cls()
        for part in parts(sorted(titles)):
            rows = Initiative.objects.filter(title_key__in=part)
            kept = list(rows.exclude(state=InitiativeState.WITHDRAWN))
            names: dict[int, set[str]] = defaultdict(set)
            authors = Author.objects.filter(initiative__in=[row.pk for row in kept])
            for one, key in authors.values_list("initiative_id", "name_key"):
                names[one].add(key)
            for row in kept:
                recorded = Recorded(
                    row.public_id,
                    row.unit_id,
                    row.title,
                    row.recognition_no,
                    row.recognised_on,
                    frozenset(names[row.pk]),
                )
                found.by_title[row.title_key].append(recorded)
        return found

    def like(self, unit_id: int, title: str, authors: frozenset[str]) -> list[Recorded]:
        """Return those with the title that are of the unit, or of the same authors (INI-13)."""
        named = self.by_title.get(title, ())
        return [one for one in named if one.unit_id == unit_id or one.authors == authors]
