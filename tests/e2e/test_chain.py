"""The chain of 2021: from the sign-in page to the pilot unit at its end, every step by a press."""

import pytest
from playwright.sync_api import expect
from tests.e2e.visiting import OFFICER

PLAN_81 = "81/KH-TLĐ"
MOVEMENT = (
    "Tận dụng cơ hội, vượt mọi khó khăn, nỗ lực phấn đấu, đưa nghị quyết của Đảng vào cuộc sống"
)
CONTENTS = (
    "Khuyến khích đoàn viên",
    "Làm sâu hơn các phong trào",
    "Học tập và làm theo",
    "Đưa vào chương trình công tác",
    "Chăm lo phúc lợi",
)
CHAIN = (
    ("Tổng Liên đoàn Lao động Việt Nam", False),
    ("Liên đoàn Lao động thành phố Hà Nội", False),
    ("Liên đoàn Lao động quận Nam Từ Liêm", False),
    ("Công đoàn phường Cầu Diễn", True),
)


@pytest.fixture
def officer(visit, house):
    """A stranger opens the address, and by one press is the national officer."""
    officer = visit(house)
    officer.open("/")
    officer.heading("Đăng nhập")
    officer.follow("Chọn người trong bản minh họa")
    officer.press(f"Vào với vai trò {OFFICER}")
    officer.heading("Việc hôm nay")
    return officer


def _open_plan_81(officer) -> None:
    officer.follow("Kế hoạch", within=officer.page.get_by_role("navigation", name="Các mục"))
    officer.page.get_by_label("Năm").select_option("2021")
    officer.press("Lọc")
    officer.follow(PLAN_81, exact=False)
    officer.sees(f"Số, ký hiệu: {PLAN_81}")


def test_the_national_plan_is_read_as_it_was_issued(officer):
    _open_plan_81(officer)

    paper = officer.page.locator(".reading")
    expect(paper).to_contain_text(MOVEMENT)
    expect(paper).to_contain_text("Số, ký hiệu: 81/KH-TLĐ, ngày 23/12/2020")
    items = paper.locator("ol > li").all_inner_texts()
    assert [item.startswith(start) for item, start in zip(items, CONTENTS, strict=True)] == [
        True
    ] * 5
    assert paper.locator("h3").all_inner_texts() == [
        "Đợt 1: từ tháng 01/2021 đến hết ngày 30/06/2021",
        "Đợt 2: từ ngày 01/07/2021 đến hết ngày 31/12/2021",
    ]


def test_the_chain_of_four_levels_ends_at_the_pilot_with_its_own_phases(officer):
    _open_plan_81(officer)
    officer.follow("Triển khai")

    nodes = officer.page.locator(".chain-node")
    expect(nodes).to_have_count(len(CHAIN))
    for place, (name, pilot) in enumerate(CHAIN):
        expect(nodes.nth(place)).to_contain_text(name)
        expect(nodes.nth(place).get_by_text("Điểm", exact=True)).to_have_count(int(pilot))
        expect(nodes.nth(place)).to_contain_text("Đã kết thúc")
    expect(nodes.last).to_contain_text("đợt khác cấp trên: 31/5 so với 30/6")

    officer.follow("Công đoàn phường Cầu Diễn", within=nodes.last)
    officer.follow("Nội dung")
    officer.sees("Đợt khác cấp trên")
    officer.sees("đến hết 31/05/2021 so với 30/06/2021 của cấp trên")
    assert officer.page.locator(".reading h3").all_inner_texts() == [
        "Đợt 1: từ ngày 01/01/2021 đến hết ngày 31/05/2021",
        "Đợt 2: từ ngày 01/06/2021 đến hết ngày 30/11/2021",
    ]
    expect(officer.page.locator(".facts")).to_contain_text("Điểm")
