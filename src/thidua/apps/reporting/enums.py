"""Closed lists of reporting, as an official reads them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from thidua.apps.figures.enums import EvidenceRule

__all__ = ["BoardState", "EvidenceRule", "PeriodKind", "ReportState"]


class PeriodKind(TextChoices):
    """Loại kỳ báo cáo."""

    MONTH = "month", _("Tháng")
    QUARTER = "quarter", _("Quý")
    HALF = "half", _("6 tháng")
    YEAR = "year", _("Năm")
    CUSTOM = "custom", _("Từ ngày – đến ngày")


class ReportState(TextChoices):
    """Trạng thái báo cáo."""

    DRAFT = "draft", _("Đang soạn")
    SENT = "sent", _("Đã gửi")
    RETURNED = "returned", _("Trả lại")
    ACCEPTED = "accepted", _("Đã duyệt")


class BoardState(TextChoices):
    """Trạng thái trên bảng theo dõi: to a superior a draft is not yet anything."""

    MISSING = "missing", _("Chưa gửi")
    RETURNED = "returned", _("Trả lại")
    SENT = "sent", _("Đã gửi")
    ACCEPTED = "accepted", _("Đã duyệt")
