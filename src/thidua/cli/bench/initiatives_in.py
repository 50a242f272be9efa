"""bench initiatives_in: 906 initiatives of 24 units from one Excel file, previewed and written."""

import time
from datetime import date, timedelta

from django.apps import apps
from django.db import connection, transaction

from thidua.apps.initiatives.services.importing import import_initiatives
from thidua.apps.initiatives.services.importing_initiatives import plan_initiatives
from thidua.apps.initiatives.sheets import INITIATIVES
from thidua.apps.org.services.importing_plan import Source
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.cli.bench.country import DAY, found_leaves
from thidua.cli.bench.result import Result
from thidua.office.sheets import read_workbook, write_rows

ROWS, UNITS, BAR_S = 906, 24, 2.0
_FIRST = date(2026, 1, 5)


def run() -> Result:
    """Measure preview and writing apart; the bar is on the press that writes (it plans anew)."""
    with clock.pinned(DAY):
        officer = found_leaves(UNITS)
        data = _file()
        begun = time.perf_counter()
        read = read_workbook(data, INITIATIVES)
        seen = plan_initiatives(officer, read, {}).seen
        previewed = time.perf_counter() - begun
        source = Source("bench", "bench.xlsx", read)
        begun = time.perf_counter()
        import_initiatives(actor=officer, source=source, answers={}, seen=seen)
        value = time.perf_counter() - begun
        limit = _bare(officer)
    return Result(
        name="initiatives_in",
        database=connection.vendor,
        value=round(value, 2),
        unit="s",
        better="lower",
        limit=round(limit, 2),
        ratio=round(value / limit, 2),
        bar=f"<= {BAR_S:.0f} s",
        holds=value <= BAR_S,
        scale=f"{ROWS} rows, {UNITS} units, preview {previewed:.2f} s",
    )


def _file() -> bytes:
    return write_rows(
        INITIATIVES,
        (
            {
                "unit": f"CS{n % UNITS}",
                "title": f"Cải tiến quy trình số {n}",
                "authors": "Nguyễn Văn An 60%; Trần Thị Bình 40%",
                "kind": "Giải pháp quản lý",
                "applied_on": _FIRST,
                "effect": "Bớt thời gian chờ.",
                "recognised_by": "Giám đốc",
                "recognition_no": f"{n}/QĐ",
                "recognised_on": _FIRST + timedelta(days=n % 300),
                "level": "Cấp cơ sở",
            }
            for n in range(ROWS)
        ),
    )


def _bare(officer: Actor) -> float:
    """Insert as many rows through Django's bulk insert alone; keep none."""
    initiative = apps.get_model("initiatives", "Initiative")
    author = apps.get_model("initiatives", "Author")
    begun = time.perf_counter()
    with transaction.atomic():
        rows = initiative._base_manager.bulk_create(  # noqa: SLF001 - the bare one
            [
                initiative(
                    public_id=f"x{n}",
                    unit_id=officer.unit_id,
                    title=f"Cải tiến {n}",
                    title_key=f"cai tien {n}",
                    search_fold=f"cai tien {n}",
                    shown_on=_FIRST,
                    state="draft",
                    changed_at=clock.now(),
                )
                for n in range(ROWS)
            ],
            batch_size=500,
        )
        author._base_manager.bulk_create(  # noqa: SLF001 - the bare one
            [
                author(initiative=row, position=place, name="A", name_key="a", share=50)
                for row in rows
                for place in (1, 2)
            ],
            batch_size=500,
        )
        transaction.set_rollback(True)
    return time.perf_counter() - begun
