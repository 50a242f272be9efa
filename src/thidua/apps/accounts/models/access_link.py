"""A link of one use, on paper or in a message, that lets a person set the own password."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from thidua.apps.accounts.enums import LinkPurpose
from thidua.apps.accounts.models.user import User
from thidua.base.data_class import DataClass
from thidua.base.public_id import PublicIdModel


class AccessLink(PublicIdModel):
    """Đường dẫn một lần: only a hash of its secret is kept; `unit` is where it was made out."""

    PREFIX = "ml"
    DATA_CLASSES: ClassVar = {
        "purpose": DataClass.INTERNAL,
        "token_hash": DataClass.INTERNAL,
        "made_at": DataClass.INTERNAL,
        "expires_at": DataClass.INTERNAL,
        "used_at": DataClass.INTERNAL,
        "withdrawn_at": DataClass.INTERNAL,
        "made_by": DataClass.PERSONAL,
        "unit": DataClass.INTERNAL,
    }

    purpose = models.CharField(max_length=8, choices=LinkPurpose)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    made_by = models.CharField(max_length=520)
    maker = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # A number, like in the audit trail: `org` refers to users, so users cannot refer to `org`.
    unit = models.BigIntegerField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(used_at__isnull=True, withdrawn_at__isnull=True),
                name="accounts_one_open_link",
            ),
        )

    def __str__(self) -> str:
        return self.public_id
