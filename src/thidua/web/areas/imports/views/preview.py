"""What a file would do, the questions it raises, the one press that writes it, and the result."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.org.services.importing_plan import Source, Verdict
from thidua.base.actor import Actor
from thidua.base.messages import sentence
from thidua.domain.errors import Conflict
from thidua.text.numbers import group
from thidua.web.access import signed_in
from thidua.web.areas.imports.forms import answers_in
from thidua.web.areas.imports.kinds import ImportKind, kind_for
from thidua.web.areas.imports.present import preview_of
from thidua.web.areas.imports.views.common import answers_of, remember_answers, source_of
from thidua.web.http import acting


@signed_in
def preview(request: HttpRequest, kind: str, digest: str) -> HttpResponse:
    """Show the plan of a kept file; with the answers and the press of its page, carry it out."""
    actor = acting(request)
    chosen = kind_for(actor, kind)
    source = source_of(request, actor, chosen, digest)
    answers = answers_in(request.POST)
    refused = ""
    if request.POST.get("do") == "commit":
        try:
            return _carried_out(request, actor, chosen, source, answers)
        except Conflict as refusal:
            refused = sentence(refusal)
    plan = chosen.plan(actor, source.read, answers)
    context = {
        "kind": chosen,
        "source": source,
        "refused": refused,
        "page": preview_of(plan, chosen.sheet, answers),
    }
    return render(request, "imports/preview.html", context, status=409 if refused else 200)


@signed_in
def done(request: HttpRequest, kind: str, digest: str) -> HttpResponse:
    """Show how the rows of a file stand now: what was written is there, the rest was not."""
    actor = acting(request)
    chosen = kind_for(actor, kind)
    source = source_of(request, actor, chosen, digest)
    answers = answers_of(request, digest)
    plan = chosen.plan(actor, source.read, answers)
    people = [line for line in plan.of(Verdict.SAME) if getattr(line, "user_public_id", "")]
    context = {
        "kind": chosen,
        "source": source,
        "page": preview_of(plan, chosen.sheet, answers),
        "people": people[:300],
    }
    return render(request, "imports/done.html", context)


def _carried_out(
    request: HttpRequest, actor: Actor, kind: ImportKind, source: Source, answers: dict[int, str]
) -> HttpResponse:
    seen = request.POST.get("seen", "")[:100]
    made = kind.carry_out(actor=actor, source=source, answers=answers, seen=seen)
    if kind.result:
        messages.success(
            request, _("Đã lập dự thảo từ tệp. Bước tiếp theo: xem trước rồi thực hiện.")
        )
        return redirect(kind.result, made)
    remember_answers(request, source.digest, answers)
    new, changed, *rest = (int(part) for part in seen.split("-"))
    messages.success(
        request,
        _("Đã ghi: thêm %(new)s, sửa %(changed)s. Không ghi: %(bad)s dòng lỗi.")
        % {"new": group(new), "changed": group(changed), "bad": group(rest[-1])},
    )
    return redirect("imports:done", kind.slug, source.digest)
