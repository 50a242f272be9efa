"""Placement: the edges as they were decided; UnitPath: their closure, computed from them."""

from typing import ClassVar

from django.db import models

from thidua.apps.org.models.unit import Unit
from thidua.base.data_class import DataClass
from thidua.base.dated import DatedModel, DatedQuerySet
from thidua.domain.spans import OPEN_END
from thidua.domain.tree import Line

_LINES = [(line.value, line.name) for line in Line]


class Placement(DatedModel):
    """Trực thuộc: on these days the unit stands under the parent (null: it is the top)."""

    DATA_CLASSES: ClassVar = {
        "line": DataClass.PUBLIC,
        "valid_from": DataClass.PUBLIC,
        "valid_until": DataClass.PUBLIC,
    }

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="placements", db_index=False
    )
    parent = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="child_placements", null=True, db_index=False
    )
    line = models.CharField(max_length=8, choices=_LINES)

    objects = DatedQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        abstract = False
        constraints = (  # type: ignore[assignment]
            *DatedModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["unit", "line", "valid_from"], name="org_placement_once"
            ),
            models.UniqueConstraint(
                fields=["unit", "line"],
                name="org_placement_one_open",
                condition=models.Q(valid_until=OPEN_END),
            ),
        )
        indexes = (models.Index(fields=["parent", "line"], name="org_placement_children"),)

    def __str__(self) -> str:
        return f"{self.unit_id} {self.line} {self.parent_id}"


class UnitPath(DatedModel):
    """Tuyến tổ chức: who stands above whom on which days; written only by `services.paths`."""

    DATA_CLASSES: ClassVar = {
        "line": DataClass.PUBLIC,
        "depth": DataClass.PUBLIC,
        "valid_from": DataClass.PUBLIC,
        "valid_until": DataClass.PUBLIC,
    }

    ancestor = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="paths_down", db_index=False
    )
    descendant = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="paths_up", db_index=False
    )
    line = models.CharField(max_length=8, choices=_LINES)
    depth = models.PositiveSmallIntegerField()

    objects = DatedQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        abstract = False
        constraints = (  # type: ignore[assignment]
            *DatedModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["descendant", "ancestor", "valid_from"], name="org_unitpath_once"
            ),
        )
        indexes = (
            models.Index(fields=["descendant", "valid_until"], name="org_unitpath_up"),
            # Holds all that the filter of rights reads, so that it never touches the table.
            models.Index(
                fields=["ancestor", "depth", "descendant", "valid_from", "valid_until"],
                name="org_unitpath_down",
            ),
        )

    def __str__(self) -> str:
        return f"{self.ancestor_id} > {self.descendant_id} ({self.depth})"
