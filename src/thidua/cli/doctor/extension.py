"""What the search needs of PostgreSQL: the extension pg_trgm, or the right to create it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.utils.translation import gettext as _

from thidua.cli.doctor.finding import Finding, fault, well

NAME = "pg_trgm"
# A trusted extension asks only for the right to create in this database, another for a superuser.
_ASK = """
    SELECT
        EXISTS (SELECT 1 FROM pg_extension WHERE extname = %(name)s),
        EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = %(name)s),
        (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
            OR has_database_privilege(current_database(), 'CREATE') AND EXISTS (
                SELECT 1 FROM pg_available_extension_versions WHERE name = %(name)s AND trusted
            ),
        current_database()::text,
        current_user::text
"""


@dataclass(frozen=True)
class State:
    """Whether the extension is there, lies on the server, may be created; of which database, by whom."""

    created: bool
    on_server: bool
    may_create: bool
    database: str
    user: str


def search_extension() -> Iterator[Finding]:
    """Look for the extension without which PostgreSQL cannot migrate, nor search without accents."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(_ASK, {"name": NAME})
            yield extension_finding(State(*cursor.fetchone()))


def extension_finding(state: State) -> Finding:
    """Judge what was seen, and say who has to do what."""
    shown = {"name": NAME, "database": state.database, "user": state.user}
    if state.created:
        return well(_("PostgreSQL có phần mở rộng %(name)s để tìm không dấu.") % shown)
    if not state.on_server:
        return fault(
            _("Máy chủ PostgreSQL thiếu phần mở rộng %(name)s, cần để tìm không dấu.") % shown,
            _("Hãy cài gói postgresql-contrib trên máy chủ đó, rồi chạy: ./run migrate"),
        )
    if state.may_create:
        return fault(
            _("Cơ sở dữ liệu “%(database)s” chưa bật phần mở rộng %(name)s.") % shown,
            _("Hãy chạy: ./run migrate; nếu vẫn thiếu, chạy lệnh SQL: CREATE EXTENSION %(name)s;")
            % shown,
        )
    return fault(
        _(
            "Cơ sở dữ liệu “%(database)s” chưa bật phần mở rộng %(name)s, "
            "và tài khoản “%(user)s” không có quyền bật."
        )
        % shown,
        _(
            "Hãy nhờ người quản trị PostgreSQL chạy trong cơ sở dữ liệu đó: "
            "CREATE EXTENSION %(name)s; rồi chạy: ./run migrate"
        )
        % shown,
    )
