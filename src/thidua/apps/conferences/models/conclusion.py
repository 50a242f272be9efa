"""What a conference asked of units, and what each has done."""

from typing import ClassVar

from django.db import models

from thidua.apps.conferences.models.conference import Conference
from thidua.base.data_class import DataClass
from thidua.base.public_id import PublicIdModel


class Conclusion(PublicIdModel):
    """Kết luận: one thing asked; `for_all` means every unit that was direct when it was written."""

    PREFIX = "kl"
    DATA_CLASSES: ClassVar = {
        "position": DataClass.INTERNAL,
        "text": DataClass.INTERNAL,
        "due_on": DataClass.INTERNAL,
        "for_all": DataClass.INTERNAL,
    }

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="conclusions")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=600)
    due_on = models.DateField(null=True)
    for_all = models.BooleanField(default=False)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.public_id


class Assigned(PublicIdModel):
    """Việc giao theo kết luận: a conclusion at one unit, done or not yet."""

    PREFIX = "vg"
    DATA_CLASSES: ClassVar = {
        "done_on": DataClass.INTERNAL,
        "done_name": DataClass.PERSONAL,
        "done_note": DataClass.INTERNAL,
    }

    conclusion = models.ForeignKey(Conclusion, on_delete=models.CASCADE, related_name="assigned")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    done_on = models.DateField(null=True)
    done_name = models.CharField(max_length=100, blank=True)
    done_note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["conclusion", "unit"], name="assigned_once"),
        )
        indexes = (models.Index(fields=["unit", "done_on"], name="assigned_unit"),)

    def __str__(self) -> str:
        return self.public_id
