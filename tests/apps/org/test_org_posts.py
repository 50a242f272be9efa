"""Posts: given within one's gift, for a while, never twice, and ended by someone else."""

from datetime import date, timedelta

import pytest

from thidua.apps.org import queries, services
from thidua.apps.org.models import Assignment
from thidua.base.actor import SYSTEM
from thidua.base.models import AuditEvent
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound
from thidua.domain.spans import OPEN_END

START = date(2026, 11, 1)


@pytest.fixture
def assign(country, leader, django_user_model):
    user = django_user_model.objects.create(
        sign_in_name="0900000001", full_name="Nguyễn Thị An", sort_key="x", full_name_fold="x"
    )

    def act(slug="anh-duong", role="chu-tich-cdcs", actor=leader, **more):
        given = {"user_id": user.pk, "valid_from": START}
        return services.assign_post(
            actor=actor, role=role, unit_id=country[slug].public_id, **{**given, **more}
        )

    act.user = user
    return act


def test_a_post_gives_an_actor(country, assign):
    public_id = assign()
    [post] = queries.assignments_of(assign.user.pk)
    actor = queries.actor_for(assign.user.pk, "Nguyễn Thị An", None)

    assert (post.public_id, post.role_name) == (public_id, "Chủ tịch công đoàn cơ sở")
    assert (post.unit_id, post.since) == (country["anh-duong"].pk, START)
    assert actor.post == "Chủ tịch công đoàn cơ sở, CĐCS Công ty Ánh Dương"
    assert (actor.unit_id, actor.role) == (country["anh-duong"].pk, "chu-tich-cdcs")


def test_the_chosen_post_acts_and_a_strange_choice_falls_back(country, assign):
    assign()
    second = assign(slug="binh-minh", valid_from=START + timedelta(days=1))
    chosen = queries.actor_for(assign.user.pk, "An", second)
    strange = queries.actor_for(assign.user.pk, "An", "pc_khac")

    assert chosen.unit_id == country["binh-minh"].pk
    assert strange.unit_id == country["anh-duong"].pk
    assert queries.actor_for(10_000, "Không ai", None) is None


def test_holders_are_listed_by_role(country, assign):
    country.person("can-bo-cdcs", "anh-duong")
    assign()
    held = queries.posts_at(country["anh-duong"].pk)

    assert [holder.role for holder in held] == ["chu-tich-cdcs", "can-bo-cdcs"]
    assert held[0].full_name == "Nguyễn Thị An"


def test_giving_and_ending_are_audited(country, assign, leader):
    public_id = assign(basis="QĐ 7")
    given = AuditEvent.objects.select_related("payload").latest("id")
    services.end_post(actor=leader, post_id=public_id, on=date(2026, 11, 20))
    ended = AuditEvent.objects.select_related("payload").latest("id")

    assert (given.operation, given.subject_id) == ("assign_post", public_id)
    assert given.unit == ended.unit == country["anh-duong"].pk
    assert given.payload.data["after"]["role"] == "chu-tich-cdcs"
    assert ended.payload.data["after"] == {"until": "2026-11-20"}
    assert queries.assignments_of(assign.user.pk) == []


def test_the_same_post_is_not_held_twice_at_once(assign):
    assign(valid_until=date(2026, 12, 1))
    with pytest.raises(Conflict) as refused:
        assign(valid_from=date(2026, 11, 30))

    assert refused.value.code == "org.post_held"
    assert assign(valid_from=date(2026, 12, 1))


def test_what_cannot_be(country, assign, leader):
    with pytest.raises(Invalid) as reversed_days:
        assign(valid_until=START)
    with pytest.raises(NotFound):
        assign(user_id=10_000)
    with pytest.raises(Conflict) as not_yet:
        assign(valid_from=date(2020, 1, 1))
    post = assign()
    with pytest.raises(Conflict) as outside:
        services.end_post(actor=leader, post_id=post, on=START - timedelta(days=1))
    with pytest.raises(NotFound):
        services.end_post(actor=leader, post_id="pc_khong_co", on=START)

    codes = [r.value.code for r in (reversed_days, not_yet, outside)]
    assert codes == ["base.dates_reversed", "org.not_living", "org.post_not_held"]
    assert Assignment.objects.get(public_id=post).valid_until == OPEN_END


@pytest.mark.parametrize(
    ("role", "at"),
    [("quan-tri", "ha-noi"), ("chu-tich-cdcs", "tu-liem"), ("lanh-dao", "anh-duong")],
)
def test_a_role_outside_ones_gift(assign, role, at):
    with pytest.raises(Forbidden) as refused:
        assign(role=role, slug=at)

    assert refused.value.code == "org.role_not_given"


def test_nobody_ends_the_own_post_or_one_above_the_own_gift(country, officer, leader):
    own = country.person("can-bo-thi-dua", "tu-liem").post_id
    above = country.person("lanh-dao", "tu-liem").post_id
    with pytest.raises(Forbidden) as mine:
        services.end_post(actor=officer, post_id=own, on=START)
    with pytest.raises(Forbidden) as superior:
        services.end_post(actor=officer, post_id=above, on=START)

    assert (mine.value.code, superior.value.code) == ("org.own_post", "org.role_not_given")
    assert services.end_post(actor=leader, post_id=above, on=START) == above


def test_reach(country, assign, chair):
    with pytest.raises(NotFound):
        assign(slug="song-huong")
    with pytest.raises(NotFound):
        assign(slug="binh-minh", role="can-bo-cdcs", actor=chair)
    with pytest.raises(Forbidden):
        assign(
            slug="anh-duong", role="can-bo-cdcs", actor=country.actor("can-bo-cdcs", "anh-duong")
        )
    assert assign(slug="anh-duong", role="can-bo-cdcs", actor=chair)
    assert assign(slug="hue", role="quan-tri", actor=SYSTEM)
