"""Which SQLite may use WAL, as a table of versions."""

import pytest

from thidua.base.sqlite.rule import is_fixed, start_pragmas


@pytest.mark.parametrize(
    ("version", "fixed"),
    [
        ((3, 7, 0), False),
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 9), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
        ((4, 0, 0), True),
    ],
)
def test_is_fixed_follows_the_published_versions(version, fixed):
    assert is_fixed(version) is fixed


def test_an_unfixed_version_never_runs_in_wal():
    pragmas = start_pragmas((3, 40, 1))

    assert "journal_mode=DELETE" in pragmas
    assert "synchronous=EXTRA" in pragmas
    assert "WAL" not in pragmas


def test_a_fixed_version_syncs_each_commit():
    pragmas = start_pragmas((3, 53, 4))

    assert "journal_mode=WAL" in pragmas
    assert "synchronous=FULL" in pragmas
    assert "foreign_keys=ON" in pragmas
