"""What every paper of a unit begins and ends with: its head, and who signs in whose name."""

import re
from dataclasses import dataclass
from datetime import date

from thidua.apps.org.models import Unit
from thidua.apps.org.queries import ancestor_ids, names
from thidua.domain.documents import Signature
from thidua.lawbook.kinds import GRASSROOTS_LEVEL, unit_kinds
from thidua.lawbook.signing import signing_of, top_place

# A union body carries the name of its place: Liên đoàn Lao động quận Hà Đông.
_PLACE = re.compile(
    r"\b(?:tỉnh|thành phố|TP|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu) ([^,(–-]+)"
)
# A grassroots union is named after its house; only one of a commune's own carries a place.
_COMMUNE = re.compile(r"(?:Công đoàn|Công đoàn cơ sở|CĐCS) (?:phường|xã|thị trấn|đặc khu) ")
# The abbreviation behind the number, by how a name begins (DOC-04).
_ABBREVIATIONS = (
    ("Tổng Liên đoàn", "TLĐ"),
    ("Liên đoàn Lao động", "LĐLĐ"),
    ("LĐLĐ", "LĐLĐ"),
    ("Công đoàn cơ sở", "CĐCS"),
    ("CĐCS", "CĐCS"),
)
# A post is printed without the name of the body, which stands in the head already.
_BODY = re.compile(r"\s+(?:Tổng Liên đoàn|Liên đoàn|Công đoàn|Nghiệp đoàn|LĐLĐ|CĐCS|CĐ)\b.*")
_HEAD_OF_ALL = "Chủ tịch"


@dataclass(frozen=True)
class Letterhead:
    """The head of a unit's papers on one day, and the collective that it acts through."""

    superior: str
    issuer: str
    place: str
    collective: str

    def blank_number(self, kind: str) -> str:
        """Return “/KH-LĐLĐ”: the end of a number that is still to be given."""
        known = (code for name, code in _ABBREVIATIONS if self.issuer.startswith(name))
        return f"/{'-'.join(filter(None, (kind, next(known, 'CĐ'))))}"


def letterhead(unit: Unit, day: date) -> Letterhead:
    """Return the head of the unit's papers as of the day."""
    above = ancestor_ids(unit.pk, day)
    named = names([unit.pk, *above], day)
    issuer = named.get(unit.pk, "")
    known = unit_kinds().get(unit.kind)
    placed = (known and known.level < GRASSROOTS_LEVEL) or _COMMUNE.match(issuer)
    # One without a place in its name sits where its superior does.
    places = (_PLACE.search(named.get(one, "")) for one in [*([unit.pk] if placed else []), *above])
    return Letterhead(
        superior=named.get(above[0], "") if above else "",
        issuer=issuer,
        place=next((found[1].strip() for found in places if found), top_place()),
        collective=signing_of(unit.kind).collective,
    )


def signature(head: Letterhead, post: str, name: str, *, alone: bool = False) -> Signature:
    """Return who signs: for the collective (DOC-05, DOC-07), or the head alone by the post."""
    held = (_BODY.sub("", post.strip()) or _HEAD_OF_ALL).upper()
    if not alone:
        return Signature((f"TM. {head.collective.upper()}", held), name)
    deputy = held.startswith("PHÓ ")
    return Signature((f"KT. {held.removeprefix('PHÓ ')}", held) if deputy else (held,), name)
