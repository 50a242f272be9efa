"""Rows of the plan's form: đợt, cao điểm, commemorations, ties, goals, awards, days to keep, issuers."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from thidua.apps.campaigns.enums import AwardBearer, AwardNature, Comparator
from thidua.domain.plan_draft import (
    AwardDraft,
    CommemorationDraft,
    GoalDraft,
    IssuerDraft,
    MilestoneDraft,
    PeakDraft,
    PhaseDraft,
    TieDraft,
    end_of_month,
)
from thidua.lawbook.commemorations import founding_days
from thidua.web.areas.campaigns.row import Row, RowSet, text_rows, wide
from thidua.web.fields import (
    CountField,
    DayField,
    DayOrMonthField,
    FigureField,
    TidyField,
    TypedDay,
)

_DAY_MISSING = _("Hãy nhập ngày cho đợt này.")
_NAME_MISSING = _("Hãy nhập tên.")


class PhaseForm(Row):
    """One đợt."""

    NEEDS: ClassVar = {"starts_on": _DAY_MISSING, "last_day": _DAY_MISSING}
    starts_on = DayOrMonthField(label=_("Từ ngày"), required=False)
    last_day = DayOrMonthField(label=_("Đến hết ngày"), required=False)
    theme = TidyField(label=_("Chủ đề của đợt"), max_length=500, required=False, widget=wide())
    task = TidyField(
        label=_("Nhiệm vụ của đợt"), max_length=4000, required=False, widget=text_rows(2)
    )
    working_days = CountField(
        label=_("Số ngày làm việc"),
        required=False,
        help_text=_("Chỉ khi văn bản ghi, như “10 ngày làm việc”; sẽ đối chiếu với lịch."),
    )

    def draft(self) -> PhaseDraft:
        """Return the đợt; a month stands for its first or last day."""
        data = self.cleaned_data
        first, last = data["starts_on"], data["last_day"]
        return PhaseDraft(
            starts_on=first.day,
            last_day=end_of_month(last.day) if last.month else last.day,
            theme=data["theme"],
            task=data["task"],
            month_start=first.month,
            month_end=last.month,
            working_days=data["working_days"],
        )


def phase_values(phase: PhaseDraft) -> dict[str, Any]:
    """Return a đợt as its row shows it."""
    return {
        "starts_on": TypedDay(phase.starts_on, phase.month_start),
        "last_day": TypedDay(phase.last_day, phase.month_end),
        "theme": phase.theme,
        "task": phase.task,
        "working_days": phase.working_days,
    }


class PeakForm(Row):
    """One cao điểm."""

    NEEDS: ClassVar = {"name": _NAME_MISSING}
    name = TidyField(label=_("Tên đợt cao điểm"), max_length=500, required=False, widget=wide())
    starts_on = DayField(label=_("Từ ngày"), required=False)
    last_day = DayField(label=_("Đến hết ngày"), required=False)
    task = TidyField(label=_("Việc làm"), max_length=4000, required=False, widget=text_rows(2))

    def draft(self) -> PeakDraft:
        """Return the cao điểm."""
        return PeakDraft(**self.cleaned_data)


def _events() -> list[tuple[str, Any]]:
    days = [(slug, f"{day.name} ({day.founded:%d/%m/%Y})") for slug, day in founding_days().items()]
    return [("", _("Sự kiện khác (nhập tên)")), *days]


class CommemorationForm(Row):
    """One commemoration: of the table, or any other event."""

    event = forms.ChoiceField(
        label=_("Ngày kỷ niệm"),
        choices=_events,
        required=False,
        widget=forms.Select(attrs={"data-wide": True, "data-anniversary": True}),
    )
    name = TidyField(label=_("Tên sự kiện"), max_length=300, required=False, widget=wide())
    years = CountField(label=_("Số năm"), required=False)
    founded_on = DayField(
        label=_("Ngày gốc"), required=False, help_text=_("Nếu biết, để kiểm tra số năm.")
    )
    phase = CountField(label=_("Thuộc đợt"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for a name where no day of the table was chosen."""
        data = super().clean()
        if any(data.values()) and not data.get("event") and not data.get("name"):
            self.add_error("name", _("Hãy chọn ngày trong danh mục, hoặc nhập tên sự kiện."))
        return data

    def draft(self) -> CommemorationDraft:
        """Return the commemoration."""
        return CommemorationDraft(**self.cleaned_data)


class TieForm(Row):
    """One year's theme of another body."""

    NEEDS: ClassVar = {
        "owner": _("Hãy nhập cơ quan ban hành chủ đề."),
        "theme": _("Hãy nhập chủ đề."),
    }
    owner = TidyField(label=_("Của cơ quan"), max_length=200, required=False, widget=wide())
    label = TidyField(
        label=_("Loại chủ đề"),
        max_length=200,
        required=False,
        widget=wide(),
        help_text=_("Như “chủ đề công tác năm 2023”, “chủ đề hoạt động năm 2021”."),
    )
    theme = TidyField(label=_("Chủ đề"), max_length=500, required=False, widget=wide())

    def draft(self) -> TieDraft:
        """Return the tie."""
        return TieDraft(**self.cleaned_data)


