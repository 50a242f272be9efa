"""Forms of the plan: the plan without its rows, launching, targets."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.apps.campaigns.enums import DurationKind
from thidua.apps.org.enums import Sector
from thidua.domain.plan_draft import ContentDraft, PlanDraft
from thidua.lawbook.commemorations import founding_days
from thidua.text.unicode import clean_text
from thidua.web.fields import CountField, DayField, DayOrMonthField, TidyField

_NUMBERING = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–+•*]|[IVX]{1,4}[.)])\s+")


def paragraphs(text: str) -> tuple[str, ...]:
    """Split pasted text into paragraphs and drop the numbering that Word leaves in front."""
    return tuple(
        stripped
        for line in clean_text(text).split("\n")
        if (stripped := _NUMBERING.sub("", line).strip())
    )


CONTENT_FIELDS = {
    "contents": "",
    "contents_enterprise": Sector.ENTERPRISE.value,
    "contents_public": Sector.PUBLIC.value,
}
_PLACES = re.compile(r"[0-9]{1,2}(?:-[0-9]{1,2})?(?: ?[,;] ?[0-9]{1,2}(?:-[0-9]{1,2})?)*")


def places(text: str) -> set[int] | None:
    """Read places such as “1, 3-4”; None where they cannot be read."""
    typed = text.replace("–", "-").strip()
    if not typed:
        return set()
    if not _PLACES.fullmatch(typed):
        return None
    found: set[int] = set()
    for part in re.split(r" ?[,;] ?", typed):
        first, _dash, last = part.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return found


def _pasted(label: Any, rows: int, most: int, help_text: Any = "") -> TidyField:
    """Return a field into which paragraphs are pasted."""
    return TidyField(
        label=label,
        required=False,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=help_text,
    )


class PlanForm(forms.Form):
    """All of a plan but its rows; contents and bases are pasted, one paragraph each."""

    title = TidyField(label=_("Tên kế hoạch"), max_length=300)
    theme = TidyField(label=_("Chủ đề"), max_length=500, required=False)
    number = TidyField(
        label=_("Số, ký hiệu"),
        max_length=40,
        required=False,
        help_text=_("Như 81/KH-TLĐ. Chưa có số thì để trống."),
    )
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    signer_name = TidyField(label=_("Người ký"), max_length=100, required=False)
    signer_post = TidyField(label=_("Chức vụ người ký"), max_length=150, required=False)
    starts_on = DayOrMonthField(
        label=_("Từ ngày"), required=False, help_text=_("Chỉ biết tháng thì nhập như 01/2026.")
    )
    last_day = DayOrMonthField(label=_("Đến hết ngày"), required=False)
    from_issue = forms.BooleanField(label=_("Bắt đầu kể từ ngày ban hành"), required=False)
    end_event = TidyField(
        label=_("Kết thúc theo sự kiện"),
        max_length=300,
        required=False,
        help_text=_("Như “Đại hội XIV Công đoàn Việt Nam”. Ngày dự kiến, nếu có, ghi ở trên."),
    )
    duration = CountField(label=_("Thời lượng"), required=False)
    duration_kind = forms.ChoiceField(
        label=_("Tính theo"), choices=DurationKind.choices, required=False
    )
    no_end = forms.BooleanField(label=_("Chưa định ngày kết thúc"), required=False)
    school_year = forms.BooleanField(label=_("Theo năm học"), required=False)
    bases = _pasted(_("Căn cứ"), 4, 8000, _("Mỗi căn cứ một dòng."))
    background = _pasted(_("Mục đích, yêu cầu"), 4, 8000)
    audience = _pasted(_("Đối tượng"), 2, 3000, _("Mỗi đối tượng một dòng."))
    contents = _pasted(
        _("Nội dung thi đua"),
        6,
        30000,
        _(
            "Chung cho mọi khối, mỗi nội dung một đoạn, theo thứ tự. Dán từ Word được; số thứ tự "
            "tự bỏ."
        ),
    )
    contents_enterprise = _pasted(_("Riêng khối doanh nghiệp"), 5, 30000)
    contents_public = _pasted(_("Riêng khu vực hành chính, sự nghiệp"), 5, 30000)
    locks = TidyField(
        label=_("Nội dung bắt buộc giữ"),
        max_length=100,
        required=False,
        help_text=_(
            "Số thứ tự các nội dung cấp dưới phải giữ nguyên văn, đếm lần lượt từ nội dung chung "
            "qua các khối, như 1, 3-4. Để trống: cấp dưới được sửa."
        ),
    )
    quick_days = forms.MultipleChoiceField(
        label=_("Chọn nhanh ngày kỷ niệm"),
        required=False,
        choices=lambda: [(slug, day.name) for slug, day in founding_days().items()],
        widget=forms.CheckboxSelectMultiple,
    )
    movements = forms.MultipleChoiceField(
        label=_("Phong trào, cuộc vận động, chương trình"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    requirements = _pasted(_("Tổ chức thực hiện"), 4, 8000)
    note = TidyField(
        label=_("Ghi chú nội bộ"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, movements: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["movements"].choices = movements  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for a beginning and an end, in one of the ways a plan may state them."""
        data: dict[str, Any] = super().clean() or {}
        begins = data.get("starts_on") or (data.get("from_issue") and data.get("issued_on"))
        if not begins and not self.has_error("starts_on"):
            self.add_error("starts_on", _("Hãy nhập ngày bắt đầu, hoặc ngày ban hành."))
        ends = any(data.get(name) for name in ("last_day", "end_event", "duration", "no_end"))
        if not ends and not self.has_error("last_day"):
            self.add_error(
                "last_day", _("Hãy nhập ngày kết thúc. Chưa có ngày thì mở “Cách ghi khác”.")
            )
        self._check_locks(data)
        return data

    def _check_locks(self, data: dict[str, Any]) -> None:
        wanted, count = places(data.get("locks", "")), len(self._contents(data))
        if wanted is None:
            self.add_error("locks", _("Hãy ghi số thứ tự như 1, 3-4."))
        elif wanted and max(wanted) > count:
            self.add_error(
                "locks",
                _("Không có nội dung %(order)s: kế hoạch có %(count)s nội dung.")
                % {"order": max(wanted), "count": count},
            )

    @staticmethod
    def _contents(data: dict[str, Any]) -> list[tuple[str, str]]:
        return [
            (sector, text)
            for name, sector in CONTENT_FIELDS.items()
            for text in paragraphs(data.get(name, ""))
        ]

    def draft(self, rows: dict[str, Any]) -> PlanDraft:
        """Return what was typed, as the service takes it."""
        data = self.cleaned_data
        first, last = data["starts_on"], data["last_day"]
        locked = places(data["locks"]) or set()
        start_form = "issue" if data["from_issue"] else "month" if first.month else "day"
        plain = ("title", "theme", "number", "issued_on", "signer_name", "signer_post", "note")
        kept = (*plain, "end_event", "duration", "school_year", "background", "requirements")
        return PlanDraft(
            **{name: data[name] for name in kept},
            **rows,
            starts_on=first.day if first else data["issued_on"],
            last_day=last.day if last else None,
            start_form=start_form,
            end_form="month" if last and last.month else "day",
            duration_kind=data["duration_kind"] if data["duration"] else "",
            bases=paragraphs(data["bases"]),
            audience=paragraphs(data["audience"]),
            contents=tuple(
                ContentDraft(text, sector, place in locked)
                for place, (sector, text) in enumerate(self._contents(data), start=1)
            ),
            movements=tuple(data["movements"]),
        )


class LaunchForm(forms.Form):
    """What is decided with the launch: until when the direct units answer, and who goes first."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    due_on = DayField(
        label=_("Hạn các đơn vị có kế hoạch"), required=False, help_text=_("Có thể để trống.")
    )


class TargetForm(forms.Form):
    """Targets of one unit, one field per indicator; blank takes a target back."""

    def __init__(self, indicators: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for indicator in indicators:
            self.fields[indicator.code] = CountField(
                label=indicator.name, required=False, help_text=indicator.measure
            )
