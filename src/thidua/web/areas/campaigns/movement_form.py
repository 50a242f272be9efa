"""The form of a unit's own movement."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.apps.campaigns.enums import LaunchedBy, MovementKind
from thidua.web.fields import DayField, TidyField


class MovementForm(forms.Form):
    """Name, kind, who launched it, from when."""

    name = TidyField(label=_("Tên phong trào"), max_length=300)
    kind = forms.ChoiceField(label=_("Loại"), choices=MovementKind.choices)
    launched_by = forms.ChoiceField(
        label=_("Ai phát động"), choices=LaunchedBy.choices, initial=LaunchedBy.UNIT.value
    )
    launcher = TidyField(
        label=_("Tên cơ quan phát động"),
        max_length=200,
        required=False,
        help_text=_("Chỉ khi mục trên chưa nói rõ, như tên ngành, tên tỉnh."),
    )
    since = DayField(label=_("Từ ngày"), required=False, help_text=_("Không rõ thì để trống."))
    last_day = DayField(
        label=_("Đến hết ngày"), required=False, help_text=_("Còn tiếp tục thì để trống.")
    )
