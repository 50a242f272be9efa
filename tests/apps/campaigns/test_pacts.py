"""A pact: drafted with its parties, signed once it may be, cancelled with a reason, its scan kept."""

from dataclasses import replace
from datetime import date

import pytest
from tests.apps.campaigns.cascade import boss, event_of, events, launched, said_by
from tests.apps.campaigns.pledged import SIGNED, counted, make_pact, photos, typed_pact

from thidua.apps.campaigns.models import Pact
from thidua.apps.campaigns.queries.pacts import pact_for, pacts_of
from thidua.apps.campaigns.services.launching import close_campaign
from thidua.apps.campaigns.services.pacts import (
    CommitmentDraft,
    PartyDraft,
    attach_scan,
    cancel_pact,
    draft_pact,
    edit_pact,
    remove_scan,
    sign_pact,
)
from thidua.apps.files.models import StoredFile
from thidua.base.messages import sentence
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound


@pytest.fixture
def plan(country):
    return launched(country, "tu-liem")


@pytest.fixture
def pact(country, plan, indicators):
    return make_pact(country, plan)


@pytest.fixture
def signed(pact, officer):
    sign_pact(actor=officer, pact_id=pact.public_id)
    pact.refresh_from_db()
    return pact


def test_a_pact_is_drafted_with_its_parties_in_order(country, plan, pact):
    assert (pact.state, pact.campaign, pact.unit) == ("draft", plan, country["tu-liem"])
    assert [(p.name, p.unit_id, p.kind) for p in pact.parties.all()] == [
        ("Công đoàn phường Từ Liêm", country["tu-liem"].pk, "don-vi"),
        ("CĐCS Công ty Ánh Dương", country["anh-duong"].pk, "don-vi"),
        ("Công ty Ánh Dương", None, "nguoi-su-dung-lao-dong"),
    ]
    assert [(c.text, c.target) for c in pact.commitments.all()] == [
        ("Thi đua lao động giỏi", None),
        ("Đối thoại tại nơi làm việc", 2),
    ]
    assert event_of("draft_pact").subject_id == pact.public_id


def test_a_draft_may_still_lack_who_signs(country, plan, indicators):
    pact = make_pact(country, plan, parties=(PartyDraft(name="Tổ may 1", kind="bo-phan"),))

    assert [p.kind for p in pact.parties.all()] == ["bo-phan"]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"title": " "}, "base.required", "title"),
        ({"parties": (PartyDraft(representative="Lê Mai"),)}, "pacts.party_unnamed", "parties"),
        (
            {"parties": (PartyDraft(name="Tổ 1"), PartyDraft(name="tổ  1"))},
            "pacts.party_twice",
            "parties",
        ),
        (
            {"commitments": (CommitmentDraft("Đối thoại", "", 3),)},
            "pacts.target_of_nothing",
            "commitments",
        ),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    country, plan, officer, indicators, changes, code, field
):
    before = events()

    with pytest.raises(Invalid) as refused:
        make_pact(country, plan, **changes)

    assert (refused.value.code, refused.value.field) == (code, field)
    assert (Pact.objects.count(), events()) == (0, before)


def test_a_party_out_of_sight_is_not_found(country, plan):
    stranger = PartyDraft(unit_id=country["hue"].public_id)

    with pytest.raises(NotFound):
        make_pact(country, plan, parties=(stranger,), commitments=())


def test_a_draft_is_changed_and_a_stale_form_is_told(country, pact, officer):
    change = typed_pact(country, title="Giao ước mới", commitments=())
    edit_pact(actor=officer, pact_id=pact.public_id, version=1, pact=change)

    pact.refresh_from_db()
    assert (pact.title, pact.version, pact.commitments.count()) == ("Giao ước mới", 2, 0)
    with pytest.raises(Conflict) as refused:
        edit_pact(actor=officer, pact_id=pact.public_id, version=1, pact=change)
    assert refused.value.code == "base.stale"


def test_signing_locks_the_pact_and_counts_it_on_its_day(country, pact, officer, indicators):
    sign_pact(actor=officer, pact_id=pact.public_id, version=1)

    pact.refresh_from_db()
    assert (pact.state, pact.signed_on) == ("signed", SIGNED)
    assert counted(country["tu-liem"], "giao-uoc-ky", SIGNED) == 1
    assert counted(country["ha-noi"], "giao-uoc-ky", SIGNED) == 1
    assert said_by("sign_pact")["parties"] == 3
    with pytest.raises(Conflict) as refused:
        edit_pact(actor=officer, pact_id=pact.public_id, version=1, pact=typed_pact(country))
    assert refused.value.code == "pacts.locked"


def test_a_pact_without_signatory_is_refused_in_words_and_kept(country, plan, officer, indicators):
    unsigned = tuple(replace(p, representative="") for p in typed_pact(country).parties)
    pact = make_pact(country, plan, parties=unsigned)

    with pytest.raises(Invalid) as refused:
        sign_pact(actor=officer, pact_id=pact.public_id)

    assert sentence(refused.value) == (
        "Chưa ký được: chưa ghi người đại diện ký của Công đoàn phường Từ Liêm, CĐCS Công ty Ánh "
        "Dương, Công ty Ánh Dương. Giao ước vẫn được giữ; hãy bấm Sửa, ghi họ tên người đại diện "
        "rồi ký."
    )
    pact.refresh_from_db()
    assert (pact.state, pact.parties.count()) == ("draft", 3)


