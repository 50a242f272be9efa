"""Sources: the papers that entries of the lawbook cite, with how surely we know their words."""

from dataclasses import dataclass
from functools import cache

from thidua.lawbook.loader import LawbookError, load_entries

CERTAINTIES = ("verified", "secondary", "unverified")


@dataclass(frozen=True)
class Source:
    """A law, decree or rule of the unions; `certainty` is how its text was read."""

    slug: str
    title: str
    certainty: str


@cache
def sources() -> dict[str, Source]:
    """Return every source by slug."""
    found = {}
    for slug, entry in load_entries("sources").items():
        entry.only("title", "certainty")
        source = Source(slug, entry.text("title"), entry.text("certainty"))
        if source.certainty not in CERTAINTIES:
            raise entry.error("certainty", f"must be one of {', '.join(CERTAINTIES)}")
        found[slug] = source
    return found


def source(slug: str) -> Source:
    """Return one source; an unknown slug is a fault of the lawbook."""
    try:
        return sources()[slug]
    except KeyError:
        raise LawbookError(f"sources.yaml: {slug}: is cited but not listed") from None
