"""Forms of campaigns and what bad input meets: a sentence that says what and where, nothing lost."""

import unicodedata

import pytest
from tests.apps.campaigns.cascade import PLAN, boss, drafted, given, launched, plan_of, said_by

from thidua.apps.campaigns.models import Campaign, Directive, Target
from thidua.apps.campaigns.services.drafting import edit_campaign
from thidua.apps.campaigns.services.targets import set_targets
from thidua.apps.figures.models import Indicator
from thidua.apps.figures.services import install_indicators
from thidua.base.actor import SYSTEM

NEW = "/ke-hoach/moi/"


def text_of(answer):
    return " ".join(answer.content.decode().split())


def url(campaign, tail=""):
    return f"/ke-hoach/{campaign.public_id}/{tail}"


def typed(**changes):
    """What the form of a plan posts; two đợt, one of them filled."""
    fields = {
        "title": "Kế hoạch quý I",
        "theme": "",
        "number": "",
        "issued_on": "",
        "signer_name": "",
        "signer_post": "",
        "starts_on": "01/01/2026",
        "last_day": "31/12/2026",
        "bases": "",
        "contents": "1. Thi đua lao động giỏi\n2) Chăm lo đoàn viên",
        "note": "",
        "version": "",
        "dot-TOTAL_FORMS": "2",
        "dot-INITIAL_FORMS": "0",
        "dot-0-starts_on": "01/01/2026",
        "dot-0-last_day": "30/06/2026",
        "dot-0-theme": "Đợt chào mừng",
        "dot-0-task": "",
        "dot-1-starts_on": "",
        "dot-1-last_day": "",
        "dot-1-theme": "",
        "dot-1-task": "",
    }
    return fields | changes


@pytest.fixture
def office(client_of):
    """The officer of the ward union, who drafts but does not launch."""
    return client_of("can-bo-thi-dua", "tu-liem")


@pytest.fixture
def leader_page(client_of):
    return client_of("lanh-dao", "tu-liem")


def test_a_plan_is_written_with_pasted_numbering_dropped(country, office):
    office.post(NEW, typed(title=unicodedata.normalize("NFD", "Kế hoạch quý I")))

    plan = Campaign.objects.get()
    assert (plan.title, plan.state, plan.phases.count()) == ("Kế hoạch quý I", "draft", 1)
    assert [c.text for c in plan.contents.all()] == ["Thi đua lao động giỏi", "Chăm lo đoàn viên"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": "k" * 301}, "Tên kế hoạch: Dài 301 ký tự, tối đa 300. Hãy rút gọn."),
        ({"last_day": "31/02/2026"}, "“31/02/2026” không phải là ngày. Hãy nhập như 22/11/2026."),
        ({"last_day": "cuối năm 2026"}, "“cuối năm 2026” không phải là ngày."),
        (
            {"last_day": "31/12/2025"},
            "Ngày kết thúc phải sau ngày bắt đầu: 01/01/2026 – 31/12/2025",
        ),
        ({"number": "81-KH"}, "Số, ký hiệu “81-KH” chưa đúng dạng. Hãy nhập như 81/KH-TLĐ"),
        (
            {"dot-1-starts_on": "30/06/2026", "dot-1-last_day": "01/12/2026"},
            "Đợt 1 và đợt 2 chồng lên nhau.",
        ),
        ({"dot-0-last_day": "01/01/2027"}, "Đợt 1 (01/01/2026 – 01/01/2027) nằm ngoài thời gian"),
        ({"dot-0-last_day": "31/12/2025"}, "Đợt 1: ngày kết thúc 31/12/2025 trước ngày bắt đầu"),
        ({"dot-0-last_day": "30/02/2026"}, "Đợt 1, đến hết ngày: “30/02/2026” không phải là ngày."),
        ({"dot-1-theme": "Chưa có ngày"}, "Đợt 2, từ ngày: Hãy nhập ngày cho đợt này."),
    ],
)
def test_bad_input_is_answered_in_words_and_kept(country, office, changes, words):
    answer = office.post(NEW, typed(**changes))

    text = text_of(answer)
    assert answer.status_code == 422
    assert words in text
    for value in (*changes.values(), "Thi đua lao động giỏi", "Đợt chào mừng"):
        assert value in text
    assert Campaign.objects.count() == 0


