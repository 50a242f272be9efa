"""Words of a reorganisation: its acts, its states, each row as a sentence."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from thidua.base import clock
from thidua.domain.changes import Act
from thidua.domain.succession import Children, Share

ACTS: Mapping[str, Promise] = {
    Act.FOUND: _("Thành lập đơn vị"),
    Act.RENAME: _("Đổi tên"),
    Act.MOVE: _("Chuyển cấp trên trực tiếp"),
    Act.SIDE: _("Phối hợp theo ngành"),
    Act.MERGE: _("Sáp nhập, hợp nhất"),
    Act.SPLIT: _("Chia đơn vị"),
    Act.END: _("Kết thúc hoạt động"),
}
STATES: Mapping[str, tuple[Promise, str]] = {
    "drafted": (_("Dự thảo"), "wait"),
    "done": (_("Đã thực hiện"), "ok"),
    "ahead": (_("Chờ đến ngày thực hiện"), "wait"),
    "withdrawn": (_("Đã hủy"), "neutral"),
}
_SENTENCES: Mapping[str, Promise] = {
    Act.FOUND: _("Thành lập %(name)s (%(code)s), trực thuộc %(parent)s."),
    Act.RENAME: _("Đổi tên %(unit)s thành %(name)s."),
    Act.MOVE: _("Chuyển %(unit)s về trực thuộc %(parent)s."),
    Act.SIDE: _("%(unit)s phối hợp theo ngành với %(parent)s."),
    Act.MERGE: _("Nhập %(unit)s vào %(heir)s."),
    Act.SPLIT: _("Chia %(unit)s: %(heir)s tiếp nhận một phần."),
    Act.END: _("%(unit)s kết thúc hoạt động; %(heir)s kế thừa."),
}
_PARTED = _("%(unit)s thôi phối hợp theo ngành.")
_MAIN_PART = _("Chia %(unit)s: %(heir)s tiếp nhận phần chính.")
_NO_HEIR = _("%(unit)s kết thúc hoạt động; cấp trên trực tiếp giữ hồ sơ.")
_CHILDREN: Mapping[str, Promise] = {
    Children.HEIR: _("Đơn vị trực thuộc chuyển về đơn vị tiếp nhận."),
    Children.SUPERIOR: _("Đơn vị trực thuộc chuyển về cấp trên trực tiếp."),
}


def state_of(row: Any) -> tuple[Promise, str]:
    """Return the words and the tone of where a reorganisation stands."""
    to_come = row.state == "done" and row.effective_on > clock.today()
    return STATES["ahead" if to_come else row.state]


def codes_in(rows: Iterable[Any]) -> set[str]:
    """Return every code that the rows name."""
    return {code for row in rows for code in (row.code, row.parent, row.heir) if code}


def told(row: Any, called: Mapping[str, str]) -> str:
    """Return one row as a sentence; a unit without a known name goes by its code."""

    def name(code: str) -> str:
        return called.get(code) or code

    words = {
        "code": row.code,
        "name": row.name,
        "unit": name(row.code),
        "parent": name(row.parent),
        "heir": name(row.heir),
    }
    sentence = str(_template(row)) % words
    moved = _CHILDREN.get(row.children)
    return f"{sentence} {moved}" if moved else sentence


def _template(row: Any) -> Promise:
    if row.act == Act.SIDE and not row.parent:
        return _PARTED
    if row.act == Act.SPLIT and row.share == Share.MAIN:
        return _MAIN_PART
    if row.act == Act.END and not row.heir:
        return _NO_HEIR
    return _SENTENCES[row.act]


def names_of_new(rows: Iterable[Any]) -> dict[str, str]:
    """Return the names of the units that the rows found."""
    return {row.code: row.name for row in rows if row.act == Act.FOUND}


def row_label(number: int) -> str:
    """Return how a refusal names its row."""
    if not number:
        return _now("Toàn bộ phương án")
    return _now("Dòng %(number)s") % {"number": number}
