"""The form that takes a file, and the answers that come back from its preview."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.office.sheets import MAX_BYTES

_ANSWER = "answer-"
_MOST_DIGITS = 7


class UploadForm(forms.Form):
    """One Excel file."""

    file = forms.FileField(
        label=_("Tệp Excel đã điền"),
        allow_empty_file=True,
        help_text=_(
            "Tệp .xlsx theo mẫu. Chưa ghi gì vào hệ thống cho đến khi xem trước và bấm ghi."
        ),
        error_messages={"required": _("Chưa chọn tệp.")},
        widget=forms.FileInput(
            attrs={
                "class": "form-control",
                "accept": ".xlsx,.xlsm",
                "data-files": True,
                "data-max-files": "1",
                "data-max-mb": str(MAX_BYTES // 2**20),
                "data-kinds": "Excel .xlsx",
            }
        ),
    )


def answers_in(posted: Mapping[str, str]) -> dict[int, str]:
    """Return the answers of a posted preview by row number."""
    found = {}
    for name, value in posted.items():
        number = name.removeprefix(_ANSWER)
        plain = number.isascii() and number.isdecimal() and len(number) <= _MOST_DIGITS
        if name.startswith(_ANSWER) and plain:
            found[int(number)] = value[:40]
    return found
