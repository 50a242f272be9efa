"""What docs/seeds.md promises stands on the pages, for the people it names."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from thidua.apps.campaigns.models import Campaign, Movement
from thidua.apps.reporting.models import Period, Report

pytestmark = pytest.mark.slow
_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SPACE = "\N{NO-BREAK SPACE}"


def page_of(sign_in_name: str, name: str, *keys: str) -> str:
    client = Client()
    user = get_user_model().objects.get(sign_in_name=sign_in_name)
    client.force_login(user, backend=_BACKEND)
    answer = client.get(reverse(name, args=keys))
    assert answer.status_code == 200
    return answer.content.decode().replace(SPACE, " ").replace("&nbsp;", " ")


def key_of(code: str, year: int = 2021) -> str:
    return Campaign.objects.get(unit__code=code, year=year).public_id


def test_the_national_officer_reads_the_plan_and_its_chain(demo):
    plan = page_of("demo-tld", "campaigns:plan", key_of("TLD"))
    for fact in ("81/KH-TLĐ", "23/12/2020", "Nguyễn Đình Khang", "Tận dụng cơ hội", "30/06/2021"):
        assert fact in plan
    chain = page_of("demo-tld", "campaigns:hand_down", key_of("TLD"))
    names = (
        "Tổng Liên đoàn Lao động Việt Nam",
        "Liên đoàn Lao động thành phố Hà Nội",
        "Liên đoàn Lao động quận Nam Từ Liêm",
        "Công đoàn phường Cầu Diễn",
    )
    places = [chain.rindex(name, 0, chain.index("22/01/2021")) for name in names]
    assert places == sorted(places)


def test_the_pilot_unit_s_plan_shows_its_own_phases_beside_the_superior_s(demo):
    plan = page_of("demo-tp-lanh-dao", "campaigns:plan", key_of("HN-NTL-01"))
    for fact in ("Vũ Thị Trâm", "Mừng sinh nhật Bác", "31/05/2021", "30/06/2021", "30/11/2021"):
        assert fact in plan


def test_the_national_plan_shows_background_ties_and_movements(demo):
    plan = page_of("demo-tld", "campaigns:plan", key_of("TLD"))
    for fact in (
        "từ tháng 01/2021 đến hết ngày 30/06/2021",
        "Bầu cử đại biểu Quốc hội",
        "Gắn với chủ đề hoạt động năm 2021 của Tổng Liên đoàn Lao động Việt Nam",
        "“Cả nước chung sức xây dựng nông thôn mới”",
    ):
        assert fact in plan


def test_ha_dong_stands_whole(demo):
    plan = page_of("demo-tp-lanh-dao", "campaigns:plan", key_of("HN-HD", 2023))
    for fact in (
        "Phùng Thị Khanh",
        "Khối doanh nghiệp",
        "Khối hành chính, sự nghiệp",
        "Đoàn kết, sáng tạo, thi đua lập thành tích chào mừng Đại hội Công đoàn các cấp",
        "hoàn thành thắng lợi nhiệm vụ năm 2023",
        "93 năm Ngày thành lập Đảng Cộng sản Việt Nam",
        "75 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc",
        "48 năm",
        "137 năm",
        "133 năm",
        "94 năm Ngày thành lập Công đoàn Việt Nam (28/07/1929 – 28/07/2023)",
        "78 năm",
        "69 năm",
        "gắn biển công trình",
        "Gắn với chủ đề công tác năm 2023 của thành phố Hà Nội",
        "Sáng kiến, sáng tạo Thủ đô",
        "“1 triệu sáng kiến",
    ):
        assert fact in plan
    assert plan.count("số năm đã kiểm tra") == 16, "eight counts, each said twice"


def test_nam_tu_liem_2020_stands_with_theme_blocks_and_target(demo):
    plan = page_of("demo-tp-lanh-dao", "campaigns:plan", key_of("HN-NTL", 2020))
    for fact in (
        "từ 19/05/2020 đến hết 10/10/2020",
        "đồng hành cùng doanh nghiệp ổn định, phát triển sản xuất kinh doanh",
        "Khối doanh nghiệp",
        "mục tiêu kép",
        "ít nhất 1 hoạt động, mỗi công đoàn cơ sở",
    ):
        assert fact in plan


def test_a_movement_opens_to_the_plans_that_carry_it(demo):
    movement = Movement.objects.get(code="gioi-viec-nuoc")
    page = page_of("demo-tp-lanh-dao", "campaigns:movement", movement.public_id)
    for fact in ("81/KH-TLĐ", "Liên đoàn Lao động quận Hà Đông", "Tổng Liên đoàn"):
        assert fact in page


@pytest.mark.parametrize("account", ["demo-tp-lanh-dao", "demo-phuong-lanh-dao"])
def test_the_bar_stands_on_the_leaders_home(demo, account):
    home = page_of(account, "home")
    for fact in ("119", "120", "113", "99,2 %"):
        assert fact in home


def test_the_ward_officer_sees_october(demo):
    october = Period.objects.get(starts_on=date(2026, 10, 1)).public_id
    board = page_of("demo-phuong", "reporting:board", october)
    for unit in ("Bán lẻ Sao Việt", "May Ánh Dương", "Trạm Y tế Bình An", "Hương Sen"):
        assert unit in board


def test_the_chair_is_told_of_november(demo):
    assert "còn 8 ngày" in page_of("demo-cs", "home")


def test_the_late_chair_is_told_of_both_months(demo):
    home = page_of("demo-cs-2", "home")
    assert "quá hạn 22 ngày" in home
    assert "còn 8 ngày" in home


def test_a_returned_report_says_why(demo):
    returned = Report.objects.get(state="returned")
    page = page_of("demo-phuong", "reporting:report", returned.public_id)
    assert "danh sách kèm theo chỉ có 1" in page


def test_everyone_s_home_opens(demo):
    for name in get_user_model().objects.filter(sign_in_name__startswith="demo-"):
        assert name.full_name.split(" (")[0] in page_of(name.sign_in_name, "home")
