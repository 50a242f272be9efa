"""The plan's form in rows: added by a button, days ticked, faults beside their field and summed up."""

import pytest
from django.utils.html import escape
from tests.apps.campaigns.cascade import drafted, given, launched
from tests.apps.campaigns.test_parts import LOCKED, WHOLE
from tests.web.test_campaign_forms import typed

from thidua.apps.campaigns.models import Campaign
from thidua.apps.campaigns.queries import movement_ids
from thidua.apps.campaigns.services.movements import install_movements
from thidua.apps.campaigns.to_domain import draft_of
from thidua.base.actor import SYSTEM
from thidua.domain.plan_draft import CommemorationDraft, ContentDraft

NEW = "/ke-hoach/moi/"


def text_of(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def office(client_of):
    return client_of("can-bo-thi-dua", "tu-liem")


def row(prefix, **fields):
    """One row of a part, as the form posts it."""
    named = {f"{prefix}-0-{name}": value for name, value in fields.items()}
    return named | {f"{prefix}-TOTAL_FORMS": "1", f"{prefix}-INITIAL_FORMS": "0"}


def posted(page):
    """Every value that a page's form shows, as the browser would send it."""
    shown = {}
    bound = [*page.context["form"]]
    for rows in page.context["sets"].values():
        bound += [*rows.management_form, *(field for form in rows for field in form)]
    for field in bound:
        value = field.value()
        if value not in (None, False, ""):
            shown[field.html_name] = "on" if value is True else value
    return shown


@pytest.mark.parametrize(
    ("part", "prefix", "field"),
    [
        ("peaks", "cao-diem", "name"),
        ("ties", "gan-voi", "owner"),
        ("goals", "muc-tieu", "name"),
        ("awards", "khen", "title"),
        ("milestones", "moc", "last_day"),
        ("joint_issuers", "cung", "name"),
        ("commemorations", "ngay", "event"),
    ],
)
def test_a_row_is_added_where_it_was_asked_for_and_nothing_is_scolded(
    country, office, part, prefix, field
):
    answer = office.post(NEW, typed(add=part, title="", **{"dot-0-theme": "Đang gõ"}))

    assert answer.status_code == 200
    assert f'name="{prefix}-0-{field}"' in text_of(answer)
    assert "Đang gõ" in text_of(answer)
    assert "error-summary" not in text_of(answer)


def test_ticked_days_become_rows_with_their_count(country, office):
    days = ["thanh-lap-cong-doan", "thanh-lap-dang"]

    asked = office.post(NEW, typed(add="commemorations", quick_days=days))
    assert [row["event"].value() for row in asked.context["sets"]["commemorations"]] == days
    office.post(NEW, typed(quick_days=days))

    kept = draft_of(Campaign.objects.get()).commemorations
    assert [(one.event, one.years) for one in kept] == [
        ("thanh-lap-cong-doan", 97),
        ("thanh-lap-dang", 96),
    ]


def test_a_day_that_stands_in_a_row_already_is_not_added_twice(country, office):
    office.post(
        NEW,
        typed(
            quick_days=["thanh-lap-cong-doan"],
            **row("ngay", event="thanh-lap-cong-doan", years="97"),
        ),
    )

    assert len(draft_of(Campaign.objects.get()).commemorations) == 1


@pytest.mark.parametrize(
    ("fields", "words", "anchor"),
    [
        (
            row("ngay", event="thanh-lap-cong-doan", years="94"),
            "94 năm là năm 2023; năm 2026 là 97 năm",
            "id_ngay-0-years",
        ),
        (
            row("cao-diem", name="Cao điểm", starts_on="01/12/2026", last_day="05/01/2027"),
            "Đợt cao điểm 1 (01/12/2026 – 05/01/2027) nằm ngoài thời gian của kế hoạch",
            "id_cao-diem-0-starts_on",
        ),
        (
            row("cao-diem", starts_on="01/12/2026"),
            "Đợt cao điểm 1, tên đợt cao điểm: Hãy nhập tên.",
            "id_cao-diem-0-name",
        ),
        (
            {"dot-0-working_days": "12"},
            "Đợt 1 ghi 12 ngày làm việc",
            "id_dot-0-working_days",
        ),
        (
            row("muc-tieu", name="Cử tri", comparator=">=", value="chín mươi"),
            "“chín mươi” không phải là số. Hãy nhập như 98, 14,5 hoặc 1.225.000.",
            "id_muc-tieu-0-value",
        ),
        (
            row("khen", title="Bằng khen", nature="quota"),
            "Khen thưởng 1 ghi “không quá số lượng”",
            "id_khen-0-individual",
        ),
        (row("gan-voi", owner="Thành phố"), "Hãy nhập chủ đề.", "id_gan-voi-0-theme"),
        (
            row("ngay", years="5"),
            "Hãy chọn ngày trong danh mục, hoặc nhập tên sự kiện.",
            "id_ngay-0-name",
        ),
        ({"last_day": ""}, "Hãy nhập ngày kết thúc.", "id_last_day"),
        ({"starts_on": ""}, "Hãy nhập ngày bắt đầu, hoặc ngày ban hành.", "id_starts_on"),
        ({"locks": "3"}, "Không có nội dung 3: kế hoạch có 2 nội dung.", "id_locks"),
        ({"locks": "một"}, "Hãy ghi số thứ tự như 1, 3-4.", "id_locks"),
    ],
)
def test_a_fault_stands_beside_its_field_and_is_linked_on_top(
    country, office, fields, words, anchor
):
    answer = office.post(NEW, typed(**fields))

    text = text_of(answer)
    assert answer.status_code == 422
    assert words in text
    assert f'href="#{anchor}"' in text
    assert f'id="{anchor}_error"' in text
    for value in (*fields.values(), "Thi đua lao động giỏi"):
        assert escape(value) in text
    assert Campaign.objects.count() == 0


def test_faults_of_several_parts_are_summed_up_together(country, office):
    fields = row("ngay", event="thanh-lap-cong-doan", years="94")
    fields |= row("cao-diem", name="Cao điểm", starts_on="01/12/2026", last_day="05/01/2027")

    answer = office.post(NEW, typed(number="81-KH", **fields))

    assert len(answer.context["problems"]) == 3
    assert "Còn 3 chỗ cần sửa" in text_of(answer)


def test_a_right_count_typed_after_a_wrong_one_is_taken(country, office):
    day = {"event": "thanh-lap-cong-doan"}
    assert office.post(NEW, typed(**row("ngay", **day, years="94"))).status_code == 422

    assert office.post(NEW, typed(**row("ngay", **day, years="97"))).status_code == 302


def test_a_month_an_event_and_a_day_of_issue_are_typed_as_papers_say_them(country, office):
    office.post(
        NEW,
        typed(
            starts_on="01/2026",
            last_day="tháng 12/2026",
            end_event="Đại hội XIV",
            school_year="on",
        ),
    )
    office.post(
        NEW,
        typed(
            starts_on="",
            from_issue="on",
            issued_on="05/01/2026",
            last_day="",
            no_end="on",
            **{"dot-0-starts_on": "05/01/2026"},
        ),
    )

    months, issue = map(draft_of, Campaign.objects.order_by("id"))
    assert (months.start_form, months.end_form, months.school_year) == ("month", "month", True)
    assert (months.last_day.isoformat(), months.end_event) == ("2026-12-31", "Đại hội XIV")
    assert (issue.start_form, issue.starts_on.isoformat()) == ("issue", "2026-01-05")
    assert issue.last_day is None


def test_contents_go_to_their_block_and_locks_count_through(country, office):
    office.post(
        NEW,
        typed(
            contents="1. Chung",
            contents_enterprise="- Một\n- Hai",
            contents_public="a",
            locks="1, 3-4",
        ),
    )

    assert draft_of(Campaign.objects.get()).contents == (
        ContentDraft("Chung", locked=True),
        ContentDraft("Một", "doanh-nghiep"),
        ContentDraft("Hai", "doanh-nghiep", locked=True),
        ContentDraft("a", "hanh-chinh-su-nghiep", locked=True),
    )


def test_what_the_form_of_a_whole_draft_shows_is_saved_as_it_was(country, office):
    install_movements(actor=SYSTEM)
    draft = drafted(
        country,
        "tu-liem",
        **WHOLE,
        commemorations=(
            CommemorationDraft("thanh-lap-cong-doan"),
            CommemorationDraft(name="Đại hội XIV", phase=2),
        ),
        movements=tuple(movement_ids(["gioi-viec-nuoc"])),
    )
    before = draft_of(draft)
    address = f"/ke-hoach/{draft.public_id}/sua/"

    answer = office.post(address, posted(office.get(address)))

    assert answer.status_code == 302
    draft.refresh_from_db()
    assert (draft.version, draft_of(draft)) == (2, before)


def test_the_sheet_shows_every_part_in_words(country, office):
    install_movements(actor=SYSTEM)
    movements = tuple(movement_ids(["gioi-viec-nuoc"]))
    days = (CommemorationDraft("thanh-lap-cong-doan", phase=2),)
    draft = drafted(country, "tu-liem", **WHOLE, commemorations=days, movements=movements)

    text = text_of(office.get(f"/ke-hoach/{draft.public_id}/"))

    for words in (
        "năm học 2026 – 2027, từ tháng 01/2026 đến khi kết thúc Đại hội XIV Công đoàn Việt Nam",
        "365 ngày đêm",
        "97 năm Ngày thành lập Công đoàn Việt Nam (28/07/1929 – 28/07/2026)",
        "số năm đã kiểm tra",
        "từ ngày 01/07/2026 đến hết ngày 14/07/2026 (10 ngày làm việc)",
        "Gắn với chủ đề công tác năm 2026 của Thành phố: “Kỷ cương”",
        "Cử tri: ít nhất 98 %, tính trên tổng số cử tri",
        "Đề tài: từ 1 đến 2,5 đề tài, mỗi năm",
        "không quá 2 tập thể, 5 cá nhân mỗi đơn vị trực thuộc",
        "Chưa định ngày (thời gian cụ thể thông báo sau)",
        "“Giỏi việc nước, đảm việc nhà”",
        "bắt buộc giữ",
        "Khối doanh nghiệp",
        "Sở Nội vụ",
        "Sáng kiến được xét: từ ngày 01/01/2026 đến hết ngày 31/12/2026",
    ):
        assert words in text


def test_the_contents_on_screen_are_worded_as_the_paper_is(country, office):
    install_movements(actor=SYSTEM)
    movements = tuple(movement_ids(["gioi-viec-nuoc"]))
    days = (CommemorationDraft("thanh-lap-cong-doan", phase=2),)
    draft = drafted(country, "tu-liem", **WHOLE, commemorations=days, movements=movements)

    contents = text_of(office.get(f"/ke-hoach/{draft.public_id}/"))
    paper = text_of(office.get(f"/ke-hoach/{draft.public_id}/van-ban/"))

    for words in (
        "Thời gian, các đợt thi đua",
        "từ ngày 01/07/2026 đến hết ngày 14/07/2026 (10 ngày làm việc)",
        "97 năm Ngày thành lập Công đoàn Việt Nam (28/07/1929 – 28/07/2026)",
        "Đợt cao điểm",
        "Chưa định ngày (thời gian cụ thể thông báo sau)",
        "Khối doanh nghiệp",
        "“Giỏi việc nước, đảm việc nhà”",
        "Gắn với chủ đề công tác năm 2026 của Thành phố: “Kỷ cương”",
        "Cử tri: ít nhất 98 %, tính trên tổng số cử tri",
        "không quá 2 tập thể, 5 cá nhân mỗi đơn vị trực thuộc",
        "Sáng kiến được xét: từ ngày 01/01/2026 đến hết ngày 31/12/2026",
    ):
        assert words in contents
        assert words in paper


def test_the_form_shows_what_the_superior_locked_and_says_what_is_missing(country, client_of):
    top = launched(country, "tu-liem", contents=LOCKED)
    directive = given(top, country, "anh-duong")
    client = client_of("chu-tich-cdcs", "anh-duong")

    page = text_of(client.get(f"{NEW}?giao={directive.public_id}"))
    answer = client.post(NEW, typed(directive_id=directive.public_id, contents="Khác"))

    assert "Nội dung cấp trên yêu cầu giữ nguyên" in page
    assert answer.status_code == 422
    assert "Nội dung 1 của kế hoạch cấp trên là nội dung bắt buộc" in text_of(answer)
