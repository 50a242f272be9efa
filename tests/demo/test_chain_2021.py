"""The chain of 2021: facts of the two articles, levels, pilot, states."""

from datetime import date

import pytest

from thidua.apps.campaigns.models import Campaign, Directive
from thidua.apps.campaigns.queries import board_counts, chain, different_phase_ends

pytestmark = pytest.mark.slow


def plan(code: str, year: int = 2021) -> Campaign:
    return Campaign.objects.get(unit__code=code, year=year)


def test_the_national_plan_is_there_with_its_facts(demo):
    national = plan("TLD")
    assert (national.number, national.issued_on) == ("81/KH-TLĐ", date(2020, 12, 23))
    assert (national.signer_name, national.signer_post) == ("Nguyễn Đình Khang", "Chủ tịch")
    assert national.theme == (
        "Tận dụng cơ hội, vượt mọi khó khăn, nỗ lực phấn đấu, đưa nghị quyết của Đảng vào cuộc sống"
    )
    assert national.contents.count() == 5
    spans = list(national.phases.values_list("starts_on", "until"))
    assert spans == [
        (date(2021, 1, 1), date(2021, 7, 1)),
        (date(2021, 7, 1), date(2022, 1, 1)),
    ]
    assert national.bases.count() == 0, "the article names none"


@pytest.mark.parametrize(
    ("place", "movement"),
    [
        (2, "Lao động giỏi, Lao động sáng tạo"),
        (2, "Giỏi việc nước, đảm việc nhà"),
        (2, "Xanh, Sạch, Đẹp, Bảo đảm an toàn vệ sinh lao động"),
        (2, "Đổi mới, sáng tạo, hiệu quả trong hoạt động của tổ chức Công đoàn"),
        (2, "Tham mưu giỏi, phục vụ tốt"),
        (2, "Cán bộ, công chức, viên chức nói không với tiêu cực"),
        (2, "Nâng cao chất lượng đội ngũ cán bộ công đoàn cơ sở"),
        (3, "Cả nước chung sức xây dựng nông thôn mới"),
        (3, "Cả nước chung tay vì người nghèo, không để ai bị bỏ lại phía sau"),
        (3, "Doanh nghiệp Việt Nam hội nhập và phát triển"),
        (3, "Cán bộ, công chức, viên chức thi đua thực hiện văn hoá công sở"),
        (5, "tất cả mọi đoàn viên và người lao động đều có Tết"),
    ],
)
def test_the_national_plan_names_every_movement_in_its_content(demo, place, movement):
    assert f"“{movement}”" in plan("TLD").contents.get(position=place).text


def test_the_national_plan_has_its_background_ties_and_movements_as_parts(demo):
    national = plan("TLD")
    assert "Bầu cử đại biểu Quốc hội và Hội đồng nhân dân các cấp" in national.background
    assert national.requirements
    assert list(national.ties.values_list("owner", "theme")) == [
        ("Tổng Liên đoàn Lao động Việt Nam", "Nâng cao chất lượng đội ngũ cán bộ công đoàn cơ sở")
    ]
    assert national.carried.count() == 11
    assert national.phases.get(position=1).start_form == "month"


def test_the_ward_union_has_two_phases_of_its_own(demo):
    ward = plan("HN-NTL-01")
    assert (ward.signer_name, ward.signer_post) == ("Vũ Thị Trâm", "Chủ tịch")
    assert ward.contents.count() == 3
    assert list(ward.phases.values_list("starts_on", "until", "theme")) == [
        (
            date(2021, 1, 1),
            date(2021, 6, 1),
            "Chào mừng Đại hội đại biểu lần thứ XIII của Đảng - Mừng sinh nhật Bác",
        ),
        (
            date(2021, 6, 1),
            date(2021, 12, 1),
            "Thi đua lao động giỏi, lao động sáng tạo, hoàn thành thắng lợi nhiệm vụ năm 2021",
        ),
    ]
    counted = ward.commemorations.exclude(years=None)
    assert list(counted.values_list("phase__position", "years")) == [
        (1, 91), (1, 46), (1, 131), (2, 92), (2, 76), (2, 67),
    ]  # fmt: skip
    assert ward.commemorations.filter(years=None).count() == 2, "the congress and the election"
    first = different_phase_ends(ward)[0]
    assert first == (1, date(2021, 6, 1), date(2021, 7, 1)), "31/5 against 30/6"


def test_the_chain_has_four_levels_and_ends_at_the_pilot_unit(demo):
    links = chain(plan("TLD"), demo.actor("demo-tld"))
    assert [(link.unit_name, link.pilot) for link in links] == [
        ("Tổng Liên đoàn Lao động Việt Nam", False),
        ("Liên đoàn Lao động thành phố Hà Nội", False),
        ("Liên đoàn Lao động quận Nam Từ Liêm", False),
        ("Công đoàn phường Cầu Diễn", True),
    ]
    assert plan("HN-NTL-01").launched_on == date(2021, 1, 22)


def test_every_launched_plan_of_2021_is_closed(demo):
    states = set(Campaign.objects.filter(year=2021).exclude(launched_on=None).values_list("state"))
    assert states == {("closed",)}


def test_the_boards_show_every_state(demo):
    assert board_counts(plan("TLD")) == {"pending": 1, "received": 1, "planned": 0, "launched": 1}
    assert board_counts(plan("HN-NTL")) == {
        "pending": 1,
        "received": 1,
        "planned": 1,
        "launched": 1,
    }


def test_only_invented_units_are_behind_with_what_was_handed_down(demo):
    behind = Directive.objects.exclude(state="launched").values_list("unit__names__name", flat=True)
    assert behind
    assert all(name.endswith("(minh họa)") for name in behind)


@pytest.mark.parametrize("code", ["HN", "HN-NTL", "HN-NTL-01"])
def test_what_no_article_gives_is_said_to_be_invented(demo, code):
    campaign = plan(code)
    assert campaign.number == ""
    assert "minh họa" in campaign.note
    if code != "HN-NTL-01":
        assert campaign.signer_name == ""
        assert campaign.title.endswith("(minh họa)")