def test_pasted_decomposed_text_is_not_too_long(country, office):
    title = "Ế" * 300

    office.post(NEW, typed(title=unicodedata.normalize("NFD", title)))

    assert Campaign.objects.get().title == title


@pytest.mark.parametrize("rows", ["²", "", "-1", "99999999999999999999"])
def test_a_tampered_count_of_phases_is_no_fault(country, office, rows):
    for extra in ({}, {"add_phase": "1"}):
        answer = office.post(NEW, typed(**{"dot-TOTAL_FORMS": rows}, **extra))
        assert answer.status_code in {200, 302, 422}


def test_one_more_phase_keeps_all_that_was_typed_and_scolds_nobody(country, office):
    answer = office.post(NEW, typed(add_phase="1", title="", last_day="sắp tới"))

    text = text_of(answer)
    assert answer.status_code == 200
    assert len(answer.context["phases"].forms) == 3
    assert 'name="dot-2-starts_on"' in text
    for kept in ("sắp tới", "Đợt chào mừng", "Chăm lo đoàn viên", "30/06/2026"):
        assert kept in text
    assert "error-summary" not in text
    assert Campaign.objects.count() == 0


def test_a_double_click_writes_one_plan(country, office):
    first = office.post(NEW, typed(request_key="press-1"))
    second = office.post(NEW, typed(request_key="press-1"))

    assert first.url == second.url
    assert Campaign.objects.count() == 1


def test_the_form_of_a_draft_shows_all_that_is_stored(country, office):
    answer = office.get(url(drafted(country, "tu-liem"), "sua/"))

    text = text_of(answer)
    assert answer.status_code == 200
    for part in (PLAN.title, PLAN.theme, PLAN.number, PLAN.note, *PLAN.bases, *PLAN.contents):
        assert part in text
    for day in ("20/12/2025", "01/01/2026", "30/06/2026", "01/07/2026", "31/12/2026"):
        assert f'value="{day}"' in text


def test_what_the_form_of_a_draft_shows_can_be_saved_as_it_is(country, office):
    draft = drafted(country, "tu-liem")
    page = office.get(url(draft, "sua/"))
    shown = {bound.html_name: bound.value() or "" for bound in page.context["form"]}
    for row in (page.context["phases"].management_form, *page.context["phases"]):
        shown |= {bound.html_name: bound.value() or "" for bound in row}

    answer = office.post(url(draft, "sua/"), shown)

    assert answer.status_code == 302
    stored = Campaign.objects.get()
    assert (stored.title, stored.until, stored.version) == (draft.title, draft.until, 2)
    assert [c.text for c in stored.contents.all()] == list(PLAN.contents)
    assert [(p.starts_on, p.theme) for p in stored.phases.all()] == [
        (phase.starts_on, phase.theme) for phase in PLAN.phases
    ]


def test_a_stale_form_shows_the_other_version_and_keeps_what_was_typed(country, office, officer):
    draft = drafted(country, "tu-liem")
    other = plan_of(title="Người khác sửa")
    edit_campaign(actor=officer, campaign_id=draft.public_id, version=1, plan=other)

    answer = office.post(url(draft, "sua/"), typed(version="1", title="Tôi sửa"))

    text = text_of(answer)
    assert "Nội dung này vừa được người khác sửa." in text
    assert "Xem bản người khác vừa lưu" in text
    assert 'value="Tôi sửa"' in text
    assert Campaign.objects.get().title == "Người khác sửa"
    seen = answer.context["form"]["version"].value()
    assert office.post(url(draft, "sua/"), typed(version=seen, title="Tôi sửa")).status_code == 302
    assert Campaign.objects.get().title == "Tôi sửa"


def test_another_fault_does_not_hide_that_someone_else_saved(country, office, officer):
    draft = drafted(country, "tu-liem")
    edit_campaign(
        actor=officer, campaign_id=draft.public_id, version=1, plan=plan_of(title="Người khác")
    )

    faulty = office.post(url(draft, "sua/"), typed(version="1", number="sai"))
    version = faulty.context["form"]["version"].value()

    assert office.post(url(draft, "sua/"), typed(version=version)).status_code == 422
    assert Campaign.objects.get().title == "Người khác"


def test_a_plan_launched_while_its_form_was_open_keeps_what_was_typed(country, office):
    plan = launched(country, "tu-liem")

    answer = office.post(url(plan, "sua/"), typed(version="1", title="Đang gõ"))

    assert answer.status_code == 422
    assert "Kế hoạch đã phát động nên không sửa được nữa." in text_of(answer)
    assert 'value="Đang gõ"' in text_of(answer)


