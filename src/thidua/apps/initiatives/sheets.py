"""The Excel form of initiatives: its columns, and the rows that fill it."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from thidua.apps.initiatives.models import Initiative
from thidua.apps.initiatives.queries.listing import InitiativeFilter, fitting
from thidua.apps.org.queries import names
from thidua.base.actor import Actor
from thidua.domain.initiatives.authors import Author, authors_words
from thidua.domain.initiatives.rules import InitiativeType, Level
from thidua.lawbook.programmes import programmes
from thidua.office.sheets import MAX_ROWS, Cell, Column, Sheet

# The words of the paper form: they do not follow the language of the screen.
_KINDS = (
    (InitiativeType.TECHNICAL.value, "Giải pháp kỹ thuật"),
    (InitiativeType.MANAGEMENT.value, "Giải pháp quản lý"),
    (InitiativeType.OPERATION.value, "Giải pháp tác nghiệp"),
    (InitiativeType.APPLICATION.value, "Ứng dụng tiến bộ kỹ thuật"),
    (InitiativeType.RESEARCH.value, "Đề tài nghiên cứu khoa học"),
)
_LEVELS = (
    (Level.BASE.value, "Cấp cơ sở"),
    (Level.DISTRICT.value, "Cấp quận, huyện, xã, phường"),
    (Level.PROVINCE.value, "Cấp tỉnh, thành phố, bộ, ngành"),
    (Level.NATION.value, "Cấp toàn quốc"),
)
YES = "co"
_YES_NO = ((YES, "Có"), ("khong", "Không"))
_AT_ONCE = 2_000

INITIATIVES = Sheet(
    "Sáng kiến",
    (
        Column("unit", "Mã đơn vị", required=True, help="Mã của công đoàn cơ sở có sáng kiến."),
        Column("unit_name", "Tên đơn vị", width=40, help="Để đối chiếu với mã; có thể để trống."),
        Column("title", "Tên sáng kiến", required=True, width=60),
        Column(
            "authors",
            "Tác giả, tỷ lệ đóng góp",
            required=True,
            width=44,
            help="Như: Nguyễn Văn An (kỹ sư) 60%; Trần Thị Bình 40%. Tổng các tỷ lệ là 100 %.",
            aliases=("Tác giả", "Tác giả và tỷ lệ"),
        ),
        Column("kind", "Loại", "choice", required=True, choices=_KINDS, width=28),
        Column("field", "Lĩnh vực", width=24),
        Column(
            "applied_on",
            "Áp dụng từ ngày",
            "day",
            required=True,
            width=16,
            help="Ngày áp dụng lần đầu, hoặc áp dụng thử.",
            aliases=("Ngày áp dụng",),
        ),
        Column("filed_on", "Ngày nộp đơn", "day", width=16, help="Có thể để trống."),
        Column("problem", "Tình trạng trước khi áp dụng", width=40),
        Column("solution", "Nội dung giải pháp", width=40),
        Column("benefit", "Số tiền làm lợi (đồng)", "int", width=20, aliases=("Làm lợi",)),
        Column("effect", "Hiệu quả khác", width=36, aliases=("Hiệu quả",)),
        Column("reckoning", "Cách tính", width=36, help="Bắt buộc khi có số tiền làm lợi."),
        Column(
            "confidential",
            "Bí mật",
            "choice",
            choices=_YES_NO,
            width=10,
            help="Có: chỉ lưu tên và hiệu quả, không lưu mô tả.",
        ),
        Column("recognised_by", "Nơi quyết định công nhận", required=True, width=34),
        Column("recognition_no", "Số quyết định", required=True, width=20),
        Column("recognised_on", "Ngày quyết định", "day", required=True, width=16),
        Column("level", "Cấp công nhận", "choice", required=True, choices=_LEVELS, width=28),
        Column(
            "programme",
            "Chương trình",
            "choice",
            choices=tuple((slug, row.short) for slug, row in programmes().items()),
            width=22,
            help="Chỉ ghi khi sáng kiến được nhập vào chương trình đó.",
        ),
    ),
    "Danh sách sáng kiến đã được công nhận",
)
_WORDS = {
    column.key: dict(column.choices) for column in INITIATIVES.columns if column.kind == "choice"
}
_AS_KEPT = (
    "title", "field", "applied_on", "filed_on", "problem", "solution", "benefit", "effect",
    "reckoning", "recognised_by", "recognition_no", "recognised_on",
)  # fmt: skip


def initiative_rows(actor: Actor, _day: date) -> Iterator[dict[str, Cell | None]]:
    """Yield all confirmed initiatives in sight as rows of the form, newest first."""
    yield from rows_of(actor, InitiativeFilter(state="confirmed"))


def rows_of(actor: Actor, chosen: InitiativeFilter) -> Iterator[dict[str, Cell | None]]:
    """Yield what fits a filter as rows of the form."""
    found = fitting(actor, chosen).order_by("-shown_on", "-id")
    yield from _written(found.select_related("unit").prefetch_related("authors"))


def _written(rows: "QuerySet[Initiative]") -> Iterator[dict[str, Cell | None]]:
    called: dict[int, str] = {}
    for row in rows[:MAX_ROWS].iterator(chunk_size=_AT_ONCE):
        if row.unit_id not in called:
            called |= names({row.unit_id})
        authors = [Author(one.name, one.share, one.post) for one in row.authors.all()]
        yield {
            "unit": row.unit.code,
            "unit_name": called.get(row.unit_id, ""),
            "authors": authors_words(authors),
            "kind": _WORDS["kind"].get(row.kind),
            "level": _WORDS["level"].get(row.level),
            "programme": _WORDS["programme"].get(row.programme),
            "confidential": _WORDS["confidential"][YES] if row.confidential else None,
            **{name: getattr(row, name) for name in _AS_KEPT},
        }
