"""A finding: how grave, what was seen, and what to do about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _


class Level(StrEnum):
    """All well, worth knowing, or to be mended before anyone works here."""

    WELL = "well"
    NOTE = "note"
    FAULT = "fault"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    level: Level
    seen: str
    todo: str = ""


Check = Callable[[], Iterable[Finding]]


def well(seen: str) -> Finding:
    """Return a finding that needs nothing."""
    return Finding(Level.WELL, seen)


def noted(seen: str, todo: str) -> Finding:
    """Return a finding worth knowing; the installation still works."""
    return Finding(Level.NOTE, seen, todo)


def fault(seen: str, todo: str) -> Finding:
    """Return a finding that must be mended."""
    return Finding(Level.FAULT, seen, todo)


def examine(checks: Iterable[Check]) -> list[Finding]:
    """Run every check; one that breaks is itself a fault and does not hide the others."""
    findings: list[Finding] = []
    for check in checks:
        try:
            findings.extend(check())
        except Exception as broken:  # noqa: BLE001 - whatever broke, the next check still runs
            findings.append(
                fault(
                    _("Không kiểm tra được phần “%(part)s”: %(reason)s")
                    % {"part": check.__name__, "reason": broken},
                    _("Hãy mở lại sau khi sửa các mục khác; nếu vẫn còn, báo người phát triển."),
                )
            )
    return findings
