"""Forms of a reorganisation: its head, and rows that show only the fields of their act."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from thidua.apps.org.enums import Sector
from thidua.apps.org.services.reorganising_rows import HeadDraft, RowDraft
from thidua.domain.changes import Act
from thidua.domain.succession import Children, Share
from thidua.lawbook.kinds import unit_kinds
from thidua.text.dates import day
from thidua.web.areas.reorganisation.finding import Finder
from thidua.web.areas.reorganisation.words import ACTS
from thidua.web.fields import DayField, TidyField

MOST_ROWS = 100
PREFIX = "dong"


class HeadForm(forms.Form):
    """Title, day and legal basis."""

    title = TidyField(label=_("Tên phương án"), max_length=300)
    effective_on = DayField(
        label=_("Thực hiện từ ngày"),
        help_text=_("Ngày đầu tiên theo tổ chức mới; có thể là ngày đã qua hoặc ngày sắp tới."),
    )
    basis = TidyField(
        label=_("Căn cứ"), max_length=500, help_text=_("Số, ngày, cơ quan ban hành văn bản.")
    )
    note = TidyField(
        label=_("Ghi chú nội bộ"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def head(self) -> HeadDraft:
        """Return what was typed, as the service takes it."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return HeadDraft(**data)


class RecallForm(forms.Form):
    """Why what was carried out for a day to come is taken back."""

    reason = TidyField(
        label=_("Lý do thu hồi"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Lý do được ghi vào lịch sử của đơn vị."),
    )


class UnitText(TidyField):
    """A unit of the tree, or one founded in another row; cleans to its code."""

    finder: Finder | None = None

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Nhập mã hoặc tên đơn vị, không cần dấu."))
        super().__init__(max_length=200, **kwargs)

    def clean(self, value: Any) -> str:
        """Return the code of the unit that was typed."""
        typed: str = super().clean(value)
        return self.finder.code_of(typed) if typed and self.finder else typed


def _kinds() -> list[tuple[str, str]]:
    chosen = [("", _now("Chọn loại đơn vị"))]
    for kind in unit_kinds().values():
        if kind.is_top:
            continue
        last = kind.span.last_day
        words = {"name": kind.name, "day": day(last)} if last else {}
        ended = _now("%(name)s (đến hết ngày %(day)s)") % words if last else ""
        chosen.append((kind.slug, ended or kind.name))
    return chosen


_CHILDREN = (
    (Children.NOWHERE, _("Không có, hoặc có dòng chuyển riêng")),
    (Children.HEIR, _("Chuyển về đơn vị tiếp nhận")),
    (Children.SUPERIOR, _("Chuyển về cấp trên trực tiếp")),
)
_SHARES = ((Share.MAIN, _("Phần chính")), (Share.PART, _("Một phần")))
_OPTIONAL = {"short_name", "sector", "children"}
_FIELDS: Mapping[str, tuple[str, ...]] = {
    Act.FOUND: ("code", "name", "short_name", "kind", "sector", "parent"),
    Act.RENAME: ("code", "name", "short_name"),
    Act.MOVE: ("code", "parent"),
    Act.SIDE: ("code", "parent"),
    Act.MERGE: ("code", "heir", "children"),
    Act.SPLIT: ("code", "heir", "share", "children"),
    Act.END: ("code", "heir", "children"),
}


class RowForm(forms.Form):
    """One row; which fields it has depends on its act, which the button that added it has set."""

    act = forms.ChoiceField(
        choices=[(each, label) for each, label in ACTS.items()], widget=forms.HiddenInput
    )
    code = UnitText(label=_("Đơn vị"))
    name = TidyField(label=_("Tên đơn vị mới"), max_length=200)
    short_name = TidyField(label=_("Tên gọi tắt"), max_length=80)
    kind = forms.ChoiceField(label=_("Loại đơn vị"), choices=_kinds)
    sector = forms.ChoiceField(label=_("Khối"), choices=[("", _("Chưa ghi khối")), *Sector.choices])
    parent = UnitText(label=_("Công đoàn cấp trên trực tiếp"))
    heir = UnitText(label=_("Đơn vị tiếp nhận"))
    share = forms.ChoiceField(label=_("Tiếp nhận"), choices=_SHARES)
    children = forms.ChoiceField(label=_("Đơn vị trực thuộc"), choices=_CHILDREN)

    def __init__(self, *args: Any, finder: Finder, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        typed = self.data.get(self.add_prefix("act")) if self.is_bound else None
        self.kind_of_row = str(typed or self.initial.get("act", ""))
        kept = _FIELDS.get(self.kind_of_row, ())
        for name in [name for name in self.fields if name not in (*kept, "act")]:
            del self.fields[name]
        for name, field in self.fields.items():
            field.required = name not in _OPTIONAL
            if isinstance(field, UnitText):
                field.finder = finder
                field.help_text = finder.name_of(self.initial.get(name, "")) or field.help_text
        self._suit()

    def _suit(self) -> None:
        """Word the fields that mean another thing in one act than in the others."""
        if self.kind_of_row == Act.FOUND:
            self.fields["code"] = TidyField(
                label=_("Mã đơn vị mới"), max_length=40, help_text=_("Mã cấp mới, như HN-CD-00592.")
            )
        if self.kind_of_row == Act.SIDE:
            self.fields["parent"].label = _("Phối hợp theo ngành với")
            self.fields["parent"].help_text = _("Nhập mã hoặc tên; để trống nếu thôi phối hợp.")
            self.fields["parent"].required = False
        if self.kind_of_row == Act.END:
            self.fields["heir"].label = _("Đơn vị kế thừa")
            self.fields["heir"].help_text = _("Để trống thì cấp trên trực tiếp giữ hồ sơ.")
            self.fields["heir"].required = False

    @property
    def heading(self) -> str:
        """What the row does, in words."""
        return str(ACTS.get(self.kind_of_row, ""))

    def draft(self) -> RowDraft:
        """Return the row as the service takes it."""
        return RowDraft(**self.cleaned_data)


class _RowSet(BaseFormSet):  # type: ignore[type-arg]
    """The rows of a reorganisation, in order."""

    def drafts(self) -> tuple[RowDraft, ...]:
        """Return the rows that were typed."""
        return tuple(form.draft() for form in self.forms)


RowSet = formset_factory(
    RowForm, formset=_RowSet, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS
)
