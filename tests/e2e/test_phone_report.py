"""The monthly report on a 360-px phone: asked one by one, few taps; sent once, later without network."""

import re

from playwright.sync_api import expect
from tests.e2e.photos import jpeg, upload
from tests.e2e.visiting import CHAIR, OTHER_CHAIR, Visitor

MOST_TAPS = 8
_COUNT_TAPS = """
addEventListener("pointerdown", (event) => {
  if (event.isTrusted) localStorage.setItem("taps", Number(localStorage.getItem("taps") || 0) + 1);
}, true);
"""
MISSING = {
    "Đối thoại tại nơi làm việc": "1",
    "Suất quà trao đoàn viên, người lao động": "12",
    "Kinh phí chăm lo": "6.000.000",
}


def taps(chair: Visitor) -> int:
    return int(chair.page.evaluate("localStorage.getItem('taps') || 0"))


def tap(chair: Visitor, role: str, name: str) -> None:
    chair.page.get_by_role(role, name=name).filter(visible=True).first.tap()


def open_report(chair: Visitor, name: str) -> None:
    chair.todo(name).get_by_role("link", name=re.compile("Nhập và gửi")).tap()
    chair.heading(name)


def asked_now(chair: Visitor):
    return chair.page.locator("input.figure-input:visible")


def answer_each(chair: Visitor, given: dict[str, str]) -> None:
    """Type what is asked, 0 where nothing is said, until the whole form stands there."""
    following = chair.page.get_by_role("button", name="Tiếp", exact=True)
    while following.is_visible():
        expect(asked_now(chair)).to_have_count(1)
        asked_now(chair).fill(
            given.get(asked_now(chair).evaluate("x => x.labels[0].innerText"), "0")
        )
        following.tap()


def test_november_takes_few_taps_besides_its_figures(visit, own_house):
    chair = visit(own_house, phone=True)
    chair.enter(CHAIR)
    chair.context.add_init_script(_COUNT_TAPS)
    chair.open("/")
    open_report(chair, "Báo cáo tháng 11/2026")
    expect(chair.page.locator("[data-step-count]")).to_have_text("1/3")
    answer_each(chair, MISSING)
    with chair.page.expect_file_chooser() as chooser:
        chair.page.get_by_label("Ảnh minh chứng").tap()
    chooser.value.set_files([upload("IMG_0412.jpg", jpeg())])
    tap(chair, "button", "Gửi báo cáo tháng 11")
    chair.sees("CĐ phường Từ Liêm đã nhận.")

    assert taps(chair) <= MOST_TAPS
    for name, number in MISSING.items():
        row = chair.page.get_by_role("row").filter(has_text=name)
        expect(row).to_contain_text(number)
    expect(chair.page.locator(".proof")).to_have_count(1)


def test_the_way_back_and_the_return_key_lead_through_the_questions(visit, own_house):
    chair = visit(own_house, phone=True)
    chair.enter(CHAIR)
    open_report(chair, "Báo cáo tháng 11/2026")
    first = asked_now(chair).get_attribute("name")
    asked_now(chair).fill("1")
    asked_now(chair).press("Enter")
    assert asked_now(chair).get_attribute("name") != first
    tap(chair, "button", "Quay lại")
    assert asked_now(chair).get_attribute("name") == first
    expect(asked_now(chair)).to_have_value("1")


def test_what_is_typed_goes_on_being_kept_at_the_server(visit, own_house):
    chair = visit(own_house, phone=True)
    chair.enter(OTHER_CHAIR)
    open_report(chair, "Báo cáo tháng 11/2026")
    answer_each(chair, {})
    gifts = chair.page.locator("input[name=v-suat-qua]")
    for typed in ("5", "7", "9"):
        with chair.page.expect_response(lambda answer: answer.request.method == "POST") as kept:
            gifts.fill(typed)
        assert kept.value.ok
    address = chair.page.url
    other = visit(own_house)
    other.enter(OTHER_CHAIR)
    other.open(address.removeprefix(own_house.url))
    expect(other.page.locator("input[name=v-suat-qua]")).to_have_value("9")


