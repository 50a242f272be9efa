"""Papers drafted from data, kept as they were, and each number in them with its value then."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from thidua.apps.documents.enums import Of, PaperKind
from thidua.base.data_class import DataClass
from thidua.base.models import AppendOnly
from thidua.base.public_id import PublicIdModel

_OF = [(of.value, of.name) for of in Of]


class Paper(PublicIdModel, AppendOnly):
    """Giấy tờ lập từ số liệu: its content never changes; new numbers make a new paper.

    It speaks of `[starts_on, until)`; its numbers are those known by the end of `cut_off`.
    """

    PREFIX = "vb"
    DATA_CLASSES: ClassVar = {
        "kind": DataClass.INTERNAL,
        "title": DataClass.INTERNAL,
        "starts_on": DataClass.INTERNAL,
        "until": DataClass.INTERNAL,
        "cut_off": DataClass.INTERNAL,
        "content": DataClass.INTERNAL,
        "made_at": DataClass.INTERNAL,
        "made_by": DataClass.INTERNAL,
        "made_name": DataClass.PERSONAL,
    }

    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=16, choices=PaperKind)
    title = models.CharField(max_length=300)
    starts_on = models.DateField()
    until = models.DateField()
    cut_off = models.DateField()
    content = models.JSONField()
    made_at = models.DateTimeField()
    made_by = models.BigIntegerField(null=True)
    made_name = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(starts_on__lt=F("until")), name="paper_span"),
        )
        indexes = (models.Index(fields=["unit", "-id"], name="paper_unit"),)

    def __str__(self) -> str:
        return self.public_id


class PaperFigure(AppendOnly):
    """Số liệu trong giấy tờ: `value` (of `base` where it was printed as a percentage), and its origins.

    `number` is its place in the paper: with the paper's public id it is the id that Word carries.
    """

    DATA_CLASSES: ClassVar = {
        "number": DataClass.INTERNAL,
        "label": DataClass.INTERNAL,
        "measure": DataClass.INTERNAL,
        "note": DataClass.INTERNAL,
        "value": DataClass.INTERNAL,
        "of": DataClass.INTERNAL,
        "code": DataClass.INTERNAL,
        "starts_on": DataClass.INTERNAL,
        "until": DataClass.INTERNAL,
        "base": DataClass.INTERNAL,
        "base_of": DataClass.INTERNAL,
        "base_code": DataClass.INTERNAL,
        "base_starts_on": DataClass.INTERNAL,
        "base_until": DataClass.INTERNAL,
    }

    paper = models.ForeignKey(
        Paper, on_delete=models.CASCADE, related_name="figures", db_index=False
    )
    number = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=300)
    measure = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=200, blank=True)
    value = models.BigIntegerField()
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    of = models.CharField(max_length=16, choices=_OF)
    code = models.CharField(max_length=60, blank=True)
    starts_on = models.DateField()
    until = models.DateField()
    base = models.BigIntegerField(null=True)
    base_of = models.CharField(max_length=16, choices=_OF, blank=True)
    base_code = models.CharField(max_length=60, blank=True)
    base_starts_on = models.DateField(null=True)
    base_until = models.DateField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["paper", "number"], name="paper_figure_once"),
            models.CheckConstraint(
                condition=Q(base__isnull=True, base_of="") | Q(base__isnull=False) & ~Q(base_of=""),
                name="paper_figure_base_has_origin",
            ),
        )

    def __str__(self) -> str:
        return f"{self.paper_id}/S{self.number}"
