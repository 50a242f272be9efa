"""The hour of a day as a form field."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from thidua.text.times import clock_time, parse_time


class HourField(forms.CharField):
    """An hour of the day typed as 8h30 or 08:30; what was typed stays when it cannot be read."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(
            attrs={"placeholder": "8h00", "autocomplete": "off", "class": "day-input"}
        )
        super().__init__(max_length=20, widget=widget, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show an hour as 08:30."""
        return clock_time(value) if isinstance(value, time) else value

    def clean(self, value: Any) -> time | None:
        """Return the hour; raise a sentence that repeats what was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        read = parse_time(typed)
        if read is None:
            raise forms.ValidationError(
                _("“%(value)s” không phải là giờ. Hãy nhập như 8h00 hoặc 13h30.") % {"value": typed}
            )
        return read
