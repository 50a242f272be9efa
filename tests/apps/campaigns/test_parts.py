"""Parts of a plan: kept as typed, read back whole, checked, locked, written anew by an edit."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.apps.campaigns.cascade import PLAN, boss, drafted, given, launched, plan_of

from thidua.apps.campaigns.models import Campaign
from thidua.apps.campaigns.queries import movement_ids, parts_of
from thidua.apps.campaigns.services.checking import plan_faults
from thidua.apps.campaigns.services.drafting import draft_campaign, edit_campaign
from thidua.apps.campaigns.services.movements import (
    MovementDraft,
    add_movement,
    install_movements,
)
from thidua.apps.campaigns.to_domain import draft_of
from thidua.base.actor import SYSTEM
from thidua.base.messages import sentence
from thidua.domain.errors import Invalid
from thidua.domain.plan_draft import (
    AwardDraft,
    CommemorationDraft,
    ContentDraft,
    GoalDraft,
    IssuerDraft,
    MilestoneDraft,
    PeakDraft,
    PhaseDraft,
    TieDraft,
)
from thidua.domain.spans import OPEN_END

UNION = "thanh-lap-cong-doan"
WHOLE = {
    "start_form": "month",
    "end_event": "Đại hội XIV Công đoàn Việt Nam",
    "duration": 365,
    "duration_kind": "days-nights",
    "school_year": True,
    "background": "Năm đại hội.\nHai dòng.",
    "requirements": "Hướng về cơ sở.",
    "audience": ("Tập thể", "các doanh nghiệp"),
    "contents": (
        ContentDraft("Nội dung chung", locked=True),
        ContentDraft("Trong doanh nghiệp", "doanh-nghiep"),
    ),
    "phases": (
        PhaseDraft(date(2026, 1, 1), date(2026, 6, 30), "Đợt chào mừng", "Phát động", True),
        PhaseDraft(date(2026, 7, 1), date(2026, 7, 14), working_days=10),
    ),
    "peaks": (
        PeakDraft("Vắt qua hai đợt", date(2026, 6, 1), date(2026, 7, 31), "Gắn biển công trình"),
        PeakDraft("Chưa định ngày"),
    ),
    "ties": (TieDraft("Thành phố", "Kỷ cương", "chủ đề công tác năm 2026"),),
    "goals": (
        GoalDraft("Cử tri", ">=", Decimal(98), None, "%", "tổng số cử tri"),
        GoalDraft("Đề tài", "range", Decimal(1), Decimal("2.5"), "đề tài", per="năm"),
        GoalDraft("Năm sau cao hơn năm trước"),
    ),
    "awards": (
        AwardDraft("Công nhân giỏi", bearer="ca-nhan"),
        AwardDraft("Bằng khen", "quota", "", "Mỗi phường", 2, 5, None, per_unit=True),
    ),
    "milestones": (
        MilestoneDraft("Sơ kết", date(2026, 6, 30)),
        MilestoneDraft("Sáng kiến được xét", date(2026, 12, 31), date(2026, 1, 1)),
    ),
    "joint_issuers": (IssuerDraft("Sở Nội vụ", "Nguyễn Văn An", "Giám đốc"),),
}


def entered(country, **changes):
    """A plan of the ward, read back."""
    return draft_of(drafted(country, "tu-liem", **changes))


def test_every_part_is_read_back_as_it_was_typed(country):
    install_movements(actor=SYSTEM)
    ids = tuple(movement_ids(["gioi-viec-nuoc", "lao-dong-gioi-sang-tao"]))
    typed = plan_of(**WHOLE, movements=ids)

    kept = entered(country, **WHOLE, movements=ids)

    assert replace(kept, commemorations=()) == typed


def test_all_parts_are_read_in_one_query(country, django_assert_num_queries):
    campaign = drafted(country, "tu-liem", **WHOLE)

    with django_assert_num_queries(1):
        parts = parts_of(campaign)
        assert draft_of(campaign, parts).peaks == WHOLE["peaks"]


def test_a_plan_without_a_known_end_is_open_in_the_database(country):
    campaign = drafted(country, "tu-liem", last_day=None, phases=(), end_event="Đại hội Đảng")

    assert campaign.until == OPEN_END
    assert (draft_of(campaign).last_day, draft_of(campaign).end_event) == (None, "Đại hội Đảng")


def test_a_plan_from_its_day_of_issue_begins_on_it(country):
    kept = entered(
        country,
        start_form="issue",
        issued_on=date(2026, 3, 5),
        phases=(),
        starts_on=date(2026, 1, 1),
    )

    assert (kept.starts_on, kept.start_form) == (date(2026, 3, 5), "issue")


# Commemorations


def commemorated(country, *typed, **changes):
    return [
        (one.event, one.years, one.phase)
        for one in entered(country, commemorations=typed, **changes).commemorations
    ]


def test_count_day_and_phase_fill_themselves(country):
    assert commemorated(
        country, CommemorationDraft(UNION), CommemorationDraft("thanh-lap-dang")
    ) == [
        (UNION, 97, 2),
        ("thanh-lap-dang", 96, 1),
    ]


def test_a_right_count_is_kept_and_a_known_name_is_known(country):
    typed = CommemorationDraft(name="ngày thành lập công đoàn Việt Nam", years=97)

    assert commemorated(country, typed) == [(UNION, 97, 2)]


def test_an_event_that_happens_once_has_no_count(country):
    (kept,) = entered(
        country, commemorations=(CommemorationDraft(name="Đại hội XIV", phase=2),)
    ).commemorations

    assert kept == CommemorationDraft(name="Đại hội XIV", phase=2)


def test_a_day_outside_the_table_is_counted_from_its_typed_founding_day(country):
    day = CommemorationDraft(name="Ngày truyền thống", founded_on=date(2006, 8, 1))

    (kept,) = entered(country, commemorations=(day,)).commemorations

    assert (kept.years, kept.phase) == (20, 2)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"commemorations": (CommemorationDraft(UNION, years=94),)},
            "Ngày thành lập Công đoàn Việt Nam (28/07/1929): 94 năm là năm 2023; năm 2026 là 97 năm.",
        ),
        (
            {"commemorations": (CommemorationDraft(UNION, phase=3),)},
            "Ngày kỷ niệm 1 ghi thuộc đợt 3, nhưng kế hoạch không có đợt đó.",
        ),
        (
            {"peaks": (PeakDraft("Cao điểm", date(2026, 12, 1), date(2027, 1, 5)),)},
            "Đợt cao điểm 1 (01/12/2026 – 05/01/2027) nằm ngoài thời gian của kế hoạch",
        ),
        (
            {"peaks": (PeakDraft("Cao điểm", date(2026, 12, 1)),)},
            "Đợt cao điểm 1: hãy nhập cả hai ngày",
        ),
        (
            {"peaks": (PeakDraft("Cao điểm", date(2026, 5, 2), date(2026, 5, 1)),)},
            "Đợt cao điểm 1: ngày kết thúc 01/05/2026 trước ngày bắt đầu 02/05/2026.",
        ),
        (
            {"phases": (PhaseDraft(date(2026, 7, 1), date(2026, 7, 14), working_days=12),)},
            "Đợt 1 ghi 12 ngày làm việc; từ 01/07/2026 đến 14/07/2026 có 10 ngày làm việc",
        ),
        (
            {
                "duration": 9,
                "duration_kind": "working-days",
                "phases": (),
                "starts_on": date(2026, 7, 1),
                "last_day": date(2026, 7, 14),
            },
            "Kế hoạch ghi 9 ngày làm việc; từ 01/07/2026 đến 14/07/2026 có 10 ngày làm việc",
        ),
        ({"start_form": "issue", "issued_on": None}, "Kế hoạch bắt đầu kể từ ngày ban hành"),
        ({"goals": (GoalDraft("Sáng kiến", ">="),)}, "Chỉ tiêu 1 đã chọn cách so sánh"),
        (
            {"goals": (GoalDraft("Đề tài", "range", Decimal(2), Decimal(2)),)},
            "Chỉ tiêu 1 là một khoảng",
        ),
        ({"awards": (AwardDraft("Bằng khen", "quota"),)}, "Khen thưởng 1 ghi “không quá số lượng”"),
        (
            {"milestones": (MilestoneDraft("Xét", date(2026, 1, 1), date(2026, 2, 1)),)},
            "Mốc thời gian 1: ngày kết thúc trước ngày bắt đầu.",
        ),
        ({"movements": ("pt_none",)}, "Có phong trào đã chọn không còn trong danh mục."),
        ({"commemorations": (CommemorationDraft("khong-co"),)}, "Không có ngày kỷ niệm “khong-co”"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(country, changes, words):
    with pytest.raises(Invalid) as refused:
        drafted(country, "tu-liem", **changes)

    assert sentence(refused.value).startswith(words)
    assert Campaign.objects.count() == 0


def test_all_faults_are_told_at_once():
    plan = plan_of(
        title="",
        peaks=(PeakDraft("Cao điểm", date(2027, 1, 1), date(2027, 1, 2)),),
        commemorations=(CommemorationDraft(UNION, years=1),),
    )

    assert [fault.code for fault in plan_faults(plan)] == [
        "base.required",
        "campaigns.peak_outside",
        "campaigns.years_wrong",
    ]


# Locked contents

LOCKED = (ContentDraft("Giữ nguyên văn nội dung này", locked=True), ContentDraft("Được sửa"))


def test_a_lower_plan_keeps_what_is_locked_and_hands_the_lock_on(country):
    top = launched(country, "ha-noi", contents=LOCKED)
    directive = given(top, country, "tu-liem")

    with pytest.raises(Invalid) as refused:
        drafted(country, "tu-liem", directive, contents=("Được sửa rồi",))
    assert sentence(refused.value).startswith(
        "Nội dung 1 của kế hoạch cấp trên là nội dung bắt buộc"
    )
    answer = drafted(
        country, "tu-liem", directive, contents=("Việc riêng", "Giữ  nguyên văn nội dung này")
    )

    assert [content.locked for content in draft_of(answer).contents] == [False, True]


def test_an_edit_may_not_drop_what_is_locked_either(country):
    top = launched(country, "ha-noi", contents=LOCKED)
    answer = drafted(country, "tu-liem", given(top, country, "tu-liem"), contents=(LOCKED[0].text,))

    with pytest.raises(Invalid) as refused:
        edit_campaign(
            actor=boss(country, "tu-liem"),
            campaign_id=answer.public_id,
            version=1,
            plan=plan_of(contents=("Khác",)),
        )

    assert refused.value.code == "campaigns.locked_content"


def test_an_edit_writes_every_part_anew(country):
    campaign = drafted(country, "tu-liem", **WHOLE, commemorations=(CommemorationDraft(UNION),))

    edit_campaign(
        actor=boss(country, "tu-liem"), campaign_id=campaign.public_id, version=1, plan=PLAN
    )

    campaign.refresh_from_db()
    assert draft_of(campaign) == plan_of(contents=tuple(map(ContentDraft, PLAN.contents)))


def test_a_movement_of_a_unit_beside_is_not_carried(country):
    other = add_movement(
        actor=boss(country, "hue"),
        unit_id=country["hue"].public_id,
        movement=MovementDraft("Của Huế"),
    )

    with pytest.raises(Invalid) as refused:
        draft_campaign(
            actor=boss(country, "tu-liem"),
            unit_id=country["tu-liem"].public_id,
            plan=plan_of(movements=(other,)),
        )

    assert refused.value.code == "campaigns.no_such_movement"
