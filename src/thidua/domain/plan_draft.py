"""A plan as it is typed, before it is a row: the plan and each of its parts, days as people say them."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from thidua.domain.plans import last_day_after


@dataclass(frozen=True)
class PhaseDraft:
    """A đợt as it was typed; both days are inside it.

    `month_start` and `month_end` say that only a month was given: its first, its last day is kept.
    `working_days` is the number of working days that the text states, checked against the dates.
    """

    starts_on: date
    last_day: date
    theme: str = ""
    task: str = ""
    month_start: bool = False
    month_end: bool = False
    working_days: int | None = None


@dataclass(frozen=True)
class PeakDraft:
    """A cao điểm: may lie across đợt; without days it runs at times still to be fixed."""

    name: str
    starts_on: date | None = None
    last_day: date | None = None
    task: str = ""


@dataclass(frozen=True)
class ContentDraft:
    """A content for all or one khối; a locked one is kept word for word by lower plans."""

    text: str
    sector: str = ""
    locked: bool = False


@dataclass(frozen=True)
class CommemorationDraft:
    """A day or event that the campaign welcomes.

    `event` is a slug of the table of founding days; another day has a `name`, and is checked only
    where its founding day is typed. `years` left out is computed; a one-off event has none.
    `phase` is the đợt it belongs to, None where its day decides.
    """

    event: str = ""
    name: str = ""
    years: int | None = None
    founded_on: date | None = None
    phase: int | None = None


@dataclass(frozen=True)
class TieDraft:
    """A year's theme of another body that the plan is tied to."""

    owner: str
    theme: str
    label: str = ""


@dataclass(frozen=True)
class AwardDraft:
    """An award that the plan names: offered, with a quota, or given at the launch (CAM-12)."""

    title: str
    nature: str = "offered"
    bearer: str = ""
    recipient: str = ""
    collective: int | None = None
    individual: int | None = None
    total: int | None = None
    per_unit: bool = False


@dataclass(frozen=True)
class GoalDraft:
    """A target in the plan's words: comparator, figure or range, measure, of what, per what (CAM-13)."""

    name: str
    comparator: str = ""
    value: Decimal | None = None
    value2: Decimal | None = None
    measure: str = ""
    denominator: str = ""
    per: str = ""


@dataclass(frozen=True)
class MilestoneDraft:
    """A day to keep, or a stretch with a last day: sơ kết, hạn hồ sơ, thời gian xét sáng kiến."""

    name: str
    last_day: date
    starts_on: date | None = None


@dataclass(frozen=True)
class IssuerDraft:
    """A body that issues the plan together with the unit; it need not be in the tree."""

    name: str
    signer_name: str = ""
    signer_post: str = ""


@dataclass(frozen=True)
class PlanDraft:
    """All that is typed of a plan; `last_day` is inside the campaign, None is an end not known.

    `start_form` is day, month or issue (kể từ ngày ban hành); `end_form` day or month; `end_event`
    the event that ends it. `duration` with its kind is what the text says beside or instead of an
    end: 500 ngày đêm. `movements` are public ids.
    """

    title: str
    starts_on: date
    last_day: date | None = None
    theme: str = ""
    number: str = ""
    issued_on: date | None = None
    signer_name: str = ""
    signer_post: str = ""
    note: str = ""
    bases: tuple[str, ...] = ()
    contents: tuple[str | ContentDraft, ...] = ()
    phases: tuple[PhaseDraft, ...] = ()
    start_form: str = "day"
    end_form: str = "day"
    end_event: str = ""
    duration: int | None = None
    duration_kind: str = ""
    school_year: bool = False
    background: str = ""
    requirements: str = ""
    audience: tuple[str, ...] = ()
    peaks: tuple[PeakDraft, ...] = ()
    commemorations: tuple[CommemorationDraft, ...] = ()
    ties: tuple[TieDraft, ...] = ()
    awards: tuple[AwardDraft, ...] = ()
    goals: tuple[GoalDraft, ...] = ()
    milestones: tuple[MilestoneDraft, ...] = ()
    joint_issuers: tuple[IssuerDraft, ...] = ()
    movements: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The year of the campaign: the year it begins in."""
        return self.starts_on.year


def settled(plan: PlanDraft) -> PlanDraft:
    """Return the plan with its days filled in: whole months, an end that a duration gives."""
    starts_on = plan.starts_on
    if plan.start_form == "issue" and plan.issued_on:
        starts_on = plan.issued_on
    elif plan.start_form == "month":
        starts_on = starts_on.replace(day=1)
    last_day = plan.last_day
    if last_day is None and plan.duration and plan.duration_kind != "working-days":
        last_day = last_day_after(starts_on, plan.duration)
    elif last_day is not None and plan.end_form == "month":
        last_day = end_of_month(last_day)
    phases = tuple(_whole_months(phase) for phase in plan.phases)
    return replace(plan, starts_on=starts_on, last_day=last_day, phases=phases)


def _whole_months(phase: PhaseDraft) -> PhaseDraft:
    starts_on = phase.starts_on.replace(day=1) if phase.month_start else phase.starts_on
    last_day = end_of_month(phase.last_day) if phase.month_end else phase.last_day
    return replace(phase, starts_on=starts_on, last_day=last_day)


def end_of_month(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])
