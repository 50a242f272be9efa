"""What stands in a conference in order: programme, people, pacts, awards handed over, photographs."""

from typing import ClassVar

from django.db import models

from thidua.apps.conferences.enums import PersonRole, Presence, ProgrammePart, RecipientKind
from thidua.apps.conferences.models.conference import Conference
from thidua.base.data_class import DataClass


class ProgrammeItem(models.Model):
    """Chương trình: one item, in its place; `who` is “họ tên, chức vụ” or a body."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.INTERNAL,
        "at": DataClass.INTERNAL,
        "part": DataClass.INTERNAL,
        "text": DataClass.INTERNAL,
        "who": DataClass.PERSONAL,
    }

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="programme")
    position = models.PositiveSmallIntegerField()
    at = models.TimeField(null=True)
    part = models.CharField(max_length=12, choices=ProgrammePart)
    text = models.CharField(max_length=500)
    who = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.text[:80]


class ConferencePerson(models.Model):
    """Đại biểu: one who chairs or is invited, and whether he or she came."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.INTERNAL,
        "role": DataClass.INTERNAL,
        "name": DataClass.PERSONAL,
        "post": DataClass.PERSONAL,
        "organisation": DataClass.PERSONAL,
        "presence": DataClass.PERSONAL,
    }

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="people")
    position = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=8, choices=PersonRole)
    name = models.CharField(max_length=100, blank=True)
    post = models.CharField(max_length=150, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    presence = models.CharField(max_length=10, choices=Presence)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.role} {self.position}"


class SignedPact(models.Model):
    """Giao ước ký tại hội nghị: one of the pacts kept, or one named in words, in order of signing."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.INTERNAL,
        "parties": DataClass.INTERNAL,
        "subject": DataClass.INTERNAL,
    }

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="pacts")
    position = models.PositiveSmallIntegerField()
    pact = models.ForeignKey(
        "campaigns.Pact", on_delete=models.PROTECT, null=True, related_name="+"
    )
    parties = models.CharField(max_length=300, blank=True)
    subject = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.position}"


class HandedAward(models.Model):
    """Trao thưởng, biểu dương: one award handed over at the conference, in its place.

    `given_by` is the level that decided; without a form of its own (`name` empty) it is a praise.
    """

    DATA_CLASSES: ClassVar = {
        "position": DataClass.INTERNAL,
        "name": DataClass.INTERNAL,
        "given_by": DataClass.INTERNAL,
        "recipient_kind": DataClass.INTERNAL,
        "recipient": DataClass.PERSONAL,
        "decision_number": DataClass.INTERNAL,
        "decided_on": DataClass.INTERNAL,
        "handed_by": DataClass.PERSONAL,
    }

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="awards")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200, blank=True)
    given_by = models.CharField(max_length=200, blank=True)
    recipient_kind = models.CharField(max_length=12, choices=RecipientKind)
    recipient = models.CharField(max_length=300)
    decision_number = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField(null=True)
    handed_by = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.name} {self.position}"


class ConferencePhoto(models.Model):
    """Ảnh hội nghị; without `consent` of those in it, it stays inside the unit."""

    DATA_CLASSES: ClassVar = {"caption": DataClass.PERSONAL, "consent": DataClass.INTERNAL}

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="photos")
    file = models.OneToOneField("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(max_length=200, blank=True)
    consent = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.pk}"
