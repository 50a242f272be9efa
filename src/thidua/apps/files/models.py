"""StoredFile: what the database knows of a kept photograph; the bytes lie on disk."""

from typing import ClassVar

from django.db import models

from thidua.base.data_class import DataClass
from thidua.base.public_id import PublicIdModel
from thidua.office.images import MAX_NAME


class StoredFile(PublicIdModel):
    """Tệp minh chứng of a unit; several rows may share one content, which is on disk once."""

    PREFIX = "tep"
    DATA_CLASSES: ClassVar = {
        "sha256": DataClass.INTERNAL,
        "media_type": DataClass.INTERNAL,
        "size": DataClass.INTERNAL,
        "width": DataClass.INTERNAL,
        "height": DataClass.INTERNAL,
        "original_name": DataClass.PERSONAL,
        "created_at": DataClass.INTERNAL,
    }

    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="files")
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    original_name = models.CharField(max_length=MAX_NAME)
    created_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["sha256"], name="files_by_content"),)

    def __str__(self) -> str:
        return self.public_id
