"""Fact: the append-only ledger of differences; FactQueue: what is not yet in the totals."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from thidua.apps.figures.enums import Stage
from thidua.apps.figures.models.indicator import Indicator
from thidua.base.data_class import DataClass
from thidua.base.models import AppendOnly

_KEY = ("unit", "indicator", "starts_on", "until")


class Fact(AppendOnly):
    """Số liệu ghi nhận: a difference to what its source stood at before; it may be negative.

    The truth of any figure is the sum of `value` by stage. `[starts_on, until)` is the figure's own
    period; `supersedes` is the row of the same source that this one corrects.
    """

    DATA_CLASSES: ClassVar = {
        "sector": DataClass.INTERNAL,
        "starts_on": DataClass.INTERNAL,
        "until": DataClass.INTERNAL,
        "stage": DataClass.INTERNAL,
        "value": DataClass.INTERNAL,
        "source_type": DataClass.INTERNAL,
        "source_id": DataClass.INTERNAL,
        "source_version": DataClass.INTERNAL,
        "recorded_at": DataClass.INTERNAL,
    }

    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    sector = models.CharField(max_length=32, blank=True)
    starts_on = models.DateField()
    until = models.DateField()
    stage = models.CharField(max_length=8, choices=Stage)
    value = models.BigIntegerField()
    source_type = models.CharField(max_length=24)
    source_id = models.CharField(max_length=32)
    source_version = models.PositiveIntegerField()
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(starts_on__lt=F("until")), name="fact_span"),
            models.CheckConstraint(condition=~Q(value=0), name="fact_is_a_difference"),
        )
        indexes = (
            models.Index(fields=["source_id", "id"], name="fact_source"),
            models.Index(fields=_KEY, name="fact_key"),
        )

    def __str__(self) -> str:
        return f"{self.value:+d} {self.source_type} {self.source_id}"


class FactQueue(models.Model):
    """Hàng chờ tổng hợp: facts that no total holds yet; a row leaves in the transaction that adds it."""

    DATA_CLASSES: ClassVar[dict[str, DataClass]] = {}

    fact = models.OneToOneField(
        Fact, on_delete=models.CASCADE, primary_key=True, related_name="waiting"
    )

    def __str__(self) -> str:
        return f"fact {self.pk}"
