"""Makes the facts of a news item one clause shorter; names in quotation marks go last."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from thidua.domain.news.facts import Conference

_FEWEST = 3
_NAMED = re.compile("“[^”]+”")
_Texts = tuple[str, ...]


def shortened(facts: Conference) -> Conference | None:
    """Return the facts without their least needed clause; None where nothing is left to drop.

    First go further clauses of the contents without a name, then such clauses of the đợt without a
    number, then the words around names, further clauses with names, at last whole contents.
    """
    tasks = tuple(phase.task for phase in facts.phases)
    for texts, shorter in (
        (facts.contents, _drop(facts.contents, _is_plain)),
        (tasks, _drop(tasks, _says_no_number, keep_first=False)),
        (facts.contents, _only_names(facts.contents)),
        (facts.contents, _drop(facts.contents, _any)),
    ):
        if shorter is None:
            continue
        if texts is facts.contents:
            return replace(facts, contents=shorter)
        phases = zip(facts.phases, shorter, strict=True)
        return replace(facts, phases=tuple(replace(phase, task=text) for phase, text in phases))
    return _without_one(facts)


def _without_one(facts: Conference) -> Conference | None:
    """Leave out a whole content, one without a name first; three always stay."""
    places = range(_FEWEST, len(facts.contents))
    if not places:
        return None
    gone = max(places, key=lambda place: (_is_plain(facts.contents[place]), place))
    kept = facts.contents[:gone] + facts.contents[gone + 1 :]
    return replace(facts, contents=kept, left_out=facts.left_out + 1)


def _drop(
    texts: _Texts, droppable: Callable[[str], bool], *, keep_first: bool = True
) -> _Texts | None:
    """Drop the last droppable clause of the longest text that has one."""
    found = [
        (len(texts[place]), place, order)
        for place, order, clause in _clauses(texts)
        if (order or not keep_first) and clause.strip() and droppable(clause)
    ]
    if not found:
        return None
    _length, place, order = max(found)
    parts = texts[place].split(";")
    del parts[order]
    return (*texts[:place], ";".join(parts), *texts[place + 1 :])


def _only_names(texts: _Texts) -> _Texts | None:
    """Reduce the first wordy clause with names to the names themselves."""
    for place, order, clause in _clauses(texts):
        names = _NAMED.findall(clause)
        short = f" hưởng ứng {', '.join(names)}"
        if order and names and len(short) < len(clause):
            parts = texts[place].split(";")
            parts[order] = short
            return (*texts[:place], ";".join(parts), *texts[place + 1 :])
    return None


def _clauses(texts: _Texts) -> Iterator[tuple[int, int, str]]:
    for place, text in enumerate(texts):
        for order, clause in enumerate(text.split(";")):
            yield place, order, clause


def _is_plain(clause: str) -> bool:
    return not _NAMED.search(clause)


def _says_no_number(clause: str) -> bool:
    return _is_plain(clause) and not any(sign.isdigit() for sign in clause)


def _any(_clause: str) -> bool:
    return True
