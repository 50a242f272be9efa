"""Pact: what named parties promise one another in a campaign, who signs, the signed paper kept."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from thidua.apps.campaigns.enums import PactKind, PactState, PartyKind
from thidua.apps.campaigns.models.campaign import Campaign
from thidua.base.data_class import DataClass
from thidua.base.public_id import PublicIdModel
from thidua.base.stateful import StatefulModel


class Pact(PublicIdModel, StatefulModel):
    """Giao ước thi đua: one paper that several parties sign; `unit` keeps it.

    `signed_on` is the day on the paper: while it is drafted, the day it is to be signed.
    """

    PREFIX = "gu"
    DATA_CLASSES: ClassVar = {
        "kind": DataClass.INTERNAL,
        "title": DataClass.INTERNAL,
        "place": DataClass.INTERNAL,
        "signed_on": DataClass.INTERNAL,
        "note": DataClass.INTERNAL,
        "cancelled_on": DataClass.INTERNAL,
        "cancel_reason": DataClass.INTERNAL,
        "state": DataClass.INTERNAL,
        "changed_at": DataClass.INTERNAL,
        "version": DataClass.INTERNAL,
    }

    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="pacts")
    kind = models.CharField(max_length=16, choices=PactKind)
    title = models.CharField(max_length=300)
    place = models.CharField(max_length=200, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    cancelled_on = models.DateField(null=True, blank=True)
    cancel_reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(state__in=PactState.values), name="pact_state"),
        )
        indexes = (models.Index(fields=["unit", "-id"], name="pact_unit"),)

    def __str__(self) -> str:
        return self.title


class PactParty(models.Model):
    """Bên giao ước: one who makes the pact, and who signs for it.

    `unit` is empty for a tổ, a bộ phận, an employer: they stand outside the tree. `name` is what
    the paper says, on the day it was written.
    """

    DATA_CLASSES: ClassVar = {
        "position": DataClass.INTERNAL,
        "kind": DataClass.INTERNAL,
        "name": DataClass.INTERNAL,
        "representative": DataClass.PERSONAL,
        "post": DataClass.INTERNAL,
    }

    pact = models.ForeignKey(Pact, on_delete=models.CASCADE, related_name="parties")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, null=True, related_name="+")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=24, choices=PartyKind)
    name = models.CharField(max_length=200)
    representative = models.CharField(max_length=100, blank=True)
    post = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["pact", "position"], name="pactparty_position"),
        )

    def __str__(self) -> str:
        return self.name


class PactCommitment(models.Model):
    """Nội dung giao ước: one promise, with the figure to be reached where it has one."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.INTERNAL,
        "text": DataClass.INTERNAL,
        "target": DataClass.INTERNAL,
    }

    pact = models.ForeignKey(Pact, on_delete=models.CASCADE, related_name="commitments")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=1000)
    indicator = models.ForeignKey(
        "figures.Indicator", on_delete=models.PROTECT, null=True, related_name="+"
    )
    target = models.BigIntegerField(null=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["pact", "position"], name="pactcommitment_position"),
            models.CheckConstraint(
                condition=Q(target__isnull=True) | Q(target__gte=0), name="pactcommitment_target"
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]


class PactScan(models.Model):
    """Bản giao ước đã ký: a photograph of the signed paper."""

    DATA_CLASSES: ClassVar[dict[str, DataClass]] = {}

    pact = models.ForeignKey(Pact, on_delete=models.CASCADE, related_name="scans")
    file = models.OneToOneField("files.StoredFile", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.pact_id}: {self.file_id}"
