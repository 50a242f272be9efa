"""How a unit's life is told: one sentence for each thing that happened."""

from django.utils.translation import gettext_lazy as _

from thidua.apps.org.queries import LifeEvent
from thidua.web.components import Entry

_SENTENCES = {
    "founded": _("Hoạt động với tên %(name)s, trực thuộc %(other)s."),
    "renamed": _("Đổi tên thành %(name)s."),
    "moved": _("Chuyển về trực thuộc %(other)s."),
    "side_begins": _("Phối hợp theo ngành với %(other)s."),
    "side_ends": _("Thôi phối hợp theo ngành với %(other)s."),
    "ended": _("Kết thúc hoạt động; hồ sơ do %(other)s giữ."),
    "records_move": _("Hồ sơ chuyển cho %(other)s giữ."),
}
_TOP = _("Hoạt động với tên %(name)s.")


def told(life: list[LifeEvent]) -> list[Entry]:
    """Return the life of a unit as lines of a timeline."""
    return [Entry(sentence=_sentence(event), day=event.day) for event in life]


def _sentence(event: LifeEvent) -> str:
    top = event.what == "founded" and not event.other
    template = _TOP if top else _SENTENCES[event.what]
    return str(template) % {"name": event.name, "other": event.other}
