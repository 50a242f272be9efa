"""Who signs for whom: the collective of each level, and the place of a body that has none in its name."""

from dataclasses import dataclass
from functools import cache

from thidua.lawbook.kinds import GRASSROOTS_LEVEL, unit_kinds
from thidua.lawbook.loader import load_entries
from thidua.lawbook.sources import source


@dataclass(frozen=True)
class Signing:
    """How papers of one level are signed."""

    collective: str
    place: str


def signing_of(kind: str) -> Signing:
    """Return how a unit of this kind signs; a kind no longer known signs as a grassroots union."""
    known = unit_kinds().get(kind)
    return _levels()[str(known.level if known else GRASSROOTS_LEVEL)]


def top_place() -> str:
    """Return where the top of the tree sits."""
    return next(level.place for level in _levels().values() if level.place)


@cache
def _levels() -> dict[str, Signing]:
    found = {}
    for level, entry in load_entries("signing").items():
        entry.only("collective", "place", "source")
        source(entry.text("source"))
        found[level] = Signing(entry.text("collective"), entry.text("place", ""))
    return found
