"""`@operation`: one transaction, one right, one audit event, and an act that counts once."""

from types import SimpleNamespace

import pytest
from django.contrib.sessions.models import Session
from django.db import connection, transaction

from thidua.base import clock
from thidua.base import operation as operation_module
from thidua.base.actor import Actor
from thidua.base.models import AuditEvent, AuditPayload
from thidua.base.operation import found, note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Forbidden, Invalid

pytestmark = pytest.mark.django_db
ACTOR = Actor(7, "Nguyễn Thị Hoa", "Cán bộ phụ trách thi đua", 3, "can-bo-thi-dua", 11)


@pytest.fixture(autouse=True)
def house(monkeypatch):
    """An authoriser that lets everything pass, and a registry that forgets these acts afterwards."""
    asked = []
    monkeypatch.setattr(
        operation_module, "_authorisers", [lambda *question: asked.append(question)]
    )
    monkeypatch.setattr(operation_module, "REGISTRY", dict(operation_module.REGISTRY))
    return SimpleNamespace(asked=asked, module=operation_module)


def make_acts():
    """Return acts that write one row of an ordinary table."""

    @operation(Capability.CAMPAIGN_EDIT, unit_of=lambda **given: given.get("unit_id", 5))
    def keep_note(*, actor, key, unit_id=5, fail=False):
        row = Session.objects.create(session_key=key, session_data="", expire_date=clock.now())
        note(subject=row, before=None, after={"key": key})
        if fail:
            raise Invalid("base.required", name="key")
        return f"answer-{key}"

    @operation(Capability.CAMPAIGN_EDIT, unit_of=lambda **_given: 5)
    def say_nothing(*, actor):
        return "x"

    @operation(Capability.CAMPAIGN_EDIT, unit_of=lambda **_given: 5)
    def call_another(*, actor):
        return keep_note(actor=actor, key="inner")

    return SimpleNamespace(keep_note=keep_note, say_nothing=say_nothing, call_another=call_another)


def test_an_act_leaves_one_event_that_says_who_did_what():
    answer = make_acts().keep_note(actor=ACTOR, key="k1")

    event = AuditEvent.objects.get()
    assert answer == "answer-k1"
    assert (event.operation, event.capability, event.unit) == ("keep_note", "campaign.edit", 5)
    assert (event.actor_user, event.actor_name, event.actor_post) == (7, ACTOR.name, ACTOR.post)
    assert event.subject_type == "sessions.session"
    assert AuditPayload.objects.get(event=event).data == {"before": None, "after": {"key": "k1"}}


def test_the_authoriser_is_asked_for_the_right_at_the_unit(house):
    make_acts().keep_note(actor=ACTOR, key="k1", unit_id=9)

    assert house.asked == [(ACTOR, Capability.CAMPAIGN_EDIT, 9)]


def test_a_refused_right_leaves_nothing(monkeypatch):
    def refuse(actor, capability, unit_id):
        raise Forbidden("base.forbidden")

    monkeypatch.setattr(operation_module, "_authorisers", [refuse])

    with pytest.raises(Forbidden):
        make_acts().keep_note(actor=ACTOR, key="k1")

    assert not Session.objects.exists()
    assert not AuditEvent.objects.exists()


def test_an_act_that_fails_half_way_leaves_nothing():
    with pytest.raises(Invalid):
        make_acts().keep_note(actor=ACTOR, key="k1", fail=True)

    assert not Session.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_repeated_key_gives_the_first_answer_and_acts_once():
    acts = make_acts()
    actor = ACTOR.with_key("form-1")

    first = acts.keep_note(actor=actor, key="k1")
    again = acts.keep_note(actor=actor, key="k1")

    assert first == again
    assert Session.objects.count() == AuditEvent.objects.count() == 1


def test_a_key_with_other_content_is_refused():
    acts = make_acts()
    acts.keep_note(actor=ACTOR.with_key("form-1"), key="k1")

    with pytest.raises(Conflict) as refused:
        acts.keep_note(actor=ACTOR.with_key("form-1"), key="k2")

    assert refused.value.code == "base.key_reused"
    assert Session.objects.count() == 1


def test_the_same_key_of_another_person_is_another_act():
    acts = make_acts()
    other = Actor(8, "Trần Văn Nam", "Chủ tịch", 3, "chu-tich-cdcs", 12, "form-1")

    acts.keep_note(actor=ACTOR.with_key("form-1"), key="k1")
    acts.keep_note(actor=other, key="k2")

    assert Session.objects.count() == 2


def test_without_a_key_each_call_acts():
    acts = make_acts()

    acts.keep_note(actor=ACTOR, key="k1")
    acts.keep_note(actor=ACTOR, key="k2")

    assert AuditEvent.objects.count() == 2


def test_a_failed_act_may_be_tried_again_with_its_key():
    acts = make_acts()
    actor = ACTOR.with_key("form-1")
    with pytest.raises(Invalid):
        acts.keep_note(actor=actor, key="k1", fail=True)

    assert acts.keep_note(actor=actor, key="k1") == "answer-k1"


def test_an_act_must_say_what_it_touched():
    with pytest.raises(Invalid) as refused:
        make_acts().say_nothing(actor=ACTOR)

    assert refused.value.code == "base.no_subject"


def test_operations_never_call_operations():
    with pytest.raises(RuntimeError, match="never call operations"):
        make_acts().call_another(actor=ACTOR)

    assert not Session.objects.exists()


def test_operations_take_keywords_only():
    with pytest.raises(TypeError, match="keyword"):
        make_acts().keep_note(ACTOR)


def test_note_outside_an_operation_is_a_mistake():
    with pytest.raises(RuntimeError, match="inside an operation"):
        note(unit_id=1)


@pytest.mark.django_db(transaction=True)
def test_an_act_is_undone_with_the_transaction_around_it():
    acts = make_acts()

    def act_and_fail():
        with transaction.atomic():
            acts.keep_note(actor=ACTOR, key="k1")
            raise Conflict("base.stale")

    with pytest.raises(Conflict):
        act_and_fail()

    assert not connection.in_atomic_block
    assert not AuditEvent.objects.exists()


def test_what_unit_of_has_found_is_not_looked_for_again_in_the_act():
    looked = []

    def find():
        return found("row", lambda: looked.append(1) or SimpleNamespace(unit_id=5))

    @operation(Capability.CAMPAIGN_EDIT, unit_of=lambda **_given: find().unit_id)
    def act(*, actor, key):
        find()
        row = Session.objects.create(session_key=key, session_data="", expire_date=clock.now())
        note(subject=row)
        return key

    act(actor=ACTOR, key="k1")
    act(actor=ACTOR, key="k2")

    assert len(looked) == 2
