"""No unfinished notes, no trace of a machine, no word that an official would never use."""

import pytest
from tests.architecture.checkers import glossary
from tests.architecture.checkers.sources import Source, all_files, python_files, templates
from tests.architecture.checkers.words import file_faults, word_faults


def never_said():
    return {word for term in glossary.load() for word in term.never}


def test_files_hold_nothing_unfinished_or_local():
    faults = [fault for source in all_files() for fault in file_faults(source)]

    assert not faults, "\n".join(faults)


def test_screens_use_the_words_of_the_office():
    faults = [
        fault
        for source in (*templates(), *python_files("src/thidua/"))
        for fault in word_faults(source, never_said())
    ]

    assert {"bạn", "giải tán", "xếp cuối"} <= never_said()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "planted",
    [
        "# TO" + "DO: later",
        "coming " + "soon",
        "cd /wo" + "rk/main",
        "--index" + "-url x",
        "e\u0302",
    ],
)
def test_the_gate_on_files_bites(planted):
    assert list(file_faults(Source("src/run.sh", planted)))


@pytest.mark.parametrize(
    ("path", "planted"),
    [
        ("src/a.html", "<p>Chào bạn</p>"),
        ("src/a.html", '{% translate "Bạn chưa gửi" %}'),
        ("src/a.py", '_("Đơn vị xếp cuối")'),
    ],
)
def test_the_gate_on_words_bites(path, planted):
    assert list(word_faults(Source(path, planted), never_said()))


def test_words_inside_other_words_and_code_pass():
    page = Source("src/a.html", '<p class="bạn">Ban hành, bản tin {# bạn #}</p>')

    assert not list(word_faults(page, never_said()))
