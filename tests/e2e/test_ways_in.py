"""The ways in: invitation, reset, lock-out, passkey, and the second step of who decides."""

import re

import pytest
from playwright.sync_api import expect
from tests.e2e.one_time_codes import code
from tests.e2e.servers import DEMONSTRATION, copy_of, serving
from tests.e2e.visiting import WARD_OFFICER, Visitor

SENTENCE = "một câu ngắn dễ nhớ"
UNIT = "CĐCS Công ty Cổ phần Bán lẻ Sao Việt (minh họa)"


@pytest.fixture(scope="module")
def shared(loaded, tmp_path_factory):
    """One house for these stories: each invites a person of its own."""
    folder = copy_of(loaded, tmp_path_factory.mktemp("ways_in"))
    with serving(folder, **DEMONSTRATION) as server:
        yield server


def invite(officer: Visitor, name: str, sign_in: str) -> str:
    """Invite a chair; return the address on the page that shows it with its QR code."""
    officer.open("/don-vi/?tim=sao viet")
    officer.follow(UNIT)
    officer.follow("Xem và mời người")
    officer.follow("Mời thêm người")
    officer.page.locator("#id_full_name").fill(name)
    officer.page.locator("#id_sign_in_name").fill(sign_in)
    officer.page.get_by_role("radio", name=re.compile("^Chủ tịch công đoàn cơ sở")).check()
    officer.press("Giao vai trò và tạo thư mời")
    officer.heading("Đường dẫn cho cán bộ")
    return shown_link(officer)


def shown_link(officer: Visitor) -> str:
    expect(officer.page.locator("main svg[role=img]")).to_be_visible()
    address = officer.page.get_by_text(re.compile(r"^http://.*/vao/")).inner_text().strip()
    assert address in officer.page.locator("[data-copy-source]").inner_text()
    return address


def set_password(person: Visitor, password: str) -> None:
    person.page.locator("#id_password1").fill(password)
    person.page.locator("#id_password2").fill(password)
    person.press("Đặt mật khẩu và vào")


def sign_in(person: Visitor, name: str, password: str) -> None:
    person.open("/tai-khoan/dang-nhap/")
    person.page.locator("#id_login").fill(name)
    person.page.locator("#id_password").fill(password)
    person.press("Đăng nhập")


def test_an_invited_chair_sets_a_password_and_gets_another_after_forgetting_it(visit, shared):
    officer, chair = visit(shared), visit(shared, phone=True)
    officer.enter(WARD_OFFICER)
    address = invite(officer, "Kiều Thị Lan (minh họa)", "0912 000 111")

    chair.page.goto(address)
    chair.heading("Chào đồng chí Kiều Thị Lan (minh họa)")
    assert "/vao/" in chair.page.url
    assert chair.page.url != address, "the secret stays in the address"
    set_password(chair, "ngắn quá")
    chair.sees("Mật khẩu ngắn quá: cần ít nhất 12 ký tự.")
    set_password(chair, SENTENCE)
    chair.heading("Việc hôm nay")
    expect(chair.page.locator(".acting")).to_contain_text(UNIT)

    officer.page.reload()
    officer.follow("Quên mật khẩu: cấp lại")
    officer.press("Tạo đường dẫn")
    second = shown_link(officer)
    chair.page.goto(address)
    chair.heading("Đường dẫn không dùng được")
    chair.page.goto(second)
    set_password(chair, SENTENCE + " khác")
    chair.heading("Việc hôm nay")

    later = visit(shared)
    sign_in(later, "0912000111", SENTENCE + " khác")
    later.heading("Việc hôm nay")


def test_one_press_leads_back_to_the_page_that_asked_but_to_no_other_site(visit, shared):
    person = visit(shared)
    for asked, shown in (("/bao-cao/", "Báo cáo"), ("https://example.invalid/", "Việc hôm nay")):
        person.open(f"/dang-nhap-minh-hoa/?next={asked}")
        person.press(f"Vào với vai trò {WARD_OFFICER}")
        person.heading(shown)
        expect(person.page.locator(".acting")).to_contain_text("Công đoàn phường Từ Liêm")


