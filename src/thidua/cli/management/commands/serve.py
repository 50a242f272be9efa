"""thidua serve: makes the database ready, says where to go, and serves."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from thidua.apps.accounts.queries import demo_people
from thidua.cli import server
from thidua.cli.command import ThiduaCommand
from thidua.cli.first_administrator import create_first_administrator, show_waiting_link
from thidua.cli.installation import has_people
from thidua.cli.preparation import prepare
from thidua.demo.load import load

_LOCAL = {"127.0.0.1", "localhost", "::1"}


class Command(ThiduaCommand):
    """Serves the demonstration (THIDUA_DEMO=1) or a real installation."""

    help = "Chạy hệ thống trên trình duyệt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the address, and --empty for the first start of a real installation."""
        parser.add_argument("--host", default="127.0.0.1", help="địa chỉ (127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="cổng (8000)")
        parser.add_argument(
            "--empty", action="store_true", help="hệ thống thật; lần đầu hỏi quản trị viên đầu tiên"
        )

    def handle(self, *_args: Any, host: str, port: int, empty: bool, **_options: Any) -> None:
        """Prepare, introduce, serve until stopped."""
        server.check_port(host, port)
        prepare()
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        if settings.THIDUA_DEMO:
            if not has_people():
                self.say(_("Đang nạp dữ liệu minh họa, chỉ lần đầu…"))
            load()
            self._introduce_demonstration()
        elif empty and not has_people():
            create_first_administrator(self.say, address)
        else:
            show_waiting_link(self.say, address)
        if host not in _LOCAL:
            self.say(_("Máy khác truy cập được. Tên miền, địa chỉ được nhận ghi ở THIDUA_HOSTS."))
        self.say(_("Mở trình duyệt tại %(address)s   (dừng: Ctrl+C)") % {"address": address})
        server.serve(host, port)

    def _introduce_demonstration(self) -> None:
        self.say(_("Bản minh họa, không có giá trị. Vào bằng một lần bấm ở trang đăng nhập:"))
        for person in demo_people():
            self.say(f"  · {person.full_name} – {person.role_name}, {person.unit_name}")
