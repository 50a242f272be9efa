"""Clearing the store of files that no row names: uploads that were never sent, crashed writes."""

from datetime import timedelta
from typing import Final

from thidua.apps.files import queries
from thidua.apps.files.services import disk
from thidua.base import clock

KEPT_WITHOUT_ROW: Final = timedelta(days=1)


def sweep_orphans() -> int:
    """Remove files older than a day that no row names; return how many went."""
    before = (clock.now() - KEPT_WITHOUT_ROW).timestamp()
    removed = 0
    for paths in disk.old_files(before):
        named = queries.hashes_in_use(path.stem for path in paths if path.suffix == ".jpg")
        removed += sum(disk.discard(path, before) for path in paths if path.stem not in named)
    return removed
