"""Form fields that read what Vietnamese officials type: days, months, whole numbers, figures."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.text.dates import day, parse_day
from thidua.text.numbers import decimal, group, parse_int
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
            attrs={
                "placeholder": gettext_lazy("ngày/tháng/năm"),
                "autocomplete": "off",
                "class": "day-input",
            }
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


class FigureField(forms.CharField):
    """A figure typed the Vietnamese way, with or without places: 98, 14,5, 1.225.000."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_length=25, widget=widget, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show a figure with its dots and comma."""
        return vi_figure(value) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Decimal | None:
        """Return the figure; raise a sentence that repeats what was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        whole, comma, places = typed.partition(",")
        read = parse_int(whole)
        if read is None or (comma and not (places.isdecimal() and places.isascii())):
            raise forms.ValidationError(
                _("“%(value)s” không phải là số. Hãy nhập như 98, 14,5 hoặc 1.225.000.")
                % {"value": typed}
            )
        return Decimal(f"{read}.{places}") if comma else Decimal(read)


def vi_figure(value: Decimal) -> str:
    """Write a figure with the places it has."""
    exponent = value.normalize().as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    return decimal(value, places) if places else group(int(value))


@dataclass(frozen=True)
class TypedDay:
    """A day, or the month that was typed instead of one: its first day, `month` says so."""

    day: date
    month: bool = False


class DayOrMonthField(DayField):
    """A day, or a month alone (01/2021), as plans write "từ tháng 01/2021"."""

    _MONTH = re.compile(r"(?:tháng )?([0-9]{1,2}) ?[/.-] ?([0-9]{4})")

    def prepare_value(self, value: Any) -> Any:
        """Show a day or a month as it was typed."""
        if isinstance(value, TypedDay):
            return f"{value.day:%m/%Y}" if value.month else day(value.day)
        return super().prepare_value(value)

    def clean(self, value: Any) -> TypedDay | None:  # type: ignore[override]
        """Return the day or the month; raise a sentence that repeats what was typed."""
        match = self._MONTH.fullmatch(value.strip().lower()) if isinstance(value, str) else None
        first = parse_day(f"01/{match[1]}/{match[2]}") if match else None
        if first is not None:
            return TypedDay(first, month=True)
        read = super().clean(value)
        return TypedDay(read) if read else None
