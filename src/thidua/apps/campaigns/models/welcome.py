"""What a plan welcomes and ties to: cao điểm, commemorations, other bodies' year themes, days to keep."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from thidua.apps.campaigns.models.campaign import Campaign, Phase
from thidua.base.data_class import DataClass


class Peak(models.Model):
    """Đợt cao điểm `[starts_on, until)`: inside the campaign, also across its đợt.

    One whose days are not fixed yet (`dated` false) has those of the campaign.
    """

    DATA_CLASSES: ClassVar = {
        "position": DataClass.PUBLIC,
        "name": DataClass.PUBLIC,
        "task": DataClass.PUBLIC,
        "dated": DataClass.PUBLIC,
        "starts_on": DataClass.PUBLIC,
        "until": DataClass.PUBLIC,
    }

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="peaks")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=500)
    task = models.TextField(blank=True)
    dated = models.BooleanField(default=True)
    starts_on = models.DateField()
    until = models.DateField()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["campaign", "position"], name="peak_position"),
            models.CheckConstraint(condition=Q(starts_on__lt=F("until")), name="peak_span"),
        )

    def __str__(self) -> str:
        return self.name


class Commemoration(models.Model):
    """Ngày kỷ niệm, sự kiện chào mừng: with its count of years, or once without one.

    `event` is the slug of the table of founding days, empty for any other; `day` is when it falls
    in this campaign, where known.
    """

    DATA_CLASSES: ClassVar = {
        "position": DataClass.PUBLIC,
        "event": DataClass.PUBLIC,
        "name": DataClass.PUBLIC,
        "years": DataClass.PUBLIC,
        "founded_on": DataClass.PUBLIC,
        "day": DataClass.PUBLIC,
    }

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="commemorations")
    phase = models.ForeignKey(
        Phase, on_delete=models.CASCADE, null=True, blank=True, related_name="commemorations"
    )
    position = models.PositiveSmallIntegerField()
    event = models.SlugField(max_length=60, blank=True)
    name = models.CharField(max_length=300)
    years = models.PositiveSmallIntegerField(null=True, blank=True)
    founded_on = models.DateField(null=True, blank=True)
    day = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["campaign", "position"], name="commemoration_position"),
        )
        indexes = (models.Index(fields=["day"], name="commemoration_day"),)

    def __str__(self) -> str:
        return self.name


class Tie(models.Model):
    """Chủ đề năm gắn với: a year's theme of another body, with its owner."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.PUBLIC,
        "owner": DataClass.PUBLIC,
        "label": DataClass.PUBLIC,
        "theme": DataClass.PUBLIC,
    }

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="ties")
    position = models.PositiveSmallIntegerField()
    owner = models.CharField(max_length=200)
    label = models.CharField(max_length=200, blank=True)
    theme = models.CharField(max_length=500)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["campaign", "position"], name="tie_position"),
        )

    def __str__(self) -> str:
        return self.theme


class Milestone(models.Model):
    """Mốc thời gian: a day to keep (`starts_on` empty) or a stretch that ends before `until`."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.PUBLIC,
        "name": DataClass.PUBLIC,
        "starts_on": DataClass.PUBLIC,
        "until": DataClass.PUBLIC,
    }

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="milestones")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    starts_on = models.DateField(null=True, blank=True)
    until = models.DateField()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["campaign", "position"], name="milestone_position"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(starts_on__lt=F("until")),
                name="milestone_span",
            ),
        )
        indexes = (models.Index(fields=["until"], name="milestone_until"),)

    def __str__(self) -> str:
        return self.name
