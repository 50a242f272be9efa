"""The kinds of units: before and after 1 July 2025, who stands under whom, every source listed."""

from datetime import date

import pytest

from thidua.lawbook import kinds, loader
from thidua.lawbook.kinds import kind_name, kinds_under, unit_kinds
from thidua.lawbook.loader import LawbookError
from thidua.lawbook.sources import source, sources
from thidua.text.unicode import is_nfc

LAST_OLD, FIRST_NEW = date(2025, 6, 30), date(2025, 7, 1)


def test_every_kind_of_union_is_there():
    levels = {slug: kind.level for slug, kind in unit_kinds().items()}

    assert levels == {
        "tong-lien-doan": 1,
        "ldld-tinh": 2,
        "cd-nganh-trung-uong": 2,
        "cd-tap-doan": 2,
        "ldld-huyen": 3,
        "cd-nganh-dia-phuong": 3,
        "cd-khu-cong-nghiep": 3,
        "cd-xa-phuong": 3,
        "cd-cap-tren-khac": 3,
        "cdcs": 4,
        "nghiep-doan": 4,
        "cdcs-thanh-vien": 5,
        "cd-bo-phan": 5,
        "to-cong-doan": 5,
    }


def test_the_reform_of_2025_changes_what_stands_under_a_province():
    before = {kind.slug for kind in kinds_under("ldld-tinh", LAST_OLD)}
    after = {kind.slug for kind in kinds_under("ldld-tinh", FIRST_NEW)}

    assert before - after == {"ldld-huyen"}
    assert after - before == {"cd-xa-phuong"}


def test_a_superior_is_never_of_a_lower_level():
    for kind in unit_kinds().values():
        for above in (*kind.under, *kind.beside):
            assert unit_kinds()[above].level <= kind.level, (kind.slug, above)


def test_no_kind_stands_above_itself_by_any_line():
    """Units keep their kind, so this is why no unit can come to stand under itself."""
    above = {kind.slug: {*kind.under, *kind.beside} for kind in unit_kinds().values()}
    for _ in range(len(above)):
        above = {slug: found.union(*(above[up] for up in found)) for slug, found in above.items()}

    assert not [slug for slug, found in above.items() if slug in found]


def test_only_the_confederation_is_the_top():
    assert [kind.slug for kind in unit_kinds().values() if kind.is_top] == ["tong-lien-doan"]


def test_names_and_sources_are_nfc_and_listed():
    assert all(is_nfc(kind.name) for kind in unit_kinds().values())
    assert {kind.source for kind in unit_kinds().values()} <= set(sources())
    assert all(is_nfc(paper.title) for paper in sources().values())


def test_an_unknown_kind_shows_its_slug_and_an_unknown_source_is_a_fault():
    assert kind_name("khong-con") == "khong-con"
    with pytest.raises(LawbookError, match="khong-co: is cited but not listed"):
        source("khong-co")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: {name: A, level: 9, source: dieu-le-khoa-13}", "a.level: must be 1 to 5"),
        (
            "a: {name: A, level: 1, source: dieu-le-khoa-13, from: 2025-07-01, until: 2025-07-01}",
            "a.until: must be after 'from'",
        ),
        (
            "a: {name: A, level: 1, source: dieu-le-khoa-13, under: [b]}",
            "a.under: names an unknown kind: b",
        ),
        (
            "a: {name: A, level: 1, source: dieu-le-khoa-13, colour: red}",
            "a.colour: is not a known",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_the_key(text, says, monkeypatch):
    monkeypatch.setattr(loader, "load_yaml", lambda _: loader.yaml.safe_load(text))
    kinds.unit_kinds.cache_clear()
    try:
        with pytest.raises(LawbookError, match=says):
            kinds.unit_kinds()
    finally:
        kinds.unit_kinds.cache_clear()
