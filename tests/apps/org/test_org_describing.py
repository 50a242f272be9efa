"""Names, sectors and headcounts: dated, corrected on their own day, refused where they cannot be."""

from datetime import date

import pytest

from thidua.apps.org import queries, services
from thidua.apps.org.models import Headcount, Unit, UnitName
from thidua.base.messages import sentence
from thidua.base.models import AuditEvent
from thidua.domain.errors import Conflict, Forbidden, Invalid

DAY = date(2026, 3, 1)


@pytest.fixture
def unit(country):
    return country["anh-duong"]


def rename(actor, unit, name="CĐCS Công ty Rạng Đông", on=DAY, **more):
    return services.rename_unit(actor=actor, unit_id=unit.public_id, name=name, on=on, **more)


def count(actor, unit, on=DAY, **numbers):
    return services.record_headcount(actor=actor, unit_id=unit.public_id, on=on, **numbers)


def test_a_name_holds_from_its_day(unit, admin):
    rename(admin, unit)

    assert queries.name_of(unit.pk, date(2026, 2, 28)) == "CĐCS Công ty Ánh Dương"
    assert queries.name_of(unit.pk, DAY) == "CĐCS Công ty Rạng Đông"
    assert queries.name_of(unit.pk, date(2024, 1, 1)) == "CĐCS Công ty Ánh Dương"
    found = [row.id for row in queries.search_units(admin, "rang dong")]
    assert found == [unit.pk]


def test_a_name_of_the_same_day_is_corrected_in_place(unit, admin):
    rename(admin, unit)
    rename(admin, unit, name="CĐCS Công ty Bình Đông", short_name="Bình Đông")

    assert UnitName.objects.filter(unit=unit).count() == 2
    assert queries.short_names([unit.pk]) == {unit.pk: "Bình Đông"}


def test_renaming_is_audited_with_what_was(unit, admin):
    rename(admin, unit, basis="QĐ 3")
    said = AuditEvent.objects.select_related("payload").latest("id")

    assert said.operation == "rename_unit"
    assert said.payload.data["before"] == {
        "name": "CĐCS Công ty Ánh Dương",
        "short_name": "Ánh Dương",
    }
    assert said.payload.data["after"]["name"] == "CĐCS Công ty Rạng Đông"


def test_names_that_cannot_be(country, unit, admin):
    with pytest.raises(Conflict) as taken:
        rename(admin, unit, name="CĐCS Công ty Bình Minh")
    with pytest.raises(Conflict) as early:
        rename(admin, unit, on=date(2025, 6, 1))
    rename(admin, unit)
    with pytest.raises(Conflict) as behind:
        rename(admin, unit, name="Tên khác", on=date(2026, 2, 1))
    with pytest.raises(Forbidden):
        rename(country.actor("lanh-dao", "ha-noi"), unit)

    codes = [refused.value.code for refused in (taken, early, behind)]
    assert codes == ["org.name_taken", "org.not_living", "org.later_change"]
    assert "01/03/2026" in sentence(behind.value)


def test_a_sector_is_set_and_taken_back(unit, admin):
    services.classify_unit(actor=admin, unit_id=unit.public_id, sector="doanh-nghiep")
    assert Unit.objects.get(pk=unit.pk).sector == "doanh-nghiep"
    services.classify_unit(actor=admin, unit_id=unit.public_id, sector="")
    assert Unit.objects.get(pk=unit.pk).sector == ""
    said = AuditEvent.objects.select_related("payload").latest("id").payload.data
    assert said["before"] == {"sector": "doanh-nghiep"}
    with pytest.raises(Invalid):
        services.classify_unit(actor=admin, unit_id=unit.public_id, sector="khac")


def test_headcounts_follow_one_another(country, unit, admin):
    count(admin, unit, members=48, workers=60, women=20, on=date(2026, 1, 1))
    count(admin, unit, members=50)

    assert queries.count_of(unit.pk, date(2026, 2, 1)).women == 20
    assert queries.count_of(unit.pk, DAY).members == 50
    assert queries.count_of(unit.pk, date(2025, 12, 31)) is None
    [row] = [r for r in queries.direct_units(country["tu-liem"].pk) if r.id == unit.pk]
    assert row.members == 50
    assert AuditEvent.objects.latest("id").operation == "record_headcount"


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        ({"members": -1}, "org.count_range"),
        ({"members": 20_000_001}, "org.count_range"),
        ({"members": 5, "workers": 4}, "org.more_members_than_workers"),
        ({"members": 5, "women": 6}, "org.more_women_than_members"),
    ],
)
def test_numbers_that_cannot_be(unit, admin, numbers, code):
    with pytest.raises(Invalid) as refused:
        count(admin, unit, **numbers)

    assert refused.value.code == code
    assert not Headcount.objects.exists()
    assert "%(" not in sentence(refused.value)
