"""Total: what a unit and all below it have reported, by indicator, khối and own period."""

from typing import ClassVar

from django.db import models

from thidua.apps.figures.models.indicator import Indicator
from thidua.base.data_class import DataClass


class Total(models.Model):
    """Số liệu tổng hợp, as filed: folded from facts, written only by `services.folding`.

    What came along the side line (ngành beside địa phương) stands in rows of its own: the union of
    the sector counts both, a superior that both lines reach counts only the main ones.
    """

    DATA_CLASSES: ClassVar = {
        "sector": DataClass.INTERNAL,
        "starts_on": DataClass.INTERNAL,
        "until": DataClass.INTERNAL,
        "by_side": DataClass.INTERNAL,
        "sent": DataClass.INTERNAL,
        "accepted": DataClass.INTERNAL,
    }

    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    sector = models.CharField(max_length=32, blank=True)
    starts_on = models.DateField()
    until = models.DateField()
    by_side = models.BooleanField()
    sent = models.BigIntegerField()
    accepted = models.BigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["unit", "indicator", "starts_on", "until", "sector", "by_side"],
                name="total_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit_id} {self.indicator_id}: {self.sent}/{self.accepted}"
