"""Forms of handover: to somebody of the unit, or to somebody who is invited for it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.apps.accounts.queries import PersonRow
from thidua.web.fields import DayField

_BASIS = {
    "label": _("Căn cứ"),
    "required": False,
    "max_length": 500,
    "help_text": _("Số, ngày của quyết định, nếu có."),
}


class ColleagueForm(forms.Form):
    """Who of the unit takes over, and from which day on."""

    to = forms.ChoiceField(
        label=_("Người nhận bàn giao"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chưa chọn người nhận bàn giao.")},
    )
    on = DayField(label=_("Từ ngày"))
    basis = forms.CharField(**_BASIS)  # type: ignore[arg-type]

    def __init__(self, people: Iterable[PersonRow], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = {row.user_id: row.full_name for row in people}
        self.fields["to"].choices = list(named.items())  # type: ignore[attr-defined]


class NewcomerForm(forms.Form):
    """Who is invited to take over from today on."""

    full_name = forms.CharField(
        label=_("Họ và tên"),
        max_length=200,
        error_messages={"required": _("Chưa nhập họ và tên.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words"}),
    )
    sign_in_name = forms.CharField(
        label=_("Số điện thoại hoặc mã được cấp"),
        max_length=64,
        error_messages={"required": _("Chưa nhập số điện thoại hoặc mã được cấp.")},
        help_text=_("Dùng để đăng nhập. Mã gồm chữ không dấu, chữ số, gạch nối, như CB-00592."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    contact_phone = forms.CharField(
        label=_("Điện thoại liên hệ"),
        max_length=40,
        required=False,
        help_text=_("Chỉ cần khi đăng nhập bằng mã. Được mã hóa trong cơ sở dữ liệu."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    same_person = forms.BooleanField(
        label=_("Đúng là người này, giao thêm vai trò"), required=False
    )
    basis = forms.CharField(**_BASIS)  # type: ignore[arg-type]
    # Kept in the form: pressed twice, the second press finds the post already handed over.
    role = forms.CharField(max_length=32, widget=forms.HiddenInput)
