"""Every refusal that the code can raise has a sentence that a person can act on."""

import pytest
from tests.architecture.checkers.refusals import named_codes, refusal_faults, refusals
from tests.architecture.checkers.sources import Source, python_files

from thidua.base.messages import SENTENCES

READABLE = {"reports.late": "Quá hạn %(days)s ngày."}


def test_every_refusal_has_a_sentence():
    sentences = {code: str(text) for code, text in SENTENCES.items()}
    named = named_codes(python_files())

    faults = [
        fault
        for source in python_files()
        for found in refusals(source, named)
        for fault in refusal_faults(found, sentences)
    ]

    assert not faults, "\n".join(faults)


def test_every_sentence_is_used():
    code = "\n".join(
        source.text for source in python_files() if "/base/messages/" not in source.path
    )

    unused = [name for name in SENTENCES if f'"{name}"' not in code]

    assert not unused, "\n".join(unused)


@pytest.mark.parametrize(
    ("planted", "complaint"),
    [
        ("raise Conflict('reports.unknown')", "has no sentence"),
        ("raise Invalid(code)", "spell the code out"),
        ("return NotFound('reports.late')", "asks for ['days']"),
        (
            "def _no(code):\n    return Invalid(code)\n\ndef f():\n    raise _no('x.gone')\n",
            "has no sentence",
        ),
    ],
)
def test_the_gate_bites(planted, complaint):
    source = Source("src/thidua/planted.py", planted)
    faults = [fault for found in refusals(source, {}) for fault in refusal_faults(found, READABLE)]

    assert complaint in "\n".join(faults)


def test_a_code_may_stand_in_a_class_of_constants():
    source = Source("src/thidua/planted.py", "class Fault:\n    CYCLE = 'org.cycle'\n")
    raising = Source("src/thidua/planted.py", "raise Conflict(Fault.CYCLE)")

    (found,) = refusals(raising, named_codes([source]))

    assert found.code == "org.cycle"


def test_a_refusal_with_its_words_passes():
    source = Source("src/thidua/planted.py", "raise Invalid('reports.late', days=3)")

    assert not [
        fault for found in refusals(source, {}) for fault in refusal_faults(found, READABLE)
    ]
