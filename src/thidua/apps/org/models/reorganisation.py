"""Reorganisation: its day, its legal basis, its rows as drawn up, and who carries on whom."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from thidua.apps.org.enums import Sector
from thidua.apps.org.models.unit import CODE_LENGTH, NAME_LENGTH, SHORT_NAME_LENGTH, Unit
from thidua.base.data_class import DataClass
from thidua.base.public_id import PublicIdModel
from thidua.base.stateful import StatefulModel
from thidua.domain.changes import Act
from thidua.domain.succession import Children, Share

TITLE_LENGTH = 300
BASIS_LENGTH = 500
NOTE_LENGTH = 2_000


class Reorganisation(PublicIdModel, StatefulModel):
    """Sắp xếp tổ chức: what one unit has decided, or is drawing up, for one day."""

    PREFIX = "sx"
    DATA_CLASSES: ClassVar = {
        "title": DataClass.INTERNAL,
        "effective_on": DataClass.PUBLIC,
        "basis": DataClass.PUBLIC,
        "note": DataClass.INTERNAL,
        "done_at": DataClass.INTERNAL,
        "done_by": DataClass.INTERNAL,
        "trace": DataClass.INTERNAL,
    }

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reorganisations")
    title = models.CharField(max_length=TITLE_LENGTH)
    effective_on = models.DateField()
    basis = models.CharField(max_length=BASIS_LENGTH)
    note = models.CharField(max_length=NOTE_LENGTH, blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    # What stood before a change of a day to come, so that it can be taken back until then.
    trace = models.JSONField(null=True)

    class Meta:
        indexes = (models.Index(fields=["effective_on"], name="org_reorganisation_day"),)

    def __str__(self) -> str:
        return self.public_id


class ReorganisationChange(models.Model):
    """Nội dung sắp xếp: one row as drawn up; units are named by code, so new ones can be too."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.INTERNAL,
        "act": DataClass.PUBLIC,
        "code": DataClass.INTERNAL,
        "parent": DataClass.INTERNAL,
        "heir": DataClass.INTERNAL,
        "share": DataClass.PUBLIC,
        "children": DataClass.PUBLIC,
        "name": DataClass.PUBLIC,
        "short_name": DataClass.PUBLIC,
        "kind": DataClass.PUBLIC,
        "sector": DataClass.PUBLIC,
    }

    reorganisation = models.ForeignKey(
        Reorganisation, on_delete=models.CASCADE, related_name="changes", db_index=False
    )
    position = models.PositiveIntegerField()
    act = models.CharField(max_length=8, choices=[(act.value, act.name) for act in Act])
    code = models.CharField(max_length=CODE_LENGTH)
    parent = models.CharField(max_length=CODE_LENGTH, blank=True)
    heir = models.CharField(max_length=CODE_LENGTH, blank=True)
    share = models.CharField(max_length=8, choices=[(each.value, each.name) for each in Share])
    children = models.CharField(
        max_length=8, blank=True, choices=[(each.value, each.name) for each in Children if each]
    )
    name = models.CharField(max_length=NAME_LENGTH, blank=True)
    short_name = models.CharField(max_length=SHORT_NAME_LENGTH, blank=True)
    kind = models.CharField(max_length=40, blank=True)
    sector = models.CharField(max_length=32, choices=Sector, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=["reorganisation", "position"], name="org_reorganisationchange_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.position}: {self.act} {self.code}"


class Succession(models.Model):
    """Kế thừa: from the day of the reorganisation on, the successor carries on the predecessor."""

    DATA_CLASSES: ClassVar = {"share": DataClass.PUBLIC}

    reorganisation = models.ForeignKey(
        Reorganisation, on_delete=models.PROTECT, related_name="successions"
    )
    predecessor = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="carried_on_by", db_index=False
    )
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="carries_on")
    share = models.CharField(max_length=8, choices=[(each.value, each.name) for each in Share])

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["predecessor", "successor", "reorganisation"], name="org_succession_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor_id} > {self.successor_id} ({self.share})"
