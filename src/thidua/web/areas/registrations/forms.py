"""Forms of registrations: what is registered, what came of it, the reason, what a plan expects."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from thidua.apps.campaigns.enums import RegistrationKind, RegistrationSubject
from thidua.apps.campaigns.services.registering import OWN_KINDS, RegistrationDraft
from thidua.web.fields import CountField, DayField, TidyField
from thidua.web.photos import PhotosField

# What only the unit fills in; a member registers one thing for himself.
_OF_UNIT = ("subject", "name", "people", "plaque_on", "plaque_place", "plaque_text", "photos")


class RegistrationForm(forms.Form):
    """One registration; a member is asked for less."""

    kind = forms.ChoiceField(
        label=_("Loại đăng ký"), choices=RegistrationKind.choices, widget=forms.RadioSelect
    )
    subject = forms.ChoiceField(label=_("Đối tượng"), choices=RegistrationSubject.choices)
    name = TidyField(
        label=_("Họ và tên, hoặc tên tập thể"),
        max_length=200,
        help_text=_("Danh sách nhiều người thì ghi tên danh sách, như “Tổ may 1”."),
    )
    text = TidyField(
        label=_("Nội dung đăng ký"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Việc làm cụ thể, như “Cải tiến giá để khuôn tại tổ dập”."),
    )
    goal = TidyField(label=_("Kết quả phấn đấu"), max_length=300, required=False)
    finish_by = DayField(label=_("Hoàn thành trước hết ngày"), required=False)
    people = CountField(
        label=_("Số người trong danh sách"),
        required=False,
        help_text=_("Chỉ nhập khi thay cho danh sách có chữ ký; chụp danh sách kèm theo."),
    )
    photos = PhotosField(label=_("Ảnh danh sách có chữ ký"))
    plaque_on = DayField(label=_("Ngày gắn biển"), required=False)
    plaque_place = TidyField(label=_("Nơi gắn biển"), max_length=200, required=False)
    plaque_text = TidyField(label=_("Nội dung biển"), max_length=500, required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = own
        if own:
            for name in _OF_UNIT:
                del self.fields[name]
            field = self.fields["kind"]
            if isinstance(field, forms.ChoiceField):
                field.choices = [c for c in RegistrationKind.choices if c[0] in OWN_KINDS]

    def draft(self) -> RegistrationDraft:
        """Return what was typed, as the service takes it."""
        data: dict[str, Any] = dict(self.cleaned_data)
        data.pop("version")
        data.pop("photos", None)
        if "people" in data:
            data["people"] = 1 if data["people"] is None else data["people"]
        return RegistrationDraft(**data)


class FinishForm(forms.Form):
    """What came of a registration, and the proof."""

    result = TidyField(
        label=_("Kết quả thực hiện"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    done_on = DayField(
        label=_("Ngày thực hiện xong"), required=False, help_text=_("Để trống là hôm nay.")
    )
    people_done = CountField(label=_("Số người đã thực hiện"), required=False)
    photos = PhotosField(label=_("Ảnh minh chứng"))

    def __init__(self, *args: Any, people: int = 1, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if people == 1:
            del self.fields["people_done"]


class ReasonForm(forms.Form):
    """Why it is sent back, or dropped."""

    reason = forms.CharField(
        label=_("Lý do"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class PhotosForm(forms.Form):
    """Photographs added to a registration."""

    photos = PhotosField(label=_("Thêm ảnh"))


class RuleForm(forms.Form):
    """What a plan expects of everyone, and until when."""

    each_member = forms.BooleanField(label=_("Mỗi đoàn viên một việc"), required=False)
    each_unit = forms.BooleanField(label=_("Mỗi công đoàn cơ sở một hoạt động"), required=False)
    due_on = DayField(
        label=_("Hạn đăng ký"), required=False, help_text=_("Ngày cuối còn đăng ký đúng hạn.")
    )
    late = forms.ChoiceField(label=_("Đăng ký sau hạn"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["late"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                ("keep", _t("Vẫn nhận, ghi “sau hạn”")),
                ("refuse", _t("Không nhận")),
            ]

    def rule(self) -> dict[str, Any]:
        """Return what was chosen, as the service takes it."""
        data: dict[str, Any] = dict(self.cleaned_data)
        data["refuse_late"] = data.pop("late") == "refuse"
        return data
