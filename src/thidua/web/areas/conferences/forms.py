"""Forms of conferences: the head, what came of it, a reason, photographs."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from thidua.apps.conferences.enums import ConferenceKind
from thidua.apps.conferences.services import ConferenceDraft
from thidua.web.areas.conferences.fields import HourField
from thidua.web.fields import CountField, DayField, TidyField
from thidua.web.photos import PhotosField

Choices = Sequence[tuple[str, str]]
_MOST_ATTENDED = 1_000_000


class HeadForm(forms.Form):
    """The head of a conference."""

    kinds = forms.MultipleChoiceField(
        label=_("Loại hội nghị"),
        choices=ConferenceKind.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Một hội nghị có thể gồm nhiều loại, như phát động và ký giao ước."),
    )
    title = TidyField(label=_("Tên hội nghị"), max_length=300)
    on_day = DayField(label=_("Ngày tổ chức"))
    starts_at = HourField(label=_("Giờ bắt đầu"), required=False)
    day_unsure = forms.BooleanField(
        label=_("Chưa rõ ngày chính xác (tin bài sẽ ghi “vừa qua”)"), required=False
    )
    place = TidyField(label=_("Địa điểm"), max_length=300, required=False)
    host_id = forms.ChoiceField(label=_("Đơn vị đăng cai"), required=False)
    campaign_id = forms.ChoiceField(label=_("Thuộc kế hoạch"), required=False)
    significance = TidyField(
        label=_("Sự kiện, ý nghĩa của năm"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi sự kiện một dòng, viết đủ tên; đưa vào tin bài sau “Năm … là năm”."),
    )
    note = TidyField(
        label=_("Ghi chú nội bộ"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, hosts: Choices, campaigns: Choices, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name, listed, none in (
            ("host_id", hosts, _now("Không ghi")),
            ("campaign_id", campaigns, _now("Không thuộc kế hoạch nào")),
        ):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", none), *listed]

    def draft(self) -> ConferenceDraft:
        """Return what was typed, as the service takes it."""
        data: dict[str, Any] = dict(self.cleaned_data)
        data.pop("version")
        data["kinds"] = tuple(data["kinds"])
        return ConferenceDraft(**data)


class OutcomeForm(forms.Form):
    """What came of a conference."""

    attended = CountField(
        label=_("Số đại biểu dự"), required=False, help_text=_("Để trống nếu chưa rõ.")
    )
    remarks = TidyField(
        label=_("Nhận xét, rút kinh nghiệm"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_attended(self) -> int | None:
        """Refuse a number that no hall holds."""
        number: int | None = self.cleaned_data["attended"]
        if number is not None and not 0 <= number <= _MOST_ATTENDED:
            raise forms.ValidationError(_now("Số đại biểu phải từ 0 đến 1.000.000."))
        return number


class ReasonForm(forms.Form):
    """Why a conference is cancelled."""

    reason = TidyField(
        label=_("Lý do hủy"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class DoneForm(forms.Form):
    """What a unit says of a conclusion that it has carried out."""

    remark = TidyField(label=_("Kết quả (nếu cần ghi)"), max_length=300, required=False)


class PhotosForm(forms.Form):
    """Photographs to attach, what they show, and whether those in them agreed."""

    photos = PhotosField(label=_("Ảnh hội nghị"), required=True, scans=False)
    caption = TidyField(label=_("Chú thích"), max_length=200, required=False)
    consent = forms.BooleanField(
        label=_("Những người trong ảnh đồng ý cho dùng ảnh"),
        required=False,
        help_text=_("Chưa đồng ý thì ảnh chỉ đơn vị xem được, không đưa vào tin bài."),
    )


class PhotoForm(forms.Form):
    """One photograph that is there already."""

    caption = TidyField(label=_("Chú thích"), max_length=200, required=False)
    consent = forms.BooleanField(
        label=_("Những người trong ảnh đồng ý cho dùng ảnh"), required=False
    )
