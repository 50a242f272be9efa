"""Loading: once, whole or not at all, quickly, with an audit trail that holds."""

import sys
from datetime import date

import pytest
from django.core.management import call_command

from thidua.apps.org.models import Unit
from thidua.base import sealing
from thidua.base.models import AuditEvent

pytestmark = pytest.mark.slow


def test_loading_twice_is_loading_once(demo):
    assert (demo.first, demo.second) == (True, False)
    assert Unit.objects.filter(code="TLD").count() == 1


def test_it_takes_at_most_forty_seconds_of_the_processor(demo, capsys):
    with capsys.disabled():
        sys.stdout.write(f"\ndemonstration loaded in {demo.seconds:.1f} s\n")
    assert demo.seconds <= 40


def test_the_audit_trail_holds(demo, capsys):
    assert list(sealing.verify()) == []
    assert not AuditEvent.objects.filter(block=None).exists()
    call_command("audit_verify")
    assert "nguyên vẹn" in capsys.readouterr().out


def test_every_act_stands_on_its_day_in_order(demo):
    acts = AuditEvent.objects.exclude(operation__startswith="install_").order_by("id")
    days = list(acts.values_list("on_day", flat=True))
    assert days == sorted(days)
    assert (days[0], days[-1]) == (date(1929, 7, 28), date(2026, 11, 20))


def test_acts_of_people_are_done_by_people_in_post(demo):
    by_system = AuditEvent.objects.filter(actor_user=None).values_list("operation", flat=True)
    assert set(by_system) == {
        "install_indicators",
        "install_movements",
        "found_unit",
        "record_headcount",
        "draft_reorganisation",
        "carry_out_reorganisation",
        "invite_person",
        "end_post",
        "start_campaign",
    }
