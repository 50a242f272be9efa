"""What the benchmarks of papers share: a plan as long as a real one, and the way they are measured."""

import time
from collections.abc import Callable
from datetime import date

from django.db import connection

from thidua.apps.campaigns.papers import PlanSource, paper_of
from thidua.apps.org.papers import Letterhead
from thidua.cli.bench.result import Result
from thidua.domain.documents import DEMO_MARK, Column, Paper, Table
from thidua.domain.plan_draft import CommemorationDraft, ContentDraft, PhaseDraft, PlanDraft

_RUNS = 7
_MS = 1000
_ANNEX_ROWS = 1_800
_CONTENT = (
    "Thi đua lao động giỏi, lao động sáng tạo; mỗi đơn vị có sáng kiến được công nhận, gắn với "
    "việc làm, thu nhập và an toàn, vệ sinh lao động của đoàn viên, người lao động."
)


def plan() -> Paper:
    """Return a plan of about four pages: two khối, two đợt, commemorations, targets."""
    sectors = ("", "doanh-nghiep", "hanh-chinh-su-nghiep")
    draft = PlanDraft(
        title="Kế hoạch phát động phong trào thi đua (minh họa)",
        starts_on=date(2026, 1, 1),
        last_day=date(2026, 12, 31),
        signer_name="Nguyễn Văn Minh Họa",
        background="\n".join([_CONTENT] * 3),
        requirements="\n".join([_CONTENT] * 4),
        bases=("Luật Thi đua, khen thưởng ngày 15/6/2022",),
        contents=tuple(ContentDraft(_CONTENT, sectors[place % 3]) for place in range(12)),
        phases=(
            PhaseDraft(date(2026, 1, 1), date(2026, 6, 30), "Đợt đầu năm", _CONTENT),
            PhaseDraft(date(2026, 7, 1), date(2026, 12, 31), "Đợt cuối năm", _CONTENT),
        ),
        commemorations=tuple(
            CommemorationDraft(name="Ngày truyền thống (minh họa)", years=90 + place, phase=1)
            for place in range(6)
        ),
    )
    head = Letterhead("Liên đoàn Lao động tỉnh", "Công đoàn phường", "Minh Họa", "Ban Thường vụ")
    targets = tuple((f"Nội dung {place}", "sáng kiến", "120") for place in range(15))
    paper = paper_of(PlanSource(draft, head, targets=targets))
    return Paper(**{**vars(paper), "mark": DEMO_MARK})


def annex() -> Paper:
    """Return a decision's list of 1,800 people in five columns."""
    columns = (
        Column("TT", 0.5, "center"),
        Column("Họ và tên", 2),
        Column("Chức vụ, đơn vị", 3.5),
        Column("Hình thức", 1.5),
        Column("Tiền thưởng", 1.3, "right"),
    )
    row = ("Người minh họa", "Tổ trưởng, Công ty minh họa", "Giấy khen", "1.000.000")
    rows = tuple((str(place), *row) for place in range(1, _ANNEX_ROWS + 1))
    return Paper("DANH SÁCH", "Khen thưởng (minh họa)", "Công đoàn phường", (Table(columns, rows),))


def measured(
    name: str, write: Callable[[], bytes], bare: Callable[[], object], bar_s: float, scale: str
) -> Result:
    """Return the quickest of a few files, once the libraries are loaded, beside the bare limit."""
    first, limit = write(), _quickest(bare)
    value = _quickest(write)
    return Result(
        name=name,
        database=connection.vendor,
        value=round(value * _MS, 1),
        unit="ms",
        better="lower",
        limit=round(limit * _MS, 1),
        ratio=round(value / limit, 2),
        bar=f"<= {bar_s:.1f} s",
        holds=value <= bar_s,
        scale=f"{scale}, {len(first) // 1024} KiB",
    )


def _quickest(work: Callable[[], object]) -> float:
    """Return the least time of a few runs: what else the machine does can only add to it."""
    taken = []
    for _ in range(_RUNS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)
