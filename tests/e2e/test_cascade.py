"""A whole cascade by hand: drafted, corrected, launched, received, answered, launched, received."""

from playwright.sync_api import Locator, expect
from tests.e2e.visiting import CHAIR, CITY_LEADER, WARD_LEADER, Visitor

TITLE = "Kế hoạch phát động thi đua nước rút quý IV năm 2026"
THEME = "Về đích sớm, an toàn, đúng hẹn"
CONTENTS = "1. Hoàn thành chỉ tiêu năm.\n2. Làm việc an toàn."


def phase(visitor: Visitor, order: int) -> Locator:
    """The fields of one đợt."""
    return visitor.page.get_by_role("group", name=f"Đợt {order}", exact=True)


def type_phase(visitor: Visitor, order: int, first: str, last: str, theme: str) -> None:
    visitor.type("Từ ngày", first, within=phase(visitor, order))
    visitor.type("Đến hết ngày", last, within=phase(visitor, order))
    visitor.type("Chủ đề của đợt", theme, within=phase(visitor, order))


def draft_plan(visitor: Visitor) -> None:
    """Type a plan whose second đợt begins before the first has ended."""
    visitor.open("/ke-hoach/moi/")
    visitor.page.locator("#id_title").fill(TITLE)
    visitor.type("Chủ đề", THEME)
    visitor.type("Số, ký hiệu", "77/KH-LĐLĐ")
    visitor.page.locator("#id_starts_on").fill("22/11/2026")
    visitor.page.locator("#id_last_day").fill("31/12/2026")
    visitor.type("Nội dung thi đua", CONTENTS)
    type_phase(visitor, 1, "22/11/2026", "15/12/2026", "Tăng tốc")
    visitor.press("Thêm một đợt")
    type_phase(visitor, 2, "10/12/2026", "31/12/2026", "Về đích")
    visitor.press("Lưu bản soạn")


def launch(visitor: Visitor, *, to: str = "") -> None:
    """The solemn page: read what will happen, keep one unit, launch."""
    visitor.follow("Phát động…")
    visitor.heading("Phát động thi đua")
    if to:
        for unit in (
            visitor.page.get_by_role("group", name="Giao triển khai đến")
            .get_by_role("checkbox")
            .all()
        ):
            unit.uncheck()
        visitor.page.get_by_role("group", name="Giao triển khai đến").get_by_label(to).check()
    visitor.press("Phát động và giao triển khai")
    visitor.sees("Đã phát động và giao triển khai đến các đơn vị trực thuộc.")


def receive(visitor: Visitor, plan: str) -> None:
    visitor.open("/")
    visitor.follow("Mở và tiếp nhận", within=visitor.todo(f"Cấp trên giao: {plan}"))
    visitor.press("Tiếp nhận")
    visitor.sees("Đã tiếp nhận. Bước tiếp theo: lập kế hoạch của đơn vị từ kế hoạch này.")


def correct_phases(leader: Visitor) -> None:
    """The overlap is named, every word still stands, one day is enough to mend it."""
    leader.sees("Đợt 1 và đợt 2 chồng lên nhau.")
    for order, theme in ((1, "Tăng tốc"), (2, "Về đích")):
        expect(phase(leader, order).get_by_label("Chủ đề của đợt")).to_have_value(theme)
    expect(leader.page.locator("#id_title")).to_have_value(TITLE)
    expect(leader.page.get_by_label("Nội dung thi đua")).to_have_value(CONTENTS)
    leader.type("Từ ngày", "16/12/2026", within=phase(leader, 2))
    leader.press("Lưu bản soạn")
    leader.sees("Đã lưu bản soạn. Xem lại rồi bấm Phát động.")
    assert leader.page.locator(".reading ol li").all_inner_texts() == [
        "Hoàn thành chỉ tiêu năm.",
        "Làm việc an toàn.",
    ]


def answer(ward: Visitor) -> None:
    """Make the ward's own plan of the city's, with a shorter first đợt, and launch it."""
    ward.follow("Lập kế hoạch của đơn vị")
    ward.sees("Lập từ 77/KH-LĐLĐ của cấp trên")
    ward.type("Đến hết ngày", "10/12/2026", within=phase(ward, 1))
    ward.type("Từ ngày", "11/12/2026", within=phase(ward, 2))
    ward.press("Lưu bản soạn")
    ward.sees("Đợt 1: đến hết 10/12/2026 so với 15/12/2026 của cấp trên.")
    expect(ward.page.locator(".reading")).to_contain_text(THEME)
    launch(ward)
    expect(ward.page.locator(".chain-node")).to_have_count(2)


def test_a_plan_goes_from_the_city_to_the_ward_to_the_chair(visit, own_house):
    leader, ward, chair = visit(own_house), visit(own_house), visit(own_house, phone=True)
    leader.enter(CITY_LEADER)
    draft_plan(leader)
    correct_phases(leader)
    launch(leader, to="Công đoàn phường Từ Liêm")
    units = leader.page.locator("tbody tr")
    expect(units).to_have_count(1)
    expect(units).to_contain_text("Chưa tiếp nhận")

    ward.enter(WARD_LEADER)
    receive(ward, "77/KH-LĐLĐ")
    answer(ward)
    leader.page.reload()
    expect(units).to_contain_text("Đã phát động")

    chair.enter(CHAIR)
    receive(chair, "Kế hoạch triển khai, hưởng ứng 77/KH-LĐLĐ")
    ward.page.reload()
    row = ward.page.locator("tbody tr").filter(has_text="Cơ khí Hòa Bình")
    expect(row).to_contain_text("Đã tiếp nhận")
