"""The solemn page: what will happen to whom, then one press; and laying a draft aside."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.apps.org.queries.reorganisation import is_draft, reorganisation_for
from thidua.apps.org.services.reorganise import (
    carry_out_reorganisation,
    recall_reorganisation,
    withdraw_reorganisation,
)
from thidua.apps.org.services.reorganising_plan import Prepared, prepare
from thidua.apps.org.services.reorganising_preview import Preview, preview_of
from thidua.base import clock
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid
from thidua.text.dates import day
from thidua.text.numbers import group
from thidua.web.access import requires
from thidua.web.areas.reorganisation.forms import RecallForm
from thidua.web.areas.reorganisation.views.browse import plan_page
from thidua.web.areas.reorganisation.words import row_label
from thidua.web.http import acting, count_in


@requires(Capability.UNIT_REORGANISE)
def carry_out(request: HttpRequest, reorganisation_id: str) -> HttpResponse:
    """Preview everything; carry it out in whole, or show row by row why not."""
    actor = acting(request)
    row = reorganisation_for(actor, reorganisation_id)
    if not is_draft(row) and request.method != "POST":
        return redirect("reorganisation:plan", reorganisation_id)
    refused = ""
    if request.method == "POST":
        try:
            carry_out_reorganisation(
                actor=actor,
                reorganisation_id=reorganisation_id,
                version=count_in(request.POST.get("version", "")) or 0,
            )
        except Conflict as refusal:
            if refusal.code == "org.plan_not_draft":
                raise
            refused = _("Phương án vừa được sửa. Hãy xem lại bản dưới đây rồi bấm thực hiện.")
            refused = sentence(refusal) if refusal.code != "base.stale" else refused
        else:
            messages.success(request, _done(row))
            return redirect("reorganisation:plan", reorganisation_id)
    prepared = prepare(actor, row)
    preview = preview_of(prepared)
    context = {
        "row": row,
        "refused": refused,
        "refusals": _reasons(prepared),
        "preview": preview,
        "lines": _lines(row, preview),
    }
    page = "reorganisation/carry_out.html"
    return render(request, page, context, status=422 if refused else 200)


def _done(row: Any) -> str:
    if row.effective_on > clock.today():
        return _("Đã ghi: tổ chức mới tự có hiệu lực từ ngày %(day)s.") % {
            "day": day(row.effective_on)
        }
    return _("Đã thực hiện sắp xếp tổ chức.")


def _reasons(prepared: Prepared) -> list[tuple[str, str]]:
    return [(row_label(each.row), sentence(each.error)) for each in prepared.refusals]


def _lines(row: Any, preview: Preview) -> list[tuple[str, str]]:
    """Return the lines that say beforehand what will happen, counted."""
    lines = [(_("Phương án"), row.title), (_("Căn cứ"), row.basis)]
    lines.append((_("Thực hiện từ ngày"), _when(row)))
    words = (
        ("opened", _("Thành lập")),
        ("closed", _("Kết thúc hoạt động")),
        ("moved", _("Đổi cấp trên trực tiếp")),
        ("renamed", _("Đổi tên")),
        ("sided", _("Đổi tuyến phối hợp theo ngành")),
    )
    for name, label in words:
        if count := preview.counts.get(name):
            lines.append((label, _("%(count)s đơn vị") % {"count": group(count)}))
    if count := preview.counts.get("posts"):
        ended = _("%(count)s phân công thôi hiệu lực từ ngày này") % {"count": group(count)}
        lines.append((_("Người đang giữ vai trò"), ended))
    return [
        *lines,
        (_("Số liệu đã gửi"), _("giữ nguyên nơi đã gửi, không chia cho đơn vị kế thừa")),
    ]


def _when(row: Any) -> str:
    written, today = day(row.effective_on), clock.today()
    if row.effective_on > today:
        return _("%(day)s (ngày sắp tới: tự có hiệu lực, không cần làm gì thêm)") % {"day": written}
    if row.effective_on < today:
        return _("%(day)s (ngày đã qua: ghi bổ sung)") % {"day": written}
    return written


@require_POST
@requires(Capability.UNIT_REORGANISE)
def withdraw(request: HttpRequest, reorganisation_id: str) -> HttpResponse:
    """Lay a draft aside."""
    withdraw_reorganisation(actor=acting(request), reorganisation_id=reorganisation_id)
    messages.success(request, _("Đã hủy dự thảo. Tổ chức không thay đổi."))
    return redirect("reorganisation:plan", reorganisation_id)


@require_POST
@requires(Capability.UNIT_REORGANISE)
def recall(request: HttpRequest, reorganisation_id: str) -> HttpResponse:
    """Take back what was carried out for a day to come; the reason that was typed is not lost."""
    actor = acting(request)
    row = reorganisation_for(actor, reorganisation_id)
    form = RecallForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    if form.errors:
        return plan_page(request, row, form, status=422)
    try:
        recall_reorganisation(actor=actor, reorganisation_id=reorganisation_id, reason=reason)
    except Invalid as refusal:
        form.add_error("reason", sentence(refusal))
        return plan_page(request, row, form, status=422)
    except Conflict as refusal:
        return plan_page(request, row, form, sentence(refusal), status=409)
    messages.success(
        request, _("Đã thu hồi: tổ chức giữ như trước. Phương án trở lại là dự thảo, sửa được.")
    )
    return redirect("reorganisation:plan", reorganisation_id)
