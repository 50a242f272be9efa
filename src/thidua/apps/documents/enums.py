"""Closed lists of papers, with their Vietnamese labels."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from thidua.domain.figures.printed import Of

__all__ = ["Of", "PaperKind"]


class PaperKind(TextChoices):
    """Loại giấy tờ."""

    REPORT = "bao-cao", _("Báo cáo")
