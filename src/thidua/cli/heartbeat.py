"""The worker's sign of life: a file in the data folder that is touched while it works."""

import time
from pathlib import Path

from django.conf import settings

EVERY_S = 10.0


def _path() -> Path:
    return Path(settings.THIDUA_DATA_DIR) / "worker.alive"


def beat() -> None:
    """Say that the worker is alive now."""
    _path().touch(mode=0o600)


def age_s() -> float | None:
    """Return the seconds since the last sign of life, or None when there never was one."""
    try:
        return max(0.0, time.time() - _path().stat().st_mtime)
    except FileNotFoundError:
        return None
