"""thidua demo_load: puts the demonstration into its own database, once."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from thidua.cli.command import ThiduaCommand
from thidua.cli.preparation import prepare
from thidua.demo.load import load


class Command(ThiduaCommand):
    """Loads through services only; loading again changes nothing."""

    help = "Nạp dữ liệu minh họa (chỉ khi THIDUA_DEMO=1)."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Prepare the database and load; refuse outside a demonstration."""
        if not settings.THIDUA_DEMO:
            raise CommandError(
                _("Dữ liệu minh họa chỉ nạp vào bản minh họa: hãy đặt THIDUA_DEMO=1.")
            )
        prepare()
        load()
        self.say(_("Đã nạp dữ liệu minh họa."))
