"""How a target beside its result is drawn: with the page that opens it and its note."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.campaigns.queries import TargetLine
from thidua.apps.figures.queries import Figure
from thidua.domain.figures.published import targets_fitting
from thidua.text.numbers import group


@dataclass(frozen=True)
class DrawnLine:
    """One target line, the address that opens its figure, and what must be said beside it."""

    line: TargetLine
    href: str
    note: str

    @property
    def mark(self) -> str:
        """Return the star of a target that no source gives."""
        return "*" if self.line.illustrative else ""


def drawn(unit_public_id: str, campaign: Any, lines: Iterable[TargetLine]) -> list[DrawnLine]:
    """Return the lines of a campaign's own unit, each with a way to its rows."""
    query = f"?tu={campaign.starts_on.isoformat()}&den={campaign.until.isoformat()}"
    return [
        DrawnLine(
            line,
            reverse("figures:open", args=[unit_public_id, line.indicator_code]) + query,
            _note(line),
        )
        for line in lines
    ]


def _note(line: TargetLine) -> str:
    told = target_note(line.figure.sent, illustrative=line.illustrative, published=line.published)
    return "; ".join(part for part in (side_note(line.by_side), told) if part)


def side_note(by_side: Figure) -> str:
    """Say how much of a figure came from units that belong along the side line; it is in the figure."""
    if not by_side:
        return ""
    return _("trong đó (theo ngành) %(number)s") % {"number": group(by_side.sent)}


def is_illustrative(note: str) -> bool:
    """Tell whether a remark says that the figure stands for one no source gives (số minh họa)."""
    return "minh họa" in note.lower()


def target_note(actual: int, *, illustrative: bool, published: str = "") -> str:
    """Say what must be known of a target that no source gives, and what its percentage tells of it."""
    if not illustrative:
        return ""
    fitting = targets_fitting(actual, Decimal(published)) if published else range(0)
    if not fitting:
        return _("chỉ tiêu minh họa")
    return _(
        "chỉ tiêu minh họa; %(actual)s và %(percent)s cho biết chỉ tiêu từ %(least)s đến %(most)s"
    ) % {
        "actual": group(actual),
        "percent": published.replace(".", ",") + "\N{NO-BREAK SPACE}%",
        "least": group(fitting[0]),
        "most": group(fitting[-1]),
    }