def test_an_answer_begins_with_the_superiors_plan_but_not_its_note(country, client_of):
    directive = given(launched(country, "tu-liem"), country, "anh-duong")
    client = client_of("chu-tich-cdcs", "anh-duong")

    text = text_of(client.get(f"{NEW}?giao={directive.public_id}"))
    for part in (*PLAN.contents, "Đợt chào mừng", "81/KH-TLĐ"):
        assert part in text
    assert PLAN.note not in text

    client.post(NEW, typed(directive_id=directive.public_id))
    directive.refresh_from_db()
    assert directive.own_campaign.unit == country["anh-duong"]
    again = client.post(NEW, typed(directive_id=directive.public_id))
    assert "Đơn vị đã có kế hoạch" in text_of(again)
    assert (
        client_of("chu-tich-cdcs", "binh-minh").get(f"{NEW}?giao={directive.public_id}").status_code
        == 404
    )


def test_launching_asks_once_and_keeps_the_ticks_when_refused(country, leader_page):
    draft = drafted(country, "tu-liem")
    units = [country[slug].public_id for slug in ("anh-duong", "binh-minh")]
    decided = {"version": "1", "unit": units, "pilot": units[:1]}
    address = url(draft, "phat-dong/")

    assert text_of(leader_page.get(address)).count(" checked>") == 3
    refused = leader_page.post(address, decided | {"due_on": "tuần sau"})
    assert text_of(refused).count(" checked>") == 3
    assert refused.context["ticked"] == units
    assert "“tuần sau” không phải là ngày." in text_of(refused)

    for _ in range(2):  # the second press of an impatient finger
        answer = leader_page.post(address, decided | {"due_on": "", "request_key": "press-1"})
        assert answer.status_code == 302
    assert sorted(Directive.objects.values_list("unit__public_id", "pilot")) == sorted(
        [(units[0], True), (units[1], False)]
    )


def test_targets_change_only_where_typed(country, office):
    install_indicators(actor=SYSTEM)
    one, two = Indicator.objects.filter(aggregate="sum").order_by("position")[:2]
    plan = launched(country, "tu-liem")
    unit = country["tu-liem"].public_id
    set_targets(
        actor=boss(country, "tu-liem"),
        campaign_id=plan.public_id,
        unit_id=unit,
        values={one.code: 6000, two.code: 5},
        illustrative=True,
    )
    address = url(plan, f"chi-tieu/{unit}/")

    assert 'value="6.000"' in text_of(office.get(address))
    bad = office.post(address, {one.code: "9" * 30, two.code: "-4"})
    assert (bad.status_code, Target.objects.get(indicator=one).value) == (422, 6000)
    assert office.post(address, {one.code: "6.000", two.code: "8"}).status_code == 302

    assert said_by("set_targets")["targets"] == {two.code: 8}
    assert Target.objects.get(indicator=one).illustrative is True


def test_a_grassroots_union_launches_for_itself(country, client_of):
    draft = drafted(country, "anh-duong", number="")
    client = client_of("chu-tich-cdcs", "anh-duong")
    address = url(draft, "phat-dong/")

    assert "không có đơn vị trực thuộc" in text_of(client.get(address))
    answer = client.post(address, {"version": "1", "due_on": ""}, follow=True)

    assert "Đã phát động kế hoạch của đơn vị." in text_of(answer)
    assert Campaign.objects.get().state == "running"


@pytest.mark.parametrize(
    ("role", "slug", "unit", "status"),
    [
        ("can-bo-thi-dua", "tu-liem", "anh-duong", 200),
        ("can-bo-thi-dua", "tu-liem", "hue", 404),
        ("chu-tich-cdcs", "anh-duong", "anh-duong", 403),
        ("lanh-dao", "ha-noi", "tu-liem", 403),
        ("can-bo-cdcs", "anh-duong", "anh-duong", 403),
    ],
)
def test_targets_are_set_by_the_unit_of_the_plan(country, client_of, role, slug, unit, status):
    plan = launched(country, "tu-liem")

    answer = client_of(role, slug).get(url(plan, f"chi-tieu/{country[unit].public_id}/"))

    assert answer.status_code == status
