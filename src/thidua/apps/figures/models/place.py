"""TotalPlace: to whose totals in today's tree the figures of a unit are added."""

from typing import ClassVar

from django.db import models

from thidua.base.data_class import DataClass


class TotalPlace(models.Model):
    """Nơi tổng hợp: one of the units to whose totals in today's tree a unit's figures are added.

    Kept so that a change of the tree can take them away from where they stood: the totals in
    today's tree are at all times the facts joined with these rows. Written by `services.today`.
    """

    DATA_CLASSES: ClassVar = {"by_side": DataClass.INTERNAL}

    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    above = models.ForeignKey(
        "org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    by_side = models.BooleanField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["unit", "above"], name="totalplace_once"),)
        indexes = (models.Index(fields=["above", "by_side"], name="totalplace_above"),)

    def __str__(self) -> str:
        return f"{self.unit_id} > {self.above_id}"
