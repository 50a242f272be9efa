"""Keeping and reading photographs; called from inside other apps' operations, never one itself."""

from thidua.apps.files.services.photos import (
    MAX_FILES_PER_UPLOAD,
    KeptPhoto,
    Upload,
    keep_photo,
    keep_photos,
    keep_scan,
    read,
    record_photo,
    store_photo,
)
from thidua.apps.files.services.sweeping import sweep_orphans

__all__ = [
    "MAX_FILES_PER_UPLOAD",
    "KeptPhoto",
    "Upload",
    "keep_photo",
    "keep_photos",
    "keep_scan",
    "read",
    "record_photo",
    "store_photo",
    "sweep_orphans",
]
