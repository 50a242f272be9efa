"""Settings of a real installation that people reach over a network."""

from collections.abc import Iterator
from io import StringIO

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.utils.translation import gettext as _

from thidua.cli.doctor.finding import Finding, fault, noted, well


def exposure() -> Iterator[Finding]:
    """Look at debug pages, host names and HTTPS."""
    if settings.DEBUG:
        yield fault(
            _("Trang lỗi kỹ thuật đang bật (THIDUA_DEBUG): lộ cấu hình và dữ liệu."),
            _("Hãy bỏ THIDUA_DEBUG."),
        )
    if "*" in settings.ALLOWED_HOSTS:
        yield fault(
            _("THIDUA_HOSTS nhận mọi tên miền."),
            _("Hãy ghi đúng tên miền của hệ thống vào THIDUA_HOSTS."),
        )
    if settings.THIDUA_HTTPS:
        yield well(_("Chỉ phục vụ qua HTTPS."))
    elif not settings.THIDUA_DEMO:
        yield noted(
            _("Chưa bật HTTPS: mật khẩu đi trên mạng không được mã hóa."),
            _("Hãy đặt máy chủ HTTPS phía trước rồi đặt THIDUA_HTTPS=1."),
        )


def django_deploy_check() -> Iterator[Finding]:
    """Run Django's own list for a real installation."""
    try:
        call_command(
            "check", deploy=True, fail_level="WARNING", stdout=StringIO(), stderr=StringIO()
        )
    except SystemCheckError as failed:
        yield fault(str(failed).strip(), _("Hãy sửa các cấu hình nêu trên (xem .env.example)."))
    else:
        yield well(_("Cấu hình đạt danh mục kiểm tra triển khai."))
