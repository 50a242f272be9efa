"""Acts on conferences: held with its outcome, cancelled with a reason, a conclusion done."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.apps.conferences import queries, services
from thidua.apps.conferences.queries import Record
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, Forbidden
from thidua.web.access import requires
from thidua.web.areas.conferences.forms import DoneForm, OutcomeForm, ReasonForm
from thidua.web.http import acting


@requires(Capability.CONFERENCE_KEEP)
def hold(request: HttpRequest, conference_id: str) -> HttpResponse:
    """Say that the conference took place, with how many; afterwards the same page corrects it."""
    record = _own(request, conference_id)
    row = record.row
    initial = {"attended": row.attended, "remarks": row.remarks, "version": row.version}
    form = OutcomeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            _write_outcome(request, record, dict(form.cleaned_data))
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Đã ghi kết quả hội nghị. Có thể viết tin bài."))
            return redirect("conferences:record", conference_id)
    return _page(request, "conferences/hold.html", record, form)


def _write_outcome(request: HttpRequest, record: Record, data: dict[str, Any]) -> None:
    version = data.pop("version") or 0
    given = {"actor": acting(request), "conference_id": record.row.public_id, **data}
    if record.row.state == "held":
        services.note_outcome(**given, version=version)
    else:
        services.hold_conference(**given)


@requires(Capability.CONFERENCE_KEEP)
def cancel(request: HttpRequest, conference_id: str) -> HttpResponse:
    """Ask for the reason, then cancel."""
    record = _own(request, conference_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.cancel_conference(
                actor=acting(request),
                conference_id=conference_id,
                reason=form.cleaned_data["reason"],
            )
        except DomainError as refusal:
            form.add_error(getattr(refusal, "field", None), sentence(refusal))
        else:
            messages.success(request, _("Đã hủy hội nghị. Hồ sơ vẫn giữ để xem."))
            return redirect("conferences:record", conference_id)
    return _page(request, "conferences/cancel.html", record, form)


@require_POST
@requires(Capability.CONFERENCE_KEEP)
def mark(request: HttpRequest, assigned_id: str) -> HttpResponse:
    """Mark a conclusion as carried out by the own unit, or take the mark back."""
    form, done = DoneForm(request.POST), request.POST.get("done") == "1"
    if form.is_valid():
        remark = form.cleaned_data["remark"]
        services.mark_conclusion(
            actor=acting(request), assigned_id=assigned_id, done=done, remark=remark
        )
        said = _("Đã đánh dấu việc này đã làm.") if done else _("Đã bỏ dấu đã làm.")
        messages.success(request, said)
    else:
        messages.error(request, str(form.errors["remark"][0]))
    conference_id = request.POST.get("conference_id", "")
    return redirect("conferences:record", conference_id) if conference_id else redirect("home")


def _own(request: HttpRequest, conference_id: str) -> Record:
    record = queries.record_of(acting(request), conference_id)
    if not record.own:
        raise Forbidden("base.forbidden")
    return record


def _page(request: HttpRequest, template: str, record: Record, form: Any) -> HttpResponse:
    context = {"record": record, "form": form}
    return render(request, template, context, status=422 if form.errors else 200)