def test_without_script_it_is_one_form(browser, own_house):
    context = browser.new_context(
        viewport={"width": 360, "height": 760}, java_script_enabled=False, base_url=own_house.url
    )
    page = context.new_page()
    page.goto("/dang-nhap-minh-hoa/")
    page.get_by_role("button", name=f"Vào với vai trò {CHAIR}").click()
    page.get_by_role("link", name="Nhập và gửi").first.click()
    assert page.locator("input.figure-input:visible").count() > 1
    for box in page.locator("input.figure-input").all():
        box.fill("0")
    page.get_by_role("button", name="Gửi báo cáo tháng 11/2026").click()
    expect(page.get_by_text("CĐ phường Từ Liêm đã nhận.").first).to_be_visible()
    context.close()


def test_a_report_pressed_without_a_network_is_sent_once_when_it_is_back(visit, own_house):
    chair = visit(own_house, phone=True)
    chair.enter(OTHER_CHAIR)
    open_report(chair, "Báo cáo tháng 11/2026")
    address = chair.page.url
    posts = []
    chair.page.on("request", lambda request: posts.append(request))  # noqa: PLW0108 - the driver wants a function
    with chair.expecting_trouble():
        chair.context.set_offline(True)
        answer_each(chair, {"Suất quà trao đoàn viên, người lao động": "326"})
        chair.page.get_by_label("Ảnh minh chứng").set_input_files([upload("a.jpg", jpeg())])
        for _ in range(2):
            tap(chair, "button", "Gửi báo cáo tháng 11")
            chair.sees("Đã giữ trên máy này lúc")
        posts.clear()
        chair.context.set_offline(False)
        chair.page.wait_for_url(lambda url: url != address)
    chair.sees("CĐ phường Từ Liêm đã nhận.")
    sent = [each for each in posts if each.method == "POST" and not each.headers.get("hx-request")]
    assert len(sent) == 1
    row = chair.page.get_by_role("row").filter(has_text="Suất quà")
    expect(row).to_contain_text("326")
    expect(chair.page.locator(".proof")).to_have_count(1)
    expect(chair.page.locator(".timeline").get_by_text("gửi báo cáo.")).to_have_count(1)
    chair.page.reload()
    expect(chair.page.locator(".timeline").get_by_text("gửi báo cáo.")).to_have_count(1)


def test_what_was_kept_survives_the_page_and_is_sent_from_any_other(visit, own_house):
    chair = visit(own_house, phone=True)
    chair.enter(OTHER_CHAIR)
    open_report(chair, "Báo cáo tháng 11/2026")
    with chair.expecting_trouble():
        chair.context.set_offline(True)
        answer_each(chair, {})
        tap(chair, "button", "Gửi báo cáo tháng 11")
        chair.sees("Đã giữ trên máy này lúc")
        chair.page.close()
        chair.context.set_offline(False)
    chair.page = chair.context.new_page()
    chair.open("/")
    chair.sees("CĐ phường Từ Liêm đã nhận.")
    chair.page.reload()
    expect(chair.page.locator(".todo-item").filter(has_text="Báo cáo tháng 11/2026")).to_have_count(
        0
    )


def test_what_the_server_refuses_later_is_told_and_stays_typed(visit, own_house):
    chair = visit(own_house, phone=True)
    chair.enter(OTHER_CHAIR)
    open_report(chair, "Báo cáo tháng 11/2026")
    address = chair.page.url
    with chair.expecting_trouble():
        chair.context.set_offline(True)
        answer_each(chair, {"Suất quà trao đoàn viên, người lao động": "12,5"})
        tap(chair, "button", "Gửi báo cáo tháng 11")
        chair.sees("Đã giữ trên máy này lúc")
        chair.context.set_offline(False)
        chair.sees("chưa gửi được. Nội dung đã nhập vẫn còn.")
    chair.open(address.removeprefix(own_house.url))
    chair.sees("Đã lấy lại nội dung nhập lúc")
    gifts = chair.page.locator("input[name=v-suat-qua]")
    expect(gifts).to_have_value("12,5")
