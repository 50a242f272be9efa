"""Constant statements: the same values go in and come out on either database."""

import pytest
from django.contrib.sessions.models import Session

from thidua.base import clock, statements
from thidua.base.models import AuditBlock
from thidua.base.statements import fetch, fetch_one, put

pytestmark = pytest.mark.django_db
_PUT = "INSERT INTO django_session (session_key, session_data, expire_date) VALUES :rows"
_ALL = "SELECT session_key FROM django_session WHERE expire_date > %s ORDER BY session_key"


def test_rows_are_written_in_parts_and_found_again(monkeypatch):
    monkeypatch.setattr(statements, "_ROWS_AT_ONCE", 2)
    moment = clock.now()

    put(_PUT, [(f"k{number}", "", moment) for number in range(5)])

    assert fetch(_ALL, clock.today().replace(year=2000)) == [(f"k{n}",) for n in range(5)]
    assert Session.objects.filter(expire_date=moment).count() == 5


def test_no_rows_are_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        put(_PUT, [])


def test_the_first_row_or_none():
    assert fetch_one("SELECT digest FROM base_auditblock WHERE id = %s", 0) is None

    block = AuditBlock.objects.create(previous="a", digest="b", events=1, sealed_at=clock.now())

    assert fetch_one("SELECT digest FROM base_auditblock WHERE id = %s", block.pk) == ("b",)
