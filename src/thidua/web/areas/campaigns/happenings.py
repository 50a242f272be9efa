"""What happens when: the plans of a year as dated lines, and the work that falls due in each month."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.campaigns.queries import DatedPart
from thidua.apps.conferences.queries import Dated
from thidua.domain.spans import DateSpan

# What falls due, in the order of the columns of a month.
_KINDS = ("report", "answer", "end", "meeting")


@dataclass(frozen=True)
class Happening:
    """One dated line; `due` where it asks something of the unit on that day, a conference too."""

    day: date
    words: str
    href: str = ""
    due: str = ""


@dataclass(frozen=True)
class MonthLoad:
    """A month of the year: how many plans run, and what falls due by kind."""

    month: int
    plans: int
    reports: int
    answers: int
    ends: int
    meetings: int

    @property
    def total(self) -> int:
        """How many things fall due."""
        return self.reports + self.answers + self.ends + self.meetings


def of_plans(unit_id: int, plans: Iterable[Any], parts: Iterable[DatedPart]) -> list[Happening]:
    """Return the dated lines of plans; what ends is work of the unit only in its own plans."""
    by_id = {plan.pk: plan for plan in plans}
    lines = [
        line if by_id[part.campaign_id].unit_id == unit_id else replace(line, due="")
        for part in parts
        for line in _of_part(part, by_id[part.campaign_id])
    ]
    for plan in by_id.values():
        href, name = _place(plan)
        lines.append(Happening(plan.starts_on, _("Bắt đầu: %(plan)s") % {"plan": name}, href))
        last = DateSpan(plan.starts_on, plan.until).last_day
        if last is not None:
            ends = _("Kết thúc: %(plan)s") % {"plan": name}
            due = "end" if plan.unit_id == unit_id else ""
            lines.append(Happening(last, ends, href, due))
    return lines


def _of_part(part: DatedPart, plan: Any) -> Iterable[Happening]:
    href, name = _place(plan)
    last = part.until - timedelta(days=1)
    said = {"plan": name, "number": part.number, "name": part.name}
    if part.kind == "phase":
        if part.starts_on and part.starts_on > plan.starts_on:
            yield Happening(part.starts_on, _("Vào đợt %(number)s: %(plan)s") % said, href)
        if part.until < plan.until:
            yield Happening(last, _("Hết đợt %(number)s: %(plan)s") % said, href, "end")
    elif part.kind == "peak":
        if part.starts_on:
            yield Happening(part.starts_on, _("Cao điểm: %(name)s") % said, href)
        yield Happening(last, _("Hết cao điểm: %(name)s") % said, href, "end")
    elif part.kind == "milestone":
        yield Happening(last, f"{part.name} ({name})", href, "end")
    else:
        words = _("%(number)s năm %(name)s") % said if part.number else part.name
        yield Happening(part.until, words, href)


def _place(plan: Any) -> tuple[str, str]:
    return reverse("campaigns:plan", args=[plan.public_id]), plan.number or plan.title


def of_answers(directives: Iterable[Any]) -> list[Happening]:
    """Return the last days for the unit's own plans."""
    return [
        Happening(
            row.due_on,
            _("Hạn có kế hoạch hưởng ứng: %(plan)s")
            % {"plan": row.campaign.number or row.campaign.title},
            reverse("campaigns:plan", args=[row.campaign.public_id]),
            "answer",
        )
        for row in directives
    ]


def of_dated(rows: Iterable[Dated]) -> list[Happening]:
    """Return the last days for reports, and the days of conferences."""
    return [_of_dated(row) for row in rows]


def _of_dated(row: Dated) -> Happening:
    if row.conference:
        address = reverse("conferences:record", args=[row.public_id])
        return Happening(row.day, row.words, address, "meeting")
    address = reverse("reporting:board", args=[row.public_id])
    return Happening(row.day, _("Hạn gửi: %(name)s") % {"name": row.words}, address, "report")


def loads(year: int, plans: Iterable[Any], lines: Iterable[Happening]) -> list[MonthLoad]:
    """Return the twelve months of a year with their load."""
    running, dated = list(plans), [line for line in lines if line.day.year == year]
    return [_load(year, month, running, dated) for month in range(1, 13)]


def _load(year: int, month: int, plans: list[Any], lines: list[Happening]) -> MonthLoad:
    span = month_span(year, month)
    due = [line.due for line in dict.fromkeys(lines) if line.due and span.contains(line.day)]
    running = sum(DateSpan(plan.starts_on, plan.until).overlaps(span) for plan in plans)
    return MonthLoad(month, running, *(due.count(kind) for kind in _KINDS))


def month_span(year: int, month: int) -> DateSpan:
    """Return the days of a month."""
    after = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)  # noqa: PLR2004
    return DateSpan(date(year, month, 1), after)
