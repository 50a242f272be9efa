"""Period: what a unit asks of the units below it, or of itself, and by when."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from thidua.apps.reporting.enums import EvidenceRule, PeriodAsks, PeriodKind
from thidua.base.data_class import DataClass
from thidua.base.public_id import PublicIdModel


class Period(PublicIdModel):
    """Kỳ báo cáo: `unit` asks for figures of `[starts_on, until)`; `due_on` is the last day to send.

    `asks` says of whom: the lowest units below, the direct units (each for its own level, with what
    those below it gave drawn together), or the unit itself for its own level.
    """

    PREFIX = "ky"
    DATA_CLASSES: ClassVar = {
        "kind": DataClass.INTERNAL,
        "asks": DataClass.INTERNAL,
        "name": DataClass.INTERNAL,
        "starts_on": DataClass.INTERNAL,
        "until": DataClass.INTERNAL,
        "due_on": DataClass.INTERNAL,
        "note": DataClass.INTERNAL,
    }

    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=8, choices=PeriodKind)
    asks = models.CharField(max_length=8, choices=PeriodAsks, default=PeriodAsks.LOWEST)
    name = models.CharField(max_length=120)
    starts_on = models.DateField()
    until = models.DateField()
    due_on = models.DateField()
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(starts_on__lt=F("until")), name="period_span"),
        )
        indexes = (models.Index(fields=["unit", "-until", "-id"], name="period_unit"),)

    def __str__(self) -> str:
        return self.name


class PeriodIndicator(models.Model):
    """Nội dung số liệu của kỳ: one figure that the period asks for, in its place."""

    DATA_CLASSES: ClassVar = {
        "required": DataClass.INTERNAL,
        "evidence": DataClass.INTERNAL,
        "position": DataClass.INTERNAL,
    }

    period = models.ForeignKey(Period, on_delete=models.CASCADE, related_name="asked")
    indicator = models.ForeignKey("figures.Indicator", on_delete=models.PROTECT, related_name="+")
    required = models.BooleanField()
    evidence = models.CharField(max_length=8, choices=EvidenceRule)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["period", "indicator"], name="period_indicator_once"),
        )

    def __str__(self) -> str:
        return f"{self.period_id}: {self.indicator_id}"
