"""Report: what one unit says about one period, its figures and its proofs."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from thidua.apps.reporting.enums import ReportState
from thidua.apps.reporting.models.period import Period
from thidua.base.data_class import DataClass
from thidua.base.public_id import PublicIdModel
from thidua.base.stateful import StatefulModel

NOTE_LENGTH = 300
TEXT_LENGTH = 2000


class Report(PublicIdModel, StatefulModel):
    """Báo cáo of one unit for one period; `first_sent_on` decides whether it came after the due day.

    `note` holds its requests (kiến nghị). `sector` is the unit's khối when it was last sent: where its figures stand in the ledger.
    """

    PREFIX = "bc"
    DATA_CLASSES: ClassVar = {
        "highlights": DataClass.INTERNAL,
        "difficulties": DataClass.INTERNAL,
        "note": DataClass.INTERNAL,
        "sector": DataClass.INTERNAL,
        "first_sent_on": DataClass.INTERNAL,
        "sent_at": DataClass.INTERNAL,
        "sent_by": DataClass.INTERNAL,
        "sent_name": DataClass.PERSONAL,
        "received_at": DataClass.INTERNAL,
        "received_by": DataClass.INTERNAL,
        "received_name": DataClass.PERSONAL,
        "reviewed_at": DataClass.INTERNAL,
        "reviewed_by": DataClass.INTERNAL,
        "reviewed_name": DataClass.PERSONAL,
        "return_reason": DataClass.INTERNAL,
        "state": DataClass.INTERNAL,
        "changed_at": DataClass.INTERNAL,
        "version": DataClass.INTERNAL,
    }

    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="reports")
    highlights = models.CharField(max_length=TEXT_LENGTH, blank=True)
    difficulties = models.CharField(max_length=TEXT_LENGTH, blank=True)
    note = models.CharField(max_length=TEXT_LENGTH, blank=True)
    sector = models.CharField(max_length=32, blank=True)
    first_sent_on = models.DateField(null=True)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.BigIntegerField(null=True)
    sent_name = models.CharField(max_length=200, blank=True)
    received_at = models.DateTimeField(null=True)
    received_by = models.BigIntegerField(null=True)
    received_name = models.CharField(max_length=200, blank=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.BigIntegerField(null=True)
    reviewed_name = models.CharField(max_length=200, blank=True)
    return_reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["unit", "period"], name="report_once"),
            models.CheckConstraint(condition=Q(state__in=ReportState.values), name="report_state"),
        )
        indexes = (models.Index(fields=["state", "unit"], name="report_state_unit"),)

    def __str__(self) -> str:
        return self.public_id


class ReportLine(models.Model):
    """Dòng số liệu: one figure of a report; null is "not yet typed", never zero.

    `counted` is what stood in the ledger from elsewhere when the report was last sent: from rows
    (derived), from shorter periods inside, from the units below. It writes no facts; only `value`,
    which was typed, does. The figure of the report is both together.
    """

    DATA_CLASSES: ClassVar = {
        "value": DataClass.INTERNAL,
        "counted": DataClass.INTERNAL,
        "note": DataClass.INTERNAL,
    }

    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="lines", db_index=False
    )
    indicator = models.ForeignKey("figures.Indicator", on_delete=models.PROTECT, related_name="+")
    value = models.BigIntegerField(null=True)
    counted = models.BigIntegerField(null=True)
    note = models.CharField(max_length=NOTE_LENGTH, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["report", "indicator"], name="report_line_once"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gte=0), name="report_line_not_negative"
            ),
        )

    def __str__(self) -> str:
        return f"{self.report_id}: {self.indicator_id} = {self.value}"


class Evidence(models.Model):
    """Minh chứng: a photograph behind a report, or behind one of its figures."""

    DATA_CLASSES: ClassVar = {"caption": DataClass.INTERNAL}

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="evidence")
    indicator = models.ForeignKey(
        "figures.Indicator", on_delete=models.PROTECT, null=True, related_name="+"
    )
    file = models.OneToOneField("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.report_id}: {self.caption}"
