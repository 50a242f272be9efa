"""Targets: what a campaign asks of a unit, per indicator."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from thidua.apps.campaigns.models.campaign import Campaign
from thidua.base.data_class import DataClass


class Target(models.Model):
    """Chỉ tiêu giao: the figure that one unit is to reach in one campaign.

    `illustrative` marks a value that stands for one the source does not give; `published` is the
    percentage that it does give ("127", with the places it was written with).
    """

    DATA_CLASSES: ClassVar = {
        "value": DataClass.INTERNAL,
        "illustrative": DataClass.INTERNAL,
        "published": DataClass.INTERNAL,
    }

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="targets")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    indicator = models.ForeignKey("figures.Indicator", on_delete=models.PROTECT, related_name="+")
    value = models.BigIntegerField()
    illustrative = models.BooleanField(default=False)
    published = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["campaign", "unit", "indicator"], name="target_once"),
            models.CheckConstraint(condition=Q(value__gte=0), name="target_not_negative"),
        )

    def __str__(self) -> str:
        return f"{self.indicator_id}: {self.value}"
