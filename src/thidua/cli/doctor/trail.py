"""The audit trail's last blocks, and the worker that seals them."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from django.conf import settings
from django.utils.translation import gettext as _

from thidua.base import clock
from thidua.base.digests import block_digest, event_digest
from thidua.base.models import AuditBlock, AuditEvent
from thidua.cli import heartbeat
from thidua.cli.doctor.finding import Finding, fault, noted, well

_LAST_BLOCKS = 50
_SEALED_WITHIN = timedelta(minutes=1)
_SILENT_AFTER_S = 60.0


def tail() -> Iterator[Finding]:
    """Recompute the newest blocks; `thidua audit_verify` walks all of them."""
    broken = broken_blocks(_LAST_BLOCKS)
    if broken:
        yield fault(
            _("Nhật ký không còn nguyên vẹn ở khối %(blocks)s.")
            % {"blocks": ", ".join(map(str, broken))},
            _("Hãy giữ nguyên hiện trạng, sao lưu, rồi chạy: ./run audit_verify"),
        )
    else:
        yield well(_("Các khối nhật ký gần nhất nguyên vẹn."))


def broken_blocks(last: int) -> list[int]:
    """Return those of the `last` blocks whose digest or chain does not fit."""
    blocks = list(AuditBlock.objects.order_by("-id")[: last + 1])[::-1]
    broken = [later.pk for earlier, later in pairwise(blocks) if later.previous != earlier.digest]
    for block in blocks[-last:]:
        events = list(AuditEvent.objects.filter(block=block.pk).order_by("position"))
        fits = block_digest(block.previous, [event.digest for event in events]) == block.digest
        if not fits or any(event_digest(event) != event.digest for event in events):
            broken.append(block.pk)
    return sorted(set(broken))


def worker() -> Iterator[Finding]:
    """Look for the worker's sign of life and for events that wait too long to be sealed."""
    age = heartbeat.age_s()
    start = _("./run") if settings.THIDUA_EMBEDDED else _("./run worker")
    if age is None or age > _SILENT_AFTER_S:
        yield noted(
            _("Việc nền chưa chạy trên máy này, hoặc đã dừng."),
            _("Nếu hệ thống đang phục vụ, hãy khởi động lại: %(command)s") % {"command": start},
        )
    else:
        yield well(_("Việc nền đang chạy."))
    waiting = AuditEvent.objects.filter(
        block__isnull=True, at__lt=clock.now() - _SEALED_WITHIN
    ).count()
    if waiting:
        yield noted(
            _("%(count)s việc trong nhật ký chưa được niêm vào khối.") % {"count": waiting},
            _("Hãy bật việc nền: %(command)s") % {"command": start},
        )
