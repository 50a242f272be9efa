"""The plan itself: number, signer, theme, and its ordered bases, contents and phases."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from thidua.apps.campaigns.enums import CampaignState, DurationKind, EndForm, StartForm
from thidua.apps.org.enums import Sector
from thidua.base.data_class import DataClass
from thidua.base.public_id import PublicIdModel
from thidua.base.stateful import StatefulModel
from thidua.domain.spans import OPEN_END


class Campaign(PublicIdModel, StatefulModel):
    """Kế hoạch phát động thi đua: one launch under the plan of one unit.

    `parent` is the plan of the superior it answers; `root` the first plan of the whole cascade.
    The campaign runs in `[starts_on, until)`, an end not known is 9999-01-01; `start_form` to
    `school_year` keep how the paper says so, and the event that ends it.
    """

    PREFIX = "kh"
    DATA_CLASSES: ClassVar = {
        "year": DataClass.PUBLIC,
        "number": DataClass.PUBLIC,
        "issued_on": DataClass.PUBLIC,
        "signer_name": DataClass.PUBLIC,
        "signer_post": DataClass.PUBLIC,
        "title": DataClass.PUBLIC,
        "theme": DataClass.PUBLIC,
        "note": DataClass.INTERNAL,
        "starts_on": DataClass.PUBLIC,
        "until": DataClass.PUBLIC,
        "start_form": DataClass.PUBLIC,
        "end_form": DataClass.PUBLIC,
        "end_event": DataClass.PUBLIC,
        "duration": DataClass.PUBLIC,
        "duration_kind": DataClass.PUBLIC,
        "school_year": DataClass.PUBLIC,
        "background": DataClass.PUBLIC,
        "requirements": DataClass.PUBLIC,
        "launched_on": DataClass.PUBLIC,
        "state": DataClass.INTERNAL,
        "changed_at": DataClass.INTERNAL,
        "version": DataClass.INTERNAL,
    }

    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    root = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    year = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=40, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    signer_name = models.CharField(max_length=100, blank=True)
    signer_post = models.CharField(max_length=150, blank=True)
    title = models.CharField(max_length=300)
    theme = models.CharField(max_length=500, blank=True)
    note = models.TextField(blank=True)
    starts_on = models.DateField()
    until = models.DateField(default=OPEN_END)
    start_form = models.CharField(max_length=8, choices=StartForm, default=StartForm.DAY)
    end_form = models.CharField(max_length=8, choices=EndForm, default=EndForm.DAY)
    end_event = models.CharField(max_length=300, blank=True)
    duration = models.PositiveSmallIntegerField(null=True, blank=True)
    duration_kind = models.CharField(max_length=16, choices=DurationKind, blank=True)
    school_year = models.BooleanField(default=False)
    background = models.TextField(blank=True)
    requirements = models.TextField(blank=True)
    launched_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(starts_on__lt=F("until")), name="campaign_span"),
            models.CheckConstraint(
                condition=Q(state__in=CampaignState.values), name="campaign_state"
            ),
            models.UniqueConstraint(
                fields=["unit", "year", "number"],
                condition=~Q(number=""),
                name="campaign_number_once",
            ),
        )
        indexes = (
            models.Index(fields=["unit", "-year", "-id"], name="campaign_unit"),
            models.Index(fields=["state", "starts_on"], name="campaign_state_start"),
        )

    def __str__(self) -> str:
        return self.number or self.title


class CampaignBasis(models.Model):
    """Căn cứ: one legal basis of a plan, in its place."""

    DATA_CLASSES: ClassVar = {"position": DataClass.PUBLIC, "text": DataClass.PUBLIC}

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="bases")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["campaign", "position"], name="basis_position"),
        )

    def __str__(self) -> str:
        return self.text[:80]


class CampaignContent(models.Model):
    """Nội dung thi đua: for all or for one khối; a locked one is kept by lower plans."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.PUBLIC,
        "sector": DataClass.PUBLIC,
        "locked": DataClass.PUBLIC,
        "text": DataClass.PUBLIC,
    }

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="contents")
    position = models.PositiveSmallIntegerField()
    sector = models.CharField(max_length=32, choices=Sector.choices, blank=True)
    locked = models.BooleanField(default=False)
    text = models.TextField()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["campaign", "position"], name="content_position"),
        )

    def __str__(self) -> str:
        return self.text[:80]


class Phase(models.Model):
    """Đợt: one stretch `[starts_on, until)` of a campaign, with its theme and task."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.PUBLIC,
        "theme": DataClass.PUBLIC,
        "task": DataClass.PUBLIC,
        "starts_on": DataClass.PUBLIC,
        "until": DataClass.PUBLIC,
        "start_form": DataClass.PUBLIC,
        "end_form": DataClass.PUBLIC,
        "working_days": DataClass.PUBLIC,
    }

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="phases")
    position = models.PositiveSmallIntegerField()
    theme = models.CharField(max_length=500, blank=True)
    task = models.TextField(blank=True)
    starts_on = models.DateField()
    until = models.DateField()
    start_form = models.CharField(max_length=8, choices=StartForm, default=StartForm.DAY)
    end_form = models.CharField(max_length=8, choices=EndForm, default=EndForm.DAY)
    working_days = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["campaign", "position"], name="phase_position"),
            models.CheckConstraint(condition=Q(starts_on__lt=F("until")), name="phase_span"),
        )

    def __str__(self) -> str:
        return f"{self.position}"
