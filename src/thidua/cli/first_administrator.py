"""The first administrator of an empty installation, made from the terminal or the environment."""

import os
import sys
from collections.abc import Callable
from datetime import date

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.accounts.queries import own_open_link, token_of
from thidua.apps.accounts.services import first_administrator
from thidua.apps.org.services import found_unit
from thidua.base.actor import SYSTEM
from thidua.base.messages import sentence
from thidua.domain.errors import DomainError
from thidua.lawbook.kinds import kind_name

Say = Callable[[str], None]
_TOP_KIND = "tong-lien-doan"
_TOP_FOUNDED = date(1929, 7, 28)


def create_first_administrator(say: Say, address: str, name: str = "", sign_in: str = "") -> None:
    """Make the top of the tree and its keeper, and print the one link that opens the account."""
    top = _top_unit()
    name = name or os.environ.get("THIDUA_ADMIN_NAME", "")
    sign_in = sign_in or os.environ.get("THIDUA_ADMIN_SIGN_IN", "")
    if name and sign_in:
        _make(top, name, sign_in)
    elif sys.stdin.isatty():
        _ask(say, top)
    else:
        raise CommandError(
            _(
                "Hệ thống chưa có quản trị viên. Hãy chạy trên cửa sổ lệnh, hoặc đặt "
                "THIDUA_ADMIN_NAME (họ và tên) và THIDUA_ADMIN_SIGN_IN (số điện thoại hoặc mã)."
            )
        )
    show_waiting_link(say, address)


def show_waiting_link(say: Say, address: str) -> None:
    """Print the first administrator's link as long as nobody has set a password."""
    people = get_user_model()._default_manager  # noqa: SLF001
    first = people.filter(must_set_password=True).order_by("id").first()
    if first is None or people.filter(must_set_password=False).exists():
        return
    link = own_open_link(SYSTEM, first.public_id)
    if link is not None:
        path = reverse("account:enter", args=[token_of(link.public_id)])
        say(_("Đường dẫn dùng một lần để %(name)s đặt mật khẩu:") % {"name": first.get_full_name()})
        say(address.rstrip("/") + path)


def _top_unit() -> str:
    """Found the top unit once; the key makes a second call return the first answer."""
    return found_unit(
        actor=SYSTEM.with_key("top-unit"),
        parent_id=None,
        kind=_TOP_KIND,
        name=kind_name(_TOP_KIND),
        short_name="TLĐ",
        code="TLD",
        on=_TOP_FOUNDED,
    )


def _make(top: str, name: str, sign_in: str) -> None:
    first_administrator(actor=SYSTEM, unit_id=top, full_name=name, sign_in_name=sign_in)


def _ask(say: Say, top: str) -> None:
    """Ask until the answers are good ones; Ctrl+C ends it."""
    say(_("Hệ thống chưa có dữ liệu. Trước hết hãy khai báo quản trị viên đầu tiên."))
    while True:
        name = input(_("Họ và tên: "))
        sign_in = input(_("Số điện thoại hoặc mã để đăng nhập: "))
        try:
            _make(top, name, sign_in)
        except DomainError as refusal:
            say(sentence(refusal))
        else:
            return
