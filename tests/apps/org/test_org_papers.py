"""The head of a unit's papers, and who signs in whose name (DOC-04, DOC-05, DOC-07)."""

from datetime import date

import pytest

from thidua.apps.org.papers import Letterhead, letterhead, signature
from thidua.apps.org.services import rename_unit
from thidua.base.actor import SYSTEM

TODAY = date(2026, 11, 22)
HEAD = Letterhead("", "LĐLĐ thành phố Huế", "Huế", "Ban Thường vụ")


@pytest.mark.parametrize(
    ("slug", "superior", "place", "collective", "number"),
    [
        ("tld", "", "Hà Nội", "Đoàn Chủ tịch", "/KH-TLĐ"),
        ("hue", "Tổng Liên đoàn Lao động Việt Nam", "Huế", "Ban Thường vụ", "/KH-LĐLĐ"),
        ("giao-duc", "Tổng Liên đoàn Lao động Việt Nam", "Hà Nội", "Ban Thường vụ", "/KH-CĐ"),
        ("tu-liem", "LĐLĐ thành phố Hà Nội", "Từ Liêm", "Ban Thường vụ", "/KH-CĐ"),
        ("anh-duong", "Công đoàn phường Từ Liêm", "Từ Liêm", "Ban Chấp hành", "/KH-CĐCS"),
    ],
)
def test_the_head_names_superior_place_collective_and_number(
    country, slug, superior, place, collective, number
):
    head = letterhead(country[slug], TODAY)

    assert (head.superior, head.place, head.collective) == (superior, place, collective)
    assert head.blank_number("KH") == number


def test_a_union_of_a_commune_sits_in_it_and_the_head_is_of_its_day(country):
    head = letterhead(country["cau-dien"], date(2021, 1, 22))

    assert (head.superior, head.place) == ("LĐLĐ quận Nam Từ Liêm", "Cầu Diễn")


def test_the_head_bears_the_name_of_its_day(country):
    rename_unit(
        actor=SYSTEM,
        unit_id=country["hue"].public_id,
        name="LĐLĐ tỉnh Thừa Thiên Huế",
        on=date(2026, 6, 1),
    )

    assert letterhead(country["hue"], date(2026, 5, 31)).issuer == "LĐLĐ thành phố Huế"
    assert letterhead(country["hue"], date(2026, 6, 1)).place == "Thừa Thiên Huế"


@pytest.mark.parametrize(
    ("post", "alone", "lines"),
    [
        ("Chủ tịch", False, ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")),
        ("Phó Chủ tịch", False, ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH")),
        ("Chủ tịch LĐLĐ quận Hà Đông", False, ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")),
        ("", False, ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")),
        ("Chủ tịch", True, ("CHỦ TỊCH",)),
        ("Phó Chủ tịch Liên đoàn Lao động tỉnh", True, ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    ],
)
def test_a_collective_signs_through_its_head_or_the_head_alone(post, alone, lines):
    assert signature(HEAD, post, "A", alone=alone).lines == lines
