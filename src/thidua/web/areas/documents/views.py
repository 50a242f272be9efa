"""A kept paper as a sheet, as Word or PDF; and its numbers beside what the data says now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps.documents.queries import Paper, paper_for
from thidua.apps.documents.to_domain import content_of, figures_of
from thidua.apps.org.queries import name_of
from thidua.apps.reporting.queries import checked
from thidua.domain.access.capabilities import Capability
from thidua.domain.spans import DateSpan
from thidua.web.access import requires
from thidua.web.http import acting
from thidua.web.papers import paper_response


@requires(Capability.FIGURE_VIEW)
@require_safe
def show(request: HttpRequest, paper_id: str) -> HttpResponse:
    """Show the paper as it was drafted; the same address gives Word and PDF."""
    paper = paper_for(acting(request), paper_id)
    content = content_of(paper)
    file = paper_response(request, content, paper.title)
    if file is not None:
        return file
    return render(request, "documents/paper.html", {**_about(paper), "content": content})


@requires(Capability.FIGURE_VIEW)
@require_safe
def check(request: HttpRequest, paper_id: str) -> HttpResponse:
    """Lay every printed number beside the number of now."""
    paper = paper_for(acting(request), paper_id)
    rows = checked(paper.unit_id, DateSpan(paper.starts_on, paper.until), figures_of(paper))
    different = [row for row in rows if not row.same]
    return render(
        request, "documents/check.html", {**_about(paper), "rows": rows, "different": different}
    )


def _about(paper: Paper) -> dict[str, object]:
    return {"paper": paper, "unit_name": name_of(paper.unit_id, paper.cut_off)}
