"""The machine: Python, room on the disk, and the files that were shipped with the product."""

import hashlib
import json
import platform
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

import thidua.web
from thidua.cli.doctor.finding import Finding, fault, noted, well

_GIB = 2**30
_TOO_LITTLE_GIB = 1
_LITTLE_GIB = 5


def python() -> Iterator[Finding]:
    """Say which Python runs."""
    yield well(_("Python %(version)s.") % {"version": platform.python_version()})


def disk_space() -> Iterator[Finding]:
    """Look at the room left where the data lives."""
    free = shutil.disk_usage(settings.THIDUA_DATA_DIR).free / _GIB
    seen = _("Ổ đĩa chứa dữ liệu còn %(free)s GiB.") % {"free": f"{free:.1f}".replace(".", ",")}
    todo = _("Hãy dọn ổ đĩa hoặc chuyển THIDUA_DATA_DIR sang ổ lớn hơn.")
    if free < _TOO_LITTLE_GIB:
        yield fault(seen, todo)
    elif free < _LITTLE_GIB:
        yield noted(seen, todo)
    else:
        yield well(seen)


def shipped_files() -> Iterator[Finding]:
    """Hash the vendored files again: a changed one is run by every visitor's browser."""
    room = Path(thidua.web.__path__[0]) / "static" / "vendor"
    changed = list(changed_files(room))
    if changed:
        yield fault(
            _("Tệp giao diện kèm theo bị thay đổi hoặc thiếu: %(names)s.")
            % {"names": ", ".join(changed)},
            _("Hãy cài lại mã nguồn của phiên bản này."),
        )
    else:
        yield well(_("Tệp giao diện kèm theo nguyên vẹn."))


def changed_files(room: Path) -> Iterator[str]:
    """Yield the names of vendored files whose hash is not the recorded one."""
    for entry in json.loads((room / "vendor.json").read_text(encoding="utf-8")):
        for name, recorded in entry["files"].items():
            path = room / name
            if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != recorded:
                yield name
