"""Filling and sending the own unit's report: kept as it is typed, nothing typed is ever lost."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.apps.files.services import KeptPhoto
from thidua.apps.reporting import queries, services
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError
from thidua.web.access import requires
from thidua.web.areas.reporting.filling import ReportForm
from thidua.web.http import acting
from thidua.web.photos import kept_from

_REMOVE = "remove:"


@requires(Capability.REPORT_FILL)
def edit(request: HttpRequest, period_id: str) -> HttpResponse:
    """Show the report of the own unit for a period, or do what its form asks for."""
    actor = acting(request)
    report = queries.report_to_fill(actor, period_id, shown=request.method != "POST")
    if not report.may_fill:
        if request.method == "POST" and not _is_autosave(request):
            messages.info(request, _("Báo cáo này đã gửi; lần bấm vừa rồi không làm thay đổi gì."))
        return redirect("reporting:report", report.public_id)
    if request.method != "POST":
        return _page(request, ReportForm(report))
    form = ReportForm(report, request.POST, request.FILES)
    form.is_valid()
    if _is_autosave(request):
        return _autosave(request, actor, form)
    return _Act(request, actor, form).answer()


class _Act:
    """One press of a button: photographs first, then what was typed, then perhaps sending."""

    def __init__(self, request: HttpRequest, actor: Actor, form: ReportForm) -> None:
        self.request, self.actor, self.form = request, actor, form
        self.wants = request.POST.get("do", "save")
        self.stale = False

    def answer(self) -> HttpResponse:
        """Do it; on any trouble give back everything that was typed, with what is wrong."""
        if self.wants == "send":
            self.form.check_complete()
        photos = kept_from(self.form)
        try:
            report_id = self._write(photos)
        except DomainError as refusal:
            self.stale = refusal.code == "base.stale"
            self.form.refuse(refusal)
        if self.form.errors:
            return self._page_with_errors()
        if self.wants == "send":
            messages.success(self.request, _sent(self.actor))
            return redirect("reporting:report", report_id)
        messages.success(self.request, self._done(len(photos)))
        return redirect("reporting:begin", self.form.report.period.public_id)

    def _write(self, photos: list[KeptPhoto]) -> str:
        report = self.form.report
        report_id = report.public_id or services.start_report(
            actor=self.actor.with_key(None), period_id=report.period.public_id
        )
        if photos:
            services.attach_evidence(
                actor=self.actor,
                report_id=report_id,
                photos=photos,
                indicator=self.form.cleaned_data.get("photo_for", ""),
                caption=self.form.cleaned_data.get("caption", ""),
            )
        if self.wants.startswith(_REMOVE):
            services.remove_evidence(
                actor=self.actor, report_id=report_id, file_id=self.wants.removeprefix(_REMOVE)
            )
        _save(self.request, self.actor, self.form, report_id, send=self._may_send())
        return report_id

    def _may_send(self) -> bool:
        return self.wants == "send" and not self.form.errors

    def _page_with_errors(self) -> HttpResponse:
        """Show the newest saved report under what was typed, errors and all."""
        newest = queries.report_to_fill(self.actor, self.form.report.period.public_id)
        if not newest.may_fill:
            return redirect("reporting:report", newest.public_id)
        self.form.take(newest)
        return _page(self.request, self.form, stale=self.stale)

    def _done(self, photos: int) -> str:
        if photos:
            return _("Đã lưu %(count)s ảnh và nội dung đã nhập.") % {"count": photos}
        if self.wants.startswith(_REMOVE):
            return _("Đã bỏ ảnh khỏi báo cáo.")
        return _("Đã lưu nháp. Cấp trên chưa thấy báo cáo cho đến khi gửi.")


def _sent(actor: Actor) -> str:
    """Say when it went and who has it now."""
    name = queries.receiver_of(actor.unit_id or 0)
    at = timezone.localtime(clock.moment())
    if not name:
        return _("Đã gửi %(time)s.") % {"time": f"{at:%H:%M}"}
    return _("Đã gửi %(time)s, %(superior)s đã nhận.") % {"time": f"{at:%H:%M}", "superior": name}


def _save(
    request: HttpRequest, actor: Actor, form: ReportForm, report_id: str, *, send: bool
) -> None:
    """Save or send; where only the person's own autosave came between, that is not a conflict."""
    act = services.send_report if send else services.save_draft
    seen = request.POST.get("version", "")
    version = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 9 else 0  # noqa: PLR2004 - a column's room
    version = max(version, 1)
    given: dict[str, Any] = {
        "report_id": report_id,
        "entries": form.entries(),
        "texts": form.texts(),
    }
    try:
        act(actor=actor, version=version, **given)
    except DomainError as refusal:
        newest = queries.version_if_last_saved_by(actor, report_id)
        if refusal.code != "base.stale" or newest is None:
            raise
        act(actor=actor, version=newest, **given)


def _autosave(request: HttpRequest, actor: Actor, form: ReportForm) -> HttpResponse:
    """Keep what can be read while it is being typed; say what cannot."""
    quiet = actor.with_key(None)
    period = form.report.period
    try:
        report_id = form.report.public_id or services.start_report(
            actor=quiet, period_id=period.public_id
        )
        _save(request, quiet, form, report_id, send=False)
    except DomainError as refusal:
        return HttpResponse(sentence(refusal), status=409, content_type="text/plain; charset=utf-8")
    newest = queries.report_to_fill(actor, period.public_id)
    context = {
        "report": newest,
        "wrong": [form[name] for name in form.errors if name in form.fields],
    }
    return render(request, "reporting/_saved.html", context)


def _page(request: HttpRequest, form: ReportForm, *, stale: bool = False) -> HttpResponse:
    report = form.report
    context = {
        "report": report,
        "period": report.period,
        "form": form,
        "counted": form.counted(),
        "rows": list(form.rows(stale=stale)),
        "general_photos": [photo for photo in report.photos if not photo.code],
        "send_label": _("Gửi %(name)s") % {"name": _inside_sentence(report.period.name)},
        # What first came in time and was returned stays in time.
        "late_now": report.period.due_on < clock.today()
        and (report.late or not report.first_sent_on),
    }
    status = 409 if stale else 422 if form.errors else 200
    return render(request, "reporting/fill.html", context, status=status)


def _inside_sentence(name: str) -> str:
    """Return a name as it stands after a verb: "Báo cáo tháng 11" → "báo cáo tháng 11"."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _is_autosave(request: HttpRequest) -> bool:
    return request.method == "POST" and request.POST.get("do") == "autosave"
