"""Which SQLite may run in WAL mode: the versions in which the WAL-reset fault is mended."""

FIXED_FROM = (3, 51, 3)
BACKPORTS = {(3, 50): 7, (3, 44): 6}


def is_fixed(version: tuple[int, ...]) -> bool:
    """Tell whether this SQLite keeps every acknowledged commit in WAL mode with several connections."""
    if version >= FIXED_FROM:
        return True
    least_patch = BACKPORTS.get((version[0], version[1]))
    return least_patch is not None and version[2] >= least_patch


def start_pragmas(version: tuple[int, ...]) -> str:
    """Return the statements a new connection runs: WAL where it is safe, else a rollback journal."""
    if is_fixed(version):
        journal = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    else:
        journal = "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;"
    return journal + " PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;"
