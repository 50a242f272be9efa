"""Registration: what a member or a unit undertakes in a campaign, from the word to the proof."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from thidua.apps.campaigns.enums import (
    PhotoPurpose,
    RegistrationKind,
    RegistrationState,
    RegistrationSubject,
)
from thidua.apps.campaigns.models.campaign import Campaign
from thidua.base.data_class import DataClass
from thidua.base.public_id import PublicIdModel
from thidua.base.stateful import StatefulModel


class RegistrationRule(models.Model):
    """Yêu cầu đăng ký of a campaign: what it expects of everyone, and until when (REG-02).

    A campaign without one follows that of the superior's plan it answers.
    """

    DATA_CLASSES: ClassVar = {
        "each_member": DataClass.INTERNAL,
        "each_unit": DataClass.INTERNAL,
        "due_on": DataClass.INTERNAL,
        "refuse_late": DataClass.INTERNAL,
    }

    campaign = models.OneToOneField(
        Campaign, on_delete=models.CASCADE, primary_key=True, related_name="registration_rule"
    )
    each_member = models.BooleanField(default=False)
    each_unit = models.BooleanField(default=False)
    due_on = models.DateField(null=True, blank=True)
    refuse_late = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.campaign_id}"


class Registration(PublicIdModel, StatefulModel):
    """Đăng ký thi đua of one subject of a unit in a campaign (REG-04).

    `people` is more than 1 where a signed list stands for so many; `member` is set where a person
    registered himself. `late` was said at registering and stays. A công trình may carry a plaque.
    """

    PREFIX = "dk"
    DATA_CLASSES: ClassVar = {
        "kind": DataClass.INTERNAL,
        "subject": DataClass.INTERNAL,
        "name": DataClass.PERSONAL,
        "name_key": DataClass.PERSONAL,
        "text": DataClass.INTERNAL,
        "goal": DataClass.INTERNAL,
        "finish_by": DataClass.INTERNAL,
        "people": DataClass.INTERNAL,
        "people_done": DataClass.INTERNAL,
        "plaque_on": DataClass.INTERNAL,
        "plaque_place": DataClass.INTERNAL,
        "plaque_text": DataClass.INTERNAL,
        "registered_on": DataClass.INTERNAL,
        "late": DataClass.INTERNAL,
        "entered_name": DataClass.PERSONAL,
        "result": DataClass.INTERNAL,
        "done_on": DataClass.INTERNAL,
        "verified_on": DataClass.INTERNAL,
        "verified_name": DataClass.PERSONAL,
        "reason": DataClass.INTERNAL,
        "sector": DataClass.INTERNAL,
        "state": DataClass.INTERNAL,
        "changed_at": DataClass.INTERNAL,
        "version": DataClass.INTERNAL,
    }

    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, related_name="registrations", db_index=False
    )
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    kind = models.CharField(max_length=16, choices=RegistrationKind)
    subject = models.CharField(max_length=16, choices=RegistrationSubject)
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=1_000)
    text = models.CharField(max_length=500)
    goal = models.CharField(max_length=300, blank=True)
    finish_by = models.DateField(null=True, blank=True)
    people = models.PositiveIntegerField(default=1)
    people_done = models.PositiveIntegerField(default=0)
    plaque_on = models.DateField(null=True, blank=True)
    plaque_place = models.CharField(max_length=200, blank=True)
    plaque_text = models.CharField(max_length=500, blank=True)
    registered_on = models.DateField()
    late = models.BooleanField(default=False)
    entered_name = models.CharField(max_length=200, blank=True)
    result = models.CharField(max_length=1000, blank=True)
    done_on = models.DateField(null=True, blank=True)
    verified_on = models.DateField(null=True, blank=True)
    verified_name = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=1000, blank=True)
    sector = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=RegistrationState.values), name="registration_state"
            ),
            models.CheckConstraint(condition=Q(people__gte=1), name="registration_people"),
        )
        indexes = (
            models.Index(fields=["campaign", "unit", "kind"], name="registration_campaign"),
            models.Index(fields=["unit", "-id"], name="registration_unit"),
        )

    def __str__(self) -> str:
        return self.public_id


class RegistrationPhoto(models.Model):
    """Ảnh của đăng ký: the signed list, or a minh chứng of what was done."""

    DATA_CLASSES: ClassVar = {"purpose": DataClass.INTERNAL}

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="photos")
    file = models.OneToOneField("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=8, choices=PhotoPurpose)

    def __str__(self) -> str:
        return f"{self.registration_id}: {self.purpose}"
