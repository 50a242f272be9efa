"""How a unit's life is told: one sentence for each thing that happened."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from thidua.apps.org.queries import LifeEvent
from thidua.text.numbers import group
from thidua.web.components import Entry

_SENTENCES = {
    "founded": _("Hoạt động với tên %(name)s (%(kind)s), trực thuộc %(other)s."),
    "renamed": _("Đổi tên thành %(name)s."),
    "moved": _("Chuyển về trực thuộc %(other)s."),
    "side_begins": _("Phối hợp theo ngành với %(other)s."),
    "side_ends": _("Thôi phối hợp theo ngành với %(other)s."),
    "ended": _("Kết thúc hoạt động; hồ sơ do %(other)s giữ."),
    "records_move": _("Hồ sơ chuyển cho %(other)s giữ."),
    "carried_on": _("Tiếp nối bởi %(other)s."),
    "carried_on_part": _("Một phần tiếp nối bởi %(other)s."),
    "carries_on": _("Tiếp nối %(other)s."),
    "carries_on_part": _("Tiếp nối một phần của %(other)s."),
    "head_begins": _("%(name)s giữ vai trò %(other)s."),
    "head_ends": _("%(name)s thôi vai trò %(other)s."),
    "counted": _("Có %(members)s đoàn viên."),
}
_TOP = _("Hoạt động với tên %(name)s (%(kind)s).")
_PART = "part"


def told(life: list[LifeEvent], kind_name: str) -> list[Entry]:
    """Return the life of a unit as lines of a timeline."""
    return [Entry(sentence=_sentence(event, kind_name), day=event.day) for event in life]


def _sentence(event: LifeEvent, kind_name: str) -> str:
    other = _now(event.other) if event.what.startswith("head") else event.other
    words = str(_template(event)) % {
        "name": event.name,
        "other": other,
        "kind": kind_name,
        "members": group(event.members),
    }
    if not event.basis:
        return words
    return _now("%(what)s Căn cứ: %(basis)s.") % {"what": words, "basis": event.basis.rstrip(".")}


def _template(event: LifeEvent) -> object:
    if event.what == "founded" and not event.other:
        return _TOP
    part = f"{event.what}_part"
    return _SENTENCES[part if event.share == _PART and part in _SENTENCES else event.what]
