"""Lists: who sees what, filters, search without accents, pages that neither skip nor repeat."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from tests.apps.initiatives.stage import draft

from thidua.apps.initiatives import scoping
from thidua.apps.initiatives.models import Initiative
from thidua.apps.initiatives.queries import (
    InitiativeFilter,
    alike,
    initiative_for,
    initiative_list,
    listing,
    waiting,
)
from thidua.apps.initiatives.services import (
    Author,
    confirm_initiative,
    enter_initiative,
    praise_initiative,
    withdraw_initiative,
)
from thidua.domain.errors import NotFound


@pytest.fixture
def some(country, chair, member):
    """One confirmed, one that waits, one begun by a member; one of a neighbour."""
    neighbour = country.actor("chu-tich-cdcs", "binh-minh")
    made = {
        "confirmed": enter_initiative(actor=chair, draft=draft(), send=True),
        "waiting": enter_initiative(
            actor=chair,
            draft=draft(title="Đồ gá hàn ống", recognition_no="16/QĐ-CT", kind="quan-ly"),
            send=True,
        ),
        "begun": enter_initiative(actor=member, draft=draft(title="Xe đẩy hai tầng")),
        "neighbour": enter_initiative(
            actor=neighbour,
            draft=draft(title="Giảm giấy tờ", level="bo-tinh", recognised_on=date(2026, 10, 5)),
            send=True,
        ),
    }
    confirm_initiative(actor=chair, initiative_id=made["confirmed"])
    confirm_initiative(actor=neighbour, initiative_id=made["neighbour"])
    return made


def names_of(made, actor, **chosen):
    keys = {public_id: key for key, public_id in made.items()}
    found = initiative_list(actor, InitiativeFilter(**chosen))
    return [keys[row.public_id] for row in found.rows]


@pytest.mark.parametrize("few", [0, 300])
@pytest.mark.parametrize(
    ("role", "slug", "seen"),
    [
        ("chu-tich-cdcs", "anh-duong", {"confirmed", "waiting", "begun"}),
        ("can-bo-cdcs", "anh-duong", {"confirmed", "waiting", "begun"}),
        ("doan-vien", "anh-duong", {"begun"}),
        ("doan-vien", "binh-minh", set()),
        ("chu-tich-cdcs", "binh-minh", {"neighbour"}),
        ("can-bo-thi-dua", "tu-liem", {"confirmed", "waiting", "neighbour"}),
        ("lanh-dao", "tld", {"confirmed", "waiting", "neighbour"}),
        ("lanh-dao", "hue", set()),
        ("quan-tri", "tld", set()),
    ],
)
def test_who_sees_what_by_list_and_by_address(country, some, monkeypatch, role, slug, seen, few):
    monkeypatch.setattr(scoping, "_FEW_UNITS", few)
    actor = country.actor(role, slug)

    assert set(names_of(some, actor)) == seen
    for name, public_id in some.items():
        if name in seen:
            assert initiative_for(actor, public_id).row.public_id == public_id
        else:
            with pytest.raises(NotFound):
                initiative_for(actor, public_id)


def test_an_author_sees_what_another_entered_of_him(country, chair, member):
    named = Author(member.name, Decimal(100))
    made = enter_initiative(actor=chair, draft=draft(authors=(named,)), send=True)
    assert [row.public_id for row in initiative_list(member, InitiativeFilter()).rows] == [made]


@pytest.mark.parametrize("few", [0, 300])
@pytest.mark.parametrize("reader", ["officer", "leader"])
@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"text": "do ga"}, ["waiting"]),
        ({"text": "ĐỒ GÁ hàn"}, ["waiting"]),
        ({"text": "gia treo nguyen van"}, ["confirmed"]),
        ({"text": "16 qd"}, ["waiting"]),
        ({"text": "khong co"}, []),
        ({"text": '"; DROP * OR'}, []),
        ({"state": "submitted"}, ["waiting"]),
        ({"kind": "quan-ly"}, ["waiting"]),
        ({"level": "bo-tinh"}, ["neighbour"]),
        ({"year": 2025}, []),
        ({"year": 2026, "state": "confirmed"}, ["confirmed", "neighbour"]),
        ({"author": "NGUYEN van an", "kind": "quan-ly"}, ["waiting"]),
    ],
)
def test_filters_and_search(request, some, monkeypatch, chosen, found, few, reader):
    monkeypatch.setattr(scoping, "_FEW_UNITS", few)
    assert names_of(some, request.getfixturevalue(reader), **chosen) == found


def test_a_unit_is_taken_with_all_below_it(country, some, leader):
    for slug, count in (("tu-liem", 3), ("binh-minh", 1), ("giao-duc-hn", 0)):
        chosen = {"unit": country[slug].public_id}
        assert len(names_of(some, leader, **chosen)) == count


@pytest.mark.parametrize("few", [0, 300])
def test_a_title_that_was_changed_is_found_under_the_new_one_only(chair, member, monkeypatch, few):
    monkeypatch.setattr(scoping, "_FEW_UNITS", few)
    made = enter_initiative(actor=member, draft=draft(title="Tên cũ kỹ"))
    Initiative.objects.filter(public_id=made).update(search_fold="ten moi tinh")
    assert not initiative_list(chair, InitiativeFilter(text="cũ kỹ")).rows
    assert len(initiative_list(chair, InitiativeFilter(text="mới tinh")).rows) == 1


@pytest.mark.parametrize("few", [0, 300])
@pytest.mark.parametrize("text", ["", "giá treo"])
def test_pages_hold_every_row_once(chair, monkeypatch, text, few):
    monkeypatch.setattr(scoping, "_FEW_UNITS", few)
    monkeypatch.setattr(listing, "PAGE", 3)
    made = [
        enter_initiative(
            actor=chair,
            draft=draft(title=f"Giá treo {n}", recognised_on=date(2026, 11, 10 + n % 3)),
            send=True,
        )
        for n in range(8)
    ]
    seen, after = [], ""
    for _ in range(5):
        found = initiative_list(chair, InitiativeFilter(text=text), after)
        seen += [row.public_id for row in found.rows]
        after = found.after
        if not after:
            break
    assert sorted(seen) == sorted(made)


def test_beyond_a_measure_nobody_counts(chair, some, monkeypatch):
    monkeypatch.setattr(listing, "MOST_COUNTED", 2)
    summary = initiative_list(chair, InitiativeFilter()).summary
    assert (summary.count, summary.more) == (2, True)


def entered(chair, many):
    return [
        enter_initiative(actor=chair, draft=draft(title=f"Giá treo {n}"), send=True)
        for n in range(many)
    ]


@pytest.mark.parametrize("reader", ["officer", "leader"])
def test_of_very_many_hits_only_the_newest_are_counted(request, chair, monkeypatch, reader):
    monkeypatch.setattr(scoping, "_FEW_UNITS", 0)
    monkeypatch.setattr(listing, "PAGE", 2)
    monkeypatch.setattr(listing, "MOST_LOOKED_AT", 4)
    made, actor = entered(chair, 4), request.getfixturevalue(reader)
    counted = initiative_list(actor, InitiativeFilter(text="gia treo")).summary
    made += entered(chair, 2)

    found = initiative_list(actor, InitiativeFilter(text="gia treo"))

    assert (counted.count, counted.more) == (4, False)
    assert (found.summary.count, found.summary.more) == (4, True)
    assert [row.public_id for row in found.rows] == made[:-3:-1]


def test_where_few_of_many_hits_are_in_sight_no_fewer_are_told_than_shown(
    country, chair, monkeypatch
):
    monkeypatch.setattr(scoping, "_FEW_UNITS", 0)
    monkeypatch.setattr(listing, "PAGE", 2)
    monkeypatch.setattr(listing, "MOST_LOOKED_AT", 1)
    entered(country.actor("chu-tich-cdcs", "anh-duong"), 3)
    entered(country.actor("chu-tich-cdcs", "binh-minh"), 2)

    found = initiative_list(chair, InitiativeFilter(text="gia treo"))

    assert len(found.rows) == 2
    assert (found.summary.count, found.summary.more) == (2, True)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="looks at the plan of SQLite")
@pytest.mark.parametrize("after", [None, 5])
@pytest.mark.parametrize("reader", ["officer", "leader"])
def test_the_index_leads_and_nothing_is_sorted(request, some, monkeypatch, reader, after):
    monkeypatch.setattr(scoping, "_FEW_UNITS", 0)
    rows = listing.fitting(request.getfixturevalue(reader), InitiativeFilter(text="giá treo"))
    rows = rows.order_by("-hit") if after is None else rows.filter(hit__lt=after).order_by("-hit")

    plan = rows[:50].explain()

    assert plan.splitlines()[0].split(" ", 3)[3].startswith("SCAN initiatives_search VIRTUAL")
    assert "ORDER BY" not in plan


def test_the_same_one_counts_once_in_the_whole_and_once_a_level(chair, some):
    for level in ("cap-huyen", "bo-tinh"):
        praise_initiative(
            actor=chair,
            initiative_id=some["confirmed"],
            level=level,
            praised_by="LĐLĐ",
            praised_on=date(2026, 11, 20),
        )
    summary = initiative_list(chair, InitiativeFilter(state="confirmed")).summary
    assert (summary.count, summary.praised) == (1, [("cap-huyen", 1), ("bo-tinh", 1)])


def test_what_waits_is_named_when_it_is_one(country, chair, some):
    assert (waiting(chair).count, waiting(chair).only) == (1, some["waiting"])
    enter_initiative(actor=chair, draft=draft(title="Một nữa"), send=True)
    assert (waiting(chair).count, waiting(chair).only) == (2, "")


def test_the_same_title_is_shown_to_whoever_decides_never_refused(country, chair, some):
    again = enter_initiative(actor=chair, draft=draft(title="CAI TIEN giá treo đồ nghề"), send=True)
    found = alike(chair, initiative_for(chair, again))
    assert [one.public_id for one in found] == [some["confirmed"]]

    withdraw_initiative(actor=chair, initiative_id=some["confirmed"], reason="Nhầm")
    assert alike(chair, initiative_for(chair, again)) == []


def test_elsewhere_the_same_title_is_alike_only_with_an_author_in_common(country, officer, some):
    neighbour = country.actor("chu-tich-cdcs", "binh-minh")
    stranger = (Author("Lê Hoài Nam", Decimal(100)),)
    same = enter_initiative(actor=neighbour, draft=draft(), send=True)
    other = enter_initiative(actor=neighbour, draft=draft(authors=stranger), send=True)

    def found(public_id):
        return {one.public_id for one in alike(officer, initiative_for(officer, public_id))}

    assert found(same) == {some["confirmed"], other}
    assert found(other) == {same}
