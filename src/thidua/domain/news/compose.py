"""Puts the sentences in order and holds the whole to 300–500 words, dropping whole clauses only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from thidua.domain.news import sentences as say
from thidua.domain.news.facts import Conference
from thidua.domain.news.shortening import shortened
from thidua.domain.news.wording import comrade, name_in

LEAST, MOST = 300, 500
_BLANK = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True)
class NewsItem:
    """A draft: headline, paragraphs, how many words; whether contents were shortened to fit."""

    title: str
    paragraphs: tuple[str, ...]
    shortened: bool = False

    @property
    def words(self) -> int:
        """How many words the draft has; its headline and places left blank do not count."""
        return sum(word_count(_BLANK.sub("", text)) for text in self.paragraphs)

    @property
    def text(self) -> str:
        """The whole draft as text to copy."""
        return "\n\n".join((self.title, *self.paragraphs))


def word_count(text: str) -> int:
    """Count words as a word processor does: what stands between spaces and has a letter or digit."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def compose(facts: Conference) -> NewsItem:
    """Compose the draft; where it is too long, it loses whole clauses, never part of a name."""
    item = _written(facts)
    while item.words > MOST:
        shorter = shortened(facts)
        if shorter is None:
            return item
        facts = shorter
        item = replace(_written(facts), shortened=True)
    return item


def _written(facts: Conference) -> NewsItem:
    paragraphs = _posts_once(list(filter(None, _paragraphs(facts))), _people(facts))
    return NewsItem(facts.title, tuple(paragraphs))


def _paragraphs(facts: Conference) -> Iterator[str]:
    others = [part for part in facts.spoken if not part.launch]
    yield say.lead(facts)
    yield say.significance(facts)
    yield " ".join(say.told(part) for part in others if not part.speech)
    yield say.launch(facts)
    whole = len(facts.contents)
    yield from (say.content(order, text, whole) for order, text in enumerate(facts.contents))
    yield say.left_out(facts.left_out)
    yield from say.phases(facts)
    yield say.signed(facts.signed)
    yield " ".join(say.handed(award) for award in facts.handed)
    yield from (say.speech(part) for part in others if part.speech)
    yield from say.conclusions(facts.conclusions)


def _people(facts: Conference) -> set[str]:
    named = {*facts.chairs, *(p.who for p in facts.spoken), *(a.handed_by for a in facts.handed)}
    return {person for person in named if "," in person}


def _posts_once(paragraphs: list[str], people: set[str]) -> list[str]:
    """Leave the post behind a name where the person is named for the first time only."""
    mark = "\n"
    whole = mark.join(paragraphs)
    for person in people:
        full, short = comrade(person), f"đồng chí {name_in(person)}"
        for written in (full, full[:1].upper() + full[1:]):
            at = whole.lower().find(full.lower())
            if at < 0:
                break
            head, tail = whole[: at + len(full)], whole[at + len(full) :]
            again = short if written == full else short[:1].upper() + short[1:]
            tail = tail.replace(f"{written},", again).replace(written, again)
            whole = head + tail
    return whole.split(mark)
