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


class StartForm(TextChoices):
    """Cách ghi ngày bắt đầu."""

    DAY = "day", _("Ghi ngày")
    MONTH = "month", _("Chỉ ghi tháng")
    ISSUE = "issue", _("Kể từ ngày ban hành")


class EndForm(TextChoices):
    """Cách ghi ngày kết thúc."""

    DAY = "day", _("Ghi ngày")
    MONTH = "month", _("Chỉ ghi tháng")


class DurationKind(TextChoices):
    """Thời lượng tính theo gì."""

    DAYS = "days", _("ngày")
    DAYS_AND_NIGHTS = "days-nights", _("ngày đêm")
    WORKING_DAYS = "working-days", _("ngày làm việc")


class AwardNature(TextChoices):
    """Khen thưởng nêu trong kế hoạch là gì."""

    OFFERED = "offered", _("Sẽ xét tặng")
    QUOTA = "quota", _("Không quá số lượng")
    GIVEN = "given", _("Trao dịp phát động")


class AwardBearer(TextChoices):
    """Tặng cho ai."""

    COLLECTIVE = "tap-the", _("Tập thể")
    INDIVIDUAL = "ca-nhan", _("Cá nhân")


class Comparator(TextChoices):
    """So sánh của chỉ tiêu."""

    AT_LEAST = ">=", _("ít nhất")
    AT_MOST = "<=", _("không quá")
    EXACTLY = "=", _("đạt")
    RANGE = "range", _("từ … đến …")


class MovementKind(TextChoices):
    """Loại của phong trào."""

    MOVEMENT = "phong-trao", _("Phong trào")
    DRIVE = "cuoc-van-dong", _("Cuộc vận động")
    PROGRAMME = "chuong-trinh", _("Chương trình")


class LaunchedBy(TextChoices):
    """Ai phát động."""

    PARTY = "dang", _("Đảng")
    PRIME_MINISTER = "thu-tuong", _("Thủ tướng Chính phủ")
    CONFEDERATION = "tong-ldld", _("Tổng Liên đoàn Lao động Việt Nam")
    PROVINCE = "tinh-thanh-pho", _("Tỉnh, thành phố")
    SECTOR = "nganh", _("Ngành")
    UNIT = "don-vi", _("Chính đơn vị")
    OTHER = "khac", _("Chưa ghi")
