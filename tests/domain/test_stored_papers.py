"""A paper that was kept comes back as it was; a printed number is written from its parts."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.domain.documents import (
    Blank,
    Column,
    Heading,
    Item,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
)
from thidua.domain.documents.stored import from_data, to_data
from thidua.domain.figures.printed import Of, Origin, Printed, figure_id
from thidua.domain.spans import DateSpan

HALF = DateSpan(date(2022, 1, 1), date(2022, 7, 1))
words = st.text(max_size=20)
runs = st.builds(Run, words, bold=st.booleans(), italic=st.booleans(), figure=words)
texts = words | st.lists(runs, max_size=3).map(tuple)
blocks = st.one_of(
    st.builds(Paragraph, texts, indent=st.booleans()),
    st.builds(Heading, words, st.sampled_from([1, 2, 3])),
    st.builds(Item, texts, words),
    st.builds(Blank, words, st.integers(1, 5)),
    st.just(PageBreak()),
    st.builds(
        Table,
        st.lists(st.builds(Column, words, st.sampled_from([1.0, 0.5, 2.5])), max_size=3).map(tuple),
        st.lists(st.lists(texts, max_size=3).map(tuple), max_size=3).map(tuple),
        words,
        st.integers(0, 2),
    ),
)
papers = st.builds(
    Paper,
    kind=words,
    subject=words,
    issuer=words,
    blocks=st.lists(blocks, max_size=5).map(tuple),
    day=st.none() | st.dates(),
    bases=st.lists(words, max_size=2).map(tuple),
    signatures=st.lists(
        st.builds(Signature, st.lists(words, max_size=2).map(tuple), words), max_size=2
    ).map(tuple),
)


@given(papers)
def test_a_paper_survives_being_kept(paper):
    assert from_data(json.loads(json.dumps(to_data(paper)))) == paper


@pytest.mark.parametrize(
    ("value", "base", "text"), [(906, None, "906"), (906, 713, "127,1 %"), (119, 120, "99,2 %")]
)
def test_a_printed_number_is_its_value_or_its_percentage(value, base, text):
    origin = Origin(Of.SENT, 1, HALF, "sang-kien")
    target = Origin(Of.TARGET, 1, HALF, "sang-kien") if base else None

    printed = Printed(3, "Sáng kiến", "sáng kiến", value, origin, base, target)

    assert printed.text == text


def test_the_id_in_word_names_paper_and_place():
    assert figure_id("vb_1m8gwg3yape625p66bbqhd", 3) == "vb_1m8gwg3yape625p66bbqhd/S3"
