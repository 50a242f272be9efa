"""Forms of reporting: opening a period, and the reason of a return."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from thidua.apps.figures.queries import IndicatorRow
from thidua.apps.reporting.enums import EvidenceRule, PeriodAsks
from thidua.apps.reporting.services import Asked
from thidua.base import clock
from thidua.domain.figures.periods import (
    MONTHS,
    PeriodKind,
    calendar_span,
    school_span,
    stage_span,
)
from thidua.domain.spans import DateSpan
from thidua.web.fields import DayField
from thidua.web.words import period_words

CUSTOM = "custom"


class PeriodForm(forms.Form):
    """A period: calendar days from a list or any days, the due day, and a row for each figure."""

    which = forms.ChoiceField(label=_("Kỳ báo cáo"))
    asks = forms.ChoiceField(label=_("Đơn vị báo cáo"), choices=PeriodAsks.choices)
    first_day = DayField(label=_("Từ ngày"), required=False)
    last_day = DayField(label=_("Đến hết ngày"), required=False)
    due_on = DayField(
        label=_("Hạn gửi"), help_text=_("Ngày cuối cùng còn gửi đúng hạn, như 30/11/2026.")
    )
    name = forms.CharField(
        label=_("Tên báo cáo"),
        max_length=120,
        required=False,
        help_text=_("Để trống thì lấy theo kỳ, như “Báo cáo tháng 11/2026”."),
    )
    remark = forms.CharField(label=_("Hướng dẫn cho đơn vị"), max_length=500, required=False)

    def __init__(self, indicators: Sequence[IndicatorRow], data: Any = None) -> None:
        """Offer the calendar around today and the indicators in force."""
        self.indicators = list(indicators)
        today = clock.today()
        self.spans = dict(_calendar(today.year))
        month = calendar_span(PeriodKind.MONTH, today.year, today.month)
        initial = {"asks": PeriodAsks.LOWEST, "which": _key(month), "due_on": month.last_day}
        super().__init__(data, initial=initial)
        listed = [(key, _head(span)) for key, span in self.spans.items()]
        field = self.fields["which"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [*listed, (CUSTOM, _t("Từ ngày – đến ngày khác"))]
        for row in self.indicators:
            self._add_row(row)

    def rows(self) -> Iterator[tuple[IndicatorRow, BoundField, BoundField, BoundField]]:
        """Yield each figure with its three choices."""
        for row in self.indicators:
            yield row, self[f"ask-{row.code}"], self[f"req-{row.code}"], self[f"ev-{row.code}"]

    def clean(self) -> dict[str, Any]:
        """Ask for both days where the calendar does not give them."""
        data: dict[str, Any] = super().clean() or {}
        span = self.spans.get(data.get("which", ""))
        if span is not None:
            data["first_day"], data["last_day"] = span.valid_from, span.last_day
        for name in ("first_day", "last_day"):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, _t("Hãy nhập ngày, như 22/11/2026."))
        return data

    def period(self) -> dict[str, Any]:
        """Return what was chosen, as the service takes it."""
        data = self.cleaned_data
        names = ("first_day", "last_day", "due_on", "asks", "name", "remark")
        asked = tuple(
            Asked(row.code, data[f"req-{row.code}"], data[f"ev-{row.code}"])
            for row in self.indicators
            if data[f"ask-{row.code}"]
        )
        return {**{name: data[name] for name in names}, "asked": asked}

    def _add_row(self, row: IndicatorRow) -> None:
        ask = forms.BooleanField(label=row.name, required=False, initial=row.required)
        must = forms.BooleanField(label=_("Bắt buộc nhập"), required=False, initial=row.required)
        proof = forms.ChoiceField(
            label=_("Minh chứng"),
            choices=EvidenceRule.choices,
            initial=row.evidence,
            widget=forms.Select(attrs={"class": "form-select"}),
        )
        self.fields |= {f"ask-{row.code}": ask, f"req-{row.code}": must, f"ev-{row.code}": proof}


class ReasonForm(forms.Form):
    """Why a report is returned."""

    reason = forms.CharField(
        label=_("Lý do trả lại"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Nói rõ chỗ nào cần sửa, để đơn vị sửa một lần là xong."),
    )


def _calendar(year: int) -> Iterator[tuple[str, DateSpan]]:
    """Yield the calendar periods of this year, then those of the last and of the next."""
    for shown in (year, year - 1, year + 1):
        for kind, months in MONTHS.items():
            for number in range(1, 12 // months + 1):
                span = calendar_span(kind, shown, number)
                yield _key(span), span
        yield _key(school_span(shown)), school_span(shown)
    for last in (year, year - 1):
        stage = stage_span(last - 4, last)
        yield _key(stage), stage


def _key(span: DateSpan) -> str:
    last = span.valid_until - timedelta(days=1)
    return f"{span.valid_from.isoformat()}_{date.isoformat(last)}"


def _head(span: DateSpan) -> str:
    words = period_words(span)
    return words[0].upper() + words[1:]
