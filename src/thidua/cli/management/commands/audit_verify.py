"""thidua audit_verify: walks the whole audit trail and says what is not as it was written."""

from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from thidua.base import sealing
from thidua.cli.command import ThiduaCommand


class Command(ThiduaCommand):
    """Recomputes every digest, payload hash and block."""

    help = "Kiểm tra toàn bộ nhật ký: từng việc, từng khối và chuỗi các khối."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print one line for each fault; exit 1 if there is one."""
        faults = 0
        for fault in sealing.verify():
            faults += 1
            self.say(fault)
        if faults:
            raise CommandError(
                _("Nhật ký có %(count)s chỗ không còn nguyên vẹn.") % {"count": faults}
            )
        self.say(_("Nhật ký nguyên vẹn."))
