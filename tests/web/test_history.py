"""The audit trail: who may read it, how far, and that every operation has its sentence."""

from datetime import timedelta

import pytest
from tests.apps.campaigns.cascade import drafted, events, launched

from thidua.base import clock
from thidua.base.models import AuditEvent
from thidua.base.operation import REGISTRY
from thidua.web.areas.history import views
from thidua.web.history import DONE, sentence_of, to_entries

URL = "/nhat-ky/"


def rows(client, query=""):
    page = client.get(URL + query)
    assert page.status_code == 200
    return page.context["rows"]


def test_every_operation_has_a_sentence_and_no_sentence_stands_alone():
    assert set(DONE) == {info.name for info in REGISTRY.values()}


def test_an_operation_without_a_sentence_would_show_its_name():
    assert sentence_of(AuditEvent(operation="unknown_act")) == "unknown_act"


def test_an_entry_says_what_when_and_who(country):
    drafted(country, "tu-liem")
    event = AuditEvent.objects.get(operation="draft_campaign")
    event.on_day = clock.local_day(event.at)

    (entry,) = to_entries([event])

    assert (str(entry.sentence), entry.at, entry.who) == (
        "Soạn kế hoạch",
        event.at,
        f"{event.actor_name}, {event.actor_post}",
    )


def test_the_hour_is_left_out_where_it_is_of_another_day(country):
    drafted(country, "tu-liem")
    event = AuditEvent.objects.get(operation="draft_campaign")
    event.on_day = clock.local_day(event.at) - timedelta(days=1)

    (entry,) = to_entries([event])

    assert (entry.at, entry.day) == (None, event.on_day)


def test_a_stranger_is_sent_to_sign_in(client, db):
    assert client.get(URL).url == "/tai-khoan/dang-nhap/?next=%2Fnhat-ky%2F"


@pytest.mark.parametrize(
    ("role", "slug"),
    [("can-bo-thi-dua", "tu-liem"), ("chu-tich-cdcs", "anh-duong"), ("can-bo-cdcs", "anh-duong")],
)
def test_roles_that_do_not_keep_order_do_not_read_it(client_of, role, slug):
    page = client_of(role, slug).get(URL)

    assert page.status_code == 403
    assert "Vai trò hiện tại không được thực hiện việc này." in page.content.decode()


def test_one_reads_what_was_done_in_the_own_units_and_below(country, client_of):
    for slug in ("tld", "ha-noi", "tu-liem", "anh-duong", "hue"):
        launched(country, slug)
    client = client_of("lanh-dao", "ha-noi")

    launches = [
        country.slug_of(event.unit)
        for event, _, _ in rows(client)
        if event.operation == "launch_campaign"
    ]

    assert launches == ["anh-duong", "tu-liem", "ha-noi"]


def test_rows_are_newest_first_with_names_of_people_and_units(country, client_of):
    launched(country, "tu-liem")
    page = client_of("lanh-dao", "tu-liem").get(URL)

    _, said, unit_name = page.context["rows"][0]
    text = page.content.decode()
    assert (said, unit_name) == ("Phát động và giao triển khai", "Công đoàn phường Từ Liêm")
    assert "Lãnh đạo công đoàn tu-liem" in text
    ids = [event.pk for event, _, _ in page.context["rows"]]
    assert ids == sorted(ids, reverse=True)


def test_older_rows_are_a_page_further_and_none_is_lost(country, client_of, monkeypatch):
    monkeypatch.setattr(views, "PAGE", 2)
    for number in range(3):
        drafted(country, "anh-duong", number=f"{number + 1}/KH-CĐCS")
    client = client_of("lanh-dao", "tu-liem")
    everything = {
        event.pk for event in AuditEvent.objects.all() if event.unit in _units_below(country)
    }

    seen, query = [], ""
    while query is not None:
        page = client.get(URL + query)
        seen += [event.pk for event, _, _ in page.context["rows"]]
        query = f"?truoc={page.context['older']}" if page.context["older"] else None

    assert sorted(seen) == sorted(everything)


def _units_below(country):
    return {country[slug].pk for slug in ("tu-liem", "anh-duong", "binh-minh", "hoa-sen")}


@pytest.mark.parametrize("typed", ["²", "abc", "-1", "1.5", "9" * 30, "9" * 5000, "%00", ""])
def test_a_wrong_position_is_no_fault(country, client_of, typed):
    launched(country, "tu-liem")

    assert client_of("lanh-dao", "tu-liem").get(f"{URL}?truoc={typed}").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_trail_costs_the_same_at_any_length(
    country, client_of, django_assert_num_queries, count
):
    client = client_of("lanh-dao", "tu-liem")
    before = events()
    for number in range(count):
        drafted(country, "tu-liem", number=f"{number + 1}/KH-CĐP")
    client.get(URL)

    with django_assert_num_queries(5):
        page = client.get(URL)

    assert events() - before == count
    assert len(page.context["rows"]) >= count
