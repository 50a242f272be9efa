"""Reading units: names as of a day, order, search, leaves, lives and their story."""

from datetime import date

import pytest

from thidua.apps.org import queries, services
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import NotFound

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def slugs(country, ids):
    return [country.slug_of(pk) for pk in ids]


def test_a_unit_is_seen_or_not_found(country, leader):
    assert queries.visible_unit(leader, country["hoa-sen"].public_id).pk == country["hoa-sen"].pk
    with pytest.raises(NotFound):
        queries.visible_unit(leader, country["hue"].public_id)
    with pytest.raises(NotFound):
        queries.visible_unit(leader, country["tld"].public_id, Capability.FIGURE_VIEW)
    with pytest.raises(NotFound):
        queries.unit_by_public_id("dv_khong_co")


def test_rights_come_with_the_unit_in_one_query(country, leader, django_assert_num_queries):
    with django_assert_num_queries(1):
        unit, rights = queries.unit_with_rights(
            leader,
            country["tu-liem"].public_id,
            Capability.UNIT_MANAGE,
            Capability.PERSON_VIEW,
            Capability.REPORT_REVIEW,
        )

    assert unit.pk == country["tu-liem"].pk
    assert rights == {Capability.PERSON_VIEW, Capability.REPORT_REVIEW}
    with pytest.raises(NotFound):
        queries.unit_with_rights(leader, country["hue"].public_id, Capability.UNIT_VIEW)


def test_direct_units_stand_in_vietnamese_order(country):
    names = [row.name for row in queries.direct_units(country["ha-noi"].pk)]
    before = slugs(country, [row.id for row in queries.direct_units(country["ha-noi"].pk, BEFORE)])

    assert names == ["Công đoàn Giáo dục Hà Nội", "Công đoàn phường Từ Liêm"]
    assert before == ["giao-duc-hn", "nam-tu-liem"]


def test_a_row_says_what_a_list_shows(country):
    row = queries.unit_row(country["tu-liem"].pk)

    assert (row.kind_name, row.is_leaf, row.lives) == ("Công đoàn xã, phường, đặc khu", False, True)
    assert (row.short_name, row.members, row.code) == (
        "Công đoàn phường Từ Liêm",
        None,
        "VN-TU-LIEM",
    )
    assert queries.unit_row(country["tu-liem"].pk, BEFORE) is None
    assert not queries.unit_row(country["cau-dien"].pk).lives


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cau dien", ["cau-dien"]),
        ("HOA sen mam", ["hoa-sen"]),
        ("vn-hoa-sen", ["hoa-sen"]),
        ("sông hương", []),
        ("bình minh", ["binh-minh"]),
    ],
)
def test_search_needs_no_accents_and_stays_in_scope(country, leader, text, found):
    assert slugs(country, [row.id for row in queries.search_units(leader, text)]) == found


def test_signs_that_are_no_words_find_everything_in_scope(country, leader):
    assert len(queries.search_units(leader, "% _")) == 9


def test_search_reads_one_page_in_one_query(country, leader, django_assert_num_queries):
    with django_assert_num_queries(1):
        first = queries.search_units(leader, "công", limit=2)
    second = queries.search_units(leader, "công", limit=2, start=2)

    assert len(first) == len(second) == 2
    assert {row.id for row in first}.isdisjoint(row.id for row in second)


def test_leaves_are_those_that_lead_nobody_that_day(country):
    before = set(queries.living_leaf_ids(country["ha-noi"].pk, BEFORE))
    after = set(queries.living_leaf_ids(country["ha-noi"].pk, AFTER))

    assert set(slugs(country, before)) == {"cau-dien", "giao-duc-hn"}
    assert set(slugs(country, after)) == {"anh-duong", "binh-minh", "hoa-sen", "giao-duc-hn"}
    assert queries.is_leaf(country["anh-duong"].pk)
    assert queries.has_children(country["tu-liem"].pk)
    assert not queries.has_children(country["tu-liem"].pk, BEFORE)


def test_lives_have_a_last_day(country):
    assert queries.last_living_day(country["cau-dien"].pk) == BEFORE
    assert queries.last_living_day(country["anh-duong"].pk) is None
    assert queries.lives_on(country["cau-dien"].pk, BEFORE)
    assert not queries.lives_on(country["cau-dien"].pk, AFTER)


def test_names_of_many_units_take_at_most_two_queries(country, django_assert_num_queries):
    ids = [unit.pk for unit in country.units.values()]
    with django_assert_num_queries(2):
        shown = queries.names(ids, BEFORE)

    assert len(shown) == len(ids)
    assert shown[country["tu-liem"].pk] == "Công đoàn phường Từ Liêm"
    assert queries.name_of(10_000) == ""


def test_the_story_of_an_ended_unit(country):
    story = queries.story_of(country["cau-dien"].pk)

    assert (story.superior, story.side, story.ends_on) == (None, None, AFTER)
    assert story.keeper.name == "LĐLĐ quận Nam Từ Liêm"
    assert [(e.day, e.what, e.other) for e in story.life] == [
        (AFTER, "ended", "LĐLĐ quận Nam Từ Liêm"),
        (date(2015, 1, 1), "founded", "LĐLĐ quận Nam Từ Liêm"),
    ]


def test_the_story_of_a_living_unit(country, admin, django_assert_num_queries):
    unit = country["hoa-sen"]
    services.rename_unit(
        actor=admin, unit_id=unit.public_id, name="CĐCS Hoa Sen", on=date(2026, 1, 1)
    )
    services.place_unit(
        actor=admin, unit_id=unit.public_id, parent_id=None, line="side", on=date(2026, 2, 1)
    )
    services.place_unit(
        actor=admin,
        unit_id=unit.public_id,
        parent_id=country["giao-duc-hn"].public_id,
        line="main",
        on=date(2026, 3, 1),
    )
    with django_assert_num_queries(2):
        story = queries.story_of(unit.pk)

    assert story.superior.name == "Công đoàn Giáo dục Hà Nội"
    assert [event.what for event in story.life] == [
        "moved", "side_ends", "renamed", "founded", "side_begins",
    ]  # fmt: skip
    assert queries.life_of(unit.pk) == story.life
    assert story.life[2].name == "CĐCS Hoa Sen"
