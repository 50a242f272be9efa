"""bench tree_move: a union with 2,600 units below goes elsewhere, beside writing the rows alone."""

from datetime import date
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from thidua.apps.org import services as org
from thidua.apps.org.services.importing import import_units
from thidua.apps.org.services.importing_plan import Source
from thidua.apps.org.services.importing_units import plan_units
from thidua.apps.org.services.reorganise import carry_out_reorganisation, draft_reorganisation
from thidua.apps.org.services.reorganising_rows import HeadDraft, RowDraft
from thidua.apps.org.sheets import UNITS
from thidua.base import clock
from thidua.base.actor import SYSTEM
from thidua.cli.bench.result import Result, seconds_of
from thidua.office.sheets import read_workbook, write_rows

MANY, BAR_S = 2_600, 1.0
LONG_AGO, TODAY = date(2025, 10, 1), date(2026, 11, 22)
_MOVED, _ENDED = date(2026, 11, 1), date(2026, 11, 15)
_ABOVE = 2  # superiors that are others than before, for each unit


def run() -> Result:
    """Measure a move of the union with all below, then its end with all below going up."""
    with clock.pinned(TODAY):
        tops = _found()
        limit = seconds_of(lambda: write_bare(_MOVED, _ABOVE))
        move: dict[str, Any] = {
            "unit_id": tops["PHUONG"],
            "parent_id": tops["TP2"],
            "line": "main",
            "on": _MOVED,
        }
        moved = seconds_of(lambda: org.place_unit(actor=SYSTEM, **move))
        head = HeadDraft("Sắp xếp", _ENDED, "QĐ 1")
        rows = (RowDraft("end", "PHUONG", children="superior"),)
        plan = draft_reorganisation(actor=SYSTEM, unit_id=tops["TLD"], head=head, rows=rows)
        ended = seconds_of(lambda: carry_out_reorganisation(actor=SYSTEM, reorganisation_id=plan))
    value = max(moved, ended)
    return Result(
        name="tree_move",
        database=connection.vendor,
        value=round(value, 2),
        unit="s",
        better="lower",
        limit=round(limit, 2),
        ratio=round(value / limit, 2),
        bar=f"<= {BAR_S:.0f} s",
        holds=value <= BAR_S,
        scale=f"{MANY} units, moved {moved:.2f} s, handed up {ended:.2f} s",
    )


def _found() -> dict[str, str]:
    made: dict[str, str] = {}
    for kind, code, parent in (
        ("tong-lien-doan", "TLD", None),
        ("ldld-tinh", "TP", "TLD"),
        ("ldld-tinh", "TP2", "TLD"),
        ("cd-xa-phuong", "PHUONG", "TP"),
    ):
        made[code] = org.found_unit(
            actor=SYSTEM,
            parent_id=made[parent] if parent else None,
            kind=kind,
            name=f"Công đoàn {code}",
            code=code,
            on=LONG_AGO,
        )
    common: dict[str, Any] = {
        "kind": "cdcs",
        "parent": "PHUONG",
        "on": LONG_AGO,
        "sector": "Doanh nghiệp",
    }
    rows = [{**common, "code": f"CS-{n}", "name": f"CĐCS Công ty Số {n}"} for n in range(MANY)]
    read = read_workbook(write_rows(UNITS, rows), UNITS)
    seen = plan_units(SYSTEM, read, {}).seen
    import_units(actor=SYSTEM, source=Source("bench", "bench.xlsx", read), answers={}, seen=seen)
    return made


def write_bare(on: date, above: int) -> None:
    """Shorten and insert as many paths as the move does, through Django's bulk calls; keep none.

    `above` is the least depth of the superiors that are others from the day on.
    """
    model = apps.get_model("org", "UnitPath")
    rows: Any = model._base_manager  # noqa: SLF001 - the bare one
    with transaction.atomic():
        old = rows.filter(depth__gte=above, valid_until__gt=on)
        found = list(old.values_list("ancestor_id", "descendant_id", "line", "depth"))
        old.update(valid_until=on)
        fresh = [
            model(ancestor_id=a, descendant_id=d, line=line, depth=depth, valid_from=on)
            for a, d, line, depth in found
        ]
        rows.bulk_create(fresh, batch_size=1_000)
        transaction.set_rollback(True)
