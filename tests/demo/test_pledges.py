"""Pacts and registrations of the live year: 41 of 48, one plaque, both khối signed, all invented."""

from datetime import date

import pytest
from django.urls import reverse
from tests.demo.test_on_screen import page_of

from thidua.apps.campaigns.models import Campaign, Pact, PactParty, Registration
from thidua.apps.campaigns.queries.pledging import expected_of
from thidua.apps.campaigns.queries.registrations import members_covered
from thidua.apps.figures.models import Indicator
from thidua.apps.figures.queries import stored_total
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.org.models import Unit

pytestmark = pytest.mark.slow
YEAR = date(2026, 1, 1), date(2027, 1, 1)


def total(code, indicator):
    fold_pending()
    unit, row = Unit.objects.get(code=code), Indicator.objects.get(code=indicator)
    return stored_total(unit.pk, row.pk, *YEAR).sent


def test_41_of_48_have_registered_a_task(demo):
    plan = Campaign.objects.get(unit__code="HN-00592-MH-01", year=2026)

    covered = members_covered(plan, plan.unit_id, date(2026, 11, 22))
    assert (covered.registered, covered.expected, covered.missing) == (41, 48, 7)
    assert expected_of(plan).due_on == date(2026, 11, 30)
    assert "41/48 đoàn viên đã đăng ký" in page_of("demo-cs", "home")


@pytest.mark.parametrize(
    ("indicator", "value"),
    [
        ("giao-uoc-ky", 4),
        ("phan-viec-dang-ky", 41 + 52 + 240),
        ("phan-viec-hoan-thanh", 24 + 2),
        ("hoat-dong-cdcs", 1),
        ("cong-trinh-gan-bien", 1),
    ],
)
def test_what_is_signed_and_verified_climbs_to_the_city(demo, indicator, value):
    assert total("HN", indicator) == value


def test_both_blocks_signed_and_one_pact_waits_for_who_signs(demo):
    signed = Pact.objects.filter(state="signed", campaign__year=2026)

    assert signed.filter(kind="khoi-cum").count() == 2
    assert signed.filter(parties__kind="nguoi-su-dung-lao-dong").count() == 1
    waiting = Pact.objects.get(state="draft")
    assert waiting.parties.filter(representative="").count() == 1


def test_ha_dong_2023_signed_in_both_blocks(demo):
    signed = Pact.objects.filter(state="signed", campaign__unit__code="HN-HD")

    assert signed.count() == 2
    assert all("không nêu tên" in pact.note for pact in signed)
    fold_pending()
    unit = Unit.objects.get(code="HN-HD")
    row = Indicator.objects.get(code="giao-uoc-ky")
    assert stored_total(unit.pk, row.pk, date(2023, 1, 1), date(2024, 1, 1)).sent == 2


def test_every_name_in_them_is_invented(demo):
    said = [
        *PactParty.objects.filter(unit=None).values_list("name", flat=True),
        *PactParty.objects.exclude(representative="").values_list("representative", flat=True),
        *Registration.objects.values_list("name", flat=True),
    ]

    assert said
    assert [name for name in said if "(minh họa)" not in name] == []


def test_the_member_sees_the_own_task_and_no_other(demo):
    home = page_of("demo-doan-vien", "home")

    assert "Sắp xếp lại giá để dao tiện" in home
    assert "Vương Thị Ngà" not in home
    own = Registration.objects.exclude(member=None).get()
    assert reverse("registrations:registration", args=[own.public_id]) in home
