"""Loading the demonstration is whole or nothing; asked of an empty database, away from the loaded one."""

from datetime import date

import pytest

from thidua.apps.accounts.queries import demo_people
from thidua.apps.org.models import Unit
from thidua.base import clock
from thidua.demo import load as loading
from thidua.demo.story import Event, Rank


@pytest.mark.slow
def test_what_stops_half_way_leaves_nothing(db, monkeypatch):
    def stop() -> None:
        raise InterruptedError

    monkeypatch.setattr(
        loading, "report_events", lambda world: [Event(date(2020, 12, 30), Rank.ACT, stop)]
    )
    with clock.pinned(date(2026, 11, 22)):
        with pytest.raises(InterruptedError):
            loading.load()
        assert not Unit.objects.exists()
        assert demo_people() == []
