"""Forms of pacts: the paper, a row for each party, a row for each commitment, signing, cancelling."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from thidua.apps.campaigns.enums import PactKind, PartyKind
from thidua.apps.campaigns.services.pacts import CommitmentDraft, PactDraft, PartyDraft
from thidua.domain.pacts import MOST_COMMITMENTS, MOST_PARTIES
from thidua.web.fields import CountField, DayField, TidyField
from thidua.web.photos import PhotosField

Choices = Iterable[tuple[str, str]]


class PactForm(forms.Form):
    """All of a pact but its parties and commitments."""

    title = TidyField(label=_("Tên giao ước"), max_length=300)
    kind = forms.ChoiceField(
        label=_("Giao ước giữa"), choices=PactKind.choices, widget=forms.RadioSelect
    )
    place = TidyField(label=_("Nơi ký"), max_length=200, required=False)
    signed_on = DayField(
        label=_("Ngày ký"), required=False, help_text=_("Ngày dự kiến hoặc ngày đã ký.")
    )
    note = TidyField(label=_("Ghi chú"), max_length=1000, required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def draft(
        self, parties: tuple[PartyDraft, ...], commitments: tuple[CommitmentDraft, ...]
    ) -> PactDraft:
        """Return what was typed, as the service takes it."""
        data: dict[str, Any] = dict(self.cleaned_data)
        data.pop("version")
        return PactDraft(**data, parties=parties, commitments=commitments)


class PartyForm(forms.Form):
    """One party: a unit from the list, or a name from outside the tree; a row left blank is none."""

    unit_id = forms.ChoiceField(label=_("Đơn vị công đoàn"), required=False)
    name = TidyField(
        label=_("Hoặc tên tổ, bộ phận, người sử dụng lao động"), max_length=200, required=False
    )
    kind = forms.ChoiceField(
        label=_("Nếu ghi tên: bên này là"),
        required=False,
        choices=[choice for choice in PartyKind.choices if choice[0] != PartyKind.UNIT],
    )
    representative = TidyField(label=_("Người đại diện ký"), max_length=100, required=False)
    post = TidyField(label=_("Chức vụ"), max_length=150, required=False)

    def __init__(self, *args: Any, units: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit_id"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("– không có trong danh sách –")), *units]

    def party(self) -> PartyDraft | None:
        """Return the party, None where the row was left blank."""
        data = self.cleaned_data
        if not any(data.get(name) for name in ("unit_id", "name", "representative", "post")):
            return None
        return PartyDraft(**(data | {"name": "" if data["unit_id"] else data["name"]}))


class CommitmentForm(forms.Form):
    """One commitment, with a figure to be reached where it has one."""

    text = TidyField(
        label=_("Nội dung cam kết"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    indicator = forms.ChoiceField(label=_("Nội dung số liệu"), required=False)
    target = CountField(label=_("Chỉ tiêu"), required=False)

    def __init__(self, *args: Any, indicators: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["indicator"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("– không theo số liệu –")), *indicators]

    def commitment(self) -> CommitmentDraft | None:
        """Return the commitment, None where the row was left blank."""
        data = self.cleaned_data
        typed = data.get("text") or data.get("indicator") or data.get("target") is not None
        return CommitmentDraft(**data) if typed else None


class _PartySet(BaseFormSet):  # type: ignore[type-arg]
    """The parties of a pact, in order."""

    def drafts(self) -> tuple[PartyDraft, ...]:
        """Return the parties that were typed."""
        return tuple(filter(None, (form.party() for form in self.forms)))


class _CommitmentSet(BaseFormSet):  # type: ignore[type-arg]
    """The commitments of a pact, in order."""

    def drafts(self) -> tuple[CommitmentDraft, ...]:
        """Return the commitments that were typed."""
        return tuple(filter(None, (form.commitment() for form in self.forms)))


PartySet = formset_factory(
    PartyForm, formset=_PartySet, extra=1, max_num=MOST_PARTIES, absolute_max=MOST_PARTIES
)
CommitmentSet = formset_factory(
    CommitmentForm,
    formset=_CommitmentSet,
    extra=1,
    max_num=MOST_COMMITMENTS,
    absolute_max=MOST_COMMITMENTS,
)


class SignForm(forms.Form):
    """The day on the signed paper."""

    signed_on = DayField(
        label=_("Ngày các bên đã ký"), error_messages={"required": _("Chưa nhập ngày ký.")}
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class CancelForm(forms.Form):
    """Why a pact is cancelled."""

    reason = forms.CharField(
        label=_("Lý do hủy"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ScanForm(forms.Form):
    """Photographs of the signed paper."""

    photos = PhotosField(
        label=_("Bản đã ký"),
        help_text=_("Ảnh chụp đủ các trang, rõ chữ ký, hoặc bản scan PDF."),
    )
