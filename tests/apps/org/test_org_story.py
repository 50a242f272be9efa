"""The life of a unit as its page tells it: on a day, from the founding to who carries it on."""

from datetime import date

import pytest
from tests.conftest import REFORM, make_user

from thidua.apps.org import queries, services
from thidua.apps.org.models import Reorganisation, Succession
from thidua.base import clock
from thidua.base.actor import SYSTEM

EVE = date(2025, 6, 30)


def told(story):
    return [(event.day, event.what, event.name, event.other) for event in story.life]


@pytest.fixture
def carried(country):
    """Cầu Diễn was carried on by Ánh Dương, and in part by Sông Hương, from the reform on."""
    decided = Reorganisation.objects.create(
        unit=country["ha-noi"],
        title="Sắp xếp",
        effective_on=REFORM,
        basis="QĐ 12",
        state="done",
        changed_at=clock.now(),
    )
    for heir, share in (("anh-duong", "whole"), ("song-huong", "part")):
        Succession.objects.create(
            reorganisation=decided,
            predecessor=country["cau-dien"],
            successor=country[heir],
            share=share,
        )
    return country


def test_on_its_last_day_a_unit_lives_and_on_the_next_it_has_ended(country):
    unit = country["cau-dien"].pk
    eve, after = queries.story_of(unit, EVE), queries.story_of(unit, REFORM)

    assert (eve.lives, eve.superior.name, eve.keeper) == (True, "LĐLĐ quận Nam Từ Liêm", None)
    assert (after.lives, after.superior) == (False, None)
    # The district that kept the records ended on the same day.
    assert after.keeper.name == "LĐLĐ quận Nam Từ Liêm"
    assert after.holder == "LĐLĐ thành phố Hà Nội"
    assert eve.holder == queries.story_of(country["nam-tu-liem"].pk, REFORM).holder == ""
    assert eve.ends_on == after.ends_on == REFORM
    assert eve.life == after.life


def test_before_its_first_day_a_unit_has_its_first_name(country):
    story = queries.story_of(country["anh-duong"].pk, EVE)

    assert (story.name, story.short_name) == ("CĐCS Công ty Ánh Dương", "Ánh Dương")
    assert (story.lives, story.begins_on, story.superior) == (False, REFORM, None)


def test_leaders_and_numbers_belong_to_the_life(country, django_assert_num_queries):
    unit = country["anh-duong"]
    user = make_user("cu", "Lê Thị Cũ")
    post = services.assign_post(
        actor=SYSTEM,
        user_id=user.pk,
        role="chu-tich-cdcs",
        unit_id=unit.public_id,
        valid_from=REFORM,
    )
    services.end_post(actor=SYSTEM, post_id=post, on=date(2026, 3, 1))
    services.assign_post(
        actor=SYSTEM,
        user_id=make_user("khac", "Lê Thị Khác").pk,
        role="can-bo-cdcs",
        unit_id=unit.public_id,
        valid_from=REFORM,
    )
    for on, members in ((REFORM, 10), (date(2026, 1, 1), 20), (date(2026, 5, 1), 30)):
        services.record_headcount(actor=SYSTEM, unit_id=unit.public_id, on=on, members=members)
    leader = country.actor("lanh-dao", "ha-noi")
    with django_assert_num_queries(5):
        story = queries.story_of(
            unit.pk, date(2026, 2, 1), seen_by=leader, people=True, counts=True
        )

    assert story.count.members == 20
    assert [holder.full_name for holder in story.posts] == ["Lê Thị Cũ", "Lê Thị Khác"]
    assert [(e.day, e.what) for e in story.life] == [
        (date(2026, 5, 1), "counted"),
        (date(2026, 3, 1), "head_ends"),
        (REFORM, "founded"),
        (REFORM, "head_begins"),
        (REFORM, "counted"),
    ]
    assert story.life[0].members == 30
    bare = queries.story_of(unit.pk, date(2026, 2, 1))
    assert (bare.count, bare.posts) == (None, [])
    assert [event.what for event in bare.life] == ["founded"]


def test_who_carries_a_unit_on_is_told_on_both_pages(carried):
    leader = carried.actor("lanh-dao", "ha-noi")
    ended = queries.story_of(carried["cau-dien"].pk, seen_by=leader)
    heir = queries.story_of(carried["anh-duong"].pk, seen_by=leader)

    assert [(above.name, above.share, above.seen) for above in ended.heirs] == [
        ("CĐCS Công ty Ánh Dương", "whole", True),
        ("CĐCS Công ty Sông Hương", "part", False),
    ]
    assert (REFORM, "carried_on", "", "CĐCS Công ty Ánh Dương") in told(ended)
    assert [above.name for above in heir.forebears] == ["Công đoàn phường Cầu Diễn"]
    assert (REFORM, "carries_on", "", "Công đoàn phường Cầu Diễn") in told(heir)
    assert heir.heirs == ended.forebears == []
    assert queries.story_of(carried["cau-dien"].pk, EVE, seen_by=leader).heirs == []


def test_a_superior_of_the_past_opens_only_for_who_sees_it_today(country, admin):
    services.place_unit(
        actor=admin,
        unit_id=country["anh-duong"].public_id,
        parent_id=country["hue"].public_id,
        line="main",
        on=date(2026, 6, 1),
    )
    unit, before = country["anh-duong"].pk, date(2026, 5, 31)
    for actor, seen in ((country.actor("lanh-dao", "hue"), False), (admin, True)):
        superior = queries.story_of(unit, before, seen_by=actor).superior
        assert (superior.name, superior.seen) == ("Công đoàn phường Từ Liêm", seen)
