"""One report with its lines and proofs, as its unit or a superior sees it; its story."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, Q, QuerySet

from thidua.apps.figures.enums import SourceKind
from thidua.apps.figures.queries import unaccepted_facts
from thidua.apps.files.models import StoredFile
from thidua.apps.org.scoping import visible_unit_ids
from thidua.apps.reporting.enums import DONE_STATES, WAITING_STATES, ReportState
from thidua.apps.reporting.models import Evidence, Period, PeriodIndicator, Report, ReportLine
from thidua.apps.reporting.queries.asking import AskedRow
from thidua.apps.reporting.queries.elsewhere import Asking, asked_of, given_elsewhere, sheet_of
from thidua.apps.reporting.queries.filling import report_of_unit
from thidua.apps.reporting.queries.owing import name_now, parent_now
from thidua.apps.reporting.queries.periods import period_to_fill
from thidua.apps.reporting.queries.sheet import Line, Photo, ReportView, StoryEntry
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.models import AuditEvent
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import NotFound
from thidua.domain.figures.totals import Figure
from thidua.domain.workflow.reports import REPORT

# What is counted for longer ago is accepted on the page of its report.
_LOOK_BACK = timedelta(days=400)
_STORY = (
    "start_report",
    "send_report",
    "receive_report",
    "return_report",
    "accept_report",
    "accept_additions",
)


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


def report_to_fill(actor: Actor, period_id: str, *, shown: bool = True) -> ReportView:
    """Return the own unit's report for a period, blank where none was begun; raise NotFound.

    Where it is not `shown`, but only the work behind a form, names and pictures are left out.
    """
    if shown:
        own = Report.objects.filter(unit_id=actor.unit_id or 0, period__public_id=period_id)
        report: Any = _annotated(own).first()
    else:
        report = report_of_unit(actor.unit_id or 0, period_id)
    if report:
        return _view(actor, report, shown=shown)
    return blank_report(actor, period_to_fill(actor, period_id), actor.unit_name)


def blank_report(actor: Actor, period: Period, unit_name: str) -> ReportView:
    """Return what a report for the period would be before anything was saved."""
    unit_id = actor.unit_id or 0
    asking, former = asked_of(unit_id, period), last_lines(unit_id)
    now = given_elsewhere(unit_id, period, asking, {})
    lines = [
        Line(
            row,
            *carried_over(row, former),
            now=now.get(row.indicator_id, Figure()),
            together=asking.together,
        )
        for row in asking.rows
    ]
    return ReportView(
        period,
        unit_id,
        actor.unit_public_id,
        unit_name,
        lines,
        may_fill=True,
        together=asking.together,
    )


def last_lines(unit_id: int) -> dict[int, tuple[int | None, str]]:
    """Return the figure and the remark of each line of the unit's latest report, by indicator."""
    former = Report.objects.filter(unit_id=unit_id, first_sent_on__isnull=False)
    last = former.order_by("-period__until", "-id").values("id")[:1]
    rows = ReportLine.objects.filter(report_id__in=last)
    return {
        pk: (value, note) for pk, value, note in rows.values_list("indicator_id", "value", "note")
    }


def carried_over(
    row: AskedRow, former: Mapping[int, tuple[int | None, str]]
) -> tuple[int | None, str]:
    """Return figure and remark a new report begins with: only what stands is carried over."""
    value, note = former.get(row.indicator_id, (None, ""))
    if not row.typed:
        return None, ""
    return value if row.latest else None, note


def waiting_reports(actor: Actor, limit: int = 50) -> list[ReportView]:
    """Return the reports that wait for the actor's unit to review, the longest waiting first."""
    if reach_of(actor.role, Capability.REPORT_REVIEW) is None:
        return []
    rows = _annotated(_visible(actor)).filter(state__in=WAITING_STATES, superior=actor.unit_id)
    return [_head(actor, row) for row in rows.order_by("sent_at", "id")[:limit]]


