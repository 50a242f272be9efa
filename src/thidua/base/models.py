"""The audit trail: what was done, its erasable payload, and the chained blocks that seal it."""

from typing import Any, ClassVar, NoReturn

from django.db import models

from thidua.base.data_class import DataClass


class AppendOnly(models.Model):
    """A row that is written once and never changed through the program."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row; refuse to write one again."""
        if self.pk and not self._state.adding:
            raise TypeError(f"{type(self).__name__} is append-only")
        super().save(*args, **kwargs)

    def delete(self, *_: Any, **__: Any) -> NoReturn:
        """Refuse."""
        raise TypeError(f"{type(self).__name__} is append-only")


class AuditBlock(AppendOnly):
    """Khối nhật ký: digests of some events, chained to the block before."""

    DATA_CLASSES: ClassVar = {
        "previous": DataClass.INTERNAL,
        "digest": DataClass.INTERNAL,
        "events": DataClass.INTERNAL,
        "sealed_at": DataClass.INTERNAL,
    }

    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    events = models.PositiveIntegerField()
    sealed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"block {self.pk}"


class AuditEvent(AppendOnly):
    """Nhật ký: one act by one person; text only, no foreign keys, so that nothing can follow it away.

    `digest` covers every column here and a salted hash of the payload; `block` and `position` are
    filled once, by the sealer. `request_key` is the idempotency key of the act.
    """

    DATA_CLASSES: ClassVar = {
        "at": DataClass.INTERNAL,
        "on_day": DataClass.INTERNAL,
        "operation": DataClass.INTERNAL,
        "capability": DataClass.INTERNAL,
        "actor_user": DataClass.INTERNAL,
        "actor_name": DataClass.PERSONAL,
        "actor_post": DataClass.INTERNAL,
        "unit": DataClass.INTERNAL,
        "subject_type": DataClass.INTERNAL,
        "subject_id": DataClass.INTERNAL,
        "parent": DataClass.INTERNAL,
        "request_key": DataClass.INTERNAL,
        "fingerprint": DataClass.INTERNAL,
        "answer": DataClass.INTERNAL,
        "payload_hash": DataClass.INTERNAL,
        "digest": DataClass.INTERNAL,
        "block": DataClass.INTERNAL,
        "position": DataClass.INTERNAL,
    }

    at = models.DateTimeField()
    on_day = models.DateField()
    operation = models.CharField(max_length=64)
    capability = models.CharField(max_length=64)
    actor_user = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    actor_post = models.CharField(max_length=300)
    unit = models.BigIntegerField(null=True)
    subject_type = models.CharField(max_length=64, blank=True)
    subject_id = models.CharField(max_length=32, blank=True)
    parent = models.BigIntegerField(null=True)
    request_key = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 - NULL is "no key"
    fingerprint = models.CharField(max_length=64)
    answer = models.CharField(max_length=200, blank=True)
    payload_hash = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    block = models.BigIntegerField(null=True)
    position = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["subject_id", "id"], name="audit_subject"),
            models.Index(fields=["unit", "id"], name="audit_unit"),
            models.Index(fields=["actor_user", "id"], name="audit_actor"),
            models.Index(
                fields=["id"], name="audit_unsealed", condition=models.Q(block__isnull=True)
            ),
            models.Index(fields=["block", "position"], name="audit_block"),
        )

    def __str__(self) -> str:
        return f"{self.operation} {self.subject_id}"


class AuditPayload(models.Model):
    """Nội dung nhật ký: what changed, in a row of its own that may be erased when the law asks."""

    DATA_CLASSES: ClassVar = {"salt": DataClass.INTERNAL, "data": DataClass.PERSONAL}

    event = models.OneToOneField(
        AuditEvent, on_delete=models.PROTECT, primary_key=True, related_name="payload"
    )
    salt = models.CharField(max_length=64)
    data = models.JSONField()

    def __str__(self) -> str:
        return f"payload of {self.pk}"
