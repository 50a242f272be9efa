"""The database: its migrations, and whether what it acknowledges is really kept."""

from collections.abc import Iterator

from django.db import connection, transaction
from django.utils.translation import gettext as _

from thidua.base.sqlite.rule import is_fixed
from thidua.cli.doctor.finding import Finding, fault, noted, well
from thidua.cli.preparation import pending_migrations

_LEAST_POSTGRESQL = 150_000
_MUST_BE_ON = ("fsync", "full_page_writes", "synchronous_commit")
_SYNC_FULL = 2


def _value(statement: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return str(cursor.fetchone()[0])


def migrations() -> Iterator[Finding]:
    """Look for migrations that have not run."""
    pending = pending_migrations()
    if pending:
        yield fault(
            _("Cơ sở dữ liệu chưa cập nhật: %(names)s.") % {"names": ", ".join(pending[:5])},
            _("Hãy chạy: ./run migrate"),
        )
    else:
        yield well(_("Cơ sở dữ liệu đúng phiên bản."))


def writer_gate() -> Iterator[Finding]:
    """Open and close one writing transaction: the gate, the lock and the disk all answer."""
    with transaction.atomic():
        connection.ensure_connection()
    yield well(_("Ghi được vào cơ sở dữ liệu (%(vendor)s).") % {"vendor": connection.vendor})


def durability() -> Iterator[Finding]:
    """Check the settings without which a power cut may lose what was acknowledged."""
    yield from _postgresql() if connection.vendor == "postgresql" else _sqlite()


def _sqlite() -> Iterator[Finding]:
    version = tuple(int(part) for part in _value("SELECT sqlite_version()").split("."))
    yield from sqlite_findings(
        version, _value("PRAGMA journal_mode"), int(_value("PRAGMA synchronous"))
    )
    if _value("PRAGMA quick_check(1)") != "ok":
        yield fault(
            _("Tệp cơ sở dữ liệu bị hỏng."),
            _("Hãy dừng hệ thống và khôi phục từ bản sao lưu gần nhất."),
        )


def sqlite_findings(version: tuple[int, ...], journal: str, sync: int) -> Iterator[Finding]:
    """Judge an SQLite by its version, journal and sync mode."""
    shown = {"version": ".".join(map(str, version)), "journal": journal}
    if is_fixed(version):
        yield well(_("SQLite %(version)s, nhật ký %(journal)s.") % shown)
    elif journal == "wal":
        yield fault(
            _("SQLite %(version)s ở chế độ WAL có thể mất dữ liệu đã báo lưu.") % shown,
            _("Hãy cài gói pysqlite3 (./run tự cài) hoặc dùng PostgreSQL."),
        )
    else:
        yield noted(
            _("SQLite %(version)s có lỗi ở chế độ WAL, nên chạy chậm hơn với nhật ký %(journal)s.")
            % shown,
            _("Hãy cài gói pysqlite3 để dùng SQLite kèm theo."),
        )
    if sync < _SYNC_FULL and journal != "memory":
        yield fault(
            _("SQLite không chờ ổ đĩa ghi xong (synchronous=%(sync)s).") % {"sync": sync},
            _("Hãy bỏ tùy chọn synchronous khỏi cấu hình."),
        )


def _postgresql() -> Iterator[Finding]:
    version = int(_value("SHOW server_version_num"))
    if version < _LEAST_POSTGRESQL:
        yield fault(_("PostgreSQL quá cũ."), _("Hãy nâng cấp lên PostgreSQL 15 trở lên."))
    else:
        yield well(_("PostgreSQL %(version)s.") % {"version": _value("SHOW server_version")})
    for name in _MUST_BE_ON:
        if _value(f"SHOW {name}") == "off":
            yield fault(
                _("PostgreSQL đang tắt %(name)s: mất điện là mất dữ liệu đã báo lưu.")
                % {"name": name},
                _("Hãy đặt %(name)s = on trong postgresql.conf.") % {"name": name},
            )
    if _value("SHOW data_checksums") == "off":
        yield noted(
            _("PostgreSQL không kiểm tra tổng (data checksums): ổ đĩa hỏng khó phát hiện."),
            _("Hãy dừng PostgreSQL rồi chạy: pg_checksums --enable"),
        )
