"""Photographs of a conference: attached, changed, taken off, and served under it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.apps.conferences import queries, services
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, Forbidden
from thidua.web.access import requires
from thidua.web.areas.conferences.forms import PhotoForm, PhotosForm
from thidua.web.http import acting
from thidua.web.photos import kept_from, picture

_REMOVE, _CHANGE = "remove", "change"


@require_POST
@requires(Capability.CONFERENCE_KEEP)
def keep(request: HttpRequest, conference_id: str) -> HttpResponse:
    """Attach photographs, or change or take off one that is there."""
    if queries.conference_for(acting(request), conference_id).unit_id != acting(request).unit_id:
        raise Forbidden("base.forbidden")
    pressed, _colon, file_id = request.POST.get("do", "").partition(":")
    if pressed == _REMOVE:
        services.remove_conference_photo(
            actor=acting(request), conference_id=conference_id, file_id=file_id
        )
        messages.success(request, _("Đã bỏ ảnh."))
    elif pressed == _CHANGE:
        _change(request, conference_id, file_id)
    else:
        _attach(request, conference_id)
    return redirect("conferences:record", conference_id)


def _change(request: HttpRequest, conference_id: str, file_id: str) -> None:
    form = PhotoForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return
    services.change_conference_photo(
        actor=acting(request), conference_id=conference_id, file_id=file_id, **form.cleaned_data
    )
    messages.success(request, _("Đã lưu chú thích và sự đồng ý."))


def _attach(request: HttpRequest, conference_id: str) -> None:
    """Keep the usable photographs; say what is wrong with each other one."""
    form = PhotosForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return
    kept = kept_from(form)
    try:
        if kept:
            services.attach_conference_photos(
                actor=acting(request),
                conference_id=conference_id,
                photos=kept,
                caption=form.cleaned_data["caption"],
                consent=form.cleaned_data["consent"],
            )
    except DomainError as refusal:
        messages.error(request, sentence(refusal))
        return
    for said in form.errors.get("photos", []):
        messages.error(request, str(said))
    if kept:
        messages.success(request, _("Đã lưu %(count)s ảnh.") % {"count": len(kept)})


@requires(Capability.CONFERENCE_VIEW)
def show(request: HttpRequest, conference_id: str, file_id: str) -> HttpResponse:
    """Serve a photograph under its conference, as a picture and nothing else."""
    file = queries.photo_file(acting(request), conference_id, file_id)
    # Whoever withdraws the consent must not be seen for long.
    return picture(file, seconds=300)
