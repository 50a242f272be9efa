"""One report with its lines and proofs, as its unit or a superior sees it; its story."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from thidua.apps.files.models import StoredFile
from thidua.apps.org.scoping import visible_unit_ids
from thidua.apps.reporting.enums import ReportState
from thidua.apps.reporting.models import Evidence, Period, Report, ReportLine
from thidua.apps.reporting.queries.owing import name_now, parent_now
from thidua.apps.reporting.queries.periods import asked_by
from thidua.base.actor import Actor
from thidua.base.models import AuditEvent
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import NotFound
from thidua.domain.workflow.reports import REPORT

_STORY = ("start_report", "send_report", "return_report", "accept_report")


@dataclass(frozen=True)
class Photo:
    """A proof: its file, the figure it proves (empty: the whole report), what it shows."""

    file_id: str
    name: str
    code: str
    caption: str


@dataclass(frozen=True)
class Line:
    """One figure of a report beside what is asked of it."""

    code: str
    name: str
    measure: str
    required: bool
    evidence: str
    value: int | None = None
    note: str = ""


@dataclass(frozen=True)
class ReportView:
    """A report as a page shows it; `public_id` is empty while nothing was saved."""

    period: Period
    unit_id: int
    unit_name: str
    lines: list[Line]
    public_id: str = ""
    state: str = REPORT.initial
    version: int = 0
    remark: str = ""
    photos: list[Photo] = field(default_factory=list)
    changed_at: datetime | None = None
    sent_at: datetime | None = None
    sent_name: str = ""
    reviewed_at: datetime | None = None
    reviewed_name: str = ""
    return_reason: str = ""
    first_sent_on: date | None = None
    may_fill: bool = False
    may_review: bool = False

    @property
    def late(self) -> bool:
        """Tell whether the report first came after the due day."""
        return bool(self.first_sent_on and self.first_sent_on > self.period.due_on)


@dataclass(frozen=True)
class StoryEntry:
    """One step in the life of a report."""

    at: datetime
    who: str
    operation: str
    reason: str
    late: bool


def report_for(actor: Actor, public_id: str) -> ReportView:
    """Return a report the actor may see; to a superior a draft is not yet there."""
    report = _annotated(_visible(actor)).filter(public_id=public_id).first()
    if report is None:
        raise NotFound("base.not_found")
    return _view(actor, report)


def own_report(actor: Actor, period: Period) -> ReportView | None:
    """Return the own unit's report for a period, or None where none was begun."""
    own = Report.objects.filter(unit_id=actor.unit_id or 0, period=period)
    report = _annotated(own).first()
    return _view(actor, report) if report else None


def blank_report(actor: Actor, period: Period, unit_name: str) -> ReportView:
    """Return what a report for the period would be before anything was saved."""
    notes = last_notes(actor.unit_id or 0)
    lines = [
        Line(
            row.code,
            row.name,
            row.measure,
            row.required,
            row.evidence,
            note=notes.get(row.indicator_id, ""),
        )
        for row in asked_by(period)
    ]
    return ReportView(period, actor.unit_id or 0, unit_name, lines, may_fill=True)


def last_notes(unit_id: int) -> dict[int, str]:
    """Return the remarks of the unit's latest report, by indicator; figures are never carried over."""
    former = Report.objects.filter(unit_id=unit_id, first_sent_on__isnull=False)
    last = former.order_by("-period__until", "-id").values("id")[:1]
    rows = ReportLine.objects.filter(report_id__in=last).exclude(note="")
    return dict(rows.values_list("indicator_id", "note"))


def waiting_reports(actor: Actor, limit: int = 50) -> list[ReportView]:
    """Return the reports that wait for the actor's unit to review, the longest waiting first."""
    if reach_of(actor.role, Capability.REPORT_REVIEW) is None:
        return []
    rows = _annotated(_visible(actor)).filter(state=ReportState.SENT, superior=actor.unit_id)
    return [_head(actor, row) for row in rows.order_by("sent_at", "id")[:limit]]


