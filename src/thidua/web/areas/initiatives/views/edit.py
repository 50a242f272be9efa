"""Entering and changing an initiative: nothing typed is lost, sending says what is missing."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.apps.files.services import KeptPhoto
from thidua.apps.initiatives import queries, services
from thidua.apps.initiatives.queries import InitiativeView
from thidua.apps.initiatives.services import InitiativeDraft
from thidua.base.actor import Actor
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import Conflict, DomainError, Forbidden, Invalid
from thidua.web.access import requires
from thidua.web.areas.initiatives.forms import AuthorRows, AuthorSet, InitiativeForm
from thidua.web.http import acting, count_in
from thidua.web.photos import kept_from

_KEPT = (
    "title", "kind", "field", "applied_on", "filed_on", "confidential", "problem", "solution",
    "benefit", "reckoning", "effect", "recognised_by", "recognition_no", "recognised_on", "level",
    "programme", "exclusion", "version",
)  # fmt: skip
_PREFIX = "tac-gia"
_REMOVE = "remove:"


@requires(Capability.INITIATIVE_SUBMIT)
def new(request: HttpRequest) -> HttpResponse:
    """Enter an initiative of the own unit."""
    actor = acting(request)
    own = [] if _enters_for_others(actor) else [{"name": actor.name, "share": "100"}]
    return _Entry(request, actor, None, {}, own).answer()


@requires(Capability.INITIATIVE_SUBMIT)
def edit(request: HttpRequest, initiative_id: str) -> HttpResponse:
    """Change an initiative that nobody has to confirm yet."""
    actor = acting(request)
    found = queries.initiative_for(actor, initiative_id)
    if not found.may_edit:
        if found.row.unit_id != actor.unit_id:
            raise Forbidden("base.forbidden")
        messages.info(request, sentence(Conflict("initiatives.locked")))
        return redirect("initiatives:one", initiative_id)
    initial = {name: getattr(found.row, name) for name in _KEPT}
    authors = [
        {
            "name": author.name,
            "post": author.post,
            "workplace": author.workplace,
            "share": author.share_words.removesuffix(" %"),
        }
        for author in found.authors
    ]
    return _Entry(request, actor, found, initial, authors).answer()


@require_POST
@requires(Capability.INITIATIVE_SUBMIT)
def drop(request: HttpRequest, initiative_id: str) -> HttpResponse:
    """Take off an initiative that nothing counts yet."""
    services.drop_initiative(actor=acting(request), initiative_id=initiative_id)
    messages.success(request, _("Đã bỏ sáng kiến này; chưa có số liệu nào tính đến."))
    return redirect("initiatives:list")


def _enters_for_others(actor: Actor) -> bool:
    return reach_of(actor.role, Capability.INITIATIVE_VIEW) is not None


def _rows(data: Any, initial: list[dict[str, Any]] | None = None) -> AuthorRows:
    return cast(AuthorRows, AuthorSet(data, prefix=_PREFIX, initial=initial))


class _Entry:
    """One page of the form: shown, or carried out; on any trouble all that was typed comes back."""

    def __init__(
        self,
        request: HttpRequest,
        actor: Actor,
        found: InitiativeView | None,
        initial: dict[str, Any],
        authors: list[dict[str, Any]],
    ) -> None:
        self.request, self.actor, self.found = request, actor, found
        posted, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
        self.form = InitiativeForm(posted, files, initial=initial)
        self.authors = _rows(posted, authors)
        self.authors.extra = 0 if authors else 1
        self.wants = request.POST.get("do", "")
        self.version = count_in(request.POST.get("version", "")) or 0
        self.stale, self.authors_error = False, ""

    def answer(self) -> HttpResponse:
        """Show the form, add a row for an author, or write."""
        if self.request.method != "POST":
            return self._page()
        if self.wants == "add":
            self._add_row()
            return self._page()
        if self.form.is_valid() & self.authors.is_valid():
            photos = kept_from(self.form)
            if not self.form.errors:
                try:
                    return self._written(photos)
                except (Conflict, Invalid) as refusal:
                    for fault in self._all_of(refusal):
                        self._tell(fault)
        elif self.request.FILES:
            self.form.add_error(
                "photos", _("Ảnh chưa được lưu. Sửa xong các ô khác, hãy chọn lại ảnh.")
            )
        return self._page(status=409 if self.stale else 422)

    def _written(self, photos: list[KeptPhoto]) -> HttpResponse:
        """Keep everything as a draft first, so that a refused sending loses nothing, then send."""
        initiative_id = self._kept(photos)
        if self.wants.startswith(_REMOVE):
            file_id = self.wants.removeprefix(_REMOVE)
            quiet = self.actor.with_key(None)
            services.remove_initiative_photo(
                actor=quiet, initiative_id=initiative_id, file_id=file_id
            )
            return redirect("initiatives:edit", initiative_id)
        if self.wants == "send":
            self._sent(initiative_id)
            messages.success(self.request, _("Đã gửi sáng kiến, chờ công đoàn xác nhận."))
        else:
            messages.success(self.request, _("Đã lưu nháp sáng kiến."))
        return redirect("initiatives:one", initiative_id)

    def _kept(self, photos: list[KeptPhoto]) -> str:
        key = self.actor.request_key
        actor = self.actor.with_key(f"{key[:60]}:kept" if key else None)
        if self.found is None:
            return services.enter_initiative(actor=actor, draft=self._draft(), photos=photos)
        return services.edit_initiative(
            actor=actor,
            initiative_id=self.found.row.public_id,
            version=self.version,
            draft=self._draft(),
            photos=photos,
        )

    def _sent(self, initiative_id: str) -> None:
        """Send what was just kept; where that is refused, the form goes on from the kept draft."""
        version = self.version + 1 if self.found else 1
        try:
            services.edit_initiative(
                actor=self.actor,
                initiative_id=initiative_id,
                version=version,
                draft=self._draft(),
                send=True,
            )
        except (Conflict, Invalid):
            self.found = queries.initiative_for(self.actor, initiative_id)
            data = self.request.POST.copy()
            data["version"] = str(version)
            self.form = InitiativeForm(data)
            self.form.is_valid()
            raise

    def _draft(self) -> InitiativeDraft:
        return self.form.draft(self.authors.authors())

    def _all_of(self, refusal: DomainError) -> list[DomainError]:
        """Return all that stands against sending, not only what was met first."""
        faults = services.faults_of(self._draft()) if self.wants == "send" else []
        known = {fault.code for fault in faults}
        return [*faults] if refusal.code in known else [refusal, *faults]

    def _tell(self, refusal: DomainError) -> None:
        self.stale = refusal.code == "base.stale"
        field, said = getattr(refusal, "field", None), sentence(refusal)
        if field == "authors":
            self.authors_error = said
            said = format_html('<a href="#id_authors">{}</a>', said)
        self.form.add_error(field if field in self.form.fields else None, said)

    def _add_row(self) -> None:
        """Offer one author more, with all that was typed."""
        data = self.request.POST.copy()
        name = f"{_PREFIX}-TOTAL_FORMS"
        data[name] = str((count_in(data.get(name, "")) or 0) + 1)
        self.authors = _rows(data)
        self.form = InitiativeForm(initial={key: data.get(key, "") for key in _KEPT})

    def _page(self, status: int = 200) -> HttpResponse:
        context = {
            "form": self.form,
            "authors": self.authors,
            "found": self.found,
            "authors_error": self.authors_error,
            "for_others": _enters_for_others(self.actor),
        }
        return render(self.request, "initiatives/edit.html", context, status=status)
