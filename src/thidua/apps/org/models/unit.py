"""Unit: identity only; its names and headcounts are dated rows."""

from typing import ClassVar

from django.db import models

from thidua.apps.org.enums import Sector
from thidua.base.data_class import DataClass
from thidua.base.dated import DatedModel, DatedQuerySet
from thidua.base.public_id import PublicIdModel

NAME_LENGTH = 200
SHORT_NAME_LENGTH = 80
CODE_LENGTH = 40
FOLD_LENGTH = 1_000
SORT_KEY_LENGTH = 2_000


class Unit(PublicIdModel):
    """Đơn vị công đoàn: what stays the same while names, superiors and numbers change."""

    PREFIX = "dv"
    DATA_CLASSES: ClassVar = {
        "kind": DataClass.PUBLIC,
        "sector": DataClass.PUBLIC,
        "code": DataClass.INTERNAL,
    }

    kind = models.CharField(max_length=40)
    sector = models.CharField(max_length=32, choices=Sector, blank=True)
    code = models.CharField(max_length=CODE_LENGTH, unique=True)

    def __str__(self) -> str:
        return self.code


class UnitName(DatedModel):
    """Tên đơn vị: in force for a while; a unit that has ended keeps its last one."""

    DATA_CLASSES: ClassVar = {
        "name": DataClass.PUBLIC,
        "short_name": DataClass.PUBLIC,
        "name_fold": DataClass.PUBLIC,
        "sort_key": DataClass.PUBLIC,
        "valid_from": DataClass.PUBLIC,
        "valid_until": DataClass.PUBLIC,
    }

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="names", db_index=False)
    name = models.CharField(max_length=NAME_LENGTH)
    short_name = models.CharField(max_length=SHORT_NAME_LENGTH, blank=True)
    name_fold = models.CharField(max_length=FOLD_LENGTH)
    sort_key = models.CharField(max_length=SORT_KEY_LENGTH)

    objects = DatedQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        abstract = False
        constraints = (  # type: ignore[assignment]
            *DatedModel.Meta.constraints,
            models.UniqueConstraint(fields=["unit", "valid_from"], name="org_unitname_once"),
        )
        indexes = (models.Index(fields=["sort_key"], name="org_unitname_order"),)

    def __str__(self) -> str:
        return self.name


class Headcount(DatedModel):
    """Số đoàn viên, người lao động of a unit, from a day on."""

    DATA_CLASSES: ClassVar = {
        "members": DataClass.INTERNAL,
        "workers": DataClass.INTERNAL,
        "women": DataClass.INTERNAL,
        "valid_from": DataClass.INTERNAL,
        "valid_until": DataClass.INTERNAL,
    }

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="headcounts", db_index=False
    )
    members = models.PositiveIntegerField()
    workers = models.PositiveIntegerField(null=True)
    women = models.PositiveIntegerField(null=True)

    objects = DatedQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        abstract = False
        constraints = (  # type: ignore[assignment]
            *DatedModel.Meta.constraints,
            models.UniqueConstraint(fields=["unit", "valid_from"], name="org_headcount_once"),
        )

    def __str__(self) -> str:
        return f"{self.members} @ {self.unit_id}"