def test_five_wrong_passwords_pause_signing_in_and_say_until_when(visit, shared):
    officer, person = visit(shared), visit(shared)
    officer.enter(WARD_OFFICER)
    person.page.goto(invite(officer, "Lưu Văn Mão (minh họa)", "0912 000 222"))
    set_password(person, SENTENCE)
    person.heading("Việc hôm nay")

    stranger = visit(shared)
    for _ in range(4):
        sign_in(stranger, "0912 000 222", "không phải câu này")
        stranger.sees("Tên đăng nhập hoặc mật khẩu chưa đúng.")
    with stranger.page.expect_response(lambda answer: answer.request.method == "POST") as fifth:
        sign_in(stranger, "0912 000 222", "không phải câu này")
    assert fifth.value.status == 429
    stranger.heading("Tạm dừng đăng nhập")
    # The right one does not help before the time that is named.
    sign_in(stranger, "0912 000 222", SENTENCE)
    stranger.sees("Mật khẩu đã sai nhiều lần liên tiếp")
    stranger.sees("Thử lại sau")


def test_a_passkey_is_added_and_signs_in(visit, shared):
    officer = visit(shared)
    officer.enter(WARD_OFFICER)
    address = invite(officer, "Mạc Thị Ngà (minh họa)", "0912 000 333")
    # Browsers keep passkeys for names, never for bare addresses.
    by_name = shared.url.replace("127.0.0.1", "localhost")
    person = visit(shared, url=by_name)
    devices = person.context.new_cdp_session(person.page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    person.page.goto(address.replace("127.0.0.1", "localhost"))
    set_password(person, SENTENCE)
    person.heading("Việc hôm nay")
    person.open("/tai-khoan/")
    person.follow("Xác thực hai bước và khóa đăng nhập")
    person.follow("Xem và thêm khóa")
    person.follow("Thêm khóa")
    person.page.get_by_label("Tên gợi nhớ").fill("Điện thoại cơ quan")
    person.press("Thêm khóa trên máy này")
    person.sees("Đã thêm khóa đăng nhập.")
    person.open("/xac-thuc/webauthn/")
    person.sees("Điện thoại cơ quan")

    person.context.clear_cookies()
    person.open("/tai-khoan/dang-nhap/")
    person.press("Đăng nhập bằng khóa (vân tay, khuôn mặt)")
    person.heading("Việc hôm nay")
    expect(person.page.locator(".acting")).to_contain_text(UNIT)


def test_the_first_administrator_must_set_up_a_second_step(visit, tmp_path):
    told = {"THIDUA_ADMIN_NAME": "Nguyễn Văn An", "THIDUA_ADMIN_SIGN_IN": "QT-01"}
    folder = tmp_path / "real"
    folder.mkdir(mode=0o700)
    with serving(folder, "--empty", **told) as server:
        printed = re.search(r"http://\S+/vao/\S+/", server.said())
        assert printed, server.said()
        keeper = visit(server)
        keeper.page.goto(printed[0])
        set_password(keeper, SENTENCE)
        keeper.heading("Bật ứng dụng xác thực")
        keeper.sees("nên cần xác thực hai bước")
        keeper.open("/don-vi/")
        keeper.heading("Bật ứng dụng xác thực")
        secret = keeper.page.locator("main strong[translate=no]").inner_text()
        keeper.page.locator("#id_code").fill("000000")
        keeper.press("Bật")
        keeper.sees("Mã chưa đúng hoặc đã hết hạn.")
        keeper.page.locator("#id_code").fill(code(secret))
        keeper.press("Bật")
        keeper.sees("Đã bật ứng dụng xác thực.")
        keeper.open("/")
        keeper.heading("Quản trị hệ thống")
        expect(keeper.page.get_by_text("BẢN MINH HỌA")).to_have_count(0)
        keeper.context.close()


def test_the_code_is_that_of_the_standard():
    # RFC 6238, appendix B: the secret of its table, at 59 and 1 111 111 109 seconds.
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert [code(secret, 59), code(secret, 1_111_111_109)] == ["287082", "081804"]
