"""Initiative: what was thought of and applied, the decision that recognised it, who confirmed it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from thidua.apps.initiatives.enums import InitiativeState, LevelChoice, TypeChoice
from thidua.base.data_class import DataClass
from thidua.base.public_id import PublicIdModel
from thidua.base.stateful import StatefulModel

TITLE_LENGTH = 300
SHORT_LENGTH = 120
TEXT_LENGTH = 4_000
EFFECT_LENGTH = 1_000
FOLD_LENGTH = 2_000


class Initiative(PublicIdModel, StatefulModel):
    """Sáng kiến of a unit; it is counted on `recognised_on`, once, from when the union confirmed it.

    `shown_on` orders lists: the day of recognition, before it is known the day of entry.
    `search_fold` holds title, authors and number of the decision without accents. A confidential
    one has no `problem` and no `solution`. `sector` is the unit's khối when it was confirmed.
    """

    PREFIX = "sk"
    DATA_CLASSES: ClassVar = {
        "title": DataClass.INTERNAL,
        "title_key": DataClass.INTERNAL,
        "search_fold": DataClass.PERSONAL,
        "kind": DataClass.INTERNAL,
        "field": DataClass.INTERNAL,
        "sector": DataClass.INTERNAL,
        "filed_on": DataClass.INTERNAL,
        "applied_on": DataClass.INTERNAL,
        "problem": DataClass.INTERNAL,
        "solution": DataClass.INTERNAL,
        "benefit": DataClass.INTERNAL,
        "effect": DataClass.INTERNAL,
        "reckoning": DataClass.INTERNAL,
        "confidential": DataClass.INTERNAL,
        "exclusion": DataClass.INTERNAL,
        "programme": DataClass.INTERNAL,
        "recognised_by": DataClass.INTERNAL,
        "recognition_no": DataClass.INTERNAL,
        "recognised_on": DataClass.INTERNAL,
        "level": DataClass.INTERNAL,
        "shown_on": DataClass.INTERNAL,
        "source_file": DataClass.INTERNAL,
        "entered_by": DataClass.INTERNAL,
        "entered_name": DataClass.PERSONAL,
        "submitted_at": DataClass.INTERNAL,
        "decided_at": DataClass.INTERNAL,
        "decided_by": DataClass.INTERNAL,
        "decided_name": DataClass.PERSONAL,
        "reason": DataClass.INTERNAL,
        "state": DataClass.INTERNAL,
        "changed_at": DataClass.INTERNAL,
        "version": DataClass.INTERNAL,
    }

    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    title = models.CharField(max_length=TITLE_LENGTH)
    title_key = models.CharField(max_length=TITLE_LENGTH)
    search_fold = models.CharField(max_length=FOLD_LENGTH)
    kind = models.CharField(max_length=16, choices=TypeChoice, blank=True)
    field = models.CharField(max_length=SHORT_LENGTH, blank=True)
    sector = models.CharField(max_length=32, blank=True)
    filed_on = models.DateField(null=True)
    applied_on = models.DateField(null=True)
    problem = models.TextField(blank=True)
    solution = models.TextField(blank=True)
    benefit = models.BigIntegerField(null=True)
    effect = models.CharField(max_length=EFFECT_LENGTH, blank=True)
    reckoning = models.CharField(max_length=EFFECT_LENGTH, blank=True)
    confidential = models.BooleanField(default=False)
    exclusion = models.CharField(max_length=16, blank=True)
    programme = models.CharField(max_length=40, blank=True)
    recognised_by = models.CharField(max_length=200, blank=True)
    recognition_no = models.CharField(max_length=60, blank=True)
    recognised_on = models.DateField(null=True)
    level = models.CharField(max_length=16, choices=LevelChoice, blank=True)
    shown_on = models.DateField()
    source_file = models.CharField(max_length=120, blank=True)
    entered_by = models.BigIntegerField(null=True)
    entered_name = models.CharField(max_length=200)
    submitted_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.BigIntegerField(null=True)
    decided_name = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=InitiativeState.values), name="initiative_state"
            ),
            models.CheckConstraint(
                condition=~Q(state="confirmed") | Q(recognised_on__isnull=False),
                name="initiative_confirmed_is_recognised",
            ),
            models.CheckConstraint(
                condition=Q(confidential=False) | Q(problem="", solution=""),
                name="initiative_confidential_has_no_text",
            ),
            models.CheckConstraint(
                condition=Q(benefit__isnull=True) | Q(benefit__gte=0),
                name="initiative_benefit_not_negative",
            ),
        )
        indexes = (
            models.Index(fields=["-shown_on", "-id"], name="initiative_newest"),
            models.Index(fields=["unit", "-shown_on", "-id"], name="initiative_unit"),
            models.Index(fields=["unit", "state"], name="initiative_waiting"),
            models.Index(fields=["title_key"], name="initiative_title"),
            models.Index(fields=["entered_by", "-id"], name="initiative_entered"),
        )

    def __str__(self) -> str:
        return self.public_id
