"""The reference pages say what the code says today."""

from scripts import build_docs_reference
from tests.architecture.checkers.sources import ROOT


def test_the_reference_is_current():
    stale = build_docs_reference.stale(ROOT)

    assert not stale, f"run scripts/build_docs_reference.py; out of date: {stale}"


def test_the_gate_bites(tmp_path):
    for path, text in build_docs_reference.pages().items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text + "planted\n", encoding="utf-8")

    assert len(build_docs_reference.stale(tmp_path)) == len(build_docs_reference.pages())
