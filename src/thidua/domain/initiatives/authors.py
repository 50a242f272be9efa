"""Authors of an initiative: their shares add up to 100 % (INI-10); one cell of a sheet names them all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property

from thidua.domain.errors import Invalid
from thidua.text.fold import fold
from thidua.text.numbers import decimal
from thidua.text.unicode import clean_line

WHOLE = Decimal(100)
MOST_AUTHORS = 10
_NAME_LENGTH = 100
_CENT = Decimal("0.01")
# "Nguyễn Văn An (kỹ sư) 60 %": the post and the share may be missing. The mark of an invented person
# belongs to the name: what a demonstration gives out must read back as the same people.
_WRITTEN = re.compile(
    r"([^();%\d]+?(?:\s*\(minh họa\))?)\s*(?:\(([^()]*)\))?\s*[-–:,]?\s*(?:(\d[\d.,]*)\s*%?)?"
)


@dataclass(frozen=True)
class Author:
    """One author: name, post, place of work, and the share in the initiative in percent."""

    name: str
    share: Decimal
    post: str = ""
    workplace: str = ""

    @cached_property
    def key(self) -> str:
        """The name as it is compared: no accents, no case."""
        return fold(self.name)


def check_authors(authors: Iterable[Author]) -> None:
    """Refuse an initiative without author, an author named twice, and shares that are not 100 %."""
    given = list(authors)
    if not given:
        raise Invalid("initiatives.no_author", field="authors")
    if len(given) > MOST_AUTHORS:
        raise Invalid("initiatives.authors_many", field="authors", limit=MOST_AUTHORS)
    seen: set[tuple[str, str]] = set()
    for author in given:
        if len(author.name) > _NAME_LENGTH:
            raise Invalid("initiatives.author_long", field="authors", limit=_NAME_LENGTH)
        if not 0 < author.share <= WHOLE or author.share != author.share.quantize(_CENT):
            shown = share_words(author.share)
            raise Invalid("initiatives.share", field="authors", name=author.name, share=shown)
        # Two people may bear one name; then their posts or places tell them apart.
        one = author.key, fold(f"{author.post} {author.workplace}")
        if one in seen:
            raise Invalid("initiatives.author_twice", field="authors", name=author.name)
        seen.add(one)
    total = sum((author.share for author in given), Decimal())
    if total != WHOLE:
        raise Invalid("initiatives.shares", field="authors", total=share_words(total))


def read_share(typed: str) -> Decimal | None:
    """Read a share as people type it: 60, 33,3 or 33.33; None where it is no number."""
    try:
        return Decimal(clean_line(typed).removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        return None


def share_words(share: Decimal) -> str:
    """Write a share as papers do: 60 %, 33,33 %."""
    size = share.normalize().as_tuple().exponent
    places = -size if isinstance(size, int) and size < 0 else 0
    return f"{decimal(share, min(places, 4))} %"


def read_authors(typed: str) -> tuple[Author, ...]:
    """Read the authors of one cell, "Nguyễn Văn An (kỹ sư) 60%; Trần Thị Bình 40%"; one alone has all."""
    parts = [part for part in (clean_line(p) for p in re.split(r"[;\n]", typed)) if part]
    found = []
    for part in parts:
        match = _WRITTEN.fullmatch(part)
        share = read_share(match[3]) if match and match[3] else None
        if match and match[3] is None and len(parts) == 1:
            share = WHOLE
        if match is None or share is None:
            raise Invalid("initiatives.author_unread", field="authors", value=part)
        found.append(Author(match[1].strip(), share, (match[2] or "").strip()))
    return tuple(found)


def authors_words(authors: Iterable[Author]) -> str:
    """Write the authors as `read_authors` reads them."""
    return "; ".join(
        f"{author.name} ({author.post}) {share_words(author.share)}"
        if author.post
        else f"{author.name} {share_words(author.share)}"
        for author in authors
    )
