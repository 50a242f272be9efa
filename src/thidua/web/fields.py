"""Form fields that read what Vietnamese officials type: days and whole numbers."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from thidua.text.dates import day, parse_day
from thidua.text.numbers import parse_int


class DayField(forms.CharField):
    """A day typed as 22/11/2026; what was typed stays in the field when it cannot be read."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(
            attrs={"inputmode": "numeric", "placeholder": "22/11/2026", "autocomplete": "off"}
        )
        super().__init__(max_length=10, widget=widget, **kwargs)

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
