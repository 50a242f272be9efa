"""States of campaigns and directives, as an official reads them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CampaignState(TextChoices):
    """Trạng thái kế hoạch."""

    DRAFT = "draft", _("Đang soạn")
    LAUNCHED = "launched", _("Đã phát động")
    RUNNING = "running", _("Đang thực hiện")
    CLOSED = "closed", _("Đã kết thúc")


class DirectiveState(TextChoices):
    """Trạng thái giao triển khai."""

    PENDING = "pending", _("Chưa tiếp nhận")
    RECEIVED = "received", _("Đã tiếp nhận")
    PLANNED = "planned", _("Đã có kế hoạch")
    LAUNCHED = "launched", _("Đã phát động")
