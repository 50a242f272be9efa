"""A country of national size for a benchmark: the top, 34 provinces, what stands between, grassroots."""

from dataclasses import dataclass
from datetime import date

from thidua.apps.org import bulk
from thidua.domain.spans import OPEN_END, DateSpan
from thidua.domain.tree import Edge, Line
from thidua.text.collate import sort_key
from thidua.text.fold import fold

PROVINCES = 34
_SECTORS = ("doanh-nghiep", "hanh-chinh-su-nghiep")


@dataclass(frozen=True)
class Nation:
    """The units by level, as the database numbers them; the code of the nth middle is `M<n>`."""

    top: int
    provinces: list[int]
    middles: list[int]
    leaves: list[int]


def found_nation(middle: str, middles: int, leaves: int, since: date) -> Nation:
    """Make the country through the bulk path; `middle` is the kind between province and grassroots."""
    (top,) = _units("tong-lien-doan", "T", 1, since)
    made = Nation(
        top,
        _units("ldld-tinh", "P", PROVINCES, since),
        _units(middle, "M", middles, since),
        _units("cdcs", "C", leaves, since),
    )
    span = DateSpan(since, OPEN_END)
    edges = [Edge(top, None, Line.MAIN, span)]
    for units, above in (
        (made.provinces, [top]),
        (made.middles, made.provinces),
        (made.leaves, made.middles),
    ):
        for place, unit in enumerate(units):
            edges.append(Edge(unit, above[place % len(above)], Line.MAIN, span))
    bulk.rewrite_edges([], edges)
    bulk.rewrite_paths(edges, [edge.unit for edge in edges])
    return made


def _units(kind: str, letter: str, many: int, since: date) -> list[int]:
    return bulk.make_units([_unit(kind, f"{letter}{n}", n) for n in range(many)], since)


def _unit(kind: str, code: str, number: int) -> tuple[dict[str, str], dict[str, str]]:
    name = f"Công đoàn số {code}"
    sector = _SECTORS[number % len(_SECTORS)] if kind == "cdcs" else ""
    unit = {"kind": kind, "code": code, "sector": sector}
    return unit, {"name": name, "name_fold": fold(name), "sort_key": sort_key(name)}
