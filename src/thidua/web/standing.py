"""How a target beside its result is drawn: with the page that opens it and its note."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.campaigns.queries import TargetLine


@dataclass(frozen=True)
class DrawnLine:
    """One target line, the address that opens its figure, and what must be said beside it."""

    line: TargetLine
    href: str
    note: str


def drawn(unit_public_id: str, campaign: Any, lines: Iterable[TargetLine]) -> list[DrawnLine]:
    """Return the lines of a campaign's own unit, each with a way to its rows."""
    query = f"?tu={campaign.starts_on.isoformat()}&den={campaign.until.isoformat()}"
    return [
        DrawnLine(
            line,
            reverse("figures:open", args=[unit_public_id, line.indicator_code]) + query,
            _("chỉ tiêu minh họa") if line.illustrative else "",
        )
        for line in lines
    ]
