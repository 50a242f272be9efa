"""Pacts that may be signed at a conference."""

from django.db.models import Q

from thidua.apps.campaigns.models import Pact
from thidua.apps.conferences.models import Conference, SignedPact
from thidua.apps.org.queries import direct_units

_MOST = 200


def pacts_to_sign(conference: Conference) -> list[Pact]:
    """Return the pacts kept by the unit, its direct units and the host, newest first."""
    units = {conference.unit_id, *(unit.id for unit in direct_units(conference.unit_id))}
    chosen = SignedPact.objects.filter(conference=conference).values("pact")
    rows = Pact.objects.filter(Q(unit__in=units) | Q(unit=conference.host_id) | Q(pk__in=chosen))
    return list(rows.prefetch_related("parties").order_by("-id")[:_MOST])
