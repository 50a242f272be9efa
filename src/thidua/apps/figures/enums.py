"""Closed lists of figures, with their Vietnamese labels."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

# The source type of what reports write; every other source is counted from rows (derived).
REPORT_SOURCE = "report"


class Stage(TextChoices):
    """How far a figure has come: sent by its unit, accepted by the superior."""

    SENT = "sent", _("Đã gửi")
    ACCEPTED = "accepted", _("Đã duyệt")


class AggregateKind(TextChoices):
    """Cách tổng hợp: how several periods become one figure."""

    SUM = "sum", _("Cộng các kỳ")
    LATEST = "latest", _("Lấy kỳ sau cùng")


class SourceKind(TextChoices):
    """Where a figure comes from: typed in a report, or counted from rows."""

    TYPED = "typed", _("Nhập trong báo cáo")
    DERIVED = "derived", _("Tự tính từ danh sách")


class EvidenceRule(TextChoices):
    """Whether a figure needs a proof."""

    NONE = "none", _("Không cần minh chứng")
    OPTIONAL = "optional", _("Có thể kèm minh chứng")
    REQUIRED = "required", _("Phải kèm minh chứng")
