"""A sample form with every kind of control, for the index page."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SampleForm(forms.Form):
    """A report of a period in small: one control of each kind."""

    number = forms.CharField(
        label=_("Số, ký hiệu"),
        max_length=40,
        help_text=_("Ghi như trên văn bản, ví dụ 12/KH-CĐCS."),
    )
    signed_on = forms.CharField(
        label=_("Ngày ký"),
        widget=forms.TextInput(attrs={"data-day": True, "placeholder": _("ngày/tháng/năm")}),
    )
    initiatives = forms.CharField(
        label=_("Sáng kiến được công nhận"),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("Tháng trước: 7. Chỉ tính sáng kiến có quyết định công nhận."),
    )
    sector = forms.ChoiceField(
        label=_("Khối"),
        choices=[("dn", _("Doanh nghiệp")), ("hcsn", _("Hành chính, sự nghiệp"))],
    )
    receipt = forms.ChoiceField(
        label=_("Cách tiếp nhận"),
        choices=[("ke-hoach", _("Có kế hoạch riêng")), ("huong-ung", _("Hưởng ứng theo cấp trên"))],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Ghi chú"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    evidence = forms.FileField(
        label=_("Minh chứng"),
        required=False,
        widget=forms.ClearableFileInput(
            attrs={"accept": "image/*,.heic,.pdf", "data-max-files": "20", "data-max-mb": "20"}
        ),
        help_text=_("Ảnh chụp từ điện thoại hoặc PDF; mỗi tệp không quá 20 MB."),
    )
    agreed = forms.BooleanField(label=_("Số liệu đã được Ban Chấp hành thống nhất"))
