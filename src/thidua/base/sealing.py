"""The sealer: gathers the digests of new audit events into blocks, each chained to the one before."""

from collections.abc import Iterator

from django.db import connection, models, transaction

from thidua.base import clock
from thidua.base.digests import block_digest, event_digest, payload_hash
from thidua.base.models import AuditBlock, AuditEvent
from thidua.base.statements import fetch_one

FIRST = "0" * 64
_ADVISORY_LOCK = 7_400_001
_BATCH = 5_000
_PLACED_AT_ONCE = 400
_LAST = "SELECT digest FROM base_auditblock ORDER BY id DESC LIMIT 1"


def seal_at_once(event: AuditEvent) -> None:
    """Give a new event its own block before it is written, where one writer at a time is certain.

    On SQLite the writer gate makes it so; on PostgreSQL the worker seals within two seconds.
    """
    if connection.vendor == "sqlite":
        event.block, event.position = _new_block([event.digest]).pk, 0


def seal_pending() -> int:
    """Seal every event that has no block yet, in order of id; return how many."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ADVISORY_LOCK])
        fresh = list(
            AuditEvent.objects.filter(block__isnull=True)
            .order_by("id")
            .values_list("id", "digest")[:_BATCH]
        )
        if not fresh:
            return 0
        block = _new_block([digest for _, digest in fresh])
        _place(block, [pk for pk, _ in fresh])
    return len(fresh)


def _new_block(digests: list[str]) -> AuditBlock:
    """Write the block that follows the last one."""
    last = fetch_one(_LAST)
    previous = last[0] if last else FIRST
    return AuditBlock.objects.create(
        previous=previous,
        digest=block_digest(previous, digests),
        events=len(digests),
        sealed_at=clock.now(),
    )


def _place(block: AuditBlock, ids: list[int]) -> None:
    """Give each event its block and position: the only change an event ever sees."""
    for start in range(0, len(ids), _PLACED_AT_ONCE):
        part = ids[start : start + _PLACED_AT_ONCE]
        positions = models.Case(
            *(models.When(id=pk, then=start + place) for place, pk in enumerate(part)),
            output_field=models.PositiveIntegerField(),
        )
        AuditEvent.objects.filter(id__in=part).update(block=block.pk, position=positions)


def verify() -> Iterator[str]:
    """Yield one sentence for each thing in the trail that is not as it was written."""
    previous = FIRST
    for block in AuditBlock.objects.order_by("id").iterator(500):
        if block.previous != previous:
            yield f"block {block.pk}: does not follow the block before it"
        events = list(
            AuditEvent.objects.filter(block=block.pk).order_by("position").select_related("payload")
        )
        yield from _event_faults(events)
        if [event.position for event in events] != list(range(block.events)):
            yield f"block {block.pk}: events are missing or added"
        if block_digest(block.previous, [event.digest for event in events]) != block.digest:
            yield f"block {block.pk}: digest does not fit its events"
        previous = block.digest
    yield from _event_faults(
        AuditEvent.objects.filter(block__isnull=True).select_related("payload").iterator(500)
    )
    stray = AuditEvent.objects.filter(block__isnull=False).exclude(
        block__in=AuditBlock.objects.values("id")
    )
    for event in stray.iterator(500):
        yield f"event {event.pk}: its block is missing"


def _event_faults(events: "Iterator[AuditEvent] | list[AuditEvent]") -> Iterator[str]:
    for event in events:
        if event_digest(event) != event.digest:
            yield f"event {event.pk}: changed after it was written"
        payload = getattr(event, "payload", None)
        if payload and payload_hash(payload.salt, payload.data) != event.payload_hash:
            yield f"event {event.pk}: payload changed after it was written"
