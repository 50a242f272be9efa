"""Handover: one event, both sides on one day, nothing but the post changes hands."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection
from tests.conftest import make_user

from thidua.apps.org import queries, services
from thidua.apps.org.models import Assignment
from thidua.apps.org.services.handover import FIRST_DAYS, hand_over, in_first_days, office_of
from thidua.base import clock
from thidua.base.actor import SYSTEM
from thidua.base.models import AuditEvent
from thidua.domain.errors import Conflict, Forbidden, NotFound
from thidua.domain.spans import OPEN_END

ON = date(2026, 11, 20)


@pytest.fixture
def old(country):
    return country.person("chu-tich-cdcs", "anh-duong")


@pytest.fixture
def new(country):
    return make_user("0900000009", "Lê Văn Mới")


@pytest.fixture
def hand(old, new, officer):
    def act(on=ON, *, actor=officer, to=new, post=None, **more):
        post_id = post or old.post_id
        return hand_over(actor=actor, post_id=post_id, to_user_id=to.public_id, on=on, **more)

    return act


def post_of(public_id):
    return Assignment.objects.get(public_id=public_id)


def test_both_sides_change_on_one_day_in_one_event(country, hand, old, new):
    before = AuditEvent.objects.count()
    successor = hand(basis="QĐ 12/QĐ-CĐP")
    event = AuditEvent.objects.select_related("payload").latest("id")

    assert AuditEvent.objects.count() == before + 1
    assert (event.operation, event.subject_id) == ("hand_over", successor)
    assert event.unit == country["anh-duong"].pk
    assert event.payload.data["basis"] == "QĐ 12/QĐ-CĐP"
    assert event.payload.data["before"]["post"] == old.post_id
    assert event.payload.data["after"]["user"] == new.pk
    assert post_of(old.post_id).valid_until == ON
    taken = post_of(successor)
    assert (taken.role, taken.unit_id) == ("chu-tich-cdcs", country["anh-duong"].pk)
    assert (taken.valid_from, taken.valid_until) == (ON, OPEN_END)


def test_on_every_day_exactly_one_of_them_is_the_chair(country, hand, old, new):
    hand()
    unit = country["anh-duong"].pk
    chairs = {
        day: [post.user_id for post in queries.posts_at(unit, ON + timedelta(days=day))]
        for day in (-1, 0, 1)
    }

    assert chairs == {-1: [old.user.pk], 0: [new.pk], 1: [new.pk]}


def test_of_a_post_given_today_nothing_remains_but_the_event(hand, old, new, officer, frozen_day):
    first = hand(on=frozen_day)
    third = make_user("0900000010", "Phạm Thị Ba")
    second = hand(on=frozen_day, post=first, to=third)
    event = AuditEvent.objects.select_related("payload").latest("id")

    assert not Assignment.objects.filter(public_id=first).exists()
    assert event.payload.data["before"] == {
        "post": first,
        "user": new.pk,
        "role": "chu-tich-cdcs",
        "from": frozen_day.isoformat(),
        "until": OPEN_END.isoformat(),
    }
    assert queries.assignments_of(new.pk) == []
    assert [post.public_id for post in queries.assignments_of(third.pk)] == [second]


def test_a_post_given_today_may_be_withdrawn_today(country, officer, new, frozen_day):
    given = services.assign_post(
        actor=officer,
        user_id=new.pk,
        role="can-bo-cdcs",
        unit_id=country["anh-duong"].public_id,
        valid_from=frozen_day,
    )
    answer = services.end_post(actor=officer, post_id=given, on=frozen_day)
    event = AuditEvent.objects.select_related("payload").latest("id")

    assert answer == given
    assert not Assignment.objects.filter(public_id=given).exists()
    assert (event.operation, event.subject_id) == ("end_post", given)
    assert event.payload.data["before"]["from"] == event.payload.data["after"]["until"]


def test_a_day_outside_the_post_is_refused_and_nothing_is_written(hand, old, new):
    for day in (date(2025, 12, 31), date(2020, 1, 1)):
        with pytest.raises(Conflict) as refused:
            hand(on=day)
        assert refused.value.code == "org.post_not_held"
    hand()
    with pytest.raises(Conflict) as again:
        hand(on=ON + timedelta(days=1))

    assert again.value.code == "org.post_not_held"
    assert Assignment.objects.filter(user=new).count() == 1


def test_a_day_to_come_leaves_the_rights_where_they_are_until_then(hand, old, new, frozen_day):
    later = frozen_day + timedelta(days=10)
    hand(on=later)

    assert queries.actor_for(old.user.pk, "Cũ", None) is not None
    assert queries.actor_for(new.pk, "Mới", None) is None
    with clock.pinned(later):
        assert queries.actor_for(old.user.pk, "Cũ", None) is None
        assert queries.actor_for(new.pk, "Mới", None).role == "chu-tich-cdcs"


def test_the_successor_leaves_with_a_unit_that_is_to_end(country, hand, new, admin):
    last = date(2026, 12, 31)
    services.end_unit(
        actor=admin, unit_id=country["anh-duong"].public_id, on=last + timedelta(days=1)
    )

    assert post_of(hand()).valid_until == last + timedelta(days=1)


def test_who_already_shares_the_post_goes_on_with_it(country, hand, new, officer, frozen_day):
    shared = services.assign_post(
        actor=officer,
        user_id=new.pk,
        role="chu-tich-cdcs",
        unit_id=country["anh-duong"].public_id,
        valid_from=date(2026, 5, 1),
    )

    assert hand() == shared
    assert post_of(shared).valid_from == date(2026, 5, 1)


def test_nobody_hands_over_to_himself_nor_gives_up_the_own_post(hand, old, new):
    with pytest.raises(Conflict) as same:
        hand(to=old.user)
    with pytest.raises(Forbidden) as own:
        hand(actor=old.actor)

    assert (same.value.code, own.value.code) == ("org.post_held", "org.own_post")
    assert post_of(old.post_id).valid_until == OPEN_END


def test_who_may_hand_over(country, hand, old, helper, leader, admin):
    for stranger in (country.actor("lanh-dao", "hue"), country.actor("chu-tich-cdcs", "binh-minh")):
        with pytest.raises(NotFound):
            hand(actor=stranger)
    with pytest.raises(Forbidden):
        hand(actor=helper)
    above = country.person("lanh-dao", "tu-liem").post_id
    with pytest.raises(Forbidden) as out_of_gift:
        hand(actor=country.actor("can-bo-thi-dua", "tu-liem"), post=above)

    assert out_of_gift.value.code == "org.role_not_given"
    assert hand(actor=leader)
    assert hand(actor=admin, post=above)
    assert hand(actor=SYSTEM, post=country.person("can-bo-cdcs", "binh-minh").post_id)


def test_an_unknown_post_or_person(hand, new):
    with pytest.raises(NotFound):
        hand(post="pc_khong_co")
    new.is_active = False
    new.save()
    with pytest.raises(NotFound):
        hand()


def test_a_second_press_changes_nothing(hand, officer):
    keyed = officer.with_key("bấm hai lần")
    first = hand(actor=keyed)

    assert hand(actor=keyed) == first
    assert AuditEvent.objects.filter(operation="hand_over").count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer at a time")
def test_of_several_who_hand_over_at_once_one_wins(country, hand):
    rivals = [make_user(f"090000002{number}", f"Người Nhận {number}") for number in range(4)]

    def press(user):
        try:
            return hand(to=user)
        except Conflict as refusal:
            return refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(press, rivals))
    chairs = queries.posts_at(country["anh-duong"].pk)

    assert answers.count("org.post_not_held") == 3
    assert [post.public_id in answers for post in chairs] == [True]


def test_the_office_tells_its_people_through_time(
    country, hand, new, frozen_day, django_assert_num_queries
):
    services.record_headcount(
        actor=SYSTEM, unit_id=country["anh-duong"].public_id, on=date(2026, 1, 1), members=48
    )
    country.person("can-bo-cdcs", "anh-duong")
    hand()
    actor = queries.actor_for(new.pk, new.full_name, None)
    with django_assert_num_queries(1):
        office = office_of(actor)

    assert (office.unit, office.members) == (country["anh-duong"], 48)
    assert [(held.role, held.full_name) for held in office.on(frozen_day)] == [
        ("can-bo-cdcs", "Cán bộ công đoàn cơ sở anh-duong"),
        ("chu-tich-cdcs", "Lê Văn Mới"),
    ]
    assert [(held.full_name, held.until) for held in office.before(frozen_day)] == [
        ("Chủ tịch công đoàn cơ sở anh-duong", ON)
    ]
    with pytest.raises(NotFound):
        office_of(SYSTEM)


@pytest.mark.parametrize(("days", "fresh"), [(0, True), (FIRST_DAYS, True), (31, False)])
def test_the_first_days_last_thirty(hand, new, frozen_day, days, fresh):
    hand(on=frozen_day - timedelta(days=days))
    actor = queries.actor_for(new.pk, new.full_name, None)

    assert in_first_days(actor) is fresh
    assert not in_first_days(SYSTEM)
