"""The terms of a plan: whom it addresses, what it aims at, what it awards, who issues it jointly."""

from typing import ClassVar

from django.db import models

from thidua.apps.campaigns.enums import AwardBearer, AwardNature, Comparator
from thidua.apps.campaigns.models.campaign import Campaign
from thidua.base.data_class import DataClass


class Audience(models.Model):
    """Đối tượng thi đua: one line of those addressed, with the kind its words speak of."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.PUBLIC,
        "kind": DataClass.PUBLIC,
        "label": DataClass.PUBLIC,
    }

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="audience")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=32)
    label = models.CharField(max_length=300)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["campaign", "position"], name="audience_position"),
        )

    def __str__(self) -> str:
        return self.label


class Goal(models.Model):
    """Chỉ tiêu, mục tiêu nêu trong kế hoạch: in the plan's words; what is counted is a `Target`."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.PUBLIC,
        "name": DataClass.PUBLIC,
        "comparator": DataClass.PUBLIC,
        "value": DataClass.PUBLIC,
        "value2": DataClass.PUBLIC,
        "measure": DataClass.PUBLIC,
        "denominator": DataClass.PUBLIC,
        "per": DataClass.PUBLIC,
    }

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="goals")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    comparator = models.CharField(max_length=8, choices=Comparator, blank=True)
    value = models.DecimalField(max_digits=18, decimal_places=3, null=True, blank=True)
    value2 = models.DecimalField(max_digits=18, decimal_places=3, null=True, blank=True)
    measure = models.CharField(max_length=60, blank=True)
    denominator = models.CharField(max_length=200, blank=True)
    per = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["campaign", "position"], name="goal_position"),
        )

    def __str__(self) -> str:
        return self.name


class OfferedAward(models.Model):
    """Khen thưởng nêu trong kế hoạch: title, to whom, and how many at most (CAM-12)."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.PUBLIC,
        "title": DataClass.PUBLIC,
        "nature": DataClass.PUBLIC,
        "bearer": DataClass.PUBLIC,
        "recipient": DataClass.PUBLIC,
        "collective": DataClass.PUBLIC,
        "individual": DataClass.PUBLIC,
        "total": DataClass.PUBLIC,
        "per_unit": DataClass.PUBLIC,
    }

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="awards")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    nature = models.CharField(max_length=8, choices=AwardNature, default=AwardNature.OFFERED)
    bearer = models.CharField(max_length=8, choices=AwardBearer, blank=True)
    recipient = models.CharField(max_length=300, blank=True)
    collective = models.PositiveIntegerField(null=True, blank=True)
    individual = models.PositiveIntegerField(null=True, blank=True)
    total = models.PositiveIntegerField(null=True, blank=True)
    per_unit = models.BooleanField(default=False)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["campaign", "position"], name="award_position"),
        )

    def __str__(self) -> str:
        return self.title


class JointIssuer(models.Model):
    """Cơ quan cùng ban hành: a body beside the unit, in the tree or not, with its signer."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.PUBLIC,
        "name": DataClass.PUBLIC,
        "signer_name": DataClass.PUBLIC,
        "signer_post": DataClass.PUBLIC,
    }

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="joint_issuers")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    signer_name = models.CharField(max_length=100, blank=True)
    signer_post = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["campaign", "position"], name="issuer_position"),
        )

    def __str__(self) -> str:
        return self.name
