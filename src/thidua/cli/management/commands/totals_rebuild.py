"""thidua totals_rebuild: computes every stored total again from the ledger of facts."""

from typing import Any

from django.utils.translation import gettext as _

from thidua.apps.figures.services.folding import rebuild_totals
from thidua.cli.command import ThiduaCommand


class Command(ThiduaCommand):
    """Throws the totals away and folds all facts again, in one transaction."""

    help = "Cộng lại toàn bộ số liệu tổng hợp từ sổ số liệu."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Rebuild and say so."""
        rebuild_totals()
        self.say(_("Đã cộng lại số liệu tổng hợp."))
