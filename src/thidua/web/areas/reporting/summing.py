"""How a summed-up period is shown: its figures, each with what must be said beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.reporting.queries import Aim, Summary, SummaryLine
from thidua.domain.spans import DateSpan
from thidua.text.dates import day
from thidua.text.numbers import group, percent
from thidua.web.charts import BarLine
from thidua.web.components import Tab
from thidua.web.periods import FIRST_HALF, SECOND_HALF, WHOLE, begun, summary_address
from thidua.web.standing import is_illustrative, target_note
from thidua.web.words import span_words


@dataclass(frozen=True)
class Shown:
    """One figure: the number, of what target, and its notes."""

    line: SummaryLine
    sent: int
    accepted: int
    target: int | None
    href: str
    note: str

    @property
    def mark(self) -> str:
        """Return the star of a target that no source gives."""
        return "*" if self.line.aim and self.line.aim.target.illustrative else ""

    @property
    def measure(self) -> str:
        """Return the measure, with a star where the unit remarked that the number is illustrative."""
        star = "*" if is_illustrative(self.line.note) else ""
        return self.line.indicator.measure + star


def tabs(unit_id: str, year: int, chosen: str) -> list[Tab]:
    """Return the three periods of the year; one that has not begun is not there yet."""
    labels = {
        FIRST_HALF: _("6 tháng đầu năm"),
        SECOND_HALF: _("6 tháng cuối năm"),
        WHOLE: _("Cả năm"),
    }
    return [
        Tab(labels[part], summary_address(unit_id, year, part), active=part == chosen)
        for part in begun(year)
    ]


def shown(unit_id: str, summary: Summary) -> list[tuple[str, list[Shown]]]:
    """Return the figures by section; a target counts in the days of its plan."""
    return [
        (section.title, [_shown(unit_id, line, summary.span) for line in lines])
        for section, lines in summary.sections
        if lines
    ]


def bars(sections: list[tuple[str, list[Shown]]]) -> list[BarLine]:
    """Return the figures that have a target, each with its own."""
    return [
        BarLine(one.line.indicator.name, one.sent, one.target, one.accepted, one.href)
        for _title, figures in sections
        for one in figures
        if one.target
    ]


def _shown(unit_id: str, line: SummaryLine, span: DateSpan) -> Shown:
    aim = line.aim
    figure, days = (aim.reached, aim.days) if aim else (line.figure, span)
    query = f"?tu={days.valid_from.isoformat()}&den={days.valid_until.isoformat()}"
    return Shown(
        line=line,
        sent=figure.sent,
        accepted=figure.accepted,
        target=aim.target.value if aim else None,
        href=reverse("figures:open", args=[unit_id, line.indicator.code]) + query,
        note="; ".join(_notes(line, aim)),
    )


def _notes(line: SummaryLine, aim: Aim | None) -> Iterator[str]:
    if aim:
        note = target_note(
            aim.reached.sent, illustrative=aim.target.illustrative, published=aim.target.published
        )
        if note:
            yield note
    for part in line.parts:
        words = part.indicator.part_words or part.indicator.name
        yield _("trong đó %(number)s %(words)s") % {
            "number": group(part.figure.sent),
            "words": words,
        }
    if line.note:
        yield line.note
    if aim and aim.reached != line.figure:
        yield _("lũy kế từ %(day)s; riêng kỳ này %(number)s") % {
            "day": day(aim.days.valid_from),
            "number": group(line.figure.sent),
        }
    if aim and aim.days.valid_until < aim.target.campaign.until:
        yield _("chỉ tiêu của kế hoạch %(days)s") % {
            "days": span_words(aim.target.campaign.starts_on, aim.target.campaign.until)
        }
    if line.before.sent:
        yield _("cùng kỳ năm trước %(number)s (bằng %(share)s)") % {
            "number": group(line.before.sent),
            "share": percent(line.figure.sent, line.before.sent),
        }
