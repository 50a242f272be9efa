"""The live year: a chair sends a report from a phone, the leader's bar moves, every figure opens."""

import io

from PIL import Image
from playwright.sync_api import expect
from tests.e2e.photos import jpeg, upload
from tests.e2e.visiting import CHAIR, CITY_LEADER, WARD_OFFICER, Visitor


def figure(visitor: Visitor, label: str = "Sáng kiến"):
    """The figure of the first page whose name begins like this."""
    return visitor.page.locator(".figure").filter(has_text=label).first


def fill_report(chair: Visitor, **figures: str) -> None:
    """Type 0 into every figure, then those that are named by their code."""
    chair.pass_questions()
    for box in chair.page.locator("input.figure-input").all():
        code = (box.get_attribute("name") or "").removeprefix("v-")
        box.fill(figures.get(code.replace("-", "_"), "0"))


def open_november(chair: Visitor) -> None:
    chair.follow("Nhập và gửi", within=chair.todo("Báo cáo tháng 11/2026"))
    chair.heading("Báo cáo tháng 11/2026")


def send(chair: Visitor, name: str = "Báo cáo tháng 11/2026") -> None:
    chair.press(f"Gửi {name}", exact=False)
    chair.sees("CĐ phường Từ Liêm đã nhận.")


def confirm_initiative(chair: Visitor) -> None:
    """Two taps: open what waits, confirm it."""
    chair.follow("Xem và xác nhận", within=chair.todo("1 sáng kiến chờ xác nhận"))
    chair.press("Xác nhận")
    chair.sees("Đã xác nhận. Đã cộng vào: phong trào Lao động giỏi, Lao động sáng tạo, ")


def sent_and_accepted(leader: Visitor) -> list[str]:
    """Both numbers of the first figure of the first page."""
    leader.open("/")
    return figure(leader).locator("dd").all_inner_texts()


def total_of(visitor: Visitor, name: str) -> int:
    """The year's total of a figure on the page of all figures."""
    visitor.open("/so-lieu/")
    row = visitor.page.get_by_role("row").filter(has_text=name)
    told = row.locator("td a").last.inner_text()
    return int(told.split()[0].replace(".", ""))


def test_two_taps_on_a_phone_move_the_bar_above_and_open_to_the_decision(visit, own_house):
    leader = visit(own_house)
    leader.enter(CITY_LEADER)
    expect(figure(leader)).to_contain_text("99,2 %")
    expect(figure(leader).get_by_role("link", name="119", exact=True)).to_be_visible()

    chair = visit(own_house, phone=True)
    chair.enter(CHAIR)
    confirm_initiative(chair)
    chair.sees("báo cáo tháng 11/2026, hồ sơ tác giả.")
    chair.sees("Được tính vào 3 nơi, cộng 1 lần")

    leader.page.reload()
    expect(figure(leader)).to_contain_text("100,0 %")
    leader.follow("120", within=figure(leader))
    leader.follow("Công đoàn phường Từ Liêm")
    leader.follow("CĐCS Công ty Cổ phần Cơ khí Hòa Bình (minh họa)")
    leader.follow("Đồ gá xoay phôi khi hàn ống thép – số 27/QĐ-CKHB")
    leader.sees("Quyết định công nhận số 27/QĐ-CKHB ngày 18/11/2026 của Giám đốc")
    expect(leader.page.locator(".proof img").first).not_to_have_js_property("naturalWidth", 0)


def test_a_report_from_a_phone_opens_to_its_photograph(visit, own_house):
    leader, chair = visit(own_house), visit(own_house, phone=True)
    leader.enter(CITY_LEADER)
    before = total_of(leader, "Đối thoại tại nơi làm việc")
    chair.enter(CHAIR)
    open_november(chair)
    fill_report(chair, doi_thoai="1", suat_qua="12", kinh_phi_cham_lo="6.000.000")
    chair.page.get_by_label("Ảnh minh chứng").set_input_files([upload("IMG_0412.jpg", jpeg())])
    chair.page.get_by_label("Ảnh chứng minh cho").select_option(label="Đối thoại tại nơi làm việc")
    chair.type("Ảnh chụp gì, ở đâu", "Đối thoại tại xưởng 2")
    send(chair)

    assert total_of(leader, "Đối thoại tại nơi làm việc") == before + 1
    row = leader.page.get_by_role("row").filter(has_text="Đối thoại tại nơi làm việc")
    row.locator("td a").last.click()
    leader.follow("Công đoàn phường Từ Liêm")
    leader.follow("CĐCS Công ty Cổ phần Cơ khí Hòa Bình (minh họa)")
    leader.follow("Báo cáo tháng 11/2026")
    row = leader.page.locator("#row-doi-thoai")
    expect(row).to_contain_text("Đối thoại tại xưởng 2")
    proof = leader.page.request.get(row.locator("img").get_attribute("src") or "")
    shown = Image.open(io.BytesIO(proof.body()))
    assert shown.size == (640, 480)
    assert not dict(shown.getexif()), "the phone and the place are still told"
    expect(leader.page.locator(".proof img").first).not_to_have_js_property("naturalWidth", 0)


def test_the_ward_accepts_one_report_and_returns_another_that_is_corrected(visit, own_house):
    chair, ward, leader = visit(own_house, phone=True), visit(own_house), visit(own_house)
    chair.enter(CHAIR)
    confirm_initiative(chair)
    chair.open("/")
    open_november(chair)
    fill_report(chair)
    send(chair)

    ward.enter(WARD_OFFICER)
    ward.follow("Xem và duyệt", within=ward.todo("Báo cáo tháng 11/2026: 1 báo cáo chờ duyệt"))
    ward.follow("CĐCS Công ty Cổ phần Cơ khí Hòa Bình (minh họa)")
    ward.press("Duyệt báo cáo")
    ward.sees("Đã duyệt báo cáo; số liệu được tính là đã duyệt.")
    leader.enter(CITY_LEADER)
    # October's six still wait for the ward.
    assert sent_and_accepted(leader) == ["120", "114"]
    gifts = total_of(leader, "Suất quà")

    ward.open("/")
    ward.follow("Xem và duyệt", within=ward.todo("Báo cáo tháng 10/2026: 1 báo cáo chờ duyệt"))
    ward.follow("CĐCS Công ty Cổ phần Cơ khí Hòa Bình (minh họa)")
    ward.page.get_by_text("Trả lại để sửa").click()
    ward.type("Lý do trả lại", "Suất quà đã tính ở tháng 9.")
    ward.press("Trả lại báo cáo")
    ward.sees("Đã trả lại báo cáo; đơn vị thấy lý do ở Việc hôm nay.")
    # What was typed leaves the totals until it is sent again; what the union confirmed stays.
    assert total_of(leader, "Suất quà") == gifts - 13
    assert sent_and_accepted(leader) == ["120", "114"]

    chair.open("/")
    chair.follow("Sửa và gửi lại", within=chair.todo("Báo cáo tháng 10/2026 được trả lại, cần sửa"))
    chair.sees("Suất quà đã tính ở tháng 9.")
    chair.type("Suất quà trao đoàn viên, người lao động", "5")
    send(chair, "Báo cáo tháng 10/2026")
    assert total_of(leader, "Suất quà") == gifts - 13 + 5
