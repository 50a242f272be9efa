"""The progress of one target as a workbook: a tab for units, for đợt, for khối, for the course."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from thidua.office.sheets import Cell, Column, Sheet, write_tables
from thidua.text.dates import day
from thidua.text.numbers import percent
from thidua.web.areas.campaigns.progress import Progress
from thidua.web.charts import BarLine, Point, Series

_Row = Mapping[str, Cell | None]


def workbook(progress: Progress, plan: str, cut_off: date) -> bytes:
    """Return the tables of the tab, each with its denominator and its day."""
    indicator = progress.target.indicator
    guide = _("%(name)s (%(measure)s), tính đến hết ngày %(day)s") % {
        "name": indicator.name,
        "measure": indicator.measure,
        "day": day(cut_off),
    }
    own = BarLine(
        _("Toàn đơn vị"), progress.figure.sent, progress.target.value, progress.figure.accepted
    )
    units = [own, *progress.units]
    if progress.beside:
        beside = progress.beside
        units.append(BarLine(_("Còn lại"), beside.sent, accepted=beside.accepted))
    tables = [
        (_bars(_("Đơn vị"), plan, guide, targets=True), map(_bar_row, units)),
        (_bars(_("Đợt"), plan, guide), map(_bar_row, progress.phases)),
        (_course(_("Thời gian"), plan, guide), _course_rows(progress.by_month, progress.reached)),
    ]
    if progress.sectors:
        tables.append(_by_sector(progress.sectors, plan, guide))
    return write_tables([(sheet, list(rows)) for sheet, rows in tables])


def _bars(name: str, plan: str, guide: str, *, targets: bool = False) -> Sheet:
    columns = [
        Column("label", name, width=54),
        Column("sent", _("Đã gửi"), "int"),
        Column("accepted", _("Đã duyệt"), "int"),
    ]
    if targets:
        columns += [
            Column("target", _("Chỉ tiêu"), "int"),
            Column("share", _("Tỷ lệ đã gửi so với chỉ tiêu"), width=16),
        ]
    return Sheet(name, tuple(columns), plan, guide)


def _bar_row(line: BarLine) -> _Row:
    return {
        "label": f"{line.label} {line.note}".strip(),
        "sent": line.value,
        "accepted": line.value if line.accepted is None else line.accepted,
        "target": line.target,
        "share": percent(line.value, line.target) if line.target else None,
    }


def _course(name: str, plan: str, guide: str) -> Sheet:
    columns = (
        Column("label", name, width=30),
        Column("sent", _("Đã gửi trong kỳ"), "int"),
        Column("accepted", _("Đã duyệt trong kỳ"), "int"),
        Column("reached", _("Lũy kế đã gửi"), "int"),
        Column("share", _("Lũy kế so với chỉ tiêu"), width=16),
    )
    return Sheet(name, columns, plan, guide)


def _course_rows(by_month: Series, reached: Series) -> Iterable[_Row]:
    for point, upto in zip(by_month.points, reached.points, strict=True):
        known = upto.value is not None and reached.target
        yield {
            "label": point.name,
            "sent": point.value,
            "accepted": point.accepted,
            "reached": upto.value,
            "share": percent(upto.value or 0, reached.target or 0) if known else None,
        }


def _by_sector(
    sectors: Sequence[tuple[str, Series]], plan: str, guide: str
) -> tuple[Sheet, Iterable[_Row]]:
    names = [name for name, _course_of in sectors]
    columns = (
        Column("label", _("Thời gian"), width=30),
        *(Column(f"k{place}", name, "int", width=22) for place, name in enumerate(names)),
    )
    rows = [
        _sector_row(points) for points in zip(*(one.points for _name, one in sectors), strict=True)
    ]
    return Sheet(_("Khối"), columns, plan, guide), rows


def _sector_row(points: Sequence[Point]) -> _Row:
    row: dict[str, Cell | None] = {"label": points[0].name}
    return row | {f"k{place}": point.value for place, point in enumerate(points)}
