"""The conference itself: whose, of which kinds, when, where, and what came of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from thidua.apps.conferences.enums import ConferenceState
from thidua.base.data_class import DataClass
from thidua.base.public_id import PublicIdModel
from thidua.base.stateful import StatefulModel


class Conference(PublicIdModel, StatefulModel):
    """Hội nghị of one unit, perhaps of a plan; `host` is the unit at which it takes place.

    `kinds` are values of ConferenceKind. `day_unsure`: the source gives no exact day, `on_day` is
    the nearest known one. `significance` has one event of the year in each line.
    """

    PREFIX = "hn"
    DATA_CLASSES: ClassVar = {
        "kinds": DataClass.INTERNAL,
        "title": DataClass.INTERNAL,
        "on_day": DataClass.INTERNAL,
        "day_unsure": DataClass.INTERNAL,
        "starts_at": DataClass.INTERNAL,
        "place": DataClass.INTERNAL,
        "significance": DataClass.INTERNAL,
        "note": DataClass.INTERNAL,
        "attended": DataClass.INTERNAL,
        "remarks": DataClass.INTERNAL,
        "cancel_reason": DataClass.INTERNAL,
        "state": DataClass.INTERNAL,
        "changed_at": DataClass.INTERNAL,
        "version": DataClass.INTERNAL,
    }

    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    campaign = models.ForeignKey(
        "campaigns.Campaign", on_delete=models.PROTECT, null=True, related_name="+"
    )
    host = models.ForeignKey("org.Unit", on_delete=models.PROTECT, null=True, related_name="+")
    kinds = models.JSONField(default=list)
    title = models.CharField(max_length=300)
    on_day = models.DateField()
    day_unsure = models.BooleanField(default=False)
    starts_at = models.TimeField(null=True)
    place = models.CharField(max_length=300, blank=True)
    significance = models.TextField(blank=True)
    note = models.TextField(blank=True)
    attended = models.PositiveIntegerField(null=True)
    remarks = models.TextField(blank=True)
    cancel_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=ConferenceState.values), name="conference_state"
            ),
        )
        indexes = (models.Index(fields=["unit", "-on_day", "-id"], name="conference_unit"),)

    def __str__(self) -> str:
        return self.title
