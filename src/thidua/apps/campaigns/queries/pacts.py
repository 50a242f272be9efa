"""Which pacts one sees: those its units keep or are a party to; drafts are the own unit's alone."""

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from thidua.apps.campaigns.enums import PactState
from thidua.apps.campaigns.models import Campaign, Pact, PactCommitment, PactParty, PactScan
from thidua.apps.files.models import StoredFile
from thidua.apps.org.scoping import reaches
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import NotFound


def visible_pacts(actor: Actor) -> "QuerySet[Pact]":
    """Return the pacts that the actor may read."""
    seen = reaches(actor, Capability.PACT_VIEW, OuterRef("unit_id"))
    party = PactParty.objects.filter(
        reaches(actor, Capability.PACT_VIEW, OuterRef("unit_id")), pact=OuterRef("pk")
    )
    signed = ~Q(state=PactState.DRAFT) & Q(signed_on__isnull=False)
    return Pact.objects.filter(Q(seen) | Q(Exists(party)), signed | Q(unit_id=actor.unit_id or 0))


def pact_for(actor: Actor, public_id: str) -> Pact:
    """Return one visible pact with its parts; raise NotFound."""
    rows = (
        visible_pacts(actor)
        .select_related("campaign", "unit")
        .prefetch_related(
            Prefetch("parties", PactParty.objects.select_related("unit")),
            Prefetch("commitments", PactCommitment.objects.select_related("indicator")),
            Prefetch("scans", PactScan.objects.select_related("file").order_by("id")),
        )
    )
    pact = rows.filter(public_id=public_id).first()
    if pact is None:
        raise NotFound("base.not_found")
    return pact


def pacts_of(actor: Actor, campaign: Campaign) -> "QuerySet[Pact]":
    """Return the pacts of a campaign and of the plans that answer it, as far as seen, newest first."""
    within = Q(campaign=campaign) | Q(campaign__parent=campaign)
    rows = visible_pacts(actor).filter(within).prefetch_related("parties")
    return rows.select_related("campaign").order_by("-signed_on", "-id")


def pact_counts(actor: Actor, campaign: Campaign) -> dict[str, int]:
    """Return how many pacts of a campaign stand in each state, as far as seen."""
    states = pacts_of(actor, campaign).prefetch_related(None).order_by()
    found = list(states.values_list("state", flat=True))
    return {state: found.count(state) for state in PactState.values}


def pact_titles(actor: Actor, public_ids: list[str]) -> dict[str, str]:
    """Return the title of each pact that the actor may open."""
    rows = visible_pacts(actor).filter(public_id__in=public_ids)
    return dict(rows.values_list("public_id", "title"))


def scan_file(actor: Actor, pact_id: str, file_id: str) -> StoredFile:
    """Return a photograph of the signed paper under its pact, for who may read the pact."""
    scans = PactScan.objects.filter(pact__in=visible_pacts(actor), pact__public_id=pact_id)
    scan = scans.select_related("file").filter(file__public_id=file_id).first()
    if scan is None:
        raise NotFound("base.not_found")
    return scan.file
