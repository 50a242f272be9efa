"""How a plan says its days, targets, awards and commemorations on paper: always in Vietnamese."""

from datetime import date
from decimal import Decimal

from thidua.domain.anniversaries import in_year
from thidua.domain.plan_draft import (
    AwardDraft,
    CommemorationDraft,
    GoalDraft,
    MilestoneDraft,
    PeakDraft,
    PhaseDraft,
    PlanDraft,
    TieDraft,
)
from thidua.text.dates import day
from thidua.text.numbers import decimal, group

_DURATIONS = {"days": "ngày", "days-nights": "ngày đêm", "working-days": "ngày làm việc"}
_COMPARED = {">=": "ít nhất", "<=": "không quá", "=": "đạt"}
_BEARERS = {"tap-the": "cho tập thể", "ca-nhan": "cho cá nhân"}


def plan_time(plan: PlanDraft) -> str:
    """Say when the plan runs: by days, months, a school year, until an event, for a number of days."""
    parts = [_start(plan.starts_on, plan.start_form), _end(plan)]
    if plan.duration:
        kind = _DURATIONS.get(plan.duration_kind, "ngày")
        parts.append(f"({group(plan.duration)} {kind})")
    first = plan.starts_on.year
    year = f"Năm học {first} – {first + 1}: " if plan.school_year else ""
    said = " ".join(filter(None, parts))
    return year + said if year else said[:1].upper() + said[1:]


def phase_time(phase: PhaseDraft) -> str:
    """Say when a đợt runs."""
    start = _start(phase.starts_on, "month" if phase.month_start else "day")
    count = f" ({phase.working_days} ngày làm việc)" if phase.working_days else ""
    return f"{start} {_last(phase.last_day, whole_month=phase.month_end)}{count}"


def peak_words(peak: PeakDraft) -> str:
    """Say a cao điểm with its days, or that they will be announced."""
    if peak.starts_on is None or peak.last_day is None:
        return f"{peak.name} (thời gian cụ thể thông báo sau)"
    return f"{peak.name}: {_start(peak.starts_on, 'day')} {_last(peak.last_day)}"


def commemoration_words(one: CommemorationDraft) -> str:
    """Say a commemoration with its count of years and its days, an event without."""
    if one.years is None:
        return one.name
    said = f"{one.years} năm {one.name}"
    if one.founded_on is None:
        return said
    then = in_year(one.founded_on, one.founded_on.year + one.years)
    return f"{said} ({day(one.founded_on)} – {day(then)})"


def tie_words(tie: TieDraft) -> str:
    """Say the theme of another body that the plan is tied to."""
    return f"Gắn với {tie.label or 'chủ đề'} của {tie.owner}: “{tie.theme}”"


def goal_words(goal: GoalDraft) -> str:
    """Say a target: what, how much, of what, per what."""
    if goal.value is None:
        return goal.name
    if goal.value2 is not None:
        figure = f"từ {_figure(goal.value)} đến {_figure(goal.value2)}"
    else:
        figure = f"{_COMPARED.get(goal.comparator, '')} {_figure(goal.value)}".strip()
    said = f"{goal.name}: {figure} {goal.measure}".strip()
    whole = f", tính trên {goal.denominator}" if goal.denominator else ""
    return f"{said}{whole}{f', mỗi {goal.per}' if goal.per else ''}"


def award_words(award: AwardDraft) -> str:
    """Say an award: to whom, and how many at most."""
    counts = [
        f"{count} {word}"
        for count, word in (
            (award.collective, "tập thể"),
            (award.individual, "cá nhân"),
            (award.total, "trường hợp"),
        )
        if count
    ]
    most = ", ".join(counts)
    if most and award.nature == "quota":
        most = f"không quá {most}"
    if most and award.per_unit:
        most = f"{most} mỗi đơn vị trực thuộc"
    given = "trao dịp phát động" if award.nature == "given" else ""
    parts = (award.title, _BEARERS.get(award.bearer, ""), award.recipient, most, given)
    return ", ".join(filter(None, parts))


def milestone_words(stone: MilestoneDraft) -> str:
    """Say a day to keep, or a stretch."""
    if stone.starts_on is None:
        return f"{stone.name}: ngày {day(stone.last_day)}"
    return f"{stone.name}: {_start(stone.starts_on, 'day')} {_last(stone.last_day)}"


def _start(first: date, form: str) -> str:
    if form == "issue":
        return "kể từ ngày ban hành"
    return f"từ tháng {first:%m/%Y}" if form == "month" else f"từ ngày {day(first)}"


def _end(plan: PlanDraft) -> str:
    if plan.end_event:
        planned = f" (dự kiến ngày {day(plan.last_day)})" if plan.last_day else ""
        return f"đến khi kết thúc {plan.end_event}{planned}"
    if plan.last_day is None:
        return ""
    return _last(plan.last_day, whole_month=plan.end_form == "month")


def _last(last_day: date, *, whole_month: bool = False) -> str:
    return f"đến hết tháng {last_day:%m/%Y}" if whole_month else f"đến hết ngày {day(last_day)}"


def _figure(number: Decimal) -> str:
    places = max(-int(number.normalize().as_tuple().exponent), 0)
    return decimal(number, places)
