"""Official papers on the site: the mark of the demonstration, Word or PDF at the page's address.

A page that gives a paper shows it with `{% paper_preview paper %}` and answers
`paper_response(request, paper, name) or render(…)`; nothing is stored.
"""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from thidua.domain.documents import DEMO_MARK, Paper
from thidua.lawbook.papers import office_layout
from thidua.office.papers import write_docx, write_pdf
from thidua.office.papers.shape import shape_of
from thidua.text.fold import fold

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PDF = "application/pdf"
_NAME_LENGTH = 80

# What may stand behind `dang`, as the buttons say it: value, label, icon.
FORMS = (
    ("docx", _("Tải Word"), "download"),
    ("pdf", _("Tải PDF"), "download"),
    ("in", _("In"), "print"),
)


def marked(paper: Paper) -> Paper:
    """Return the paper as it may leave: in the demonstration with the mark across every page."""
    return replace(paper, mark=DEMO_MARK) if settings.THIDUA_DEMO else paper


def sheet_of(paper: Paper) -> dict[str, Any]:
    """Return the paper as the sheet on screen draws it: each cell beside the side it stands on."""
    sheet = shape_of(marked(paper), office_layout())
    for block in [*sheet["blocks"], *sheet["annexes"]]:
        if block["is"] == "table":
            sides = [column["align"] for column in block["columns"]]
            block["rows"] = [list(zip(row, sides, strict=True)) for row in block["rows"]]
    return sheet


def paper_response(request: HttpRequest, paper: Paper, name: str) -> HttpResponse | None:
    """Return the file that the address asks for (`?dang=docx`, `pdf`, `in`); None for the page."""
    match request.GET.get("dang"):
        case "docx":
            return _file(write_docx(marked(paper), office_layout()), _WORD, f"{_slug(name)}.docx")
        case "pdf":
            return _file(write_pdf(marked(paper), office_layout()), _PDF, f"{_slug(name)}.pdf")
        case "in":
            # To be opened, not kept: the browser prints it with the margins of the paper itself.
            data = write_pdf(marked(paper), office_layout())
            return _file(data, _PDF, f"{_slug(name)}.pdf", attached=False)
    return None


def _slug(name: str) -> str:
    """Return a file name that every system keeps: ke-hoach-08-kh-ldld."""
    return fold(name).replace(" ", "-")[:_NAME_LENGTH].strip("-") or "van-ban"


def _file(data: bytes, kind: str, name: str, *, attached: bool = True) -> HttpResponse:
    named = content_disposition_header(as_attachment=attached, filename=name)
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": named or ""})
