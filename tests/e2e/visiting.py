"""A visitor: a fresh browser profile whose page is watched for faults until the story ends."""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Response
from tests.e2e.servers import Server

PHONE = {"width": 360, "height": 760}
DESK = {"width": 1440, "height": 900}
WAIT_MS = 15_000

OFFICER = "Cán bộ phụ trách thi đua, Tổng Liên đoàn Lao động Việt Nam"
KEEPER = "Quản trị hệ thống, Tổng Liên đoàn Lao động Việt Nam"
CITY_LEADER = "Lãnh đạo công đoàn, Liên đoàn Lao động thành phố Hà Nội"
CITY_OFFICER = "Cán bộ phụ trách thi đua, Liên đoàn Lao động thành phố Hà Nội"
WARD_LEADER = "Lãnh đạo công đoàn, Công đoàn phường Từ Liêm"
WARD_OFFICER = "Cán bộ phụ trách thi đua, Công đoàn phường Từ Liêm"
CHAIR = "Chủ tịch công đoàn cơ sở, CĐCS Công ty Cổ phần Cơ khí Hòa Bình (minh họa)"
OTHER_CHAIR = "Chủ tịch công đoàn cơ sở, CĐCS Công ty TNHH May Ánh Dương (minh họa)"


@dataclass
class Watch:
    """What went wrong in the browser: script errors, refused content, requests to other machines."""

    host: str
    faults: list[str] = field(default_factory=list)
    paused: bool = False

    def follow(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda fault: self.faults.append(f"script: {fault.error}"))
        context.on("request", lambda request: self._address(request.url))
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # The browser repeats each refused request here; the responses are judged below.
        told = message.text.startswith("Failed to load resource") or self.paused
        if not told and (message.type == "error" or "Content Security Policy" in message.text):
            self.faults.append(f"console: {message.text}")

    def _address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != self.host:
            self.faults.append(f"left the machine: {url}")

    def _response(self, response: Response) -> None:
        # A page may refuse (404, 422 …); its parts may not, and nothing may break.
        limit = 500 if response.request.resource_type == "document" else 400
        if response.status >= limit and not self.paused:
            self.faults.append(f"{response.status}: {response.url}")


@dataclass
class Visitor:
    """One person at one screen."""

    server: Server
    context: BrowserContext
    page: Page
    watch: Watch

    def open(self, path: str) -> Page:
        self.page.goto(self.server.at(path))
        return self.page

    def enter(self, card: str) -> Page:
        """One press on the demonstration's page."""
        self.open("/dang-nhap-minh-hoa/")
        self.press(f"Vào với vai trò {card}")
        self.heading("Việc hôm nay" if card != KEEPER else "Quản trị hệ thống")
        return self.page

    def press(self, name: str, *, within: Locator | None = None, exact: bool = True) -> None:
        (within or self.page).get_by_role("button", name=name, exact=exact).click()

    def follow(self, name: str, *, within: Locator | None = None, exact: bool = True) -> None:
        (within or self.page).get_by_role("link", name=name, exact=exact).click()

    def type(self, label: str, text: str, *, within: Locator | None = None) -> None:
        (within or self.page).get_by_label(label, exact=True).fill(text)

    def pass_questions(self) -> None:
        """Where a phone asks figure by figure: go on to the whole form behind the last question."""
        following = self.page.get_by_role("button", name="Tiếp", exact=True)
        while following.is_visible():
            following.click()

    def heading(self, name: str) -> Locator:
        """Wait for the page of this name."""
        found = self.page.get_by_role("heading", level=1, name=name, exact=True)
        found.wait_for()
        return found

    def sees(self, text: str, *, within: Locator | None = None) -> Locator:
        """Wait until this text can be read."""
        found = (within or self.page).get_by_text(text).filter(visible=True).first
        found.wait_for()
        return found

    def todo(self, sentence: str) -> Locator:
        """The line of Việc hôm nay that says this."""
        found = self.page.locator(".todo-item").filter(has_text=sentence)
        found.wait_for()
        return found

    @contextmanager
    def expecting_trouble(self):
        """Within: a network that is switched off may complain."""
        self.watch.paused = True
        try:
            yield
        finally:
            self.watch.paused = False


class Visits:
    """Makes visitors, and at the end asks whether anything went wrong at any screen."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._all: list[Visitor] = []

    def __call__(
        self, server: Server, *, phone: bool = False, url: str = "", bypass_csp: bool = False
    ) -> Visitor:
        """A fresh profile at a phone or at a desk; `url` where the server is known by another name."""
        context = self._browser.new_context(
            viewport=PHONE if phone else DESK,
            has_touch=phone,
            device_scale_factor=1,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            base_url=url or server.url,
            bypass_csp=bypass_csp,
            reduced_motion="reduce",
        )
        context.set_default_timeout(WAIT_MS)
        watch = Watch(urlsplit(url or server.url).netloc)
        watch.follow(context)
        named = Server(url, server.folder, server.log) if url else server
        visitor = Visitor(named, context, context.new_page(), watch)
        self._all.append(visitor)
        return visitor

    def leave(self) -> list[str]:
        """Close every screen; return all faults that were seen."""
        for visitor in self._all:
            visitor.context.close()
        return [fault for visitor in self._all for fault in visitor.watch.faults]


Visit = Callable[..., Visitor]
