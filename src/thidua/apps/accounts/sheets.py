"""The Excel form of people and their posts: its columns, and the rows that fill it."""

from collections.abc import Iterator
from datetime import date

from thidua.apps.accounts.queries.sign_in_names import shown_name
from thidua.apps.org.models import Assignment
from thidua.apps.org.scoping import visible_unit_ids
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import ROLES
from thidua.office.sheets import MAX_ROWS, Cell, Column, Sheet

PEOPLE = Sheet(
    "Cán bộ",
    (
        Column("unit", "Mã đơn vị", required=True, help="Mã của đơn vị đã có."),
        Column(
            "full_name",
            "Họ và tên",
            required=True,
            width=32,
            help="Đủ họ, tên đệm và tên.",
            aliases=("Họ tên",),
        ),
        Column(
            "sign_in_name",
            "Số điện thoại hoặc mã được cấp",
            required=True,
            width=24,
            help="Dùng để đăng nhập. Mỗi người một số hoặc một mã.",
            aliases=("Số điện thoại", "Điện thoại", "SĐT", "Mã được cấp"),
        ),
        Column(
            "role",
            "Vai trò",
            "choice",
            required=True,
            width=32,
            help="Chọn trong danh mục.",
            choices=tuple((slug, role.name) for slug, role in ROLES.items()),
        ),
    ),
    "Danh sách cán bộ và vai trò",
)


def people_rows(actor: Actor, day: date) -> Iterator[dict[str, Cell | None]]:
    """Yield the posts in force where the actor may invite, as rows of the form."""
    posts = (
        Assignment.objects.on(day)
        .filter(unit_id__in=visible_unit_ids(actor, Capability.PERSON_INVITE))
        .select_related("unit", "user")
        .order_by("unit__code", "user__sort_key", "id")
    )
    for post in posts[:MAX_ROWS]:
        yield {
            "unit": post.unit.code,
            "full_name": post.user.full_name,
            "sign_in_name": shown_name(post.user.sign_in_name),
            "role": ROLES[post.role].name if post.role in ROLES else post.role,
        }