def test_a_day_that_has_not_come_is_not_the_day_of_signing(pact, officer):
    with pytest.raises(Invalid) as refused:
        sign_pact(actor=officer, pact_id=pact.public_id, signed_on=date(2026, 11, 23))

    assert refused.value.code == "pacts.signed_ahead"


def test_a_pact_changed_meanwhile_is_not_signed(country, pact, officer):
    edit_pact(actor=officer, pact_id=pact.public_id, version=1, pact=typed_pact(country))

    with pytest.raises(Conflict) as refused:
        sign_pact(actor=officer, pact_id=pact.public_id, version=1)

    assert refused.value.code == "base.stale"


def test_cancelling_says_why_and_takes_the_figure_back(country, signed, officer):
    cancel_pact(actor=officer, pact_id=signed.public_id, reason="Đơn vị giải quyết nội dung khác")

    signed.refresh_from_db()
    assert (signed.state, signed.cancelled_on) == ("cancelled", date(2026, 11, 22))
    assert counted(country["ha-noi"], "giao-uoc-ky", SIGNED) == 0
    with pytest.raises(Conflict):
        cancel_pact(actor=officer, pact_id=signed.public_id, reason="Lần nữa")


@pytest.mark.parametrize(
    ("reason", "code"), [("  ", "pacts.no_reason"), ("x" * 1001, "pacts.reason_long")]
)
def test_a_reason_is_asked_for(pact, officer, reason, code):
    with pytest.raises(Invalid) as refused:
        cancel_pact(actor=officer, pact_id=pact.public_id, reason=reason)

    assert (refused.value.code, refused.value.field) == (code, "reason")


def test_the_signed_paper_is_kept_and_taken_off(signed, officer):
    attach_scan(actor=officer, pact_id=signed.public_id, photos=photos(2))
    first = signed.scans.order_by("id").first().file.public_id
    remove_scan(actor=officer, pact_id=signed.public_id, file_id=first)

    assert (signed.scans.count(), StoredFile.objects.count()) == (1, 1)
    with pytest.raises(NotFound):
        remove_scan(actor=officer, pact_id=signed.public_id, file_id=first)


def test_a_scan_belongs_to_a_signed_pact(pact, officer):
    with pytest.raises(Conflict) as refused:
        attach_scan(actor=officer, pact_id=pact.public_id, photos=photos())

    assert refused.value.code == "pacts.not_signed"


def test_there_is_a_limit_of_scans(signed, officer):
    with pytest.raises(Invalid) as refused:
        attach_scan(actor=officer, pact_id=signed.public_id, photos=photos() * 21)

    assert refused.value.code == "pacts.scans_many"


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("chu-tich-cdcs", "anh-duong", Forbidden),
        ("can-bo-cdcs", "anh-duong", Forbidden),
        ("doan-vien", "anh-duong", NotFound),
        ("lanh-dao", "ha-noi", Forbidden),
        ("lanh-dao", "hue", NotFound),
    ],
)
def test_a_pact_is_kept_by_its_unit_alone(country, pact, role, slug, refusal):
    actor = country.actor(role, slug)
    before = events()

    for act in (
        lambda: sign_pact(actor=actor, pact_id=pact.public_id),
        lambda: cancel_pact(actor=actor, pact_id=pact.public_id, reason="Thử"),
        lambda: draft_pact(
            actor=actor,
            unit_id=country["tu-liem"].public_id,
            campaign_id=pact.campaign.public_id,
            pact=typed_pact(country),
        ),
    ):
        with pytest.raises(refusal):
            act()

    pact.refresh_from_db()
    assert (pact.state, events()) == ("draft", before)


def test_a_closed_plan_has_no_new_pacts(country, plan, indicators):
    close_campaign(actor=boss(country, "tu-liem"), campaign_id=plan.public_id)

    with pytest.raises(Conflict):
        make_pact(country, plan)


def test_the_same_press_twice_signs_once(country, pact, officer):
    keyed = officer.with_key("press")

    assert sign_pact(actor=keyed, pact_id=pact.public_id) == sign_pact(
        actor=keyed, pact_id=pact.public_id
    )
    assert counted(country["tu-liem"], "giao-uoc-ky", SIGNED) == 1


def test_parties_read_a_signed_pact_and_nobody_else_beside(country, plan, pact, officer):
    chair, stranger = (country.actor("chu-tich-cdcs", slug) for slug in ("anh-duong", "binh-minh"))
    assert not pacts_of(chair, plan).exists()

    sign_pact(actor=officer, pact_id=pact.public_id)

    assert pact_for(chair, pact.public_id) == pact
    assert list(pacts_of(chair, plan)) == [pact]
    assert not pacts_of(stranger, plan).exists()
    with pytest.raises(NotFound):
        pact_for(stranger, pact.public_id)
