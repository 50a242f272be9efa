"""Forms of people and accounts."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from thidua.domain.access.roles import ROLES
from thidua.web.sign_in import check_password

_TELEPHONE = {"inputmode": "tel", "autocomplete": "off"}


class InviteForm(forms.Form):
    """Who is invited, how the person signs in, and with which role."""

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
        widget=forms.TextInput(attrs=_TELEPHONE),
    )
    role = forms.ChoiceField(
        label=_("Vai trò"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chưa chọn vai trò.")},
    )
    same_person = forms.BooleanField(
        label=_("Đúng là người này, giao thêm vai trò"), required=False
    )

    def __init__(self, roles: Iterable[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            (role, format_html("{}: {}", _(ROLES[role].name), _(ROLES[role].description)))
            for role in roles
        ]
        field = self.fields["role"]
        field.choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            field.initial = choices[0][0]


class OwnForm(forms.Form):
    """One's own name and telephone number."""

    full_name = forms.CharField(
        label=_("Họ và tên"),
        max_length=200,
        error_messages={"required": _("Chưa nhập họ và tên.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact_phone = forms.CharField(
        label=_("Điện thoại liên hệ"),
        max_length=40,
        required=False,
        help_text=_("Công đoàn cấp trên dùng để liên hệ. Được mã hóa trong cơ sở dữ liệu."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )


class PasswordForm(forms.Form):
    """A password of one's own, typed twice."""

    password1 = forms.CharField(
        label=_("Mật khẩu mới"),
        strip=False,
        max_length=512,
        help_text=_(
            "Ít nhất 12 ký tự. Một câu ngắn dễ nhớ thì tốt hơn một từ khó; không dùng họ tên hay "
            "số điện thoại."
        ),
        error_messages={"required": _("Chưa nhập mật khẩu mới.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=_("Nhập lại mật khẩu mới"),
        strip=False,
        max_length=512,
        error_messages={"required": _("Chưa nhập lại mật khẩu.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_password1(self) -> str:
        """Hold the password to the rules of the installation."""
        password: str = self.cleaned_data["password1"]
        check_password(password, self.user)
        return password

    def clean_password2(self) -> str:
        """Ask for the same password twice."""
        typed: str = self.cleaned_data["password2"]
        if "password1" in self.cleaned_data and typed != self.cleaned_data["password1"]:
            raise forms.ValidationError(_("Hai lần nhập mật khẩu chưa giống nhau."))
        return typed
