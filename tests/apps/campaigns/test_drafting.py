"""Writing plans: new drafts, answers to a superior's plan, edits, and all that is refused."""

import unicodedata
from datetime import date

import pytest
from tests.apps.campaigns.cascade import (
    PLAN,
    boss,
    drafted,
    event_of,
    events,
    given,
    launched,
    plan_of,
    said_by,
)

from thidua.apps.campaigns.models import Campaign
from thidua.apps.campaigns.services.drafting import PhaseDraft, draft_campaign, edit_campaign
from thidua.apps.campaigns.services.launching import close_campaign
from thidua.base.messages import sentence
from thidua.domain.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from thidua.domain.spans import DateSpan


def draft(country, actor, slug, directive_id="", **changes):
    return draft_campaign(
        actor=actor,
        unit_id=country[slug].public_id,
        plan=plan_of(**changes),
        directive_id=directive_id,
    )


def test_a_draft_keeps_all_parts_in_order_and_leaves_one_event(country, officer):
    public_id = draft(country, officer, "tu-liem")

    campaign = Campaign.objects.get(public_id=public_id)
    assert (campaign.unit_id, campaign.state, campaign.version) == (
        country["tu-liem"].pk,
        "draft",
        1,
    )
    assert (campaign.year, campaign.number, campaign.title) == (2026, PLAN.number, PLAN.title)
    assert (campaign.parent, campaign.root, campaign.launched_on) == (None, None, None)
    assert DateSpan(campaign.starts_on, campaign.until).last_day == PLAN.last_day
    assert [basis.text for basis in campaign.bases.all()] == list(PLAN.bases)
    assert [content.text for content in campaign.contents.all()] == list(PLAN.contents)
    assert [(p.position, p.starts_on, p.until, p.theme) for p in campaign.phases.all()] == [
        (1, date(2026, 1, 1), date(2026, 7, 1), "Đợt chào mừng"),
        (2, date(2026, 7, 1), date(2027, 1, 1), ""),
    ]
    event = event_of("draft_campaign")
    assert (event.subject_id, event.unit, event.actor_user, event.capability) == (
        public_id,
        country["tu-liem"].pk,
        officer.user_id,
        "campaign.edit",
    )
    assert said_by("draft_campaign")["after"]["title"] == PLAN.title


def test_text_is_stored_composed_and_tidy(country, officer):
    typed = unicodedata.normalize("NFD", "  Kế hoạch\u00a0thi  đua\u200b năm 2026 ")
    public_id = draft(
        country,
        officer,
        "tu-liem",
        title=typed,
        theme=unicodedata.normalize("NFD", "Sáng tạo"),
        contents=(unicodedata.normalize("NFD", "Đối thoại"),),
    )

    campaign = Campaign.objects.get(public_id=public_id)
    assert campaign.title == "Kế hoạch thi đua năm 2026"
    assert campaign.theme == "Sáng tạo"
    assert campaign.contents.get().text == "Đối thoại"


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("can-bo-cdcs", "anh-duong", Forbidden),  # own unit, role without the capability
        ("lanh-dao", "tu-liem", Forbidden),  # the superior does not write for the unit
        ("chu-tich-cdcs", "binh-minh", NotFound),  # a sibling does not even see it
        ("quan-tri", "tld", Forbidden),
    ],
)
def test_only_the_unit_itself_writes_its_plan(country, role, slug, refusal):
    actor = country.actor(role, slug)
    before = events()

    with pytest.raises(refusal):
        draft(country, actor, "anh-duong")

    assert (Campaign.objects.count(), events()) == (0, before)


