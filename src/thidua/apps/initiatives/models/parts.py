"""Author, photograph and praise: what an initiative has several of."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from thidua.apps.initiatives.enums import LevelChoice
from thidua.apps.initiatives.models.initiative import SHORT_LENGTH, Initiative
from thidua.base.data_class import DataClass


class Author(models.Model):
    """Tác giả: one person with a share; `user` where that person has an account at the unit."""

    DATA_CLASSES: ClassVar = {
        "position": DataClass.INTERNAL,
        "name": DataClass.PERSONAL,
        "name_key": DataClass.PERSONAL,
        "post": DataClass.PERSONAL,
        "workplace": DataClass.PERSONAL,
        "share": DataClass.INTERNAL,
    }

    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="authors", db_index=False
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=SHORT_LENGTH)
    name_key = models.CharField(max_length=SHORT_LENGTH, db_index=True)
    post = models.CharField(max_length=SHORT_LENGTH, blank=True)
    workplace = models.CharField(max_length=200, blank=True)
    share = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["initiative", "position"], name="author_position"),
            models.CheckConstraint(
                condition=models.Q(share__gt=0, share__lte=100), name="author_share"
            ),
        )

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.position}"


class InitiativePhoto(models.Model):
    """Ảnh minh chứng: a photograph of the thing applied, or of the decision."""

    DATA_CLASSES: ClassVar[dict[str, DataClass]] = {}

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="photos")
    file = models.OneToOneField("files.StoredFile", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.file_id}"


class InitiativePraise(models.Model):
    """Biểu dương: the initiative itself was praised at a level, once at each."""

    DATA_CLASSES: ClassVar = {
        "level": DataClass.INTERNAL,
        "praised_by": DataClass.INTERNAL,
        "number": DataClass.INTERNAL,
        "praised_on": DataClass.INTERNAL,
    }

    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="praises", db_index=False
    )
    level = models.CharField(max_length=16, choices=LevelChoice)
    praised_by = models.CharField(max_length=200)
    number = models.CharField(max_length=60, blank=True)
    praised_on = models.DateField()

    class Meta:
        ordering = ("praised_on", "id")
        constraints = (
            models.UniqueConstraint(fields=["initiative", "level"], name="praise_once_a_level"),
        )

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.level}"
