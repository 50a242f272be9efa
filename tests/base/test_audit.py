"""The audit trail: sealed into chained blocks; whatever is changed later is found."""

import pytest

from thidua.base import clock, sealing
from thidua.base.digests import event_digest, payload_hash
from thidua.base.models import AuditBlock, AuditEvent, AuditPayload

pytestmark = pytest.mark.django_db


def write_event(number):
    data = {"after": number}
    event = AuditEvent(
        at=clock.now(),
        on_day=clock.today(),
        operation="keep_note",
        capability="campaign.edit",
        actor_user=7,
        actor_name="Nguyễn Thị Hoa",
        actor_post="Cán bộ phụ trách thi đua",
        unit=5,
        subject_type="campaigns.campaign",
        subject_id=f"kh_{number}",
        fingerprint="f",
        answer="a",
        payload_hash=payload_hash("salt", data),
    )
    event.digest = event_digest(event)
    event.save()
    AuditPayload.objects.create(event=event, salt="salt", data=data)
    return event


@pytest.fixture
def trail():
    """Three blocks of two events each, and one event that waits."""
    for block in range(3):
        write_event(2 * block)
        write_event(2 * block + 1)
        assert sealing.seal_pending() == 2
    write_event(6)


def faults():
    return list(sealing.verify())


def test_an_untouched_trail_is_whole(trail):
    assert not faults()
    assert AuditBlock.objects.count() == 3


def test_sealing_again_finds_nothing_to_seal(trail):
    assert sealing.seal_pending() == 1
    assert sealing.seal_pending() == 0
    assert not faults()


def test_blocks_are_chained_and_events_keep_their_order(trail):
    first, second, third = AuditBlock.objects.order_by("id")

    assert first.previous == sealing.FIRST
    assert (second.previous, third.previous) == (first.digest, second.digest)
    places = AuditEvent.objects.filter(block=second.pk).order_by("id")
    assert list(places.values_list("position", flat=True)) == [0, 1]


@pytest.mark.parametrize(
    "change",
    [
        {"actor_name": "Người khác"},
        {"actor_user": None},
        {"operation": "keep_another"},
        {"unit": 6},
        {"subject_id": "kh_other"},
        {"answer": "b"},
        {"payload_hash": "0" * 64},
        {"digest": "0" * 64},
        {"position": 9},
        {"block": 9_999},
        {"block": None},
    ],
)
def test_a_changed_event_is_found(trail, change):
    chosen = AuditEvent.objects.order_by("id")[2]

    AuditEvent.objects.filter(pk=chosen.pk).update(**change)

    assert faults()


def test_a_waiting_event_is_protected_too(trail):
    AuditEvent.objects.filter(block__isnull=True).update(actor_name="Người khác")

    assert faults()


def test_a_changed_payload_is_found(trail):
    AuditPayload.objects.filter(data__after=3).update(data={"after": 30})

    assert len(faults()) == 1


def test_an_erased_payload_is_no_fault(trail):
    AuditPayload.objects.filter(data__after=3).delete()

    assert not faults()


def test_an_event_taken_away_is_found(trail):
    victim = AuditEvent.objects.order_by("id")[2]
    AuditPayload.objects.filter(event=victim).delete()
    AuditEvent.objects.filter(pk=victim.pk)._raw_delete("default")

    assert faults()


def test_a_block_taken_away_is_found(trail):
    middle = AuditBlock.objects.order_by("id")[1]

    AuditBlock.objects.filter(pk=middle.pk)._raw_delete("default")

    assert faults()


def test_a_recomputed_event_still_breaks_its_block(trail):
    event = AuditEvent.objects.order_by("id")[2]
    event.actor_name = "Người khác"

    AuditEvent.objects.filter(pk=event.pk).update(
        actor_name=event.actor_name, digest=event_digest(event)
    )

    assert any("digest does not fit" in fault for fault in faults())


def test_events_and_blocks_are_written_once(trail):
    event, block = AuditEvent.objects.first(), AuditBlock.objects.first()

    for row in (event, block):
        with pytest.raises(TypeError, match="append-only"):
            row.save()
        with pytest.raises(TypeError, match="append-only"):
            row.delete()
