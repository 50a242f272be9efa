"""All that may be wrong with a plan as typed, in the order of its form; each fault names its row."""

from collections.abc import Iterator, Mapping

from thidua.apps.campaigns.services.welcoming import founded_of
from thidua.domain.anniversaries import count_fault
from thidua.domain.errors import Invalid
from thidua.domain.plan_draft import ContentDraft, PlanDraft, settled
from thidua.domain.plans import (
    PlannedPhase,
    half_open,
    lock_faults,
    number_fault,
    peak_fault,
    phase_faults,
)
from thidua.domain.spans import DateSpan
from thidua.domain.workdays import WorkCalendar, workday_fault
from thidua.lawbook.days_off import work_calendar
from thidua.text.unicode import clean_line, clean_text

_NONE: Mapping[int, str] = {}


def content_of(content: str | ContentDraft) -> ContentDraft:
    """Return a content with its khối and lock; a bare text is for all, and free."""
    return content if isinstance(content, ContentDraft) else ContentDraft(content)


def plan_faults(typed: PlanDraft, locked: Mapping[int, str] = _NONE) -> list[Invalid]:
    """Return every fault of a plan; `locked` are the superior's contents to be kept, by place."""
    plan = settled(typed)
    faults = list(_head(plan))
    if plan.last_day is not None and plan.last_day < plan.starts_on:
        return [*faults, _reversed(plan)]
    whole = half_open(plan.starts_on, plan.last_day)
    faults += phase_faults(whole, [PlannedPhase(p.starts_on, p.last_day) for p in plan.phases])
    faults += _workdays(plan)
    faults += _peaks(plan, whole)
    faults += _commemorations(plan, whole)
    faults += _terms(plan)
    texts = [clean_text(content_of(content).text) for content in plan.contents]
    return faults + lock_faults(locked, texts)


def _head(plan: PlanDraft) -> Iterator[Invalid]:
    if not clean_line(plan.title):
        yield Invalid("base.required", field="title", name="title")
    fault = number_fault(clean_line(plan.number))
    if fault is not None:
        yield fault
    if plan.start_form == "issue" and plan.issued_on is None:
        yield Invalid("campaigns.issue_day_missing", field="issued_on")


def _reversed(plan: PlanDraft) -> Invalid:
    return Invalid("base.dates_reversed", field="last_day", start=plan.starts_on, end=plan.last_day)


def _workdays(plan: PlanDraft) -> Iterator[Invalid]:
    """Count what is stated in working days against the calendar of the years it lies in."""
    for order, phase in enumerate(plan.phases, start=1):
        if phase.working_days is not None and phase.last_day >= phase.starts_on:
            span = half_open(phase.starts_on, phase.last_day)
            fault = workday_fault(order, span, phase.working_days, _calendar(span))
            if fault is not None:
                yield fault
    if plan.duration_kind == "working-days" and plan.duration and plan.last_day:
        span = half_open(plan.starts_on, plan.last_day)
        fault = workday_fault(0, span, plan.duration, _calendar(span))
        if fault is not None:
            yield Invalid("campaigns.duration_wrong", field="duration", **fault.params)


def _calendar(span: DateSpan) -> WorkCalendar:
    return work_calendar(range(span.valid_from.year, span.valid_until.year + 1))


def _peaks(plan: PlanDraft, whole: DateSpan) -> Iterator[Invalid]:
    for order, peak in enumerate(plan.peaks, start=1):
        if (peak.starts_on is None) != (peak.last_day is None):
            yield Invalid("campaigns.peak_half", order=order)
            continue
        if peak.starts_on and peak.last_day:
            fault = peak_fault(whole, order, PlannedPhase(peak.starts_on, peak.last_day))
            if fault is not None:
                yield fault


def _commemorations(plan: PlanDraft, whole: DateSpan) -> Iterator[Invalid]:
    for order, typed in enumerate(plan.commemorations, start=1):
        if typed.phase is not None and not 1 <= typed.phase <= len(plan.phases):
            yield Invalid("campaigns.no_such_phase", order=order, phase=typed.phase)
        day = founded_of(typed)
        if typed.years is None or day.founded is None:
            continue
        fault = count_fault(day.name, day.founded, typed.years, whole)
        if fault is not None:
            fault.params["order"] = order
            yield fault


def _terms(plan: PlanDraft) -> Iterator[Invalid]:
    for order, goal in enumerate(plan.goals, start=1):
        if goal.comparator and goal.value is None:
            yield Invalid("campaigns.goal_no_figure", order=order)
        elif goal.comparator == "range" and (
            goal.value is None or goal.value2 is None or goal.value2 <= goal.value
        ):
            yield Invalid("campaigns.goal_range", order=order)
    for order, award in enumerate(plan.awards, start=1):
        counts = (award.collective, award.individual, award.total)
        if award.nature == "quota" and not any(count is not None for count in counts):
            yield Invalid("campaigns.quota_no_figure", order=order)
    for order, milestone in enumerate(plan.milestones, start=1):
        if milestone.starts_on and milestone.last_day < milestone.starts_on:
            yield Invalid("campaigns.milestone_reversed", order=order)
