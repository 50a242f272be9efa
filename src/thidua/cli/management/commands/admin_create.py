"""thidua admin_create: makes the first administrator of an empty installation."""

from argparse import ArgumentParser
from typing import Any

from thidua.cli.command import ThiduaCommand
from thidua.cli.first_administrator import create_first_administrator, show_waiting_link
from thidua.cli.installation import has_people
from thidua.cli.preparation import prepare


class Command(ThiduaCommand):
    """Makes the account, or prints its link again while nobody has used it."""

    help = "Khai báo quản trị viên đầu tiên của hệ thống chưa có dữ liệu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take name, sign-in name and the address that people will open."""
        parser.add_argument("--name", default="", help="họ và tên (hoặc THIDUA_ADMIN_NAME)")
        parser.add_argument(
            "--sign-in", default="", help="số điện thoại hoặc mã (hoặc THIDUA_ADMIN_SIGN_IN)"
        )
        parser.add_argument("--address", default="http://127.0.0.1:8000/", help="địa chỉ hệ thống")

    def handle(self, *_args: Any, name: str, sign_in: str, address: str, **_options: Any) -> None:
        """Make the first administrator, or show the link that waits."""
        prepare()
        if has_people() and not (name or sign_in):
            show_waiting_link(self.say, address)
        else:
            create_first_administrator(self.say, address, name, sign_in)
