"""Prepared questions: the same answers as the query they were written as, whatever is asked."""

from datetime import date
from threading import Thread

import pytest
from django.db import connection
from django.db.models import CharField, DateField
from django.test.utils import CaptureQueriesContext

from thidua.apps.reporting.queries.prepared import Given, Prepared
from thidua.base import clock
from thidua.base.models import AuditEvent, AuditPayload

DAY = date(2026, 11, 22)


@pytest.fixture
def events(db):
    """Three events of two days, the first two with a payload."""
    days = {"a": DAY, "b": date(2026, 11, 30), "c": DAY}
    made = {name: _event(name, on_day) for name, on_day in days.items()}
    for name in ("a", "b"):
        AuditPayload.objects.create(event=made[name], salt=name, data={"of": name})
    return made


def _event(name, on_day):
    return AuditEvent.objects.create(
        at=clock.now(),
        on_day=on_day,
        operation=name,
        capability="x",
        fingerprint="x",
        payload_hash="x",
        digest=name,
    )


def _since():
    later = AuditEvent.objects.filter(on_day__gte=Given("day", DateField()))
    return later.order_by("operation").values_list("operation", "on_day")


def test_each_asking_has_its_own_values(events):
    question = Prepared(_since)

    assert question.rows(day=DAY) == [("a", DAY), ("b", date(2026, 11, 30)), ("c", DAY)]
    assert question.rows(day=date(2026, 11, 23)) == [("b", date(2026, 11, 30))]
    assert question.rows(day=date(2027, 1, 1)) == []


def test_it_is_written_once_and_asks_the_database_each_time(events):
    written = []
    question = Prepared(lambda: written.append(1) or _since())
    question.rows(day=DAY)
    AuditEvent.objects.filter(operation="a").update(on_day=date(2020, 1, 1))

    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert [name for name, _ in question.rows(day=DAY)] == ["b", "c"]
    assert len(asked) == len(written) == 1


def test_nothing_equals_none(events):
    question = Prepared(lambda: AuditEvent.objects.filter(unit=Given("unit")).values_list("pk"))

    assert question.rows(unit=None) == []


def test_what_is_typed_is_a_value_never_sql(events):
    named = Prepared(
        lambda: AuditEvent.objects.filter(operation=Given("name", CharField())).values_list("pk")
    )

    assert named.rows(name="a' OR '1'='1") == []
    assert named.rows(name="100%s") == []
    assert named.rows(name="a") == [(events["a"].pk,)]


def test_objects_come_with_what_stands_beside_them(events):
    question = Prepared(
        lambda: AuditPayload.objects.select_related("event").filter(salt=Given("salt", CharField()))
    )

    with CaptureQueriesContext(connection) as asked:
        (payload,) = question.objects(salt="b")
        assert (payload.data, payload.event.operation) == ({"of": "b"}, "b")
        assert payload.event.on_day == date(2026, 11, 30)
    assert len(asked) == 1
    assert not payload._state.adding
    assert question.objects(salt="z") == []


@pytest.mark.django_db(transaction=True)
def test_another_thread_asks_on_its_own_connection(transactional_db):
    question = Prepared(_since)
    question.rows(day=DAY)
    aliases = []

    def ask():
        with CaptureQueriesContext(connection) as asked:
            question.rows(day=DAY)
        aliases.append(len(asked))
        connection.close()

    thread = Thread(target=ask)
    thread.start()
    thread.join()

    assert aliases == [1]
