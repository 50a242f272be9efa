"""What a benchmark returns, and how it is printed."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Result:
    """One measured value beside its limit of the same run; `ratio` is value to limit."""

    name: str
    database: str
    value: float
    unit: str
    better: str
    limit: float
    ratio: float
    bar: str
    holds: bool
    scale: str

    def line(self) -> str:
        """Return the result as a person reads it."""
        mark = "đạt" if self.holds else "CHƯA ĐẠT"
        return (
            f"{self.name} [{self.database}, {self.scale}]: {self.value:.1f} {self.unit}; "
            f"Django trần {self.limit:.1f}; tỷ lệ {self.ratio:.2f}; mức {self.bar}: {mark}"
        )

    def json(self) -> str:
        """Return the result as one JSON object on a line."""
        return json.dumps(asdict(self), ensure_ascii=False)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def seconds_of(work: Callable[[], object]) -> float:
    """Return how long some work took by the clock on the wall."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
