"""Runs the HTTP server: one process where the database is embedded, several on PostgreSQL."""

import errno
import os
import socket
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connections
from django.utils.translation import gettext as _
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

_THREADS = 8
_DEFAULT_WORKERS = "2"


def check_port(host: str, port: int) -> None:
    """Refuse with a sentence when the address cannot be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as refused:
            raise CommandError(_why(refused, host, port)) from refused


def _why(refused: OSError, host: str, port: int) -> str:
    if refused.errno == errno.EADDRINUSE:
        return _(
            "Cổng %(port)s đang được chương trình khác dùng. Hãy chọn cổng khác: --port %(other)s."
        ) % {
            "port": port,
            "other": port + 1,
        }
    return _("Không mở được địa chỉ %(host)s, cổng %(port)s: %(reason)s.") % {
        "host": host,
        "port": port,
        "reason": refused.strerror,
    }


def worker_processes() -> int:
    """Return how many processes may serve: with the embedded SQLite exactly one."""
    if settings.THIDUA_EMBEDDED:
        return 1
    return max(1, int(os.environ.get("THIDUA_WEB_WORKERS") or _DEFAULT_WORKERS))


def serve(host: str, port: int) -> None:
    """Serve until stopped; no database connection may be open when the processes are forked."""
    os.environ["THIDUA_IN_SERVER"] = "1"
    connections.close_all()
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    Granian(
        "thidua.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=worker_processes(),
        blocking_threads=_THREADS,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    ).serve()
