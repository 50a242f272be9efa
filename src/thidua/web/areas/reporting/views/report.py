"""One report as it was sent: figures, proofs, story; the direct superior accepts or returns it."""

from contextlib import suppress

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.apps.reporting import queries, services
from thidua.apps.reporting.queries import Line, Photo, Place, ReportView
from thidua.base.actor import Actor
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Forbidden, Invalid
from thidua.web.access import requires
from thidua.web.areas.reporting.forms import ReasonForm
from thidua.web.areas.reporting.present import state_mark, story
from thidua.web.http import acting
from thidua.web.photos import picture


@requires(Capability.REPORT_VIEW)
def show(request: HttpRequest, report_id: str) -> HttpResponse:
    """Show the report; its own unit goes on filling while it may."""
    return _page(request, report_id, ReasonForm())


@require_POST
@requires(Capability.REPORT_REVIEW)
def receive(request: HttpRequest, report_id: str) -> HttpResponse:
    """Take the report in: by a press, or as soon as an officer of the superior has it open."""
    actor = acting(request)
    # Where somebody was quicker, the page says who.
    with suppress(Conflict):
        services.receive_report(actor=actor, report_id=report_id)
    if request.headers.get("HX-Request"):
        report = queries.report_for(actor, report_id)
        words, tone = state_mark(report.state, report.period.due_on)
        taken = {"report": report, "taken": True, "state_words": words, "tone": tone}
        return render(request, "reporting/_received.html", taken)
    return redirect("reporting:report", report_id)


@require_POST
@requires(Capability.REPORT_REVIEW)
def accept(request: HttpRequest, report_id: str) -> HttpResponse:
    """Accept the report as it was seen, and what the unit's earlier ones gained since theirs were."""
    actor, form = acting(request), ReasonForm()
    try:
        services.accept_report(actor=actor, report_id=report_id, version=_version(request))
    except Conflict as refusal:
        return _page(request, report_id, form, sentence(refusal), 409)
    messages.success(request, _("Đã duyệt báo cáo; số liệu được tính là đã duyệt."))
    for report in _gained_before(actor, queries.report_for(actor, report_id)):
        # Somebody may have been quicker with one of them, or have sent it himself once.
        with suppress(Conflict, Forbidden):
            services.accept_additions(actor=actor.with_key(None), report_id=report.public_id)
            said = _("Đã duyệt cả phần bổ sung của %(report)s.") % {"report": report.period.name}
            messages.success(request, said)
    return redirect("reporting:report", report_id)


@require_POST
@requires(Capability.REPORT_REVIEW)
def accept_additions(request: HttpRequest, report_id: str) -> HttpResponse:
    """Accept what was counted for the report's days only after it was accepted."""
    try:
        services.accept_additions(actor=acting(request), report_id=report_id)
    except Conflict as refusal:
        return _page(request, report_id, ReasonForm(), sentence(refusal), 409)
    messages.success(request, _("Đã duyệt phần bổ sung; số liệu được tính là đã duyệt."))
    return redirect("reporting:report", report_id)


@require_POST
@requires(Capability.REPORT_REVIEW)
def give_back(request: HttpRequest, report_id: str) -> HttpResponse:
    """Return the report with a reason; what was typed stays when something is wrong."""
    form = ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    if not form.errors:
        try:
            services.return_report(
                actor=acting(request),
                report_id=report_id,
                reason=reason,
                version=_version(request),
            )
        except Invalid as refusal:
            form.add_error("reason", sentence(refusal))
        except Conflict as refusal:
            return _page(request, report_id, form, sentence(refusal), 409)
        else:
            messages.success(request, _("Đã trả lại báo cáo; đơn vị thấy lý do ở Việc hôm nay."))
            return redirect("reporting:report", report_id)
    return _page(request, report_id, form, status=422)


@requires(Capability.REPORT_VIEW)
def proof(request: HttpRequest, report_id: str, file_id: str) -> HttpResponse:
    """Serve a photograph under its report, as a picture and nothing else."""
    return picture(queries.evidence_file(acting(request), report_id, file_id))


def _page(
    request: HttpRequest, report_id: str, form: ReasonForm, refused: str = "", status: int = 200
) -> HttpResponse:
    actor = acting(request)
    report = queries.report_for(actor, report_id)
    if report.may_fill and request.method == "GET":
        return redirect("reporting:begin", report.period.public_id)
    words, tone = state_mark(report.state, report.period.due_on)
    context = {
        "report": report,
        "period": report.period,
        "lines": _lines(actor, report),
        "general_photos": [photo for photo in report.photos if not photo.code],
        "state_words": words,
        "tone": tone,
        "story": story(report),
        "form": form,
        "refused": refused,
    }
    return render(request, "reporting/report.html", context, status=status)


def _lines(actor: Actor, report: ReportView) -> list[tuple[Line, list[Photo], list[Place]]]:
    """Return each figure with its proofs and the places where it counts."""
    places = queries.places_of(actor, report)
    return [
        (
            line,
            [photo for photo in report.photos if photo.code == line.code],
            places.get(line.code, []),
        )
        for line in report.lines
    ]


def _gained_before(actor: Actor, report: ReportView) -> list[ReportView]:
    """Return the unit's accepted reports of earlier days that have gained something since."""
    return queries.reports_added_to(actor, unit_id=report.unit_id, before=report.period.starts_on)


def _version(request: HttpRequest) -> int | None:
    seen = request.POST.get("version", "")
    return int(seen) if seen.isascii() and seen.isdigit() else None
