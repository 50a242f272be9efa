"""Answers that are files: a workbook under a name of our own."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def excel(content: bytes, name: str) -> HttpResponse:
    """Return a workbook to be kept."""
    named = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(content, content_type=_EXCEL, headers={"Content-Disposition": named or ""})
