"""Files to download: the blank form, the form filled with what is recorded, a file with its errors."""

from pathlib import PurePath

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from thidua.base import clock
from thidua.base.messages import sentence
from thidua.domain.errors import NotFound
from thidua.office.sheets import write_errors, write_rows, write_template
from thidua.web.access import signed_in
from thidua.web.areas.imports.kinds import kind_for
from thidua.web.areas.imports.views.common import name_of, source_of
from thidua.web.downloads import excel
from thidua.web.http import acting


@signed_in
@require_safe
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """Return the blank form."""
    chosen = kind_for(acting(request), kind)
    return excel(write_template(chosen.sheet), f"mau-{chosen.slug}.xlsx")


@signed_in
@require_safe
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """Return the form filled with what the actor keeps; it may be changed and taken in again."""
    actor = acting(request)
    chosen, today = kind_for(actor, kind), clock.today()
    if chosen.rows is None:
        raise NotFound("base.not_found")
    content = write_rows(chosen.sheet, chosen.rows(actor, today))
    return excel(content, f"{chosen.slug}-{today.isoformat()}.xlsx")


@signed_in
@require_safe
def errors(request: HttpRequest, kind: str, digest: str) -> HttpResponse:
    """Return the rows of a kept file with what is wrong beside each, wrong cells in red."""
    actor = acting(request)
    chosen = kind_for(actor, kind)
    source = source_of(request, actor, chosen, digest)
    plan = chosen.plan(actor, source.read, {})
    stem = PurePath(name_of(request, digest)).stem or chosen.slug
    content = write_errors(chosen.sheet, source.read.rows, plan.log, sentence)
    return excel(content, f"{stem}-loi.xlsx")
