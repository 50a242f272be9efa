"""Who sees which conference, and what of it; the plan's conferences; several cost as one."""

from datetime import date

import pytest
from tests.apps.campaigns.cascade import LEVELS, cascade
from tests.apps.conferences.stage import CHAIR, GUEST, planned, write

from thidua.apps.conferences import services
from thidua.apps.conferences.queries import (
    conference_for,
    conference_rows,
    conference_years,
    conferences_of_plan,
    record_of,
    records_of,
    visible_conferences,
)
from thidua.apps.conferences.queries.records import described
from thidua.domain.errors import NotFound

LINE = [
    ("can-bo-thi-dua", "tu-liem", True),
    ("lanh-dao", "ha-noi", True),
    ("lanh-dao", "tld", True),
    ("chu-tich-cdcs", "anh-duong", False),
    ("can-bo-cdcs", "anh-duong", False),
]


@pytest.mark.parametrize(("role", "slug", "sees_people"), LINE)
def test_the_line_sees_it_guests_are_for_the_unit_and_above(
    country, officer, held, role, slug, sees_people
):
    write(services.write_people, officer, held, CHAIR, GUEST)
    record = record_of(country.actor(role, slug), held.public_id)
    assert [person.name for person in record.chairs] == ["Trần Văn A"]
    assert bool(record.guests) == record.sees_people == sees_people


@pytest.mark.parametrize(
    ("role", "slug"),
    [
        ("lanh-dao", "hue"),
        ("lanh-dao", "giao-duc-hn"),
        ("doan-vien", "anh-duong"),
        ("quan-tri", "tld"),
    ],
)
def test_beside_the_line_there_is_none(country, held, role, slug):
    with pytest.raises(NotFound):
        conference_for(country.actor(role, slug), held.public_id)


def test_a_member_sees_those_of_the_own_unit(country, chair):
    row = planned(chair)
    record = record_of(country.actor("doan-vien", "anh-duong"), row.public_id)
    assert (record.own, record.may_keep, record.sees_people) == (True, False, False)


def test_lists_are_by_year_and_own_unit(officer, leader, chair):
    planned(officer)
    planned(officer, on_day=date(2025, 3, 1), title="Cũ")
    planned(chair, title="Cơ sở")
    assert conference_years(officer) == [2026, 2025]
    assert [row.title for row in conference_rows(officer, 0, 9, year=2025)] == ["Cũ"]
    own = conference_rows(chair, 0, 9, own=True)
    assert [(row.title, row.unit_name) for row in own] == [("Cơ sở", "CĐCS Công ty Ánh Dương")]
    assert len(conference_rows(leader, 0, 2)) == 2


def test_a_plan_shows_its_own_then_those_right_below(country, officer, chair, leader):
    plans = dict(zip(LEVELS, cascade(country), strict=True))
    mine = planned(officer, campaign_id=plans["tu-liem"].public_id, on_day=date(2026, 2, 1))
    below = planned(chair, campaign_id=plans["anh-duong"].public_id)
    planned(officer)
    assert conferences_of_plan(officer, plans["tu-liem"]) == [mine, below]
    assert conferences_of_plan(leader, plans["ha-noi"]) == [mine]
    assert conferences_of_plan(country.actor("lanh-dao", "hue"), plans["tu-liem"]) == []


def test_several_records_cost_as_one(officer, django_assert_max_num_queries):
    rows = [planned(officer) for _time in range(4)]
    for row in rows:
        write(services.write_people, officer, row, CHAIR)
    with django_assert_max_num_queries(4):
        records = records_of(officer, described(officer, visible_conferences(officer)))
        assert [len(record.chairs) for record in records] == [1] * 4
    assert records_of(officer, []) == []
