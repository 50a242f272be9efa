"""Fixtures of the tests of initiatives."""

import pytest

from thidua.apps.figures.services import install_indicators
from thidua.base.actor import SYSTEM


@pytest.fixture(autouse=True)
def indicators(country):
    """The standard figures, which every confirmed initiative counts for."""
    install_indicators(actor=SYSTEM)


@pytest.fixture
def member(country):
    """A member of CĐCS Công ty Ánh Dương."""
    return country.actor("doan-vien", "anh-duong")
