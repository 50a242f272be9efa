"""Assignment: a person holds a role at a unit for a while; rights come from nowhere else."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from thidua.apps.org.models.unit import Unit
from thidua.base.data_class import DataClass
from thidua.base.dated import DatedModel, DatedQuerySet
from thidua.base.public_id import PublicIdModel


class Assignment(PublicIdModel, DatedModel):
    """Phân công: the role of a person at a unit."""

    PREFIX = "pc"
    DATA_CLASSES: ClassVar = {
        "role": DataClass.INTERNAL,
        "valid_from": DataClass.INTERNAL,
        "valid_until": DataClass.INTERNAL,
    }

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments"
    )
    role = models.CharField(max_length=32)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")

    objects = DatedQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.role} @ {self.unit_id}"
