"""Handing down: one line of a launched campaign to one direct unit."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from thidua.apps.campaigns.enums import DirectiveState
from thidua.apps.campaigns.models.campaign import Campaign
from thidua.base.data_class import DataClass
from thidua.base.public_id import PublicIdModel
from thidua.base.stateful import StatefulModel


class Directive(PublicIdModel, StatefulModel):
    """Giao triển khai: what a direct unit has made of the superior's campaign so far.

    `pilot` marks the đơn vị phát động điểm; `own_campaign` is the unit's own plan.
    """

    PREFIX = "gt"
    DATA_CLASSES: ClassVar = {
        "pilot": DataClass.INTERNAL,
        "due_on": DataClass.INTERNAL,
        "received_at": DataClass.INTERNAL,
        "received_name": DataClass.PERSONAL,
        "state": DataClass.INTERNAL,
        "changed_at": DataClass.INTERNAL,
        "version": DataClass.INTERNAL,
    }

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="directives")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    own_campaign = models.OneToOneField(
        Campaign, on_delete=models.PROTECT, null=True, blank=True, related_name="directive"
    )
    pilot = models.BooleanField(default=False)
    due_on = models.DateField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    received_name = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["campaign", "unit"], name="directive_once"),
            models.CheckConstraint(
                condition=Q(state__in=DirectiveState.values), name="directive_state"
            ),
        )
        indexes = (models.Index(fields=["unit", "state"], name="directive_unit_state"),)

    def __str__(self) -> str:
        return self.public_id