def reports_added_to(
    actor: Actor, limit: int = 50, *, unit_id: int | None = None, before: date | None = None
) -> list[ReportView]:
    """Return accepted reports of the direct units for whose days something was counted since.

    `unit_id` asks for those of one unit, `before` for those of periods that end by this day.
    """
    if reach_of(actor.role, Capability.REPORT_REVIEW) is None:
        return []
    asked = PeriodIndicator.objects.filter(
        period=OuterRef(OuterRef("period")), indicator__source=SourceKind.DERIVED
    )
    waiting = unaccepted_facts(
        unit_id=OuterRef("unit_id"),
        indicator_id__in=asked.values("indicator_id"),
        starts_on__gte=OuterRef("period__starts_on"),
        until__lte=OuterRef("period__until"),
    )
    rows = _annotated(_visible(actor)).filter(
        state=ReportState.ACCEPTED,
        superior=actor.unit_id,
        period__until__gt=clock.today() - _LOOK_BACK,
    )
    if unit_id is not None:
        rows = rows.filter(unit_id=unit_id)
    if before is not None:
        rows = rows.filter(period__until__lte=before)
    added = rows.annotate(added=waiting).filter(added__gt=0)
    return [_head(actor, row) for row in added.order_by("-period__until", "id")[:limit]]


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
            event.on_day,
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
    named = rows.annotate(unit_name=name_now("unit_id"), superior=parent_now("unit_id"))
    return named.annotate(superior_name=name_now("superior")).select_related("period", "unit")


def _view(actor: Actor, report: Any, *, shown: bool = True) -> ReportView:
    asking, written = sheet_of(report)
    lines = _lines(report, asking, written)
    must_prove = any(row.evidence == "required" for row in asking.rows)
    photos = _photos(report) if shown or must_prove else []
    return replace(_head(actor, report, lines, photos), together=asking.together)


def _photos(report: Report) -> list[Photo]:
    proofs = Evidence.objects.filter(report=report).select_related("file", "indicator")
    return [
        Photo(
            proof.file.public_id,
            proof.file.original_name,
            proof.indicator.code if proof.indicator else "",
            proof.caption,
        )
        for proof in proofs.order_by("id")
    ]


def _lines(report: Report, asking: Asking, kept_lines: list[ReportLine]) -> list[Line]:
    """Return the lines of a report, each with what stands in the ledger from elsewhere."""
    typed = {row.indicator_id: (row.value, row.note, row.counted) for row in kept_lines}
    done, accepted = report.state in DONE_STATES, report.state == ReportState.ACCEPTED
    written = {
        pk: Figure(value or 0, (value or 0) if accepted else 0)
        for pk, (value, *_) in typed.items()
        if done
    }
    now = given_elsewhere(report.unit_id, report.period, asking, written, report.public_id)
    lines = []
    for row in asking.rows:
        if row.indicator_id in typed:
            value, remark, kept = typed[row.indicator_id]
            standing = now.get(row.indicator_id, Figure())
            kept = kept if done else None
            lines.append(Line(row, value, remark, kept, standing, asking.together))
    return lines


def _head(
    actor: Actor, report: Any, lines: list[Line] | None = None, photos: list[Photo] | None = None
) -> ReportView:
    open_steps = {step.name for step in REPORT.open_steps(report.state)}
    own = report.unit_id == actor.unit_id
    superior = getattr(report, "superior", None)
    judges = superior == actor.unit_id and _holds(actor, Capability.REPORT_REVIEW)
    return ReportView(
        period=report.period,
        unit_id=report.unit_id,
        unit_public_id=actor.unit_public_id if own else report.unit.public_id,
        unit_name=getattr(report, "unit_name", "") or "",
        lines=lines or [],
        public_id=report.public_id,
        state=report.state,
        version=report.version,
        highlights=report.highlights,
        difficulties=report.difficulties,
        remark=report.note,
        photos=photos or [],
        changed_at=report.changed_at,
        sent_at=report.sent_at,
        sent_name=report.sent_name,
        received_at=report.received_at,
        received_name=report.received_name,
        reviewed_at=report.reviewed_at,
        reviewed_name=report.reviewed_name,
        return_reason=report.return_reason,
        first_sent_on=report.first_sent_on,
        may_fill=own and "send" in open_steps and _holds(actor, Capability.REPORT_FILL),
        superior_name=getattr(report, "superior_name", "") or "",
        may_receive=judges and "receive" in open_steps and report.sent_by != actor.user_id,
        may_review=judges and "accept" in open_steps,
        judges=judges,
    )


def _holds(actor: Actor, capability: Capability) -> bool:
    return reach_of(actor.role, capability) is not None
