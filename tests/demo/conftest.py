"""The demonstration, loaded once for all of these tests on one worker, rolled back behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction

from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.org.models import Unit
from thidua.apps.org.queries import actor_for
from thidua.base import clock, sealing
from thidua.base.actor import Actor
from thidua.demo.load import load

TODAY = date(2026, 11, 22)
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Loaded:
    """What the first and the second load said, and how much of the processor the first took."""

    first: bool
    second: bool
    seconds: float

    def unit(self, code: str) -> Unit:
        return Unit.objects.get(code=code)

    def actor(self, sign_in_name: str) -> Actor:
        user = get_user_model().objects.get(sign_in_name=sign_in_name)
        actor = actor_for(user.pk, user.full_name, None)
        assert actor is not None
        return actor


# First, because the groups are read by a hook of the same name.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("demonstration"))


@pytest.fixture(scope="package")
def _demonstration(django_db_setup, django_db_blocker) -> Iterator[Loaded]:
    with django_db_blocker.unblock(), transaction.atomic():
        with clock.pinned(TODAY):
            started = process_time()
            first = load()
            seconds = process_time() - started
            second = load()
        # What the worker does every second where the totals are not written at once.
        while fold_pending():
            pass
        sealing.seal_pending()
        yield Loaded(first, second, seconds)
        transaction.set_rollback(True)


@pytest.fixture
def demo(_demonstration, db) -> Iterator[Loaded]:
    with clock.pinned(TODAY):
        yield _demonstration
