"""The live index page: it shows every component, in order, to anyone."""

import itertools
import re

import pytest
from django.test import Client
from django.urls import reverse

from thidua.web.areas.ui import samples
from thidua.web.templatetags import charts, ui

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return Client(headers={"accept-language": "vi"}).get(reverse("ui:index"))


def test_index_is_public_and_never_skips_a_heading_level(page):
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", page.text)]

    assert page.status_code == 200
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_index_shows_every_component():
    used = set()
    for template in Client().get(reverse("ui:index")).templates:
        used.add(template.name)
    tags = {*ui.register.tags, *charts.register.tags}
    files = {f"ui/{name}.html" for name in tags} - {"ui/request_key.html"}

    assert not files - used


def test_index_has_no_id_twice(page):
    ids = re.findall(r'\sid="([^"]+)"', page.text)

    assert len(ids) == len(set(ids))


def test_index_shows_each_icon_and_tone(page):
    assert all(f"#{name}" in page.text for name in samples.ICONS)
    assert all(f"#tone-{tone}" in page.text for tone, _ in samples.TONES)
