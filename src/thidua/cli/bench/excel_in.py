"""bench excel_in: 10,000 units from Excel, previewed and written, beside reading and inserting alone."""

import io
import time
from datetime import date
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from python_calamine import CalamineWorkbook

from thidua.apps.org import services as org
from thidua.apps.org.services.importing import import_units
from thidua.apps.org.services.importing_plan import Source
from thidua.apps.org.services.importing_units import plan_units
from thidua.apps.org.sheets import UNITS
from thidua.base.actor import SYSTEM
from thidua.cli.bench.result import Result, seconds_of
from thidua.office.sheets import read_workbook, write_rows

ROWS, BAR_S = 10_000, 5.0
LONG_AGO = date(2025, 10, 1)
_LINE = (
    ("tong-lien-doan", "Tổng Liên đoàn", "TLD"),
    ("ldld-tinh", "LĐLĐ thành phố", "TP"),
    ("cd-xa-phuong", "Công đoàn phường", "PHUONG"),
)
_ALL = range(ROWS)
_PATHS = 4  # of a unit three levels down


def run() -> Result:
    """Measure a file of new units under one superior: read and planned, then written."""
    _found_line()
    data = _file()
    limit = seconds_of(lambda: _read_bare(data)) + seconds_of(_insert_bare)
    begun = time.perf_counter()
    read = read_workbook(data, UNITS)
    seen = plan_units(SYSTEM, read, {}).seen
    previewed = time.perf_counter() - begun
    source = Source("bench", "bench.xlsx", read)
    written = seconds_of(lambda: import_units(actor=SYSTEM, source=source, answers={}, seen=seen))
    value = previewed + written
    return Result(
        name="excel_in",
        database=connection.vendor,
        value=round(value, 2),
        unit="s",
        better="lower",
        limit=round(limit, 2),
        ratio=round(value / limit, 2),
        bar=f"<= {BAR_S:.0f} s preview, <= {BAR_S:.0f} s write",
        holds=previewed <= BAR_S and written <= BAR_S,
        scale=f"{ROWS} rows, preview {previewed:.2f} s, write {written:.2f} s",
    )


def _found_line() -> None:
    parent = None
    for kind, name, code in _LINE:
        parent = org.found_unit(
            actor=SYSTEM, parent_id=parent, kind=kind, name=name, code=code, on=LONG_AGO
        )


def _file() -> bytes:
    common: dict[str, Any] = {"kind": "cdcs", "parent": "PHUONG", "on": LONG_AGO, "members": 48}
    common["sector"] = "Doanh nghiệp"
    names = (f"CĐCS Công ty TNHH Số {number}" for number in range(ROWS))
    rows = ({**common, "code": f"CS-{place:05d}", "name": name} for place, name in enumerate(names))
    return write_rows(UNITS, rows)


def _read_bare(data: bytes) -> None:
    for _ in CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).iter_rows():
        pass


def _insert_bare() -> None:
    """Insert as many rows as the file makes, through Django's bulk insert alone; keep none."""
    top = apps.get_model("org", "Unit").objects.get(code="TLD").pk
    with transaction.atomic():
        units = _bulk(
            "Unit", [{"code": f"X{n}", "public_id": f"x{n}", "kind": "cdcs"} for n in _ALL]
        )
        dated = [{"unit": unit, "valid_from": LONG_AGO} for unit in units]
        _bulk(
            "UnitName",
            [{**row, "name": "CĐCS", "name_fold": "c", "sort_key": "c"} for row in dated],
        )
        _bulk("Placement", [{**row, "parent_id": top, "line": "main"} for row in dated])
        _bulk("Headcount", [{**row, "members": 48} for row in dated])
        for depth in range(_PATHS):
            day = {"valid_from": date(2025, 10, 1 + depth), "line": "main", "depth": depth}
            _bulk("UnitPath", [{**day, "descendant": unit, "ancestor_id": top} for unit in units])
        transaction.set_rollback(True)


def _bulk(name: str, rows: list[dict[str, Any]]) -> list[Any]:
    model = apps.get_model("org", name)
    made: list[Any] = model._base_manager.bulk_create(  # noqa: SLF001 - the bare one
        [model(**row) for row in rows], batch_size=1_000
    )
    return made
