"""Initiatives for tests: one that may be submitted as it is, and what the ledger makes of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from thidua.apps.figures.queries import Figure, indicator, stored_total
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.initiatives.services import Author, InitiativeDraft

YEAR = date(2026, 1, 1), date(2027, 1, 1)
WHOLE = InitiativeDraft(
    title="Cải tiến giá treo đồ nghề",
    authors=(Author("Nguyễn Văn An", Decimal(60)), Author("Trần Thị Bình", Decimal(40))),
    kind="ky-thuat",
    field="Sản xuất",
    applied_on=date(2026, 9, 1),
    problem="Mất nhiều thời gian tìm dụng cụ.",
    solution="Giá treo có hình từng dụng cụ.",
    benefit=12_500_000,
    reckoning="30 phút mỗi ca, 250 ca, theo đơn giá giờ công.",
    exclusion="khong",
    recognised_by="Giám đốc Công ty",
    recognition_no="15/QĐ-CT",
    recognised_on=date(2026, 11, 18),
    level="co-so",
)


def draft(**changes) -> InitiativeDraft:
    return replace(WHOLE, **changes)


def total(unit, first: date = YEAR[0], until: date = YEAR[1]) -> Figure:
    fold_pending()
    return stored_total(unit.pk, indicator("sang-kien").pk, first, until)
