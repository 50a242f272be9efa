"""The data folder: who may read it, its keys, and whether demonstration and real data are mixed."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from thidua.cli.doctor.finding import Finding, fault, well
from thidua.cli.installation import mixture

_FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def folder() -> Iterator[Finding]:
    """Look at the rights on the data folder."""
    path = Path(settings.THIDUA_DATA_DIR)
    if not os.access(path, os.W_OK | os.X_OK):
        yield fault(
            _("Không ghi được vào thư mục dữ liệu %(path)s.") % {"path": path},
            _("Hãy giao thư mục này cho tài khoản chạy hệ thống (chown)."),
        )
    elif is_open_to_others(path):
        yield fault(
            _("Người khác trên máy đọc được thư mục dữ liệu %(path)s.") % {"path": path},
            _("Hãy chạy: chmod 700 %(path)s") % {"path": path},
        )
    else:
        yield well(_("Thư mục dữ liệu %(path)s chỉ chủ sở hữu đọc được.") % {"path": path})


def keys() -> Iterator[Finding]:
    """Look at the rights on the key files; a key in the environment has no file."""
    exposed = [path for path in sorted(secret_files()) if is_open_to_others(path)]
    for path in exposed:
        yield fault(
            _("Người khác trên máy đọc được khóa %(name)s.") % {"name": path.name},
            _("Hãy chạy: chmod 600 %(path)s") % {"path": path},
        )
    if not exposed:
        yield well(_("Các khóa chỉ chủ sở hữu đọc được."))


def not_mixed() -> Iterator[Finding]:
    """Refuse a database in which demonstration and real data meet."""
    mixed = mixture()
    if mixed:
        yield fault(mixed, _("Hãy tách hai nơi trước khi ai đó làm việc trên hệ thống này."))
    else:
        yield well(
            _("Đây là bản minh họa.")
            if settings.THIDUA_DEMO
            else _("Đây là hệ thống thật, không có dữ liệu minh họa.")
        )


def secret_files() -> list[Path]:
    """Return the files that hold keys."""
    return list(Path(settings.THIDUA_DATA_DIR).glob("*.secret"))


def is_open_to_others(path: Path) -> bool:
    """Tell whether anyone but the owner may do anything with a file or folder."""
    return bool(path.stat().st_mode & _FOR_OTHERS)
