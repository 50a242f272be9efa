"""Questions about kept files."""

from collections.abc import Iterable

from thidua.apps.files.models import StoredFile

_AT_ONCE = 500  # values in one IN (…); SQLite and PostgreSQL both take many more


def hashes_in_use(hashes: Iterable[str]) -> set[str]:
    """Return those of the given content hashes that at least one row still names."""
    asked, used = sorted(set(hashes)), set[str]()
    for at in range(0, len(asked), _AT_ONCE):
        rows = StoredFile.objects.filter(sha256__in=asked[at : at + _AT_ONCE])
        used.update(rows.values_list("sha256", flat=True))
    return used
