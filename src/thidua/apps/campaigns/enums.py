"""States and kinds of campaigns, directives, pacts, registrations, as an official reads them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from thidua.domain.registrations import Kind, Subject


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


class PactState(TextChoices):
    """Trạng thái giao ước."""

    DRAFT = "draft", _("Đang soạn")
    SIGNED = "signed", _("Đã ký")
    CANCELLED = "cancelled", _("Đã hủy")


class PactKind(TextChoices):
    """Between whom a pact is made."""

    SUPERIOR = "cap-tren", _("Đơn vị với công đoàn cấp trên")
    BLOCK = "khoi-cum", _("Các đơn vị trong khối, cụm")
    INSIDE = "noi-bo", _("Các tổ, bộ phận trong công đoàn cơ sở")


class PartyKind(TextChoices):
    """Who a party of a pact is."""

    UNIT = "don-vi", _("Đơn vị công đoàn")
    PART = "bo-phan", _("Tổ, bộ phận")
    EMPLOYER = "nguoi-su-dung-lao-dong", _("Người sử dụng lao động")


class RegistrationState(TextChoices):
    """Trạng thái đăng ký."""

    REGISTERED = "registered", _("Đã đăng ký")
    CONFIRMED = "confirmed", _("Đã xác nhận")
    DONE = "done", _("Đã thực hiện, chờ kiểm tra")
    VERIFIED = "verified", _("Đã hoàn thành")
    DROPPED = "dropped", _("Đã rút")


class RegistrationKind(TextChoices):
    """What is registered."""

    TASK = Kind.TASK.value, _("Phần việc")
    ACTIVITY = Kind.ACTIVITY.value, _("Hoạt động của đơn vị")
    TITLE = Kind.TITLE.value, _("Danh hiệu thi đua")
    WORK = Kind.WORK.value, _("Công trình, sản phẩm")
    IDEA = Kind.IDEA.value, _("Sáng kiến, đề tài")


class RegistrationSubject(TextChoices):
    """Who or what is registered."""

    PERSON = Subject.PERSON.value, _("Cá nhân")
    GROUP = Subject.GROUP.value, _("Tập thể")
    HOUSEHOLD = Subject.HOUSEHOLD.value, _("Hộ gia đình")
    TOPIC = Subject.TOPIC.value, _("Đề tài")


class PhotoPurpose(TextChoices):
    """What a photograph of a registration shows."""

    LIST = "list", _("Danh sách có chữ ký")
    EVIDENCE = "evidence", _("Minh chứng thực hiện")
