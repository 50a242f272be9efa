"""Closed lists of reporting, as an official reads them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from thidua.apps.figures.enums import EvidenceRule

__all__ = [
    "DONE_STATES",
    "WAITING_STATES",
    "BoardState",
    "EvidenceRule",
    "PeriodAsks",
    "PeriodKind",
    "ReportState",
]


class PeriodKind(TextChoices):
    """Loại kỳ báo cáo."""

    MONTH = "month", _("Tháng")
    QUARTER = "quarter", _("Quý")
    HALF = "half", _("6 tháng")
    YEAR = "year", _("Năm")
    SCHOOL = "school", _("Năm học")
    STAGE = "stage", _("Giai đoạn")
    CUSTOM = "custom", _("Từ ngày – đến ngày")


class ReportState(TextChoices):
    """Trạng thái báo cáo."""

    DRAFT = "draft", _("Đang soạn")
    SENT = "sent", _("Đã gửi")
    RECEIVED = "received", _("Đã tiếp nhận")
    RETURNED = "returned", _("Trả lại")
    ACCEPTED = "accepted", _("Đã duyệt")


# What the superior has: it counts as đã gửi. The first two still wait to be judged.
WAITING_STATES = (ReportState.SENT, ReportState.RECEIVED)
DONE_STATES = (*WAITING_STATES, ReportState.ACCEPTED)


class BoardState(TextChoices):
    """Trạng thái trên bảng theo dõi: to a superior a draft is not yet anything."""

    MISSING = "missing", _("Chưa gửi")
    RETURNED = "returned", _("Trả lại")
    SENT = "sent", _("Đã gửi")
    RECEIVED = "received", _("Đã tiếp nhận")
    ACCEPTED = "accepted", _("Đã duyệt")


class PeriodAsks(TextChoices):
    """Đơn vị báo cáo: who owes the report."""

    LOWEST = "lowest", _("Công đoàn cơ sở và các đơn vị thấp nhất")
    DIRECT = "direct", _("Đơn vị trực thuộc trực tiếp, tổng hợp cả cấp dưới")
    OWN = "own", _("Chính đơn vị, kết quả của cấp mình")
