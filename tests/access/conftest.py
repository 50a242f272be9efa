"""The world of the access tests."""

import pytest
from tests.access.world import World, build


@pytest.fixture
def world(country, client_of) -> World:
    return build(country, client_of)
