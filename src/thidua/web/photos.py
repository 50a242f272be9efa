"""Photographs on pages: the field that takes several, keeping the usable ones, serving one."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from thidua.apps.files.services import MAX_FILES_PER_UPLOAD, KeptPhoto, keep_photos, read
from thidua.base.messages import sentence
from thidua.domain.errors import Invalid
from thidua.office.images import MAX_MEGABYTES

_PHOTOS, _SCANS = "image/jpeg,image/png,image/webp", ",application/pdf"
_CLOSED_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


class ManyFilesInput(forms.FileInput):
    """A file input that takes several photographs at once."""

    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Several photographs, or scans where a paper proves it; they are judged when they are kept."""

    widget = ManyFilesInput

    def __init__(self, *, scans: bool = True, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Ảnh"))
        kwargs.setdefault("required", False)
        if scans:
            kwargs.setdefault("help_text", _("Ảnh chụp hoặc bản scan PDF."))
        super().__init__(**kwargs)
        self.scans = scans
        self.widget.attrs |= {
            "accept": _PHOTOS + _SCANS if scans else _PHOTOS,
            "data-kinds": "JPEG, PNG, WebP, PDF" if scans else "JPEG, PNG, WebP",
            "data-max-files": str(MAX_FILES_PER_UPLOAD),
            "data-max-mb": str(MAX_MEGABYTES),
        }

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:  # noqa: ARG002 - Django's signature
        """Return the uploads as a list; ask for one where the field must be filled."""
        found = [file for file in (data if isinstance(data, list) else [data]) if file]
        if self.required and not found:
            raise forms.ValidationError(_("Chưa chọn ảnh nào."))
        return found


def kept_from(form: forms.Form, name: str = "photos") -> list[KeptPhoto]:
    """Keep the usable photographs of a form; say beside the field what is wrong with the others."""
    scans = getattr(form.fields[name], "scans", False)
    try:
        kept, refused = keep_photos(form.cleaned_data.get(name) or [], scans=scans)
    except Invalid as refusal:
        kept, refused = [], [refusal]
    for each in refused:
        form.add_error(name, sentence(each))
    return kept


def picture(file: Any, seconds: int = 3600) -> HttpResponse:
    """Serve a kept photograph as a picture and nothing else; the caller has asked who may see it."""
    response = HttpResponse(read(file), content_type=file.media_type)
    response["Content-Disposition"] = f'inline; filename="{file.public_id}.jpg"'
    response["Content-Security-Policy"] = _CLOSED_POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = f"private, max-age={seconds}"
    return response