class GoalForm(Row):
    """One target in the plan's words."""

    NEEDS: ClassVar = {"name": _("Hãy nhập nội dung chỉ tiêu.")}
    name = TidyField(label=_("Chỉ tiêu"), max_length=300, required=False, widget=wide())
    comparator = forms.ChoiceField(
        label=_("Mức phải đạt"),
        choices=[("", _("Không ghi số")), *Comparator.choices],
        required=False,
    )
    value = FigureField(label=_("Số"), required=False)
    value2 = FigureField(label=_("Đến số"), required=False, help_text=_("Chỉ khi là một khoảng."))
    measure = TidyField(
        label=_("Đơn vị tính"), max_length=60, required=False, help_text=_("Như %, sáng kiến.")
    )
    denominator = TidyField(
        label=_("Tính trên"),
        max_length=200,
        required=False,
        help_text=_("Với tỷ lệ %: như “tổng số cử tri”."),
    )
    per = TidyField(
        label=_("Cho mỗi"), max_length=60, required=False, help_text=_("Như năm, CĐCS.")
    )

    def draft(self) -> GoalDraft:
        """Return the target."""
        return GoalDraft(**self.cleaned_data)


class AwardForm(Row):
    """One award that the plan names."""

    NEEDS: ClassVar = {"title": _("Hãy nhập danh hiệu, hình thức khen thưởng.")}
    IDLE: ClassVar = frozenset({"nature"})
    title = TidyField(
        label=_("Danh hiệu, hình thức"), max_length=300, required=False, widget=wide()
    )
    nature = forms.ChoiceField(
        label=_("Kế hoạch ghi"), choices=AwardNature.choices, required=False, initial="offered"
    )
    bearer = forms.ChoiceField(
        label=_("Tặng cho"),
        choices=[("", _("Tập thể và cá nhân")), *AwardBearer.choices],
        required=False,
    )
    recipient = TidyField(label=_("Nhóm đối tượng"), max_length=300, required=False, widget=wide())
    collective = CountField(label=_("Tập thể, không quá"), required=False)
    individual = CountField(label=_("Cá nhân, không quá"), required=False)
    total = CountField(label=_("Tổng số, không quá"), required=False)
    per_unit = forms.BooleanField(label=_("Cho mỗi đơn vị trực thuộc"), required=False)

    def draft(self) -> AwardDraft:
        """Return the award."""
        data = self.cleaned_data
        return AwardDraft(**(data | {"nature": data["nature"] or "offered"}))


class MilestoneForm(Row):
    """One day to keep."""

    NEEDS: ClassVar = {"name": _("Hãy nhập việc."), "last_day": _("Hãy nhập ngày.")}
    name = TidyField(label=_("Việc"), max_length=300, required=False, widget=wide())
    starts_on = DayField(label=_("Từ ngày (nếu là một thời gian)"), required=False)
    last_day = DayField(label=_("Ngày, hoặc đến hết ngày"), required=False)

    def draft(self) -> MilestoneDraft:
        """Return the day to keep."""
        return MilestoneDraft(**self.cleaned_data)


class IssuerForm(Row):
    """One body that issues the plan together with the unit."""

    NEEDS: ClassVar = {"name": _("Hãy nhập tên cơ quan.")}
    name = TidyField(
        label=_("Cơ quan cùng ban hành"), max_length=300, required=False, widget=wide()
    )
    signer_name = TidyField(label=_("Người ký"), max_length=100, required=False)
    signer_post = TidyField(label=_("Chức vụ"), max_length=150, required=False)

    def draft(self) -> IssuerDraft:
        """Return the issuer."""
        return IssuerDraft(**self.cleaned_data)


def _set(form: type[Row], most: int) -> Callable[..., Any]:
    return formset_factory(form, formset=RowSet, extra=0, max_num=most, absolute_max=most)


# Of each part: its set, prefix of its fields, most rows, and what one row is called.
SETS: dict[str, tuple[Callable[..., Any], str, int, Any]] = {
    "phases": (_set(PhaseForm, 8), "dot", 8, _("Đợt")),
    "peaks": (_set(PeakForm, 6), "cao-diem", 6, _("Đợt cao điểm")),
    "commemorations": (_set(CommemorationForm, 40), "ngay", 40, _("Ngày kỷ niệm")),
    "ties": (_set(TieForm, 8), "gan-voi", 8, _("Chủ đề gắn với")),
    "goals": (_set(GoalForm, 30), "muc-tieu", 30, _("Chỉ tiêu")),
    "awards": (_set(AwardForm, 40), "khen", 40, _("Khen thưởng")),
    "milestones": (_set(MilestoneForm, 20), "moc", 20, _("Mốc thời gian")),
    "joint_issuers": (_set(IssuerForm, 6), "cung", 6, _("Cơ quan cùng ban hành")),
}
