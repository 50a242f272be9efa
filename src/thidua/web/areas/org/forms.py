"""Forms of units: found, rename, sector, headcount, move, side line, end."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from thidua.apps.org.enums import Sector
from thidua.apps.org.queries import UnitRow, search_units
from thidua.base.actor import Actor
from thidua.base.messages import sentence
from thidua.domain.errors import Conflict, Invalid
from thidua.lawbook.kinds import UnitKind, unit_kinds
from thidua.text.dates import day
from thidua.text.fold import fold
from thidua.web.fields import CountField, DayField

_NAMED = 5
_SECTORS = [("", _("Chưa ghi khối")), *Sector.choices]


class UnitField(forms.CharField):
    """Another unit, typed by its code or by part of its name; cleans to its row."""

    actor: Actor | None = None

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Nhập mã hoặc tên đơn vị, không cần dấu."))
        super().__init__(max_length=200, **kwargs)

    def clean(self, value: Any) -> UnitRow | None:
        """Return the one unit that fits; name the candidates where several do."""
        typed = super().clean(value)
        if not typed or self.actor is None:
            return None
        found = [row for row in search_units(self.actor, typed) if row.lives]
        exact = [row for row in found if fold(typed) in {fold(row.code), fold(row.name)}]
        if len(exact or found) == 1:
            return (exact or found)[0]
        raise forms.ValidationError(_which(typed, found))


def _which(typed: str, found: list[UnitRow]) -> str:
    if not found:
        return _now(
            "Không tìm thấy đơn vị đang hoạt động nào ứng với “%(typed)s”. Hãy nhập mã đơn vị."
        ) % {"typed": typed}
    named = "; ".join(f"{row.name} ({row.code})" for row in found[:_NAMED])
    return _now("Có nhiều đơn vị ứng với “%(typed)s”: %(named)s. Hãy nhập mã.") % {
        "typed": typed,
        "named": named,
    }


class ActForm(forms.Form):
    """A form that ends in one operation; it shows that operation's refusal beside the field."""

    # Fields that the service names otherwise than the form does.
    renamed: Mapping[str, str] = {}

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, UnitField):
                field.actor = actor

    def refuse(self, refusal: Conflict | Invalid) -> None:
        """Show a refusal beside its field, or above all where it concerns the whole."""
        name = getattr(refusal, "field", None) or ""
        name = self.renamed.get(name, name)
        self.add_error(name if name in self.fields else None, sentence(refusal))

    def other(self, name: str) -> str | None:
        """Return the public id of the unit typed in a field."""
        row: UnitRow | None = self.cleaned_data[name]
        return row.public_id if row else None


def _basis() -> forms.CharField:
    return forms.CharField(
        label=_("Căn cứ"),
        required=False,
        max_length=500,
        help_text=_("Số, ngày của quyết định, nếu có."),
    )


class FoundForm(ActForm):
    """A new unit under a superior."""

    renamed: Mapping[str, str] = {"parent": "side"}

    kind = forms.ChoiceField(label=_("Loại đơn vị"))
    name = forms.CharField(label=_("Tên đơn vị"), max_length=200)
    short_name = forms.CharField(label=_("Tên gọi tắt"), max_length=80, required=False)
    code = forms.CharField(
        label=_("Mã đơn vị"), max_length=40, help_text=_("Mã do cấp trên cấp, như HN-CD-00592.")
    )
    sector = forms.ChoiceField(label=_("Khối"), choices=_SECTORS, required=False)
    on = DayField(label=_("Hoạt động từ ngày"))
    side = UnitField(label=_("Đơn vị phối hợp theo ngành"), required=False)
    basis = _basis()

    def __init__(self, actor: Actor, parent_kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(actor, *args, **kwargs)
        kinds = [kind for kind in unit_kinds().values() if parent_kind in kind.under]
        self.fields["kind"].choices = [(kind.slug, _labelled(kind)) for kind in kinds]  # type: ignore[attr-defined]


def _labelled(kind: UnitKind) -> str:
    """Name a kind; say from or until when where it does not hold for all days."""
    if kind.span.last_day is not None:
        words = {"name": kind.name, "day": day(kind.span.last_day)}
        return _now("%(name)s (đến hết ngày %(day)s)") % words
    if kind.span.valid_from > date(1900, 1, 1):
        return _now("%(name)s (từ ngày %(day)s)") % {
            "name": kind.name,
            "day": day(kind.span.valid_from),
        }
    return kind.name


class RenameForm(ActForm):
    """Another name from a day on."""

    name = forms.CharField(label=_("Tên đơn vị"), max_length=200)
    short_name = forms.CharField(label=_("Tên gọi tắt"), max_length=80, required=False)
    on = DayField(label=_("Dùng tên này từ ngày"))
    basis = _basis()


class SectorForm(ActForm):
    """The sector in which the unit works."""

    sector = forms.ChoiceField(label=_("Khối"), choices=_SECTORS, required=False)


class HeadcountForm(ActForm):
    """Members, workers and women members from a day on."""

    members = CountField(label=_("Đoàn viên"))
    women = CountField(label=_("Trong đó nữ"), required=False)
    workers = CountField(label=_("Người lao động"), required=False)
    on = DayField(label=_("Tính từ ngày"))


class MoveForm(ActForm):
    """Another direct superior from a day on."""

    parent = UnitField(label=_("Công đoàn cấp trên trực tiếp mới"))
    on = DayField(label=_("Từ ngày"))
    basis = _basis()


class SideForm(ActForm):
    """A superior of the trade beside the direct one; left blank, that line ends."""

    parent = UnitField(
        label=_("Đơn vị phối hợp theo ngành"),
        required=False,
        help_text=_("Nhập mã hoặc tên; để trống nếu thôi phối hợp."),
    )
    on = DayField(label=_("Từ ngày"))
    basis = _basis()


class EndForm(ActForm):
    """The last day of a unit and who keeps its records."""

    last_day = DayField(label=_("Hoạt động đến hết ngày"))
    heir = UnitField(
        label=_("Đơn vị kế thừa"),
        required=False,
        help_text=_("Nhập mã hoặc tên; để trống thì cấp trên trực tiếp giữ hồ sơ."),
    )
    basis = _basis()
