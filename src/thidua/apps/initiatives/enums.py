"""Closed lists of initiatives, as an official reads them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from thidua.domain.initiatives.rules import Exclusion, InitiativeType, Level

# How the ledger of figures names an initiative as a source, and the figure that it counts for.
SOURCE = "initiative"
INDICATOR = "sang-kien"


class InitiativeState(TextChoices):
    """Trạng thái sáng kiến."""

    DRAFT = "draft", _("Đang soạn")
    SUBMITTED = "submitted", _("Chờ xác nhận")
    RETURNED = "returned", _("Trả lại")
    CONFIRMED = "confirmed", _("Đã xác nhận")
    WITHDRAWN = "withdrawn", _("Đã rút")


class TypeChoice(TextChoices):
    """Loại sáng kiến (INI-01)."""

    TECHNICAL = InitiativeType.TECHNICAL.value, _("Giải pháp kỹ thuật")
    MANAGEMENT = InitiativeType.MANAGEMENT.value, _("Giải pháp quản lý")
    OPERATION = InitiativeType.OPERATION.value, _("Giải pháp tác nghiệp")
    APPLICATION = InitiativeType.APPLICATION.value, _("Ứng dụng tiến bộ kỹ thuật")
    RESEARCH = InitiativeType.RESEARCH.value, _("Đề tài nghiên cứu khoa học")


class LevelChoice(TextChoices):
    """Cấp công nhận, cấp biểu dương (INI-09)."""

    BASE = Level.BASE.value, _("Cấp cơ sở")
    DISTRICT = Level.DISTRICT.value, _("Cấp quận, huyện, xã, phường")
    PROVINCE = Level.PROVINCE.value, _("Cấp tỉnh, thành phố, bộ, ngành")
    NATION = Level.NATION.value, _("Cấp toàn quốc")


class ExclusionChoice(TextChoices):
    """Trường hợp không được công nhận (INI-03)."""

    NONE = Exclusion.NONE.value, _("Không thuộc trường hợp nào dưới đây")
    ORDER = Exclusion.ORDER.value, _("Công bố, áp dụng trái trật tự công cộng hoặc đạo đức xã hội")
    PROTECTED = Exclusion.PROTECTED.value, _("Đang được bảo hộ quyền sở hữu trí tuệ")
