"""Choosing what to take in, and uploading the file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from thidua.base.messages import sentence
from thidua.domain.errors import Forbidden, Invalid
from thidua.office.sheets import MAX_BYTES, read_workbook
from thidua.text.unicode import clean_line
from thidua.web.access import signed_in
from thidua.web.areas.imports import keeping
from thidua.web.areas.imports.forms import UploadForm
from thidua.web.areas.imports.kinds import ImportKind, kind_for, kinds_for
from thidua.web.areas.imports.views.common import remember
from thidua.web.http import acting


@signed_in
def start(request: HttpRequest) -> HttpResponse:
    """Show the kinds of files that the role may take in."""
    kinds = kinds_for(acting(request))
    if not kinds:
        raise Forbidden("base.forbidden")
    return render(request, "imports/start.html", {"kinds": kinds})


@signed_in
def upload(request: HttpRequest, kind: str) -> HttpResponse:
    """Show template, export and the form; keep an uploaded file and lead to its preview."""
    actor = acting(request)
    chosen = kind_for(actor, kind)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                digest = _kept(request, actor.user_id or 0, chosen, form)
            except Invalid as refusal:
                form.add_error("file", sentence(refusal))
            else:
                return redirect("imports:preview", kind, digest)
    context = {"kind": chosen, "form": form}
    return render(request, "imports/upload.html", context, status=422 if form.errors else 200)


def _kept(request: HttpRequest, owner: int, kind: ImportKind, form: UploadForm) -> str:
    """Keep the file if it can be read at all; its rows are looked at in the preview."""
    given = form.cleaned_data["file"]
    if given.size > MAX_BYTES:
        raise Invalid("sheets.too_heavy", field="file", limit=MAX_BYTES // 2**20)
    data = given.read()
    read_workbook(data, kind.sheet)
    digest = keeping.keep(owner, data)
    remember(request, digest, clean_line(given.name or ""))
    return digest
