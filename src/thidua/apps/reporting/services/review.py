"""What the direct superior does with a sent report: takes it in, returns or accepts it."""

from thidua.apps.figures.enums import SourceKind
from thidua.apps.figures.services.derived import accept_derived
from thidua.apps.org.queries import main_parent_id
from thidua.apps.reporting.models import Report
from thidua.apps.reporting.services.entries import find_report, unit_of_report
from thidua.apps.reporting.services.sending import enter
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.workflow import advance
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Forbidden, Invalid
from thidua.domain.workflow.reports import REPORT, ReportSubject
from thidua.text.unicode import clean_line

_REASON_LENGTH = 1000


@operation(Capability.REPORT_REVIEW, unit_of=unit_of_report)
def receive_report(*, actor: Actor, report_id: str) -> str:
    """Take a sent report in: its unit sees who has it in hand, and since when."""
    report = _to_review(actor, report_id, None)
    advance(
        report,
        REPORT,
        "receive",
        subject=ReportSubject(sender_id=report.sent_by, actor_id=actor.user_id),
        received_at=clock.moment(),
        received_by=actor.user_id,
        received_name=actor.name,
    )
    note(subject=report)
    return report.public_id


@operation(Capability.REPORT_REVIEW, unit_of=unit_of_report)
def return_report(*, actor: Actor, report_id: str, reason: str, version: int | None = None) -> str:
    """Return a sent report for correction; its figures leave the totals until it is sent again."""
    report = _to_review(actor, report_id, version)
    said = clean_line(reason)
    if len(said) > _REASON_LENGTH:
        raise Invalid("reports.reason_long", field="reason", limit=_REASON_LENGTH)
    advance(
        report,
        REPORT,
        "send_back",
        subject=ReportSubject(sender_id=report.sent_by, actor_id=actor.user_id, reason=said),
        return_reason=said,
        reviewed_at=clock.moment(),
        reviewed_by=actor.user_id,
        reviewed_name=actor.name,
    )
    enter(report, "sent", {})
    note(subject=report, reason=said)
    return report.public_id


@operation(Capability.REPORT_REVIEW, unit_of=unit_of_report)
def accept_report(*, actor: Actor, report_id: str, version: int | None = None) -> str:
    """Accept a sent report: its figures count as đã duyệt, all the way up."""
    report = _to_review(actor, report_id, version)
    advance(
        report,
        REPORT,
        "accept",
        subject=ReportSubject(sender_id=report.sent_by, actor_id=actor.user_id),
        reviewed_at=clock.moment(),
        reviewed_by=actor.user_id,
        reviewed_name=actor.name,
    )
    given = report.lines.filter(value__gt=0).values_list("indicator_id", "value")
    enter(report, "accepted", {pk: value for pk, value in given if value})
    note(subject=report, counted=_accept_counted(report))
    return report.public_id


@operation(Capability.REPORT_REVIEW, unit_of=unit_of_report)
def accept_additions(*, actor: Actor, report_id: str) -> str:
    """Accept what was counted for an accepted report's days only after it was accepted."""
    report = _to_review(actor, report_id, None)
    if report.state != REPORT.steps["accept"].target:
        raise Conflict("reports.not_accepted")
    if report.sent_by == actor.user_id:
        raise Forbidden("reports.own")
    added = _accept_counted(report)
    if not added:
        raise Conflict("reports.nothing_added")
    note(subject=report, counted=added)
    return report.public_id


def _accept_counted(report: Report) -> int:
    """Accept what other apps have counted of the unit inside the report's days."""
    derived = report.lines.filter(indicator__source=SourceKind.DERIVED)
    return accept_derived(
        unit_id=report.unit_id,
        indicator_ids=derived.values_list("indicator_id", flat=True),
        starts_on=report.period.starts_on,
        until=report.period.until,
    )


def _to_review(actor: Actor, report_id: str, version: int | None) -> Report:
    """Return the report as it was seen, for its direct superior along the main line only."""
    report = find_report(report_id)
    if main_parent_id(report.unit_id) != actor.unit_id:
        raise Forbidden("reports.not_superior")
    if version is not None and version != report.version:
        raise Conflict("reports.sent_anew")
    return report
