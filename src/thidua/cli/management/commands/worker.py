"""thidua worker: does the background work of an installation on PostgreSQL."""

import signal
import threading
from typing import Any

from django.utils.translation import gettext as _

from thidua.base import background
from thidua.cli.command import ThiduaCommand


class Command(ThiduaCommand):
    """Runs ticks and queued tasks until asked to stop."""

    help = "Chạy việc nền: niêm nhật ký, cộng dồn số liệu, việc trong hàng đợi (PostgreSQL)."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Work until SIGTERM or SIGINT; the piece of work under way is finished first."""
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self.say(_("Việc nền đang chạy. Dừng bằng Ctrl+C."))
        background.run_forever(stop)
