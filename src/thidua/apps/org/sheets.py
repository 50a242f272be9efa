"""The Excel forms of units, headcounts and reorganisations: their columns, and what fills them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from thidua.apps.org.enums import Line, Sector
from thidua.apps.org.models import Headcount, Placement, ReorganisationChange, UnitName
from thidua.apps.org.scoping import visible_unit_ids
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.changes import Act
from thidua.domain.succession import Children, Share
from thidua.lawbook.kinds import kind_name, unit_kinds
from thidua.office.sheets import MAX_ROWS, Cell, Column, Sheet

_KINDS = tuple((kind.slug, kind.name) for kind in unit_kinds().values() if not kind.is_top)
# The words of the paper form: they do not follow the language of the screen.
_SECTORS = (
    (Sector.ENTERPRISE.value, "Doanh nghiệp"),
    (Sector.PUBLIC.value, "Hành chính, sự nghiệp"),
)
_CODE = Column(
    "code",
    "Mã đơn vị",
    required=True,
    help="Mã do cấp trên cấp, như HN-CD-00592. Mã đã có: dòng này sửa đơn vị ấy.",
)

UNITS = Sheet(
    "Đơn vị",
    (
        _CODE,
        Column("name", "Tên đơn vị", required=True, width=46, help="Tên đầy đủ."),
        Column("short_name", "Tên gọi tắt", width=24),
        Column(
            "kind",
            "Loại đơn vị",
            "choice",
            required=True,
            choices=_KINDS,
            width=30,
            help="Chọn trong danh mục.",
        ),
        Column("sector", "Khối", "choice", choices=_SECTORS, width=24, aliases=("Khu vực",)),
        Column(
            "parent",
            "Mã công đoàn cấp trên",
            required=True,
            width=20,
            help="Mã của công đoàn cấp trên trực tiếp; có thể là một dòng khác của tệp này.",
            aliases=("Mã cấp trên", "Mã công đoàn cấp trên trực tiếp"),
        ),
        Column(
            "side",
            "Mã công đoàn ngành",
            width=20,
            help="Chỉ ghi khi đơn vị còn phối hợp theo ngành ngoài cấp trên trực tiếp.",
        ),
        Column(
            "on",
            "Ngày thành lập",
            "day",
            required=True,
            width=16,
            help="Ngày bắt đầu hoạt động, như 01/10/2025.",
            aliases=("Hoạt động từ ngày",),
        ),
        Column("members", "Số đoàn viên", "int", width=14, aliases=("Đoàn viên",)),
    ),
    "Danh sách đơn vị công đoàn",
)

HEADCOUNTS = Sheet(
    "Số đoàn viên",
    (
        Column("code", "Mã đơn vị", required=True, help="Mã của đơn vị đã có."),
        Column("name", "Tên đơn vị", width=46, help="Để đối chiếu với mã; có thể để trống."),
        Column(
            "on",
            "Tính từ ngày",
            "day",
            required=True,
            width=16,
            help="Các số của dòng này đúng từ ngày nào, như 01/01/2026.",
            aliases=("Ngày",),
        ),
        Column("members", "Đoàn viên", "int", width=14, aliases=("Số đoàn viên",)),
        Column("workers", "Người lao động", "int", width=14, aliases=("Số người lao động",)),
        Column("women", "Nữ đoàn viên", "int", width=14, aliases=("Nữ", "Trong đó nữ")),
    ),
    "Số đoàn viên, người lao động",
)

_ACTS = (
    (Act.FOUND.value, "Thành lập đơn vị"),
    (Act.RENAME.value, "Đổi tên"),
    (Act.MOVE.value, "Chuyển cấp trên trực tiếp"),
    (Act.SIDE.value, "Phối hợp theo ngành"),
    (Act.MERGE.value, "Sáp nhập, hợp nhất"),
    (Act.SPLIT.value, "Chia đơn vị"),
    (Act.END.value, "Kết thúc hoạt động"),
)
_SHARES = ((Share.MAIN.value, "Phần chính"), (Share.PART.value, "Một phần"))
_CHILDREN = (
    (Children.HEIR.value, "Về đơn vị tiếp nhận"),
    (Children.SUPERIOR.value, "Về cấp trên trực tiếp"),
)

PLAN = Sheet(
    "Phương án sắp xếp",
    (
        Column(
            "act",
            "Nội dung sắp xếp",
            "choice",
            required=True,
            choices=_ACTS,
            width=26,
            help="Chọn trong danh mục. Chia đơn vị: mỗi đơn vị tiếp nhận một dòng.",
        ),
        Column(
            "code",
            "Mã đơn vị",
            required=True,
            help="Mã của đơn vị được sắp xếp; đơn vị thành lập mới thì ghi mã sẽ cấp.",
        ),
        Column(
            "called",
            "Tên đơn vị hiện nay",
            width=40,
            help="Để đối chiếu với mã; có thể để trống.",
        ),
        Column("name", "Tên mới", width=40, help="Khi thành lập đơn vị hoặc đổi tên."),
        Column("short_name", "Tên gọi tắt mới", width=20),
        Column(
            "kind",
            "Loại đơn vị",
            "choice",
            choices=_KINDS,
            width=30,
            help="Khi thành lập đơn vị: chọn trong danh mục.",
        ),
        Column("sector", "Khối", "choice", choices=_SECTORS, width=22, aliases=("Khu vực",)),
        Column(
            "parent",
            "Mã công đoàn cấp trên",
            width=20,
            help=(
                "Cấp trên trực tiếp sau sắp xếp, khi thành lập hoặc chuyển; khi phối hợp theo ngành: "
                "mã công đoàn ngành, để trống nếu thôi phối hợp."
            ),
            aliases=("Mã cấp trên", "Mã công đoàn cấp trên trực tiếp"),
        ),
        Column(
            "heir",
            "Mã đơn vị tiếp nhận",
            width=20,
            help="Khi sáp nhập, chia; khi kết thúc hoạt động thì có thể để trống.",
            aliases=("Mã đơn vị kế thừa",),
        ),
        Column(
            "share",
            "Phần tiếp nhận",
            "choice",
            choices=_SHARES,
            width=16,
            help="Khi chia đơn vị: đúng một dòng là Phần chính.",
        ),
        Column(
            "children",
            "Đơn vị trực thuộc chuyển",
            "choice",
            choices=_CHILDREN,
            width=24,
            help="Khi đơn vị kết thúc mà còn đơn vị trực thuộc không có dòng chuyển riêng.",
        ),
        Column(
            "on",
            "Thực hiện từ ngày",
            "day",
            required=True,
            width=16,
            help="Ngày đầu tiên theo tổ chức mới, như 01/07/2025; cả tệp cùng một ngày.",
            aliases=("Từ ngày",),
        ),
        Column(
            "basis",
            "Căn cứ",
            width=40,
            help="Số, ngày, cơ quan ban hành văn bản; ghi ở dòng đầu là đủ.",
        ),
    ),
    "Phương án sắp xếp tổ chức công đoàn",
)

_SECTOR_NAMES = dict(_SECTORS)


def plan_rows(
    changes: Iterable[ReorganisationChange], called: Mapping[str, str], on: date, basis: str
) -> Iterator[dict[str, Cell | None]]:
    """Yield the rows of a reorganisation as rows of its form; `called` are names by code."""
    acts, shares, children = dict(_ACTS), dict(_SHARES), dict(_CHILDREN)
    for place, row in enumerate(changes):
        yield {
            "act": acts[row.act],
            "code": row.code,
            "called": called.get(row.code),
            "name": row.name,
            "short_name": row.short_name,
            "kind": kind_name(row.kind) if row.kind else None,
            "sector": _SECTOR_NAMES.get(row.sector),
            "parent": row.parent,
            "heir": row.heir,
            "share": shares.get(row.share),
            "children": children.get(row.children),
            "on": on,
            "basis": None if place else basis,
        }


def unit_rows(actor: Actor, day: date) -> Iterator[dict[str, Cell | None]]:
    """Yield the units that the actor keeps, without the top, as rows of their form."""
    for found in _kept(actor, day).exclude(main_code=None)[:MAX_ROWS]:
        yield {
            "code": found.unit.code,
            "name": found.name,
            "short_name": found.short_name,
            "kind": kind_name(found.unit.kind),
            "sector": _SECTOR_NAMES.get(found.unit.sector),
            "parent": found.main_code,
            "side": found.side_code,
            "on": found.founded,
            "members": found.members,
        }


def headcount_rows(actor: Actor, day: date) -> Iterator[dict[str, Cell | None]]:
    """Yield the units that the actor keeps with their numbers; without numbers, as of the day."""
    for found in _kept(actor, day)[:MAX_ROWS]:
        yield {
            "code": found.unit.code,
            "name": found.name,
            "on": found.counted_from or day,
            "members": found.members,
            "workers": found.workers,
            "women": found.women,
        }


def _kept(actor: Actor, day: date) -> "QuerySet[Any]":
    """Return the names of living units within the actor's reach, with what the forms show."""
    held = Placement.objects.filter(unit_id=OuterRef("unit_id"))
    on_day = Placement.objects.on(day).filter(unit_id=OuterRef("unit_id"))
    counts = Headcount.objects.on(day).filter(unit_id=OuterRef("unit_id"))
    living = Placement.objects.on(day).filter(line=Line.MAIN)
    first = held.filter(line=Line.MAIN).order_by("valid_from")
    titles: QuerySet[Any] = UnitName.objects.on(day)
    kept: QuerySet[Any] = (
        titles.filter(unit_id__in=visible_unit_ids(actor, Capability.UNIT_MANAGE))
        .filter(unit_id__in=living.values("unit_id"))
        .select_related("unit")
        .annotate(
            main_code=Subquery(on_day.filter(line=Line.MAIN).values("parent__code")[:1]),
            side_code=Subquery(on_day.filter(line=Line.SIDE).values("parent__code")[:1]),
            founded=Subquery(first.values("valid_from")[:1]),
            members=Subquery(counts.values("members")[:1]),
            workers=Subquery(counts.values("workers")[:1]),
            women=Subquery(counts.values("women")[:1]),
            counted_from=Subquery(counts.values("valid_from")[:1]),
        )
        .order_by("sort_key", "unit_id")
    )
    return kept
