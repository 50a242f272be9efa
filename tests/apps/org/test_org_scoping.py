"""The one filter, against a table written by hand: relation × reach, and what ends a right."""

from dataclasses import replace
from datetime import date

import pytest

from thidua.apps.org import services
from thidua.apps.org.models import Unit
from thidua.apps.org.scoping import may, require, roles_given, visible_unit_ids
from thidua.base.actor import SYSTEM
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Forbidden, NotFound

C = Capability

BELOW_HANOI = {
    "ha-noi", "giao-duc-hn", "tu-liem", "anh-duong", "binh-minh", "hoa-sen",
    "nam-tu-liem", "cau-dien",
}  # fmt: skip

# role, unit, capability: every unit reached. Own, below, above, beside, sibling and record lines.
TABLE = [
    ("lanh-dao", "ha-noi", C.UNIT_VIEW, BELOW_HANOI | {"tld"}),
    ("lanh-dao", "ha-noi", C.FIGURE_VIEW, BELOW_HANOI),
    ("lanh-dao", "ha-noi", C.CAMPAIGN_LAUNCH, {"ha-noi"}),
    ("lanh-dao", "ha-noi", C.REPORT_REVIEW, {"giao-duc-hn", "tu-liem", "nam-tu-liem"}),
    ("lanh-dao", "ha-noi", C.UNIT_MANAGE, set()),
    ("lanh-dao", "giao-duc", C.UNIT_VIEW, {"tld", "giao-duc", "giao-duc-hn"}),
    ("lanh-dao", "giao-duc", C.FIGURE_VIEW, {"giao-duc", "giao-duc-hn"}),
    ("can-bo-thi-dua", "giao-duc-hn", C.REPORT_VIEW, {"giao-duc-hn", "hoa-sen"}),
    ("can-bo-thi-dua", "giao-duc-hn", C.UNIT_VIEW,
     {"giao-duc-hn", "hoa-sen", "ha-noi", "tld", "giao-duc"}),
    ("can-bo-thi-dua", "tu-liem", C.PERSON_INVITE, {"tu-liem", "anh-duong", "binh-minh", "hoa-sen"}),
    ("chu-tich-cdcs", "hoa-sen", C.UNIT_VIEW, {"hoa-sen", "tu-liem", "giao-duc-hn", "ha-noi", "tld"}),
    ("chu-tich-cdcs", "anh-duong", C.CAMPAIGN_VIEW, {"anh-duong", "tu-liem", "ha-noi", "tld"}),
    ("chu-tich-cdcs", "anh-duong", C.REPORT_FILL, {"anh-duong"}),
    ("chu-tich-cdcs", "anh-duong", C.REPORT_REVIEW, set()),
    ("can-bo-cdcs", "anh-duong", C.PERSON_VIEW, set()),
    ("quan-tri", "ha-noi", C.UNIT_MANAGE, BELOW_HANOI),
    ("quan-tri", "ha-noi", C.UNIT_VIEW, BELOW_HANOI),
    ("quan-tri", "ha-noi", C.REPORT_VIEW, set()),
]  # fmt: skip


def reached(country, actor, capability, on=None):
    ids = Unit.objects.filter(id__in=visible_unit_ids(actor, capability, on))
    return {country.slug_of(unit.pk) for unit in ids}


@pytest.mark.parametrize(("role", "slug", "capability", "expected"), TABLE)
def test_reach(country, role, slug, capability, expected):
    actor = country.actor(role, slug)
    one_by_one = {name for name, unit in country.units.items() if may(actor, capability, unit.pk)}

    assert reached(country, actor, capability) == one_by_one == expected


def test_it_is_one_select(country, leader, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert reached(country, leader, C.UNIT_VIEW)


def test_an_administrator_of_the_top_reaches_all(country, admin):
    assert reached(country, admin, C.UNIT_MANAGE) == set(country.units)


def test_the_tree_of_the_asked_day_decides(country, leader):
    before_the_post = date(2025, 12, 31)

    assert reached(country, leader, C.UNIT_VIEW, before_the_post) == set()


@pytest.mark.parametrize(
    "change",
    [
        {"role": "quan-tri"},
        {"assignment_id": None},
        {"assignment_id": 10_000},
        {"user_id": 10_000},
        {"unit_id": None},
    ],
)
def test_a_session_that_does_not_match_its_post_reaches_nothing(country, leader, change):
    stranger = replace(leader, **change)

    assert reached(country, stranger, C.UNIT_VIEW) == set()
    assert not may(stranger, C.UNIT_VIEW, country["ha-noi"].pk)


def test_another_units_number_in_the_session_reaches_nothing(country, leader):
    elsewhere = replace(leader, unit_id=country["hue"].pk)
    assert not may(elsewhere, C.UNIT_VIEW, country["hue"].pk)

    assert reached(country, elsewhere, C.UNIT_VIEW) == set()


def test_a_post_that_ended_reaches_nothing(country, leader, frozen_day):
    services.end_post(
        actor=SYSTEM, post_id=country.person("lanh-dao", "ha-noi").post_id, on=frozen_day
    )

    assert reached(country, leader, C.UNIT_VIEW) == set()


def test_require_tells_unseen_from_not_allowed(country, leader):
    require(leader, C.REPORT_REVIEW, country["tu-liem"].pk)
    with pytest.raises(Forbidden):
        require(leader, C.REPORT_REVIEW, country["anh-duong"].pk)
    with pytest.raises(Forbidden):
        require(leader, C.FIGURE_VIEW, country["tld"].pk)
    with pytest.raises(NotFound):
        require(leader, C.REPORT_REVIEW, country["hue"].pk)
    with pytest.raises(Forbidden):
        require(leader, C.UNIT_MANAGE, None)


def test_the_installation_itself_holds_its_few_capabilities_and_no_more(country):
    assert may(SYSTEM, C.UNIT_MANAGE, country["hue"].pk)
    assert reached(country, SYSTEM, C.UNIT_MANAGE) == set(country.units)
    assert reached(country, SYSTEM, C.REPORT_VIEW) == set()
    require(SYSTEM, C.UNIT_MANAGE, None)
    with pytest.raises(Forbidden):
        require(SYSTEM, C.REPORT_VIEW, country["hue"].pk)


GIVEN = [
    ("quan-tri", "tld", "tld", 1, ["quan-tri", "lanh-dao", "can-bo-thi-dua"]),
    ("lanh-dao", "ha-noi", "ha-noi", 2, ["lanh-dao", "can-bo-thi-dua"]),
    ("lanh-dao", "ha-noi", "anh-duong", 4, ["chu-tich-cdcs", "can-bo-cdcs", "doan-vien"]),
    ("can-bo-thi-dua", "tu-liem", "tu-liem", 3, ["can-bo-thi-dua"]),
    ("can-bo-thi-dua", "tu-liem", "anh-duong", 4, ["chu-tich-cdcs", "can-bo-cdcs", "doan-vien"]),
    ("chu-tich-cdcs", "anh-duong", "anh-duong", 4, ["can-bo-cdcs", "doan-vien"]),
    ("can-bo-cdcs", "anh-duong", "anh-duong", 4, []),
]


@pytest.mark.parametrize(("role", "slug", "at", "level", "roles"), GIVEN)
def test_nobody_gives_a_role_above_the_own(country, role, slug, at, level, roles):
    assert roles_given(country.actor(role, slug), country[at].pk, level) == roles
