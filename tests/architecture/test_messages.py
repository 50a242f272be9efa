"""The catalogues hold every sentence of the program, in English, and of other packages, in Vietnamese."""

import pytest
from scripts import build_messages
from scripts.build_messages import files, po_path
from tests.architecture.checkers.sources import PACKAGE

PAGE = """{% load i18n %}
  {% translate "Trả lại" context "việc" %} {{ _("Đơn vị") }}
    {% blocktranslate trimmed count total=n %}
      Còn {{ total }} chỗ
    {% plural %}
      Còn {{ total }} chỗ
    {% endblocktranslate %}
"""
MODULE = """
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy

LATE = gettext_lazy("Chưa gửi, " "quá hạn")
SEEN = _now("Đạt 100 %")
HIDDEN = len("Không phải câu trên màn hình")
"""
NEW = 'from django.utils.translation import gettext as _\n_("Giấy khen")\n'
ENGLISH = {
    "Trả lại": "Return",
    "Đơn vị": "Unit",
    "Chưa gửi, quá hạn": "Not sent, overdue",
    "Đạt 100 %": "Reached 100 %",
}


@pytest.fixture
def package(tmp_path):
    """A package with one page and one module, translated."""
    (tmp_path / "web/templates").mkdir(parents=True)
    (tmp_path / "web/templates/page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "late.py").write_text(MODULE, encoding="utf-8")
    write(tmp_path)
    text = po_path(tmp_path, "en").read_text(encoding="utf-8")
    for vietnamese, english in ENGLISH.items():
        before = f'msgid "{vietnamese}"\nmsgstr ""'
        assert before in text
        text = text.replace(before, f'msgid "{vietnamese}"\nmsgstr "{english}"')
    text = text.replace('msgstr[0] ""', 'msgstr[0] "%(total)s place"')
    text = text.replace('msgstr[1] ""', 'msgstr[1] "%(total)s places"')
    po_path(tmp_path, "en").write_text(text, encoding="utf-8")
    write(tmp_path)
    return tmp_path


def write(package):
    for path, content in files(package, "en").items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def faults(package):
    return [fault for fault in build_messages.faults(package) if fault.startswith("en:")]


def edit(package, before, after):
    path = po_path(package, "en")
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    write(package)


def test_the_catalogues_are_current_and_complete():
    found = build_messages.faults(PACKAGE)

    assert not found, "run scripts/build_messages.py, then translate:\n" + "\n".join(found)


def test_msgids_are_found_in_pages_and_modules(package):
    keys = build_messages.own_keys(package)

    assert ("Trả lại", "việc") in keys
    assert (("Còn %(total)s chỗ", "Còn %(total)s chỗ"), None) in keys
    assert {text for text, _ in keys if isinstance(text, str)} == set(ENGLISH)
    assert not faults(package)


def test_translations_outlive_the_next_run(package):
    before = po_path(package, "en").read_bytes()
    (package / "new.py").write_text(NEW, encoding="utf-8")
    write(package)

    assert faults(package) == ["en: not translated: Giấy khen"]
    (package / "new.py").unlink()
    write(package)
    assert po_path(package, "en").read_bytes() == before


def test_a_new_sentence_is_drift(package):
    (package / "new.py").write_text(NEW, encoding="utf-8")

    assert any("django.po is not what" in fault for fault in faults(package))


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('"Return"', '""', "en: not translated: Trả lại"),
        ('"Return"', '"Trả lại"', "en: not translated: Trả lại"),
        ('"%(total)s places"', '"some places"', "en: other placeholders"),
        ('"Unit"', '"Unit {name}"', "en: other placeholders: Đơn vị"),
        ('msgid "Đơn vị"', '#, fuzzy\nmsgid "Đơn vị"', "en: fuzzy: Đơn vị"),
        ('"Unit"', '"Unite\u0301"', "en: not NFC: Đơn vị"),
    ],
)
def test_the_gate_bites(package, before, after, fault):
    edit(package, before, after)

    assert any(found.startswith(fault) for found in faults(package))


def test_a_decomposed_sentence_in_the_code_is_refused(package):
    (package / "new.py").write_text(NEW.replace("Giấy khen", "Te\u0302n"), encoding="utf-8")
    write(package)

    assert "en: not NFC: Te\u0302n" in faults(package)


def test_the_vietnamese_of_other_packages_is_complete():
    foreign = {text for text, _ in build_messages.foreign_keys() if isinstance(text, str)}

    assert {"This field is required.", "Incorrect code.", "This password is too common."} <= foreign
