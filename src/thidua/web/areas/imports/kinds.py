"""The kinds of files that are taken in: whose right each asks for, its form, its plan and its act."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.apps.accounts.services.importing import import_people
from thidua.apps.accounts.services.importing_people import plan_people
from thidua.apps.accounts.sheets import PEOPLE, people_rows
from thidua.apps.campaigns.services.importing import import_registrations
from thidua.apps.campaigns.services.importing_registrations import plan_registrations
from thidua.apps.campaigns.sheets import REGISTRATIONS, registration_rows
from thidua.apps.initiatives.services.importing import import_initiatives
from thidua.apps.initiatives.services.importing_initiatives import plan_initiatives
from thidua.apps.initiatives.sheets import INITIATIVES, initiative_rows
from thidua.apps.org.services.importing import import_headcounts, import_units
from thidua.apps.org.services.importing_headcounts import plan_headcounts
from thidua.apps.org.services.importing_plan import Answers, Plan
from thidua.apps.org.services.importing_units import plan_units
from thidua.apps.org.services.reorganise import import_reorganisation
from thidua.apps.org.services.reorganising_file import plan_reorganisation
from thidua.apps.org.sheets import HEADCOUNTS, PLAN, UNITS, headcount_rows, unit_rows
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import Forbidden, NotFound
from thidua.office.sheets import Cell, Read, Sheet


@dataclass(frozen=True)
class ImportKind:
    """One kind of file; `slug` stands in addresses and in the names of files."""

    slug: str
    title: Promise
    lead: Promise
    capability: Capability
    sheet: Sheet
    plan: Callable[[Actor, Read, Answers], Plan[Any]]
    carry_out: Callable[..., str]
    rows: Callable[[Actor, date], Iterable[Mapping[str, Cell | None]]] | None
    # The page of what was made, by its public id; without one, how the rows stand afterwards.
    result: str = ""


KINDS = {
    kind.slug: kind
    for kind in (
        ImportKind(
            "don-vi",
            _("Đơn vị"),
            _(
                "Thêm đơn vị mới dưới cấp trên của mình; sửa tên, khối, số đoàn viên của đơn vị đã có."
            ),
            Capability.UNIT_MANAGE,
            UNITS,
            plan_units,
            import_units,
            unit_rows,
        ),
        ImportKind(
            "so-doan-vien",
            _("Số đoàn viên, người lao động"),
            _(
                "Cập nhật số đoàn viên, người lao động, nữ đoàn viên của nhiều đơn vị, tính từ một ngày."
            ),
            Capability.UNIT_MANAGE,
            HEADCOUNTS,
            plan_headcounts,
            import_headcounts,
            headcount_rows,
        ),
        ImportKind(
            "can-bo",
            _("Cán bộ và vai trò"),
            _("Mời nhiều người cùng lúc: mỗi dòng một người, một vai trò tại một đơn vị."),
            Capability.PERSON_INVITE,
            PEOPLE,
            plan_people,
            import_people,
            people_rows,
        ),
        ImportKind(
            "sang-kien",
            _("Sáng kiến đã được công nhận"),
            _(
                "Danh sách sáng kiến đã có quyết định công nhận, của đơn vị hoặc của các đơn vị trực thuộc: "
                "mỗi dòng một sáng kiến, ghi xong là đã xác nhận và được tính."
            ),
            Capability.INITIATIVE_IMPORT,
            INITIATIVES,
            plan_initiatives,
            import_initiatives,
            initiative_rows,
        ),
        ImportKind(
            "dang-ky",
            _("Đăng ký thi đua"),
            _(
                "Danh sách đăng ký của đơn vị trong kế hoạch đang thực hiện: mỗi dòng một người hoặc tập thể, "
                "một việc."
            ),
            Capability.REGISTRATION_KEEP,
            REGISTRATIONS,
            plan_registrations,
            import_registrations,
            registration_rows,
        ),
        ImportKind(
            "sap-xep",
            _("Phương án sắp xếp tổ chức"),
            _(
                "Thành lập, sáp nhập, chia, chuyển, kết thúc hoạt động nhiều đơn vị theo một tệp. "
                "Tệp thành dự thảo; tổ chức chỉ thay đổi khi thực hiện dự thảo ấy."
            ),
            Capability.UNIT_REORGANISE,
            PLAN,
            plan_reorganisation,
            import_reorganisation,
            None,
            "reorganisation:plan",
        ),
    )
}


def kinds_for(actor: Actor) -> list[ImportKind]:
    """Return the kinds that the actor's role may take in."""
    return [kind for kind in KINDS.values() if reach_of(actor.role, kind.capability) is not None]


def kind_for(actor: Actor, slug: str) -> ImportKind:
    """Return one kind; refuse one that is none, or not for the actor's role."""
    if slug not in KINDS:
        raise NotFound("base.not_found")
    if KINDS[slug] not in kinds_for(actor):
        raise Forbidden("base.forbidden")
    return KINDS[slug]
