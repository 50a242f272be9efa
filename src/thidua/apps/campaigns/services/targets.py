"""Setting targets: what a campaign asks of the unit itself and of each direct unit."""

from collections.abc import Mapping

from thidua.apps.campaigns.models import Campaign, Target
from thidua.apps.campaigns.services.drafting import campaign_unit, find, refuse_closed
from thidua.apps.figures.queries import indicators_by_code
from thidua.apps.org.queries import direct_units, unit_by_public_id
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Invalid


@operation(Capability.CAMPAIGN_EDIT, unit_of=campaign_unit)
def set_targets(
    *,
    actor: Actor,
    campaign_id: str,
    unit_id: str,
    values: Mapping[str, int | None],
    illustrative: bool = False,
    published: str = "",
) -> str:
    """Set the targets of one unit, by indicator code; None takes a target back.

    `published` is the percentage a source gives where it does not give the target.
    """
    campaign = find(campaign_id)
    refuse_closed(campaign, "set_targets")
    unit = _unit_to_ask(campaign, unit_id)
    indicators = indicators_by_code(values)
    for code, value in values.items():
        indicator = indicators[code]
        if value is None:
            Target.objects.filter(campaign=campaign, unit=unit, indicator=indicator.pk).delete()
            continue
        if value < 0:
            raise Invalid("campaigns.target_negative", name=indicator.name, value=value)
        Target.objects.update_or_create(
            campaign=campaign,
            unit_id=unit,
            indicator_id=indicator.pk,
            defaults={"value": value, "illustrative": illustrative, "published": published},
        )
    note(subject=campaign, unit=unit_id, targets=dict(values))
    return campaign.public_id


def _unit_to_ask(campaign: Campaign, unit_id: str) -> int:
    unit = unit_by_public_id(unit_id).pk
    if unit != campaign.unit_id and unit not in {u.id for u in direct_units(campaign.unit_id)}:
        raise Invalid("campaigns.target_not_below")
    return unit
