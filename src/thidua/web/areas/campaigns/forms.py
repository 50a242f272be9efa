"""Forms of the plan: one for the plan, one per đợt, one for launching."""

import re
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from thidua.apps.campaigns.services.drafting import PhaseDraft, PlanDraft
from thidua.text.unicode import clean_text
from thidua.web.fields import CountField, DayField, TidyField

MOST_PHASES = 8
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–+•*]|[IVX]{1,4}[.)])\s+")


def paragraphs(text: str) -> tuple[str, ...]:
    """Split pasted text into paragraphs and drop the numbering that Word leaves in front."""
    return tuple(
        stripped
        for line in clean_text(text).split("\n")
        if (stripped := _NUMBERING.sub("", line).strip())
    )


class PlanForm(forms.Form):
    """All of a plan but its đợt; contents and bases are pasted, one paragraph each."""

    title = TidyField(label=_("Tên kế hoạch"), max_length=300)
    theme = TidyField(label=_("Chủ đề"), max_length=500, required=False)
    number = TidyField(
        label=_("Số, ký hiệu"),
        max_length=40,
        required=False,
        help_text=_("Như 81/KH-TLĐ. Chưa có số thì để trống."),
    )
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    signer_name = TidyField(label=_("Người ký"), max_length=100, required=False)
    signer_post = TidyField(label=_("Chức vụ người ký"), max_length=150, required=False)
    starts_on = DayField(label=_("Từ ngày"))
    last_day = DayField(label=_("Đến hết ngày"))
    bases = TidyField(
        label=_("Căn cứ"),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi căn cứ một dòng."),
    )
    contents = TidyField(
        label=_("Nội dung thi đua"),
        required=False,
        max_length=30000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Mỗi nội dung một đoạn, theo thứ tự. Dán từ Word được; số thứ tự tự bỏ."),
    )
    note = TidyField(
        label=_("Ghi chú nội bộ"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def draft(self, phases: tuple[PhaseDraft, ...]) -> PlanDraft:
        """Return what was typed, as the service takes it."""
        data: dict[str, Any] = dict(self.cleaned_data)
        data.pop("version")
        data["bases"] = paragraphs(data["bases"])
        data["contents"] = paragraphs(data["contents"])
        return PlanDraft(**data, phases=phases)


class PhaseForm(forms.Form):
    """One đợt; a row left blank does not count."""

    starts_on = DayField(label=_("Từ ngày"), required=False)
    last_day = DayField(label=_("Đến hết ngày"), required=False)
    theme = TidyField(label=_("Chủ đề của đợt"), max_length=500, required=False)
    task = TidyField(
        label=_("Nhiệm vụ của đợt"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for both days as soon as anything of the đợt was typed."""
        data: dict[str, Any] = super().clean() or {}
        if any(data.values()):
            for name in ("starts_on", "last_day"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("Hãy nhập ngày cho đợt này."))
        return data


class _PhaseSet(BaseFormSet):  # type: ignore[type-arg]
    """The đợt of a plan, in order."""

    def drafts(self) -> tuple[PhaseDraft, ...]:
        """Return the đợt that were typed."""
        return tuple(
            PhaseDraft(**form.cleaned_data)
            for form in self.forms
            if any(form.cleaned_data.values())
        )


PhaseSet = formset_factory(
    PhaseForm, formset=_PhaseSet, extra=1, max_num=MOST_PHASES, absolute_max=MOST_PHASES
)


class LaunchForm(forms.Form):
    """What is decided with the launch: until when the direct units answer, and who goes first."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    due_on = DayField(
        label=_("Hạn các đơn vị có kế hoạch"), required=False, help_text=_("Có thể để trống.")
    )


class TargetForm(forms.Form):
    """Targets of one unit, one field per indicator; blank takes a target back."""

    def __init__(self, indicators: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for indicator in indicators:
            self.fields[indicator.code] = CountField(
                label=indicator.name, required=False, help_text=indicator.measure
            )
