"""The plan as a paper: its sections by CAM-09, its words, what it cites, who signs."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.apps.campaigns.cascade import PLAN, boss, cascade, drafted, launched

from thidua.apps.campaigns.papers import PlanSource, paper_of, plan_paper
from thidua.apps.campaigns.papers import words as say
from thidua.apps.campaigns.services.targets import set_targets
from thidua.apps.figures.services import install_indicators
from thidua.apps.org.papers import Letterhead
from thidua.base.actor import SYSTEM
from thidua.domain.documents import Heading, Item, Paragraph, Table, plain
from thidua.domain.plan_draft import (
    AwardDraft,
    CommemorationDraft,
    ContentDraft,
    GoalDraft,
    IssuerDraft,
    MilestoneDraft,
    PeakDraft,
    PhaseDraft,
    PlanDraft,
    TieDraft,
)

HEAD = Letterhead("LĐLĐ thành phố Hà Nội", "LĐLĐ quận Minh Họa", "Minh Họa", "Ban Thường vụ")
WHOLE = PlanDraft(
    title="Kế hoạch phát động thi đua năm 2023",
    starts_on=date(2023, 1, 1),
    last_day=date(2023, 12, 31),
    theme="Chủ đề năm",
    number="12/KH-LĐLĐ",
    issued_on=date(2023, 1, 9),
    signer_name="Người ký",
    signer_post="Chủ tịch",
    bases=("Luật Thi đua, khen thưởng ngày 15/6/2022", "Thực hiện chương trình công tác năm"),
    background="Mục đích.\nYêu cầu.",
    requirements="Phân công.",
    audience=("Đoàn viên", "Người lao động"),
    contents=(
        ContentDraft("Việc chung"),
        ContentDraft("Việc doanh nghiệp", "doanh-nghiep"),
        ContentDraft("Việc công sở", "hanh-chinh-su-nghiep"),
    ),
    phases=(
        PhaseDraft(date(2023, 1, 1), date(2023, 6, 30), "Chào mừng", "Ra quân"),
        PhaseDraft(date(2023, 7, 1), date(2023, 12, 31)),
    ),
    commemorations=(
        CommemorationDraft(name="Ngày A", years=94, founded_on=date(1929, 7, 28), phase=2),
        CommemorationDraft(name="Đại hội B"),
    ),
    peaks=(PeakDraft("Gắn biển công trình"),),
    ties=(TieDraft("Thành phố", "Kỷ cương", "chủ đề công tác"),),
    goals=(GoalDraft("Sáng kiến", ">=", Decimal(100), None, "sáng kiến"),),
    awards=(AwardDraft("Giấy khen", "quota", collective=2, individual=5),),
    milestones=(MilestoneDraft("Sơ kết", date(2023, 7, 5)),),
)


def source(plan=WHOLE, **values):
    return PlanSource(plan, HEAD, **values)


def said(paper):
    return [
        block.text if isinstance(block, Heading) else plain(block.text)
        for block in paper.blocks
        if isinstance(block, (Heading, Paragraph, Item))
    ]


def headings(paper, level):
    return [b.text for b in paper.blocks if isinstance(b, Heading) and b.level == level]


def test_a_whole_plan_has_the_official_sections_in_order():
    paper = paper_of(source(movements=("Lao động giỏi",), targets=(("Sáng kiến", "đề tài", "9"),)))

    assert headings(paper, 1) == [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. ĐỐI TƯỢNG",
        "III. NỘI DUNG",
        "IV. HÌNH THỨC, SỐ LƯỢNG KHEN THƯỞNG",
        "V. TỔ CHỨC THỰC HIỆN",
    ]
    assert headings(paper, 2) == [
        "1. Chủ đề",
        "2. Thời gian, các đợt thi đua",
        "3. Nội dung thi đua",
        "4. Phong trào, cuộc vận động, chương trình",
        "5. Chỉ tiêu, mục tiêu",
    ]
    assert headings(paper, 3) == [
        "a) Đợt 1: từ ngày 01/01/2023 đến hết ngày 30/06/2023",
        "b) Đợt 2: từ ngày 01/07/2023 đến hết ngày 31/12/2023",
        "c) Đợt cao điểm",
        "a) Nội dung chung",
        "b) Khối doanh nghiệp",
        "c) Khối hành chính, sự nghiệp",
    ]
    assert [b.rows for b in paper.blocks if isinstance(b, Table)] == [
        (("1", "Sáng kiến", "đề tài", "9"),)
    ]


def test_every_word_of_the_plan_is_in_the_paper_once():
    lines = said(paper_of(source()))

    for words in (
        "“Chủ đề năm”.",
        "Gắn với chủ đề công tác của Thành phố: “Kỷ cương”.",
        "Chủ đề: “Chào mừng”.",
        "Ra quân",
        "94 năm Ngày A (28/07/1929 – 28/07/2023).",
        "Đại hội B.",
        "Gắn biển công trình (thời gian cụ thể thông báo sau).",
        "Sáng kiến: ít nhất 100 sáng kiến.",
        "Giấy khen, không quá 2 tập thể, 5 cá nhân.",
        "Sơ kết: ngày 05/07/2023.",
        "Phân công.",
    ):
        assert lines.count(words) == 1
    assert lines[-1].endswith("./.")


def test_an_empty_section_falls_away_and_the_rest_is_renumbered():
    paper = paper_of(source(PlanDraft(title="Thi đua", starts_on=date(2023, 1, 1))))

    assert headings(paper, 1) == ["I. NỘI DUNG", "II. TỔ CHỨC THỰC HIỆN"]
    assert paper.subject == "Thi đua"
    assert (paper.number, paper.day, paper.year) == ("/KH-LĐLĐ", None, 2023)


def test_kind_stands_above_the_subject_and_not_in_it():
    paper = paper_of(source())

    assert (paper.kind, paper.subject) == ("KẾ HOẠCH", "Phát động thi đua năm 2023")
    assert paper.recipients[0] == "LĐLĐ thành phố Hà Nội (để báo cáo)"


@pytest.mark.parametrize(
    ("typed", "bases"),
    [
        ((), ("Căn cứ Kế hoạch số 81/KH-TLĐ của TLĐ",)),
        (("Kế hoạch số 81/KH-TLĐ",), ("Căn cứ Kế hoạch số 81/KH-TLĐ",)),
        (("Thực hiện A",), ("Thực hiện A", "Căn cứ Kế hoạch số 81/KH-TLĐ của TLĐ")),
    ],
)
def test_the_plan_that_is_answered_is_cited_once(typed, bases):
    plan = replace(WHOLE, bases=typed)

    assert paper_of(source(plan, answers="Kế hoạch số 81/KH-TLĐ của TLĐ")).bases == bases


def test_joint_issuers_stand_in_the_head_and_sign_beside():
    joint = (IssuerDraft("Phòng Giáo dục", "Người khác", "Trưởng phòng"),)
    paper = paper_of(source(replace(WHOLE, joint_issuers=joint)))

    assert paper.issuer == "LĐLĐ quận Minh Họa – Phòng Giáo dục"
    assert [one.lines for one in paper.signatures] == [
        ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"),
        ("PHÒNG GIÁO DỤC", "TRƯỞNG PHÒNG"),
    ]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Từ ngày 01/01/2023 đến hết ngày 31/12/2023"),
        ({"last_day": None}, "Từ ngày 01/01/2023"),
        ({"start_form": "issue"}, "Kể từ ngày ban hành đến hết ngày 31/12/2023"),
        (
            {"start_form": "month", "end_form": "month"},
            "Từ tháng 01/2023 đến hết tháng 12/2023",
        ),
        (
            {"end_event": "Đại hội", "last_day": None},
            "Từ ngày 01/01/2023 đến khi kết thúc Đại hội",
        ),
        (
            {"duration": 500, "duration_kind": "days-nights", "last_day": None},
            "Từ ngày 01/01/2023 (500 ngày đêm)",
        ),
        (
            {"school_year": True},
            "Năm học 2023 – 2024: từ ngày 01/01/2023 đến hết ngày 31/12/2023",
        ),
    ],
)
def test_the_time_is_said_as_the_plan_says_it(changes, words):
    assert say.plan_time(replace(WHOLE, **changes)) == words


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (
            GoalDraft("Tỷ lệ", ">=", Decimal("85.5"), None, "%", "đoàn viên"),
            "Tỷ lệ: ít nhất 85,5 %, tính trên đoàn viên",
        ),
        (
            GoalDraft("Lớp", "range", Decimal(2), Decimal(3), "lớp", "", "quý"),
            "Lớp: từ 2 đến 3 lớp, mỗi quý",
        ),
        (GoalDraft("Không có số"), "Không có số"),
        (GoalDraft("Suất quà", "=", Decimal(12_000), None, "suất"), "Suất quà: đạt 12.000 suất"),
    ],
)
def test_a_goal_is_said_with_its_figure(goal, words):
    assert say.goal_words(goal) == words


def test_working_days_of_a_phase_are_said():
    phase = PhaseDraft(date(2025, 11, 20), date(2025, 12, 3), working_days=10)

    assert say.phase_time(phase).endswith("(10 ngày làm việc)")


def test_the_paper_of_a_saved_plan(country):
    city = launched(country, "ha-noi", number="81/KH-LĐLĐ")
    plan = launched(country, "tu-liem", city, number="9/KH-CĐ", bases=("Luật Thi đua",))
    paper = plan_paper(plan, targets=False)

    assert paper.issuer == "Công đoàn phường Từ Liêm"
    assert paper.bases == (
        "Căn cứ Luật Thi đua",
        "Căn cứ Kế hoạch số 81/KH-LĐLĐ ngày 20/12/2025 của LĐLĐ thành phố Hà Nội",
    )
    assert paper.signatures[0].lines == ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH")
    assert (paper.day, paper.place) == (PLAN.issued_on, "Từ Liêm")
    assert {"Thi đua lao động giỏi", "Chủ đề: “Đợt chào mừng”."} <= set(said(paper))


def test_a_grassroots_plan_speaks_to_its_groups(country):
    plan = cascade(country)[-1]
    paper = plan_paper(plan, targets=False)

    assert paper.signatures[0].lines[0] == "TM. BAN CHẤP HÀNH"
    assert paper.recipients[1] == "Các tổ công đoàn (để thực hiện)"


def test_own_targets_are_printed_only_where_they_may_be_seen(country):
    install_indicators(actor=SYSTEM)
    plan = drafted(country, "tu-liem")
    set_targets(
        actor=boss(country, "tu-liem"),
        campaign_id=plan.public_id,
        unit_id=country["tu-liem"].public_id,
        values={"sang-kien": 1_200},
    )
    printed = [
        [b.rows for b in plan_paper(plan, targets=seen).blocks if isinstance(b, Table)]
        for seen in (True, False)
    ]

    assert printed == [[(("1", "Sáng kiến được công nhận", "sáng kiến", "1.200"),)], []]
