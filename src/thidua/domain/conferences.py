"""What makes a conference sound: its kinds, the order of its programme, what it is counted as."""

from collections.abc import Collection, Mapping, Sequence
from datetime import time

from thidua.domain.errors import Invalid

# Kind of conference → the indicator that counts it; the other kinds are counted nowhere.
COUNTED_AS: Mapping[str, str] = {
    "nguoi-lao-dong": "hoi-nghi-nguoi-lao-dong",
    "cbccvc": "hoi-nghi-nguoi-lao-dong",
}


def counted(kinds: Collection[str]) -> dict[str, int]:
    """Return what one held conference counts for: once per indicator, however many kinds it has."""
    return {COUNTED_AS[kind]: 1 for kind in kinds if kind in COUNTED_AS}


def kinds_fault(kinds: Collection[str], known: Collection[str]) -> Invalid | None:
    """Object to a conference of no kind, or of an unknown one."""
    if not kinds or not set(kinds) <= set(known):
        return Invalid("conferences.no_kind", field="kinds")
    return None


def programme_fault(times: Sequence[time | None]) -> Invalid | None:
    """Object to an item that begins before the one above it; items without an hour do not matter."""
    last: tuple[int, time] | None = None
    for order, at in enumerate(times, start=1):
        if at is None:
            continue
        if last is not None and at < last[1]:
            return Invalid(
                "conferences.time_order",
                order=order,
                at=f"{at:%H:%M}",
                former=last[0],
                former_at=f"{last[1]:%H:%M}",
            )
        last = order, at
    return None
