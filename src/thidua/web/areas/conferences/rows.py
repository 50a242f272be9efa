"""Rows of a conference's parts as forms: programme, people, pacts, awards, conclusions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from thidua.apps.conferences import services
from thidua.apps.conferences.enums import PersonRole, Presence, ProgrammePart, RecipientKind
from thidua.apps.conferences.queries import Record, pacts_to_sign
from thidua.apps.org.queries import direct_units
from thidua.web.areas.conferences.fields import HourField
from thidua.web.fields import DayField, TidyField

PREFIX = "dong"
_WHO = _("Họ tên, chức vụ, như: Trần Thị A, Chủ tịch …; hoặc tên tập thể.")


def _wide() -> forms.TextInput:
    """Return a line that takes the whole row: names of units are long."""
    return forms.TextInput(attrs={"data-wide": True})


class RowForm(forms.Form):
    """One row; one left as it was offered does not count."""

    NEEDED = ""
    NEEDS: "str | Promise" = ""

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        self.offered = choices
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Ask for what a row cannot be without, as soon as anything of it was typed."""
        data: dict[str, Any] = super().clean() or {}
        missing = self.NEEDED and not data.get(self.NEEDED) and self.NEEDED not in self.errors
        if missing and self.is_typed():
            self.add_error(self.NEEDED, str(self.NEEDS))
        return data

    def is_typed(self) -> bool:
        """Tell whether anything was written; a choice by itself is not writing."""
        return any(
            self.cleaned_data.get(name)
            for name, field in self.fields.items()
            if not isinstance(field, forms.ChoiceField) and not field.widget.is_hidden
        )


