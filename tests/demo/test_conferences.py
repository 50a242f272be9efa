"""The conferences of articles 000 and 001 and of the live year; the news item holds article 000."""

from datetime import date

import pytest

from thidua.apps.campaigns.models import Campaign
from thidua.apps.conferences.models import Conference
from thidua.apps.conferences.queries import conferences_of_plan, record_of, records_of
from thidua.apps.conferences.to_domain import facts_of
from thidua.apps.figures.models import Fact, Indicator
from thidua.apps.figures.queries import stored_total
from thidua.domain.news import LEAST, MOST, compose

pytestmark = pytest.mark.slow

# Every fact of the article that the record holds, as the draft must say it.
ARTICLE_000 = {
    "organiser": "Liên đoàn Lao động quận Nam Từ Liêm tổ chức",
    "place": "tại Công đoàn cơ sở phường Cầu Diễn",
    "pilot, year": "phát động thi đua điểm năm 2021",
    "no day is given": "Vừa qua, ",
    "event: congress": "Năm 2021 là năm diễn ra Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
    "event: election": (
        "bầu cử đại biểu Quốc hội khoá XV và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2021-2026"
    ),
    "event: resolution": (
        "năm thứ hai thực hiện nghị quyết Đại hội Đảng bộ các cấp thành phố Hà Nội nhiệm kỳ 2020-2025"
    ),
    "event: plan": "thực hiện kế hoạch phát triển kinh tế - xã hội giai đoạn 2021-2025",
    "who launched": "đồng chí Vũ Thị Trâm, Chủ tịch Công đoàn phường Cầu Diễn, phát động thi đua",
    "content 1": "Một là, làm tốt nhiệm vụ chính trị",
    "movement 1": "“Thực hiện văn hoá công sở và nơi công cộng”",
    "movement 2": "“Cả nước chung tay vì người nghèo, không để ai bị bỏ lại phía sau”",
    "movement 3": "“Trung thành, trách nhiệm, liêm chính, sáng tạo”",
    "movement 4": "“Cán bộ, công chức, viên chức nói không với tiêu cực”",
    "content 2": "Hai là, cải cách hành chính",
    "content 3": "Nghị quyết Đại hội Đảng bộ các cấp nhiệm kỳ 2020-2025",
    "content 3, unions": "Nghị quyết Đại hội Công đoàn các cấp nhiệm kỳ 2018-2023",
    "đợt 1": "Đợt 1 (01/01-31/05/2021)",
    "theme 1": "“Chào mừng Đại hội đại biểu lần thứ XIII của Đảng - Mừng sinh nhật Bác”",
    "đợt 2": "Đợt 2 (01/06-30/11/2021)",
    "theme 2": (
        "“Thi đua lao động giỏi, lao động sáng tạo, hoàn thành thắng lợi nhiệm vụ năm 2021”"
    ),
    "91": "91 năm Ngày thành lập Đảng Cộng sản Việt Nam",
    "46": "46 năm Ngày giải phóng hoàn toàn miền Nam, thống nhất đất nước",
    "131": "131 năm Ngày sinh Chủ tịch Hồ Chí Minh",
    "92": "92 năm Ngày thành lập Công đoàn Việt Nam",
    "76": ("76 năm Cách mạng tháng Tám và Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
    "67": "67 năm Ngày Giải phóng Thủ đô",
    "who handed over": (
        "Đồng chí Lê Thị Kim Điệp, Chủ tịch Liên đoàn Lao động quận Nam Từ Liêm, trao Bằng khen"
    ),
    "award of 2020": (
        "Bằng khen năm 2020 của Tổng Liên đoàn Lao động Việt Nam cho Công đoàn phường Cầu Diễn"
    ),
    "praise": (
        "Công đoàn phường Cầu Diễn biểu dương đoàn viên có thành tích trong thi đua năm 2020"
    ),
    "speech": "Đồng chí Lê Thị Kim Điệp phát biểu, ghi nhận thành tích",
    "quotation left blank": "[Trích phát biểu của đồng chí Lê Thị Kim Điệp]",
    "asked: lead": "tranh thủ chỉ đạo của cấp ủy Đảng, phối hợp với chính quyền",
    "asked: task": "hoàn thành nhiệm vụ năm 2021",
    "asked: renew": "đổi mới hoạt động, đại diện, chăm lo, bảo vệ đoàn viên, người lao động",
    "asked: train": "bồi dưỡng nghiệp vụ công đoàn",
    "asked: grow": "phát triển đoàn viên, làm cho tổ chức Công đoàn vững mạnh",
}


def news_of(demo, code):
    row = Conference.objects.get(unit__code=code)
    return compose(facts_of(record_of(demo.actor("demo-tp-lanh-dao"), row.public_id)))


@pytest.mark.parametrize("fact", ARTICLE_000)
def test_the_draft_for_cau_dien_holds_every_fact_of_the_article(demo, fact):
    assert ARTICLE_000[fact] in news_of(demo, "HN-NTL").text


def test_the_draft_for_cau_dien_keeps_to_its_length_and_to_facts(demo):
    item = news_of(demo, "HN-NTL")
    assert LEAST <= item.words <= MOST
    for praise in ("xuất sắc", "tiêu biểu", "vinh dự", "…", "CNVCLĐ", "LĐLĐ", "TLĐ"):
        assert praise not in item.text


def test_the_leader_of_the_city_finds_it_under_the_pilots_plan(demo):
    leader = demo.actor("demo-tp-lanh-dao")
    plan = Campaign.objects.get(unit__code="HN-NTL-01", year=2021)
    record = records_of(leader, conferences_of_plan(leader, plan))[0]
    assert record.unit_name == "Liên đoàn Lao động quận Nam Từ Liêm"
    assert record.host_name == "Công đoàn phường Cầu Diễn"
    assert (record.row.state, record.row.day_unsure, record.row.attended) == ("held", True, None)
    assert len(record.programme) == 5
    assert [award.name for award in record.awards] == ["Bằng khen năm 2020", ""]
    assert "không rõ" in record.row.note


def test_ha_dong_launched_concluded_and_signed(demo):
    leader = demo.actor("demo-tp-lanh-dao")
    row = Conference.objects.get(unit__code="HN-HD")
    record = record_of(leader, row.public_id)
    assert row.kinds == ["phat-dong", "ky-giao-uoc", "tong-ket"]
    assert "Phùng Thị Khanh" in {item.who.split(",")[0] for item in record.programme}
    assert len(record.pacts) == 3
    assert "không nêu ngày" in row.note


def test_the_meetings_of_workers_are_counted_once_each(demo):
    indicator = Indicator.objects.get(code="hoi-nghi-nguoi-lao-dong")
    year = date(2026, 1, 1), date(2027, 1, 1)
    assert stored_total(demo.unit("HN-00592").pk, indicator.pk, *year).sent == 6
    rows = Fact.objects.filter(indicator=indicator, stage="sent")
    assert {row.source_type for row in rows} == {"conference"}
    assert rows.count() == 6


def test_the_conference_to_come_is_invented_throughout(demo):
    row = Conference.objects.get(unit__code="HN-00592")
    record = record_of(demo.actor("demo-phuong"), row.public_id)
    assert (row.state, row.title.endswith("(minh họa)")) == ("planned", True)
    named = [person.name for person in record.people if person.name]
    assert named
    assert all("(minh họa)" in name for name in named)
    assert all("(minh họa)" in award.recipient for award in record.awards)
