"""Each statement of the brief leads, by one press, to a page on which its words stand."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from thidua.web.areas.brief.book import articles

pytestmark = pytest.mark.slow
_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)
FACTS = [fact for article in articles() for fact in article.facts]


def test_all_five_articles_are_there(demo):
    page = Client().get(reverse("brief:show"))
    assert page.status_code == 200
    assert len(articles()) == 5
    text = page.content.decode()
    assert all(f'value="{fact.key}"' in text for fact in FACTS)
    assert len(FACTS) >= 25


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.key)
def test_one_press_leads_to_the_words(demo, fact):
    answer = Client().post(reverse("brief:lead"), {"fact": fact.key}, follow=True)
    assert answer.status_code == 200
    read = " ".join(unescape(_TAG.sub(" ", answer.content.decode())).split())
    assert [words for words in fact.words if not _stands(words, read)] == []


def _stands(words, read):
    """Whole words only: 10 does not stand in 101."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", read) is not None


def test_an_unknown_statement_leads_nowhere_and_signs_nobody_in(demo):
    client = Client()
    assert client.post(reverse("brief:lead"), {"fact": "9-9"}).status_code == 404
    assert client.get(reverse("brief:lead")).status_code == 405
    assert "_auth_user_id" not in client.session


def test_a_real_installation_has_no_such_page(settings, db):
    settings.THIDUA_DEMO = False
    assert Client().get(reverse("brief:show")).status_code == 404
    assert Client().post(reverse("brief:lead"), {"fact": "1-1"}).status_code == 404
