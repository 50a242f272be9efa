"""Form fields that read what Vietnamese officials type: days and whole numbers."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.text.dates import day, parse_day
from thidua.text.numbers import group, parse_int
from thidua.text.unicode import nfc

# Longer than any day, so that "cuối năm 2026" meets the sentence that repeats it.
_LONGEST_TYPED_DAY = 60


class TidyField(forms.CharField):
    """Text that is measured as it will be stored: composed, so that pasted NFD is not too long."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "max_length": gettext_lazy(
            "Dài %(show_value)d ký tự, tối đa %(limit_value)d. Hãy rút gọn."
        ),
    }

    def to_python(self, value: Any) -> str:
        """Return the text in NFC."""
        return nfc(super().to_python(value) or "")


class DayField(forms.CharField):
    """A day typed as 22/11/2026; what was typed stays in the field when it cannot be read."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(
            attrs={"placeholder": "22/11/2026", "autocomplete": "off", "class": "day-input"}
        )
        super().__init__(max_length=_LONGEST_TYPED_DAY, widget=widget, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show a date the Vietnamese way."""
        return day(value) if isinstance(value, date) else value

    def clean(self, value: Any) -> date | None:
        """Return the day; raise a sentence that repeats what was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        read = parse_day(typed)
        if read is None:
            raise forms.ValidationError(
                _("“%(value)s” không phải là ngày. Hãy nhập như 22/11/2026.") % {"value": typed}
            )
        return read


class CountField(forms.CharField):
    """A whole number typed with or without dots, such as 6.000.000."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(max_length=25, widget=widget, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show a number with its dots."""
        return group(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare numbers, not how they were typed: 6000 is 6.000."""
        return bool(initial != (parse_int(data) if data else None))

    def clean(self, value: Any) -> int | None:
        """Return the number; raise a sentence that repeats what was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        read = parse_int(typed)
        if read is None:
            raise forms.ValidationError(
                _("“%(value)s” không phải là số nguyên. Hãy nhập như 12 hoặc 6.000.000.")
                % {"value": typed}
            )
        return read