HALF_YEAR = PhaseDraft(date(2026, 1, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"title": " \u200b "}, "title", "Chưa nhập tên kế hoạch."),
        (
            {"last_day": date(2025, 12, 31), "phases": ()},
            "last_day",
            "Ngày kết thúc phải sau ngày bắt đầu: 01/01/2026 – 31/12/2025.",
        ),
        (
            {"number": "81-KH"},
            "number",
            "Số, ký hiệu “81-KH” chưa đúng dạng. Hãy nhập như 81/KH-TLĐ: số, gạch chéo, "
            "loại văn bản, gạch nối, tên viết tắt của đơn vị.",
        ),
        (
            {"phases": (HALF_YEAR, PhaseDraft(date(2026, 6, 30), date(2026, 12, 31)))},
            None,
            "Đợt 1 và đợt 2 chồng lên nhau.",
        ),
        (
            {"phases": (PhaseDraft(date(2026, 7, 1), date(2027, 1, 1)),)},
            None,
            "Đợt 1 (01/07/2026 – 01/01/2027) nằm ngoài thời gian của kế hoạch "
            "(01/01/2026 – 31/12/2026).",
        ),
        (
            {"phases": (HALF_YEAR, PhaseDraft(date(2026, 12, 1), date(2026, 7, 1)))},
            None,
            "Đợt 2: ngày kết thúc 01/07/2026 trước ngày bắt đầu 01/12/2026.",
        ),
    ],
)
def test_an_unsound_plan_is_refused_in_words(country, officer, changes, field, words):
    with pytest.raises(Invalid) as refused:
        draft(country, officer, "tu-liem", **changes)

    assert refused.value.field == field
    assert sentence(refused.value).startswith(words)
    assert Campaign.objects.count() == 0


def test_a_number_is_used_once_a_year_by_a_unit(country, officer):
    drafted(country, "tu-liem")

    with pytest.raises(Invalid) as refused:
        draft(country, officer, "tu-liem")

    assert refused.value.code == "campaigns.number_taken"
    assert refused.value.field == "number"
    assert "81/KH-TLĐ" in sentence(refused.value)
    assert "2026" in sentence(refused.value)


def test_another_unit_another_year_or_no_number_may_follow(country, officer):
    drafted(country, "tu-liem")
    drafted(country, "ha-noi")
    next_year = {"starts_on": date(2027, 1, 1), "last_day": date(2027, 12, 31), "phases": ()}

    draft(country, officer, "tu-liem", **next_year)
    draft(country, officer, "tu-liem", number="")
    draft(country, officer, "tu-liem", number="")

    assert Campaign.objects.filter(unit=country["tu-liem"]).count() == 4


def test_the_same_press_twice_writes_one_plan(country, officer):
    keyed = officer.with_key("press-1")

    first = draft(country, keyed, "tu-liem")
    before = events()
    second = draft(country, keyed, "tu-liem")

    assert first == second
    assert (Campaign.objects.count(), events()) == (1, before)


def test_the_same_key_with_other_content_is_refused(country, officer):
    keyed = officer.with_key("press-1")
    draft(country, keyed, "tu-liem")

    with pytest.raises(Conflict) as refused:
        draft(country, keyed, "tu-liem", title="Kế hoạch khác")

    assert refused.value.code == "base.key_reused"
    assert Campaign.objects.count() == 1


# Answering a plan that was handed down


def test_an_answer_knows_parent_and_root_and_moves_the_directive(country):
    top = launched(country, "tld")
    middle = launched(country, "ha-noi", top)
    directive = given(middle, country, "tu-liem")

    answer = drafted(country, "tu-liem", directive)

    directive.refresh_from_db()
    assert (answer.parent_id, answer.root_id) == (middle.pk, top.pk)
    assert (directive.state, directive.own_campaign_id) == ("planned", answer.pk)


def test_a_directive_is_answered_once(country):
    top = launched(country, "tld")
    directive = given(top, country, "ha-noi")
    drafted(country, "ha-noi", directive)

    with pytest.raises(Conflict) as refused:
        drafted(country, "ha-noi", directive, number="82/KH-LĐLĐ")

    assert refused.value.code == "campaigns.already_planned"
    assert "81/KH-TLĐ" in sentence(refused.value)
    assert Campaign.objects.filter(unit=country["ha-noi"]).count() == 1


def test_a_directive_to_another_unit_is_not_answered(country):
    directive = given(launched(country, "tld"), country, "hue")

    with pytest.raises(Invalid) as refused:
        drafted(country, "ha-noi", directive)

    assert refused.value.code == "campaigns.parent_not_given"


