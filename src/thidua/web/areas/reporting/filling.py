"""The form in which a report is filled: one field for each figure, errors beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from thidua.apps.reporting.queries import Line, Photo, ReportView
from thidua.apps.reporting.services import TEXT_LENGTH, Entry, Texts
from thidua.base.messages import sentence
from thidua.domain.errors import DomainError, Invalid
from thidua.domain.figures.parts import Given, part_faults
from thidua.domain.figures.values import read_value
from thidua.text.numbers import group
from thidua.web.photos import PhotosField

NOTE_LENGTH = 300
TEXTS = ("highlights", "difficulties", "remark")


def label_of(line: Line) -> str:
    """Name a figure; a part of another is said as one: trong đó, cấp Thành phố."""
    if line.asked.part_words:
        return _t("Trong đó, %(words)s") % {"words": line.asked.part_words}
    return line.name


def _text(label: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, required=False, max_length=TEXT_LENGTH, widget=widget)


class FigureField(forms.CharField):
    """A figure typed with or without dots; a wrong one is refused with what is wrong and typed."""

    def __init__(self, line: Line) -> None:
        """Make the big field of a phone."""
        self.line = line
        widget = forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "figure-input"}
        )
        super().__init__(
            label=label_of(line), required=False, widget=widget, help_text=line.measure
        )

    def clean(self, value: Any) -> int | None:
        """Return the number, None where nothing was typed."""
        try:
            return read_value(str(value or ""), name=self.line.name)
        except Invalid as refusal:
            raise forms.ValidationError(sentence(refusal)) from None


@dataclass(frozen=True)
class Row:
    """One figure on the page; `saved` is what someone else saved meanwhile, where it differs."""

    line: Line
    value: BoundField
    note: BoundField
    photos: list[Photo]
    saved: str


class ReportForm(forms.Form):
    """All figures of a report that are typed, three texts, and photographs to attach."""

    highlights = _text(_("Kết quả nổi bật"))
    difficulties = _text(_("Khó khăn, vướng mắc"))
    remark = _text(_("Kiến nghị, đề xuất"))
    photos = PhotosField(label=_("Ảnh minh chứng"))
    photo_for = forms.ChoiceField(label=_("Ảnh chứng minh cho"), required=False)
    caption = forms.CharField(label=_("Ảnh chụp gì, ở đâu"), required=False, max_length=200)

    def __init__(self, report: ReportView, data: Any = None, files: Any = None) -> None:
        """Show what is saved; `data` is what was typed since."""
        self.report = report
        self.typed = [line for line in report.lines if line.asked.typed]
        initial: dict[str, Any] = {name: getattr(report, name) for name in TEXTS}
        for line in self.typed:
            initial[f"v-{line.code}"] = "" if line.value is None else group(line.value)
            initial[f"n-{line.code}"] = line.note
        super().__init__(data, files, initial=initial)
        for line in self.typed:
            self.fields[f"v-{line.code}"] = FigureField(line)
            self.fields[f"n-{line.code}"] = forms.CharField(
                label=_("Ghi chú"), required=False, max_length=NOTE_LENGTH
            )
        proven = [(line.code, line.name) for line in self.typed if line.asked.evidence != "none"]
        choice = self.fields["photo_for"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [("", _t("Cả báo cáo")), *proven]

    def counted(self) -> list[Line]:
        """Return the figures that need no typing: given elsewhere, as they stand now."""
        return [line for line in self.report.lines if not line.asked.typed]

    def take(self, newest: ReportView) -> None:
        """Show another state of the report under what was typed."""
        self.report = newest
        self.typed = [line for line in newest.lines if line.asked.typed]

    def rows(self, *, stale: bool = False) -> Iterator[Row]:
        """Yield the figures in order; `stale` also tells what stands saved where it differs."""
        for line in self.typed:
            field = self[f"v-{line.code}"]
            saved = "–" if line.value is None else group(line.value)
            differs = stale and (field.value() or "").strip() not in (saved, str(line.value or ""))
            photos = [photo for photo in self.report.photos if photo.code == line.code]
            yield Row(line, field, self[f"n-{line.code}"], photos, saved if differs else "")

    def entries(self) -> dict[str, Entry]:
        """Return what could be read, figure by figure; what is wrong stays on the page only."""
        found = {}
        for line in self.typed:
            names = f"v-{line.code}", f"n-{line.code}"
            if not any(name in self.errors for name in names):
                value, note = (self.cleaned_data[name] for name in names)
                found[line.code] = Entry(value, note)
        return found

    @property
    def has_texts(self) -> bool:
        """Tell whether something was written, or is wrong, in the folded part."""
        return any(self[name].value() or self[name].errors for name in TEXTS)

    def texts(self) -> Texts:
        """Return what was written; what is too long stays on the page only."""
        written = {name: self.cleaned_data.get(name) for name in TEXTS}
        return Texts(written["highlights"], written["difficulties"], written["remark"])

    def refuse(self, refusal: DomainError) -> None:
        """Say a refusal beside the field or the figure that it names, else on top."""
        named = getattr(refusal, "field", None)
        known = [name for name in (named, f"v-{named}") if name in self.fields]
        self.add_error(known[0] if known else None, sentence(refusal))

    def check_complete(self) -> None:
        """Add an error beside each figure that must still be given or proven before sending."""
        coming = self.cleaned_data.get("photo_for") if self.cleaned_data.get("photos") else None
        proven = {photo.code for photo in self.report.photos} | {coming}
        for line in self.typed:
            name = f"v-{line.code}"
            value = self.cleaned_data.get(name)
            if name in self.errors:
                continue
            if line.asked.required and value is None and not line.together:
                self.add_error(name, _t("Chưa nhập. Không có thì nhập 0."))
            elif line.asked.evidence == "required" and value and line.code not in proven:
                self.add_error(
                    name, _t("Nội dung này phải kèm ảnh minh chứng. Hãy chụp ảnh ở dưới.")
                )
        for _code, fault in part_faults(self._given()):
            self.refuse(fault)

    def _given(self) -> Iterator[Given]:
        """Yield each figure of the report as it would be sent."""
        for line in self.report.lines:
            typed = self.cleaned_data.get(f"v-{line.code}") if line.asked.typed else 0
            value = None if typed is None else typed + line.counted
            yield Given(line.code, line.name, line.asked.part_of, value)
