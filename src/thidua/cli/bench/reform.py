"""bench reform: 1 July 2025, 680 district unions end and 120,000 unions go up, in one transaction."""

import resource
import time
from datetime import date

from django.apps import apps
from django.db import connection, transaction

from thidua.apps.org.services.reorganise import carry_out_reorganisation, draft_reorganisation
from thidua.apps.org.services.reorganising_plan import prepare
from thidua.apps.org.services.reorganising_preview import preview_of
from thidua.apps.org.services.reorganising_rows import HeadDraft, RowDraft
from thidua.base import clock
from thidua.base.actor import SYSTEM
from thidua.cli.bench.country import DAY
from thidua.cli.bench.nation import found_nation
from thidua.cli.bench.result import Result, seconds_of
from thidua.cli.bench.tree_move import write_bare

DISTRICTS, UNITS, BAR_S = 680, 120_000, 20.0
_SINCE, _ON = date(2020, 1, 1), date(2025, 7, 1)
_ABOVE = 2  # the province and the top are as near again as the district was


def run() -> Result:
    """Measure the preview of the reform as its page asks it, then carrying it out."""
    with clock.pinned(DAY):
        with transaction.atomic():
            found_nation("ldld-huyen", DISTRICTS, UNITS, _SINCE)
        limit = seconds_of(lambda: write_bare(_ON, _ABOVE))
        rows = tuple(RowDraft("end", f"M{n}", children="superior") for n in range(DISTRICTS))
        head = HeadDraft("Kết thúc hoạt động công đoàn cấp huyện", _ON, "KL 157-KL/TW")
        units, plans = apps.get_model("org", "Unit"), apps.get_model("org", "Reorganisation")
        top = units.objects.get(code="T0").public_id
        plan = draft_reorganisation(actor=SYSTEM, unit_id=top, head=head, rows=rows)
        drawn_up = plans.objects.get(public_id=plan)
        began = time.process_time()
        previewed = seconds_of(lambda: preview_of(prepare(SYSTEM, drawn_up)))
        between = time.process_time()
        done = seconds_of(lambda: carry_out_reorganisation(actor=SYSTEM, reorganisation_id=plan))
        own = f"of the processor {between - began:.1f} and {time.process_time() - between:.1f} s"
    value = max(previewed, done)
    return Result(
        name="reform",
        database=connection.vendor,
        value=round(value, 2),
        unit="s",
        better="lower",
        limit=round(limit, 2),
        ratio=round(value / limit, 2),
        bar=f"<= {BAR_S:.0f} s preview, <= {BAR_S:.0f} s commit",
        holds=value <= BAR_S,
        scale=f"{UNITS} units under {DISTRICTS}, preview {previewed:.1f} s, commit {done:.1f} s, {own}, "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB",
    )
