"""Hà Nội around 1 July 2025: one act ends the level above the grassroots; wards come in October."""

from datetime import date

import pytest

from thidua.apps.figures.models import Total
from thidua.apps.org import queries
from thidua.apps.org.models import Placement, Reorganisation, Unit
from thidua.apps.org.queries.succession import carried_on_by
from thidua.apps.org.services.paths import rebuild_all_paths

pytestmark = pytest.mark.slow

EVE, REFORM, GAP, WARDS = date(2025, 6, 30), date(2025, 7, 1), date(2025, 9, 30), date(2025, 10, 1)
LEVEL = ("ldld-huyen", "cd-xa-phuong", "cd-nganh-dia-phuong")


def direct(day):
    """The real units directly under the city on a day, with their kinds."""
    rows = Placement.objects.on(day).filter(line="main", parent__code="HN")
    rows = rows.exclude(unit__code__contains="-MH-")
    return set(rows.values_list("unit__code", "unit__kind"))


def test_one_reorganisation_ends_them_all_and_the_city_keeps_the_records(demo):
    act = Reorganisation.objects.get()
    assert (act.state, act.effective_on) == ("done", REFORM)
    city = Unit.objects.get(code="HN").pk
    ended = Unit.objects.filter(code__in=act.changes.values_list("code"))
    assert {"HN-NTL", "HN-HD", "HN-VC", "HN-NTL-01"} <= set(ended.values_list("code", flat=True))
    for unit in ended:
        assert queries.last_living_day(unit.pk) == EVE
        assert queries.record_keeper_id(unit.pk, REFORM) == city
        assert not carried_on_by(unit.pk)


def test_for_three_months_no_real_union_stands_between_city_and_grassroots(demo):
    assert {("HN-NTL", "ldld-huyen"), ("HN-HD", "ldld-huyen")} <= direct(EVE)
    assert not {kind for _, kind in direct(REFORM) | direct(GAP)} & set(LEVEL)
    assert {kind for _, kind in direct(WARDS)} & set(LEVEL) == {"cd-xa-phuong"}


def test_paths_are_those_of_the_placements(demo):
    assert rebuild_all_paths() == 0


def test_what_was_filed_by_ended_units_stands_where_it_stood(demo):
    city = Unit.objects.get(code="HN")
    past = Total.objects.filter(unit=city, until__lte=REFORM)
    for row in past:
        today = Total.every.filter(unit=city, view="today", indicator=row.indicator_id)
        same = today.filter(starts_on=row.starts_on, until=row.until, sector=row.sector)
        assert same.filter(sent=row.sent, accepted=row.accepted).exists()
