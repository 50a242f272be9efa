"""Writing a pact: a new one begins with the plan's contents and the parties one usually has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.enums import PactKind, PactState
from thidua.apps.campaigns.queries import pacts
from thidua.apps.campaigns.services.pacts import draft_pact, edit_pact
from thidua.apps.figures.queries import indicators_in_force
from thidua.apps.org.queries import direct_units, main_parent_id, unit_row
from thidua.base.actor import Actor
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, DomainError, Forbidden
from thidua.domain.pacts import MOST_COMMITMENTS, MOST_PARTIES
from thidua.web.access import requires
from thidua.web.areas.pacts.forms import CommitmentSet, PactForm, PartySet
from thidua.web.http import acting, count_in

_MOST_UNITS, _MOST_COPIED, _LONGEST = 300, 10, 1000


@requires(Capability.PACT_KEEP)
def new(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """A new pact of the own unit in a campaign that it sees."""
    actor = acting(request)
    campaign = queries.campaign_for(actor, campaign_id)
    near = _neighbours(actor)
    parties = near.first_parties(actor)
    forms = _Forms(request, near, _first(campaign), parties, _contents(campaign))
    if request.method == "POST" and forms.complete():
        try:
            public_id = draft_pact(
                actor=actor,
                unit_id=actor.unit_public_id,
                campaign_id=campaign_id,
                pact=forms.draft(),
            )
        except DomainError as refusal:
            forms.refuse(refusal)
        else:
            messages.success(request, _("Đã lưu giao ước. In ra để ký, ký xong thì ghi nhận."))
            return redirect("pacts:pact", public_id)
    return forms.page(campaign=campaign)


@requires(Capability.PACT_KEEP)
def edit(request: HttpRequest, pact_id: str) -> HttpResponse:
    """Change a drafted pact; if someone else changed it meanwhile, what was typed is kept."""
    actor = acting(request)
    pact = pacts.pact_for(actor, pact_id)
    if pact.unit_id != actor.unit_id:
        raise Forbidden("base.forbidden")
    if pact.state != PactState.DRAFT and request.method != "POST":
        raise Conflict("pacts.locked")
    names = ("title", "kind", "place", "signed_on", "note", "version")
    initial = {name: getattr(pact, name) for name in names}
    forms = _Forms(request, _neighbours(actor), initial, _parties_of(pact), _commitments_of(pact))
    if request.method == "POST" and forms.complete():
        version = forms.form.cleaned_data["version"] or 0
        try:
            edit_pact(actor=actor, pact_id=pact_id, version=version, pact=forms.draft())
        except DomainError as refusal:
            forms.refuse(refusal, newest=pact.version)
        else:
            messages.success(request, _("Đã lưu thay đổi."))
            return redirect("pacts:pact", pact_id)
    return forms.page(campaign=pact.campaign, pact=pact)


class _Forms:
    """The paper, its parties and its commitments, as they are shown and typed."""

    def __init__(
        self,
        request: HttpRequest,
        near: "_Neighbours",
        initial: dict[str, Any],
        parties: list[dict[str, Any]],
        commitments: list[dict[str, Any]],
    ) -> None:
        self.request = request
        units: dict[str, Any] = {"form_kwargs": {"units": near.listed()}, "prefix": "ben"}
        listed = [(row.code, row.name) for row in indicators_in_force()]
        figures: dict[str, Any] = {"form_kwargs": {"indicators": listed}, "prefix": "noi-dung"}
        if request.method == "POST":
            data = _with_more(request)
            self.form: Any = PactForm(request.POST, initial=initial)
            self.parties: Any = PartySet(data, **units)
            self.commitments: Any = CommitmentSet(data, **figures)
        else:
            self.form = PactForm(initial=initial)
            self.parties = PartySet(initial=parties, **units)
            self.commitments = CommitmentSet(initial=commitments, **figures)

    def complete(self) -> bool:
        """Tell whether what was typed can be saved; say on top what is wrong in the rows."""
        if "add_party" in self.request.POST or "add_commitment" in self.request.POST:
            self.form.errors.clear()
            return False
        sets = (self.parties, self.commitments)
        sound = all([self.form.is_valid(), *(rows.is_valid() for rows in sets)])
        for error in (*_errors(self.parties, _("Bên")), *_errors(self.commitments, _("Nội dung"))):
            self.form.add_error(None, error)
        return sound

    def draft(self) -> Any:
        """Return what was typed, as the service takes it."""
        return self.form.draft(self.parties.drafts(), self.commitments.drafts())

    def refuse(self, refusal: DomainError, newest: int = 0) -> None:
        """Say what was refused; only who was told of the other version may write over it."""
        field = getattr(refusal, "field", None)
        self.form.add_error(field if field in self.form.fields else None, sentence(refusal))
        if refusal.code == "base.stale":
            self.form.data = self.form.data.copy()
            self.form.data["version"] = str(newest)

    def page(self, **context: Any) -> HttpResponse:
        """Return the page with the forms as they stand."""
        shown = {"form": self.form, "parties": self.parties, "commitments": self.commitments}
        status = 422 if self.form.errors else 200
        return render(self.request, "pacts/edit.html", shown | context, status=status)


def _with_more(request: HttpRequest) -> Any:
    """Return the posted data, with room for one more row where that button was pressed."""
    data = request.POST.copy()
    for button, prefix, most in (
        ("add_party", "ben", MOST_PARTIES),
        ("add_commitment", "noi-dung", MOST_COMMITMENTS),
    ):
        count = count_in(data.get(f"{prefix}-TOTAL_FORMS", ""))
        if button in data and count is not None:
            data[f"{prefix}-TOTAL_FORMS"] = str(min(count + 1, most))
    return data


def _errors(rows: Any, word: str) -> Iterator[str]:
    yield from rows.non_form_errors()
    for order, row in enumerate(rows.forms, start=1):
        for errors in row.errors.values():
            for error in errors:
                yield f"{word} {order}: {error}"


@dataclass(frozen=True)
class _Neighbours:
    """The units that usually make pacts with the own one: itself, its superior, those below."""

    own: tuple[str, str]
    above: tuple[str, str] | None
    below: list[tuple[str, str]]

    def listed(self) -> list[tuple[str, str]]:
        """Return them as choices."""
        return [self.own, *([self.above] if self.above else []), *self.below]

    def first_parties(self, actor: Actor) -> list[dict[str, Any]]:
        """Return the parties one usually begins with: a lowest unit makes a pact with its superior."""
        own = {"unit_id": self.own[0], "representative": actor.name}
        with_above = self.above is not None and not self.below
        return [own, {"unit_id": self.above[0]}] if self.above and with_above else [own]


def _neighbours(actor: Actor) -> _Neighbours:
    own = actor.unit_id or 0
    parent = main_parent_id(own)
    above = unit_row(parent) if parent else None
    below = [(row.public_id, row.name) for row in direct_units(own)[:_MOST_UNITS]]
    return _Neighbours(
        own=(actor.unit_public_id, actor.unit_name),
        above=(above.public_id, above.name) if above else None,
        below=below,
    )


def _first(campaign: Any) -> dict[str, Any]:
    title = _("Giao ước thi đua năm %(year)s") % {"year": campaign.year}
    return {"title": title, "kind": PactKind.SUPERIOR}


def _contents(campaign: Any) -> list[dict[str, Any]]:
    rows = campaign.contents.all()[:_MOST_COPIED]
    return [{"text": row.text.replace("\n", " ")[:_LONGEST]} for row in rows]


def _parties_of(pact: Any) -> list[dict[str, Any]]:
    return [
        {
            "unit_id": party.unit.public_id if party.unit else "",
            "name": "" if party.unit else party.name,
            "kind": party.kind,
            "representative": party.representative,
            "post": party.post,
        }
        for party in pact.parties.all()
    ]


def _commitments_of(pact: Any) -> list[dict[str, Any]]:
    return [
        {
            "text": row.text,
            "indicator": row.indicator.code if row.indicator else "",
            "target": row.target,
        }
        for row in pact.commitments.all()
    ]
