"""Total: what a unit and all below it have reported, by indicator, khối and own period."""

from typing import ClassVar

from django.db import models

from thidua.apps.figures.models.indicator import Indicator
from thidua.base.data_class import DataClass
from thidua.domain.figures.totals import View

_VIEWS = [(view.value, view.name) for view in View]


class FiledManager(models.Manager["Total"]):
    """What was filed: a query that names no view must not count every figure twice."""

    def get_queryset(self) -> "models.QuerySet[Total]":
        """Keep the totals as filed."""
        return super().get_queryset().filter(view=View.FILED)


class Total(models.Model):
    """Số liệu tổng hợp, as filed and in today's tree: folded from facts, written only by services.

    What came along the side line (ngành beside địa phương) stands in rows of its own: the union of
    the sector counts both, a superior that both lines reach counts only the main ones. As filed,
    the tree is that of the figure's own day, and no later change touches it; in today's tree a unit
    that has ended stands below whoever keeps its records. `objects` are the filed ones.
    """

    DATA_CLASSES: ClassVar = {
        "view": DataClass.INTERNAL,
        "sector": DataClass.INTERNAL,
        "starts_on": DataClass.INTERNAL,
        "until": DataClass.INTERNAL,
        "by_side": DataClass.INTERNAL,
        "sent": DataClass.INTERNAL,
        "accepted": DataClass.INTERNAL,
    }

    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    view = models.CharField(max_length=5, choices=_VIEWS)
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    sector = models.CharField(max_length=32, blank=True)
    starts_on = models.DateField()
    until = models.DateField()
    by_side = models.BooleanField()
    sent = models.BigIntegerField()
    accepted = models.BigIntegerField()

    objects = FiledManager()
    every: ClassVar[models.Manager["Total"]] = models.Manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["unit", "view", "indicator", "starts_on", "until", "sector", "by_side"],
                name="total_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit_id} {self.indicator_id}: {self.sent}/{self.accepted}"
