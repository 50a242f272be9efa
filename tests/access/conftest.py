"""The world of the access tests."""

import pytest
from django.template import engines
from django.template.loaders import cached
from tests.access.kept import again, keep
from tests.access.world import World, build


@pytest.fixture(scope="session", autouse=True)
def compiled_templates():
    """A thousand requests: read each template once, as a server does."""
    engine = engines["django"].engine
    before = engine.template_loaders
    engine.template_loaders = [cached.Loader(engine, engine.loaders)]
    yield
    engine.template_loaders = before


@pytest.fixture
def world(country, client_of) -> World:
    return again(country) or keep(build(country, client_of))