def report_names(actor: Actor, public_ids: list[str]) -> dict[str, str]:
    """Return the period's name of each report that the actor may open."""
    rows = _visible(actor).filter(public_id__in=public_ids)
    return dict(rows.values_list("public_id", "period__name"))


def evidence_file(actor: Actor, report_id: str, file_id: str) -> StoredFile:
    """Return a proof under its report, for those who may see the report; raise NotFound."""
    proofs = Evidence.objects.filter(report__in=_visible(actor), report__public_id=report_id)
    proof = proofs.select_related("file").filter(file__public_id=file_id).first()
    if proof is None:
        raise NotFound("base.not_found")
    return proof.file


def version_if_last_saved_by(actor: Actor, report_id: str) -> int | None:
    """Return the version of the own report if this person saved it last, else None."""
    saved = AuditEvent.objects.filter(
        subject_id=report_id, operation__in=("save_draft", "send_report")
    )
    last = saved.order_by("-id").values_list("actor_user", flat=True).first()
    if last is None or last != actor.user_id:
        return None
    own = Report.objects.filter(public_id=report_id, unit_id=actor.unit_id or 0)
    return own.values_list("version", flat=True).first()


def story_of(public_id: str) -> list[StoryEntry]:
    """Return who did what with a report, in order."""
    events = AuditEvent.objects.filter(subject_id=public_id, operation__in=_STORY)
    return [
        StoryEntry(
            event.at,
            event.actor_name,
            event.operation,
            str(_said(event).get("reason", "")),
            bool(_said(event).get("late")),
        )
        for event in events.select_related("payload").order_by("id")
        if event.operation != "start_report" or _said(event).get("is_new", True)
    ]


def _said(event: AuditEvent) -> dict[str, Any]:
    payload = getattr(event, "payload", None)
    return payload.data if payload else {}


def _visible(actor: Actor) -> "QuerySet[Report]":
    return Report.objects.filter(
        Q(unit_id=actor.unit_id) | ~Q(state=ReportState.DRAFT),
        unit_id__in=visible_unit_ids(actor, Capability.REPORT_VIEW),
    )


def _annotated(rows: "QuerySet[Report]") -> "QuerySet[Any]":
    return rows.annotate(
        unit_name=name_now("unit_id"), superior=parent_now("unit_id")
    ).select_related("period")


def _view(actor: Actor, report: Any) -> ReportView:
    typed = {
        code: (value, remark)
        for code, value, remark in ReportLine.objects.filter(report=report).values_list(
            "indicator__code", "value", "note"
        )
    }
    lines = [
        Line(row.code, row.name, row.measure, row.required, row.evidence, *typed[row.code])
        for row in asked_by(report.period)
        if row.code in typed
    ]
    proofs = Evidence.objects.filter(report=report).select_related("file", "indicator")
    photos = [
        Photo(
            proof.file.public_id,
            proof.file.original_name,
            proof.indicator.code if proof.indicator else "",
            proof.caption,
        )
        for proof in proofs.order_by("id")
    ]
    return _head(actor, report, lines, photos)


def _head(
    actor: Actor, report: Any, lines: list[Line] | None = None, photos: list[Photo] | None = None
) -> ReportView:
    open_steps = {step.name for step in REPORT.open_steps(report.state)}
    own = report.unit_id == actor.unit_id
    return ReportView(
        period=report.period,
        unit_id=report.unit_id,
        unit_name=report.unit_name or "",
        lines=lines or [],
        public_id=report.public_id,
        state=report.state,
        version=report.version,
        remark=report.note,
        photos=photos or [],
        changed_at=report.changed_at,
        sent_at=report.sent_at,
        sent_name=report.sent_name,
        reviewed_at=report.reviewed_at,
        reviewed_name=report.reviewed_name,
        return_reason=report.return_reason,
        first_sent_on=report.first_sent_on,
        may_fill=own and "send" in open_steps and _holds(actor, Capability.REPORT_FILL),
        may_review=report.superior == actor.unit_id
        and "accept" in open_steps
        and _holds(actor, Capability.REPORT_REVIEW),
    )


def _holds(actor: Actor, capability: Capability) -> bool:
    return reach_of(actor.role, capability) is not None