class ItemRow(RowForm):
    """One item of the programme."""

    NEEDED, NEEDS = "text", _("Hãy nhập nội dung của mục này.")
    at = HourField(label=_("Giờ"), required=False)
    part = forms.ChoiceField(label=_("Phần"), choices=ProgrammePart.choices)
    text = TidyField(
        label=_("Nội dung"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    who = TidyField(
        label=_("Người thực hiện"),
        max_length=250,
        required=False,
        widget=_wide(),
        help_text=_WHO,
    )


class PersonRow(RowForm):
    """One who chairs or is invited; the name may be unknown while the post is."""

    role = forms.ChoiceField(
        label=_("Vai trò"), choices=PersonRole.choices, initial=PersonRole.GUEST
    )
    name = TidyField(label=_("Họ tên"), max_length=100, required=False)
    post = TidyField(label=_("Chức vụ"), max_length=150, required=False)
    presence = forms.ChoiceField(label=_("Mời, dự"), choices=Presence.choices)
    organisation = TidyField(
        label=_("Cơ quan, đơn vị"), max_length=200, required=False, widget=_wide()
    )


class PactRow(RowForm):
    """One pact signed: chosen among those kept, or named by its parties."""

    pact_id = forms.ChoiceField(label=_("Giao ước đã soạn"), required=False)
    parties = TidyField(
        label=_("Các bên ký"),
        max_length=300,
        required=False,
        widget=_wide(),
        help_text=_("Để trống nếu đã chọn giao ước ở trên."),
    )
    subject = TidyField(
        label=_("Nội dung giao ước"), max_length=300, required=False, widget=_wide()
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["pact_id"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _now("Không chọn, ghi tên các bên")), *self.offered]

    def clean(self) -> dict[str, Any]:
        """Ask for the parties where only the subject was typed."""
        data = super().clean()
        if data.get("subject") and not data.get("pact_id") and not data.get("parties"):
            self.add_error("parties", _now("Hãy chọn giao ước, hoặc ghi tên các bên ký."))
        return data

    def is_typed(self) -> bool:
        """Tell whether a pact was chosen or named."""
        return bool(self.cleaned_data.get("pact_id")) or super().is_typed()


class AwardRow(RowForm):
    """One award or praise."""

    NEEDED, NEEDS = "recipient", _("Hãy nhập tập thể hoặc cá nhân được trao.")
    recipient = TidyField(
        label=_("Tập thể, cá nhân được trao"), max_length=300, required=False, widget=_wide()
    )
    recipient_kind = forms.ChoiceField(label=_("Đối tượng"), choices=RecipientKind.choices)
    name = TidyField(
        label=_("Hình thức khen thưởng"),
        max_length=200,
        required=False,
        help_text=_("Như Bằng khen, Giấy khen. Để trống là biểu dương."),
    )
    given_by = TidyField(label=_("Cấp khen, nơi biểu dương"), max_length=200, required=False)
    decision_number = TidyField(label=_("Số quyết định"), max_length=60, required=False)
    decided_on = DayField(label=_("Ngày quyết định"), required=False)
    handed_by = TidyField(
        label=_("Người trao"), max_length=250, required=False, widget=_wide(), help_text=_WHO
    )


class ConclusionRow(RowForm):
    """One conclusion: what, for whom, by when."""

    NEEDED, NEEDS = "text", _("Hãy nhập việc được giao.")
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    text = TidyField(
        label=_("Việc được giao"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    unit_id = forms.ChoiceField(label=_("Giao cho"))
    due_on = DayField(label=_("Trước hết ngày"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit_id"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(self.offered)


@dataclass(frozen=True)
class Part:
    """One part of a conference that is written row by row."""

    title: Promise
    add: Promise
    row: type[RowForm]
    draft: type[Any]
    most: int
    save: Callable[..., str]
    rows_of: Callable[[Record], list[dict[str, Any]]]


def _columns(*names: str) -> Callable[[Any], dict[str, Any]]:
    return lambda row: {name: getattr(row, name) for name in names}


_ITEM = _columns("at", "part", "text", "who")
_PERSON = _columns("role", "name", "post", "organisation", "presence")
_AWARD = _columns(
    "recipient", "recipient_kind", "name", "given_by", "decision_number", "decided_on", "handed_by"
)


def _conclusion(one: Any) -> dict[str, Any]:
    units = [each.unit_public_id for each in one.assigned]
    unit_id = services.ALL_DIRECT if one.for_all or not units else units[0]
    return {"key": one.public_id, "text": one.text, "due_on": one.due_on, "unit_id": unit_id}


PARTS = {
    "chuong-trinh": Part(
        _("Chương trình"),
        _("Thêm mục"),
        ItemRow,
        services.ItemDraft,
        40,
        services.write_programme,
        lambda record: [_ITEM(item) for item in record.programme],
    ),
    "dai-bieu": Part(
        _("Chủ trì, khách mời"),
        _("Thêm người"),
        PersonRow,
        services.PersonDraft,
        120,
        services.write_people,
        lambda record: [_PERSON(person) for person in record.people],
    ),
    "giao-uoc": Part(
        _("Ký giao ước"),
        _("Thêm giao ước"),
        PactRow,
        services.PactDraft,
        60,
        services.write_pacts,
        lambda record: [
            {"pact_id": p.pact_id, "parties": p.parties, "subject": p.subject} for p in record.pacts
        ],
    ),
    "trao-thuong": Part(
        _("Biểu dương, trao thưởng"),
        _("Thêm dòng"),
        AwardRow,
        services.AwardDraft,
        100,
        services.write_awards,
        lambda record: [_AWARD(award) for award in record.awards],
    ),
    "ket-luan": Part(
        _("Kết luận, giao việc"),
        _("Thêm kết luận"),
        ConclusionRow,
        services.ConclusionDraft,
        40,
        services.write_conclusions,
        lambda record: [_conclusion(one) for one in record.conclusions],
    ),
}


def choices_for(slug: str, record: Record) -> list[tuple[str, str]]:
    """Return what the rows of a part choose from: units for conclusions, pacts for signing."""
    if slug == "ket-luan":
        return _unit_choices(record, direct_units(record.row.unit_id))
    if slug == "giao-uoc":
        return [(pact.public_id, pact.title) for pact in pacts_to_sign(record.row)]
    return []


def _unit_choices(record: Record, direct: Sequence[Any]) -> list[tuple[str, str]]:
    """Return whom a conclusion may be given to: all direct units, one of them, the own unit."""
    listed = [(unit.public_id, unit.name) for unit in direct]
    everyone = [(services.ALL_DIRECT, _now("Tất cả đơn vị trực thuộc"))] if direct else []
    own = (record.row.unit.public_id, record.unit_name)
    known = {public_id for public_id, _name in [*listed, own]}
    gone = {
        each.unit_public_id: each.unit_name
        for one in record.conclusions
        for each in one.assigned
        if each.unit_public_id not in known
    }
    return [*everyone, *listed, own, *gone.items()]