def test_a_closed_plan_takes_no_further_answer(country):
    top = launched(country, "tld")
    close_campaign(actor=boss(country, "tld"), campaign_id=top.public_id)

    with pytest.raises(Conflict) as refused:
        drafted(country, "ha-noi", given(top, country, "ha-noi"))

    assert (
        sentence(refused.value)
        == "Việc này không làm được khi kế hoạch ở trạng thái “đã kết thúc”."
    )
    assert given(top, country, "ha-noi").state == "pending"


# Editing


def edit(actor, campaign, version=1, **changes):
    return edit_campaign(
        actor=actor, campaign_id=campaign.public_id, version=version, plan=plan_of(**changes)
    )


def test_an_edit_replaces_every_part_and_counts_the_version(country, officer):
    campaign = drafted(country, "tu-liem")

    edit(
        officer,
        campaign,
        title="Tên mới",
        number="",
        contents=("Một",),
        phases=(HALF_YEAR,),
        bases=(),
    )

    campaign.refresh_from_db()
    assert (campaign.title, campaign.number, campaign.version, campaign.state) == (
        "Tên mới",
        "",
        2,
        "draft",
    )
    assert [content.text for content in campaign.contents.all()] == ["Một"]
    assert (campaign.phases.count(), campaign.bases.count()) == (1, 0)
    assert event_of("edit_campaign").subject_id == campaign.public_id
    assert said_by("edit_campaign")["after"]["title"] == "Tên mới"


def test_a_stale_edit_changes_nothing(country, officer):
    campaign = drafted(country, "tu-liem")
    edit(officer, campaign, title="Người thứ nhất")
    before = events()

    with pytest.raises(Conflict) as refused:
        edit(officer, campaign, title="Người thứ hai", contents=("Khác",))

    campaign.refresh_from_db()
    assert refused.value.code == "base.stale"
    assert (campaign.title, campaign.version, events()) == ("Người thứ nhất", 2, before)
    assert [content.text for content in campaign.contents.all()] == list(PLAN.contents)


def test_a_launched_plan_is_locked(country):
    campaign = launched(country, "anh-duong")

    with pytest.raises(Conflict) as refused:
        edit(boss(country, "anh-duong"), campaign, title="Sửa sau khi phát động")

    assert refused.value.code == "campaigns.locked"


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("can-bo-cdcs", "anh-duong", Forbidden),
        ("lanh-dao", "tu-liem", Forbidden),
        ("chu-tich-cdcs", "binh-minh", NotFound),
    ],
)
def test_only_the_unit_itself_edits_its_plan(country, role, slug, refusal):
    campaign = drafted(country, "anh-duong")

    with pytest.raises(refusal):
        edit(country.actor(role, slug), campaign, title="Khác")

    campaign.refresh_from_db()
    assert campaign.version == 1


def test_a_plan_keeps_its_own_number_when_edited_but_takes_no_other(country, officer):
    campaign = drafted(country, "tu-liem")
    drafted(country, "tu-liem", number="82/KH-CĐP")

    edit(officer, campaign, title="Giữ số")
    with pytest.raises(Invalid) as refused:
        edit(officer, campaign, version=2, number="82/KH-CĐP")

    assert refused.value.code == "campaigns.number_taken"


def test_an_unsound_edit_is_refused_before_anything_is_written(country, officer):
    campaign = drafted(country, "tu-liem")

    with pytest.raises(Invalid):
        edit(officer, campaign, title="Khác", phases=(HALF_YEAR, HALF_YEAR))

    campaign.refresh_from_db()
    assert (campaign.title, campaign.version, campaign.phases.count()) == (PLAN.title, 1, 2)


def test_an_edit_of_nothing_known_is_not_found(country, officer):
    with pytest.raises(DomainError) as refused:
        edit_campaign(actor=officer, campaign_id="kh_none", version=1, plan=PLAN)

    assert refused.value.code == "base.not_found"
