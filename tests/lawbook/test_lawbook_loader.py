"""The loader of the lawbook: what it returns, and that its errors name file and key."""

from datetime import date

import pytest

from thidua.lawbook import loader
from thidua.lawbook.loader import Entry, LawbookError, load_entries, load_yaml


def entry(**data):
    return Entry("kinds.yaml", "cdcs", data)


def test_values_come_with_their_type():
    read = entry(name="Tên", level=4, on=True, day=date(2025, 7, 1), under=["a", "b"])

    assert (read.text("name"), read.number("level"), read.yes("on")) == ("Tên", 4, True)
    assert read.day("day") == date(2025, 7, 1)
    assert read.texts("under") == ("a", "b")
    assert read.texts("beside", ()) == ()


@pytest.mark.parametrize(
    ("read", "says"),
    [
        (lambda: entry().text("name"), "kinds.yaml: cdcs.name: is missing"),
        (lambda: entry(name="").text("name"), "kinds.yaml: cdcs.name: must not be empty"),
        (lambda: entry(level="4").number("level"), "kinds.yaml: cdcs.level: must be of type int"),
        (lambda: entry(level=True).number("level"), "kinds.yaml: cdcs.level: must be of type int"),
        (lambda: entry(day="2025").day("day"), "kinds.yaml: cdcs.day: must be of type date"),
        (lambda: entry(a=[1]).texts("a"), "kinds.yaml: cdcs.a: must be a list of texts"),
        (lambda: entry(nmae="x").only("name"), "kinds.yaml: cdcs.nmae: is not a known key"),
        (lambda: Entry("kinds.yaml", "cdcs", []), "kinds.yaml: cdcs: must be a mapping"),
    ],
)
def test_errors_name_file_and_key(read, says):
    with pytest.raises(LawbookError) as refused:
        read()

    assert str(refused.value) == says


def test_a_missing_file_is_named():
    with pytest.raises(LawbookError, match=r"khong-co\.yaml: there is no such file"):
        load_yaml("khong-co")


def test_a_broken_file_is_named(tmp_path, monkeypatch):
    (tmp_path / "broken.yaml").write_text("a: [1", "utf-8")
    (tmp_path / "list.yaml").write_text("- a", "utf-8")
    monkeypatch.setattr(loader.resources, "files", lambda _: tmp_path)

    with pytest.raises(LawbookError, match=r"broken\.yaml: "):
        load_yaml("broken")
    with pytest.raises(LawbookError, match=r"list\.yaml: must be a mapping of entries"):
        load_entries("list")
