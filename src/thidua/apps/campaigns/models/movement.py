"""Movements stand beyond one campaign; a campaign names those it carries."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from thidua.apps.campaigns.enums import LaunchedBy, MovementKind
from thidua.apps.campaigns.models.campaign import Campaign
from thidua.base.data_class import DataClass
from thidua.base.dated import DatedModel, DatedQuerySet
from thidua.base.public_id import PublicIdModel


class Movement(PublicIdModel, DatedModel):
    """Phong trào, cuộc vận động, chương trình: of the lawbook (`code`), or a unit's own (`unit`).

    `since_known` is false where no source gives the first day; `valid_from` then says nothing.
    """

    PREFIX = "pt"
    DATA_CLASSES: ClassVar = {
        "code": DataClass.PUBLIC,
        "kind": DataClass.PUBLIC,
        "name": DataClass.PUBLIC,
        "launched_by": DataClass.PUBLIC,
        "launcher": DataClass.PUBLIC,
        "since_known": DataClass.PUBLIC,
        "source": DataClass.PUBLIC,
        "position": DataClass.PUBLIC,
        "valid_from": DataClass.PUBLIC,
        "valid_until": DataClass.PUBLIC,
    }

    code = models.SlugField(max_length=60, null=True, blank=True, unique=True)
    unit = models.ForeignKey(
        "org.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=16, choices=MovementKind)
    name = models.CharField(max_length=300)
    launched_by = models.CharField(max_length=16, choices=LaunchedBy)
    launcher = models.CharField(max_length=200, blank=True)
    since_known = models.BooleanField(default=False)
    source = models.CharField(max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = DatedQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        abstract = False
        ordering = ("position", "id")
        constraints = (  # type: ignore[assignment]
            *DatedModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(code__isnull=True) ^ Q(unit__isnull=True), name="movement_owner"
            ),
            models.UniqueConstraint(fields=["unit", "name"], name="movement_name_once"),
        )

    def __str__(self) -> str:
        return self.name


class CampaignMovement(models.Model):
    """Phong trào trong kế hoạch: one movement that a campaign carries, in its place."""

    DATA_CLASSES: ClassVar = {"position": DataClass.PUBLIC}

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="carried")
    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="carriers")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["campaign", "movement"], name="carried_once"),
        )

    def __str__(self) -> str:
        return f"{self.campaign_id}: {self.movement_id}"
