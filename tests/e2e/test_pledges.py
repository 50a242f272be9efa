"""What members pledge: the chair reminds the seven without naming them, enters one, opens a pact."""

import re

from playwright.sync_api import expect
from tests.e2e.test_live import figure
from tests.e2e.visiting import CHAIR, Visitor

PACT = "Giao ước thi đua giữa các tổ năm 2026 (minh họa)"


def open_pledges(chair: Visitor, there: int) -> None:
    """From the line of the first page to the plan's registrations, where the same number stands."""
    chair.open("/")
    line = chair.todo(f"Mỗi đoàn viên một việc: {there}/48 đoàn viên đã đăng ký")
    chair.follow("Mở và nhắc", within=line)
    expect(chair.page.get_by_role("heading", level=2, name="Đăng ký thi đua")).to_be_visible()
    expect(figure(chair, "Mỗi đoàn viên một việc").locator(".figure-number")).to_have_text(
        str(there)
    )


def copied(chair: Visitor) -> str:
    """Press the button beside the text; return what another app would now paste."""
    chair.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chair.press("Sao chép")
    expect(chair.page.locator("[data-copy-label]")).not_to_have_text("Sao chép")
    return str(chair.page.evaluate("navigator.clipboard.readText()"))


def test_the_chair_reminds_the_seven_and_one_of_them_is_entered(visit, own_house):
    chair = visit(own_house, phone=True)
    chair.enter(CHAIR)
    open_pledges(chair, 41)
    chair.sees("Nhắc 7 đồng chí chưa đăng ký")
    expect(chair.page.locator("main svg[role=img]")).to_be_visible()
    text = copied(chair)
    assert "41/48 đồng chí đã đăng ký, còn 7 đồng chí." in text
    assert "Hạn đăng ký: hết ngày 30/11/2026." in text
    assert "Kiều Thị Sen" not in text

    # Where the text leads, whoever stands there registers.
    chair.page.goto(re.findall(r"http://\S+", text)[0])
    chair.page.get_by_role("radio", name="Phần việc", exact=True).check()
    chair.page.locator("#id_name").fill("Âu Thị Bưởi (minh họa)")
    chair.page.locator("#id_text").fill("Dọn kho vật tư tổ dập")
    chair.press("Đăng ký")
    chair.sees("Đã đăng ký.")
    open_pledges(chair, 42)
    chair.sees("Nhắc 6 đồng chí chưa đăng ký")


def test_a_signed_pact_is_read_with_its_parties(visit, house):
    chair = visit(house, phone=True)
    chair.enter(CHAIR)
    open_pledges(chair, 41)
    chair.follow("Giao ước", within=chair.page.get_by_role("navigation", name="Các phần của trang"))
    tab = chair.page.locator(".tabs [aria-current]")
    expect(tab).to_have_text("Giao ước")
    expect(tab).to_be_in_viewport(ratio=1)
    chair.follow(PACT)
    chair.heading(PACT)
    sheet = chair.page.locator(".official")
    for words in ("Tổ tiện (minh họa)", "Tổ dập (minh họa)", "Tổ lắp ráp (minh họa)"):
        expect(sheet).to_contain_text(words)
    expect(chair.page.get_by_role("button", name="Ghi nhận các bên đã ký")).to_have_count(0)
