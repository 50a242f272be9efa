"""What kind of installation this is; a demonstration and real data never share one database."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.utils.translation import gettext as _

DEMONSTRATION_NAMES = "demo-"


def has_people() -> bool:
    """Tell whether anyone has an account."""
    return get_user_model()._default_manager.exists()  # noqa: SLF001


def has_demonstration() -> bool:
    """Tell whether the database holds the people of the demonstration."""
    people = get_user_model()._default_manager  # noqa: SLF001
    return people.filter(sign_in_name__startswith=DEMONSTRATION_NAMES).exists()


def mixture() -> str:
    """Return what is mixed here in one sentence, or nothing when all is well."""
    if get_user_model()._meta.db_table not in connection.introspection.table_names():  # noqa: SLF001
        return ""
    if settings.THIDUA_DEMO and has_people() and not has_demonstration():
        return _(
            "Cơ sở dữ liệu này có dữ liệu thật, không chạy bản minh họa trên đó được. "
            "Hãy bỏ THIDUA_DEMO, hoặc chọn THIDUA_DATA_DIR, DATABASE_URL khác."
        )
    if not settings.THIDUA_DEMO and has_demonstration():
        return _(
            "Cơ sở dữ liệu này chứa bản minh họa, không dùng cho dữ liệu thật được. "
            "Hãy chọn THIDUA_DATA_DIR hoặc DATABASE_URL khác."
        )
    return ""
