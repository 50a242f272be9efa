"""A plan's time, targets, awards and commemorations in words, for every page that shows a plan."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from thidua.apps.campaigns.enums import AwardNature, Comparator, DurationKind
from thidua.domain.anniversaries import in_year
from thidua.domain.plan_draft import AwardDraft, CommemorationDraft, GoalDraft, PhaseDraft
from thidua.domain.spans import DateSpan
from thidua.text.dates import day
from thidua.text.numbers import group
from thidua.web.fields import vi_figure


def plan_time(plan: Any) -> str:
    """Say when a plan runs as its paper does: from the day of issue, by months, until an event."""
    last_day = DateSpan(plan.starts_on, plan.until).last_day
    parts = [_start(plan.start_form, plan.starts_on), _end(plan, last_day)]
    words = ", ".join(filter(None, [" ".join(filter(None, parts)), _duration(plan)]))
    if not plan.school_year:
        return words
    first = plan.starts_on.year
    return _("năm học %(first)s – %(second)s, %(words)s") % {
        "first": first,
        "second": first + 1,
        "words": words,
    }


def phase_time(phase: PhaseDraft) -> str:
    """Say when a đợt runs."""
    end = _month_end(phase.last_day) if phase.month_end else _day_end(phase.last_day)
    words = f"{_start('month' if phase.month_start else 'day', phase.starts_on)} {end}"
    if phase.working_days is None:
        return words
    return _("%(words)s (%(count)s ngày làm việc)") % {"words": words, "count": phase.working_days}


def _start(form: str, starts_on: date) -> str:
    if form == "issue":
        return _("từ ngày ban hành (%(day)s)") % {"day": day(starts_on)}
    if form == "month":
        return _("từ tháng %(month)s") % {"month": f"{starts_on:%m/%Y}"}
    return _("từ %(day)s") % {"day": day(starts_on)}


def _end(plan: Any, last_day: date | None) -> str:
    if plan.end_event:
        planned = _(" (dự kiến %(day)s)") % {"day": day(last_day)} if last_day else ""
        return _("đến khi kết thúc %(event)s") % {"event": plan.end_event} + planned
    if last_day is None:
        return "" if plan.duration else _("chưa định ngày kết thúc")
    return _month_end(last_day) if plan.end_form == "month" else _day_end(last_day)


def _month_end(last_day: date) -> str:
    return _("đến hết tháng %(month)s") % {"month": f"{last_day:%m/%Y}"}


def _day_end(last_day: date) -> str:
    return _("đến hết %(day)s") % {"day": day(last_day)}


def _duration(plan: Any) -> str:
    if not plan.duration:
        return ""
    kind = DurationKind(plan.duration_kind or DurationKind.DAYS)
    return f"{group(plan.duration)} {kind.label}"


def goal_words(goal: GoalDraft) -> str:
    """Say a target: what, how it compares, the figure or range, of what, per what."""
    if goal.value is None:
        return goal.name
    figure = f"{vi_figure(goal.value)} {goal.measure}".strip()
    if goal.comparator == Comparator.RANGE and goal.value2 is not None:
        compared = _("từ %(least)s đến %(most)s") % {
            "least": vi_figure(goal.value),
            "most": f"{vi_figure(goal.value2)} {goal.measure}".strip(),
        }
    else:
        word = str(Comparator(goal.comparator).label) if goal.comparator else ""
        compared = f"{word} {figure}".strip()
    more = [_("tính trên %(whole)s") % {"whole": goal.denominator}] if goal.denominator else []
    more += [_("mỗi %(per)s") % {"per": goal.per}] if goal.per else []
    return f"{goal.name}: {', '.join([compared, *more])}"


def award_words(award: AwardDraft) -> str:
    """Say an award: to whom, and how many at most."""
    counts = [
        _("%(count)s tập thể") % {"count": award.collective} if award.collective else "",
        _("%(count)s cá nhân") % {"count": award.individual} if award.individual else "",
        _("%(count)s trường hợp") % {"count": award.total} if award.total else "",
    ]
    most = ", ".join(filter(None, counts))
    if most and award.nature == AwardNature.QUOTA:
        most = _("không quá %(counts)s") % {"counts": most}
    if most and award.per_unit:
        most = _("%(counts)s mỗi đơn vị trực thuộc") % {"counts": most}
    bearer = {"tap-the": _("cho tập thể"), "ca-nhan": _("cho cá nhân")}.get(award.bearer, "")
    given = _("trao dịp phát động") if award.nature == AwardNature.GIVEN else ""
    return " – ".join(filter(None, [award.title, bearer, award.recipient, most, given]))


def commemoration_words(one: CommemorationDraft) -> str:
    """Say a commemoration with its count and its days: 94 năm Ngày … (28/7/1929 – 28/7/2023)."""
    if one.years is None:
        return one.name
    words = _("%(years)s năm %(name)s") % {"years": one.years, "name": one.name}
    if one.founded_on is None:
        return words
    then = in_year(one.founded_on, one.founded_on.year + one.years)
    return f"{words} ({day(one.founded_on)} – {day(then)})"
