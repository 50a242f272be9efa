"""Closed lists of conferences, as an official reads them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConferenceKind(TextChoices):
    """Loại hội nghị; one conference may be of several kinds."""

    LAUNCH = "phat-dong", _("Phát động thi đua")
    PACTS = "ky-giao-uoc", _("Ký giao ước thi đua")
    HALFWAY = "so-ket", _("Sơ kết")
    CLOSING = "tong-ket", _("Tổng kết")
    PRAISE = "tuyen-duong", _("Tuyên dương, biểu dương")
    WORKERS = "nguoi-lao-dong", _("Hội nghị người lao động")
    OFFICIALS = "cbccvc", _("Hội nghị cán bộ, công chức, viên chức")


class ConferenceState(TextChoices):
    """Trạng thái hội nghị."""

    PLANNED = "planned", _("Đang chuẩn bị")
    HELD = "held", _("Đã tổ chức")
    CANCELLED = "cancelled", _("Đã hủy")


class ProgrammePart(TextChoices):
    """Phần của chương trình."""

    GENERAL = "general", _("Nội dung chung")
    REPORT = "report", _("Báo cáo, tham luận, kêu gọi")
    LAUNCH = "launch", _("Phát động")
    PACTS = "pacts", _("Ký giao ước")
    AWARDS = "awards", _("Biểu dương, trao thưởng")
    SPEECH = "speech", _("Phát biểu")
    CONCLUSION = "conclusion", _("Kết luận")


class PersonRole(TextChoices):
    """Vai trò tại hội nghị."""

    CHAIR = "chair", _("Chủ trì")
    GUEST = "guest", _("Khách mời")


class Presence(TextChoices):
    """Mời, nhận lời, có mặt."""

    INVITED = "invited", _("Đã mời")
    CONFIRMED = "confirmed", _("Nhận lời")
    PRESENT = "present", _("Có mặt")
    ABSENT = "absent", _("Vắng")


class RecipientKind(TextChoices):
    """Đối tượng được trao."""

    COLLECTIVE = "collective", _("Tập thể")
    INDIVIDUAL = "individual", _("Cá nhân")
