"""The face: every page of the walk at both widths, by keyboard, in both languages, read by axe."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.servers import ROOT
from tests.e2e.visiting import (
    CHAIR,
    CITY_LEADER,
    DESK,
    KEEPER,
    OFFICER,
    PHONE,
    WARD_LEADER,
    WARD_OFFICER,
    Visitor,
)

AXE = next((ROOT / "vendor/checks").glob("axe-core-*/axe.min.js"))
_FINDINGS = """async () => {
  const found = await axe.run(document, {resultTypes: ["violations"]});
  return found.violations
    .filter((rule) => ["serious", "critical"].includes(rule.impact))
    .map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join(" | ")}`);
}"""
_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll("body *")]
    .filter((part) => part.getBoundingClientRect().right > room + 1 && !part.closest(".table-wrap"))
    .slice(0, 5).map((part) => part.outerHTML.slice(0, 120));
}"""
# On a phone a table is cards: nothing may stick out of one.
_SPILT = """() => [...document.querySelectorAll(".table-wrap")]
  .filter((part) => part.scrollWidth > part.clientWidth + 1)
  .map((part) => `${part.scrollWidth} > ${part.clientWidth}: ${part.innerText.slice(0, 80)}`)"""
_SMALL = """() => [...document.querySelectorAll("button, .press, summary, select, input")]
  .filter((part) => part.checkVisibility({opacityProperty: true, visibilityProperty: true}))
  .filter((part) => !["checkbox", "radio", "hidden"].includes(part.type))
  .filter((part) => !part.closest(".visually-hidden") && !part.matches(".visually-hidden, .skip"))
  .map((part) => [part.getBoundingClientRect().height, part.outerHTML.slice(0, 100)])
  .filter(([height]) => height > 0 && height < 43.5).map(([height, html]) => `${height}: ${html}`);"""

_FORCED_ORDER = """() => [...document.querySelectorAll("[tabindex]")]
  .filter((part) => part.tabIndex > 0).map((part) => part.outerHTML.slice(0, 100))"""

# Each role with what it opens: an address, *a link of the page that stands open, !a button of it.
PAGES = {
    "": ("/tai-khoan/dang-nhap/", "!Đăng nhập", "/dang-nhap-minh-hoa/", "/ui/", "/khong-co/"),
    OFFICER: ("/", "/ke-hoach/?nam=2021", "*81/KH-TLĐ", "*Triển khai", "*Diễn biến", "/nhat-ky/"),
    CITY_LEADER: (
        "/",
        "*mở",
        "*Công đoàn phường Từ Liêm",
        "*CĐCS Công ty Cổ phần Cơ khí Hòa Bình (minh họa)",
        "*QĐ-CKHB",
        "/so-lieu/",
        "/ke-hoach/",
        "/ke-hoach/moi/",
        "!Lưu bản soạn",
        "*/ket-qua/",
    ),
    WARD_OFFICER: (
        "/",
        "/bao-cao/",
        "*Xem và duyệt",
        "/bao-cao/",
        "*Báo cáo tháng 9/2026",
        "/bao-cao/ky/moi/",
        "/",
        "*Nhắc 3 đơn vị",
        "/so-lieu/",
        "*Báo cáo 6 tháng đầu năm 2026",
        "/so-lieu/",
        "*Kết quả theo giai đoạn",
        "/nhap-excel/sang-kien/",
        "/don-vi/?tim=sao viet",
        "*CĐCS Công ty Cổ phần Bán lẻ Sao Việt (minh họa)",
        "*Xem và mời người",
        "*Mời thêm người",
        "!Giao vai trò và tạo thư mời",
    ),
    WARD_LEADER: ("*Mở bản soạn", "*Phát động…"),
    CHAIR: (
        "/",
        "*Nhập và gửi",
        "/bao-cao/",
        "/sang-kien/",
        "/sang-kien/moi/",
        "/tai-khoan/",
        "/xac-thuc/",
        "/so-lieu/",
        "/don-vi/",
    ),
    KEEPER: ("/", "/don-vi/", "*Đơn vị của tôi", "*Thành lập đơn vị trực thuộc", "/nhat-ky/"),
}


_WHO = ("nobody", "officer", "city-leader", "ward-officer", "ward-leader", "chair", "keeper")


def step(visitor: Visitor, where: str) -> Page:
    """Open an address, or follow a link or press a button of the page that stands open."""
    mark, name = where[0], where[1:]
    if mark == "/":
        return visitor.open(where)
    if mark == "!":
        visitor.press(name)
        visitor.page.locator(".error-summary").wait_for()
        return visitor.page
    link = visitor.page.get_by_role("link", name=name).first
    if name.startswith("/"):
        visitor.open("/")
        link = visitor.page.locator(f"main a[href*='{name}']").first
    with visitor.page.expect_navigation():
        link.click()
    return visitor.page


def faults_of(page: Page) -> list[str]:
    """What is wrong with the page that stands open, at both widths."""
    faults = []
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        width = size["width"]
        faults += [f"{width} px, {page.url}: wide: {part}" for part in page.evaluate(_WIDE)]
        faults += [f"{width} px, {page.url}: axe {rule}" for rule in page.evaluate(_FINDINGS)]
        faults += [f"{page.url}: order {part}" for part in page.evaluate(_FORCED_ORDER)]
        if size is PHONE:
            faults += [f"{width} px, {page.url}: spilt {each}" for each in page.evaluate(_SPILT)]
            faults += [f"{width} px, {page.url}: small {each}" for each in page.evaluate(_SMALL)]
    return faults


@pytest.mark.parametrize("card", PAGES, ids=_WHO)
def test_no_page_is_too_wide_or_closed_to_a_screen_reader(visit, house, card):
    # The page's own policy would keep the checker out; what the policy refuses, other stories watch.
    visitor = visit(house, bypass_csp=True)
    visitor.context.add_init_script(path=Path(AXE))
    if card:
        visitor.enter(card)
    faults = []
    for where in PAGES[card]:
        faults += faults_of(step(visitor, where))
    assert not faults, "\n".join(faults)


def test_these_checks_bite(visit, house):
    visitor = visit(house, bypass_csp=True)
    visitor.context.add_init_script(path=Path(AXE))
    page = visitor.open("/tai-khoan/dang-nhap/")
    page.evaluate(
        """() => document.querySelector("main").insertAdjacentHTML("beforeend",
          "<img src='/static/img/favicon.svg' width='2000' height='9'><button tabindex='7'>x</button>"
          + "<div class='table-wrap'><img alt='' src='/static/img/favicon.svg' width='2000'></div>")"""
    )
    found = " ".join(faults_of(page))
    for expected in ("axe image-alt", "wide: <img", "small ", "order <button", "spilt "):
        assert expected in found


def test_a_fault_in_the_browser_is_seen(visit, house):
    strict, loose = visit(house), visit(house, bypass_csp=True)
    strict.open("/tai-khoan/dang-nhap/")
    strict.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))"
    )
    loose.open("/tai-khoan/dang-nhap/")
    loose.page.evaluate("setTimeout(() => { throw new Error('broken on purpose'); })")
    loose.page.evaluate("fetch('http://example.invalid/x').catch(() => 0)")
    loose.page.evaluate("fetch('/khong-co/')")
    loose.page.wait_for_timeout(200)
    seen = " ".join(strict.watch.faults + loose.watch.faults)
    for expected in ("Content Security Policy", "broken on purpose", "left the machine", "404: "):
        assert expected in seen
    strict.watch.faults.clear()
    loose.watch.faults.clear()


def press_until_focused(page: Page, locator, *, most: int = 40) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if locator.evaluate("part => part === document.activeElement"):
            return
    raise AssertionError(f"{most} times Tab never reached {locator}")


def test_a_keyboard_is_enough(visit, own_house):
    chair = visit(own_house, phone=True)
    page = chair.enter(CHAIR)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()

    menu = page.locator(".dock-more summary")
    press_until_focused(page, menu)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Đăng xuất").filter(visible=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(page.locator(".dock-panel")).to_be_hidden()

    chair.open("/")
    due = chair.todo("Báo cáo tháng 11/2026").get_by_role("link", name="Nhập và gửi")
    press_until_focused(page, due)
    page.keyboard.press("Enter")
    chair.heading("Báo cáo tháng 11/2026")
    following = page.get_by_role("button", name="Tiếp", exact=True)
    while following.is_visible():
        press_until_focused(page, page.locator("input.figure-input:visible"))
        page.keyboard.type("0")
        page.keyboard.press("Enter")
    press_until_focused(page, page.get_by_role("button", name="Gửi báo cáo tháng 11/2026"))
    page.keyboard.press("Enter")
    chair.sees("CĐ phường Từ Liêm đã nhận.")


def test_the_page_speaks_english_on_request_and_vietnamese_again(visit, house):
    leader = visit(house)
    page = leader.enter(CITY_LEADER)
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    leader.press("EN – English")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.locator("h1").inner_text() != "Việc hôm nay"
    leader.press("VI – Tiếng Việt")
    leader.heading("Việc hôm nay")
