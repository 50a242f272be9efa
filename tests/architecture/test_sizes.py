"""Modules, functions and templates stay small rooms with a caption."""

import pytest
from tests.architecture.checkers import sizes
from tests.architecture.checkers.sources import Source, python_files, templates


def test_python_files_are_small_and_captioned():
    faults = [
        fault
        for folder in ("src/thidua/", "tests/", "scripts/", "manage.py")
        for source in python_files(folder)
        for fault in sizes.module_faults(source)
    ]

    assert not faults, "\n".join(faults)


def test_templates_are_small():
    faults = [fault for source in templates() for fault in sizes.template_faults(source)]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("x = 1\n", "does not say what lives there"),
        ('"""Things."""\n' + "x = 1\n" * 300, "301 lines"),
        ('"""Things."""\ndef f():\n' + "    x = 1\n" * 40, "f has 41 lines"),
        (f'"""{"long " * 30}."""\n', "caption of"),
    ],
)
def test_the_module_gate_bites(text, complaint):
    assert complaint in "\n".join(sizes.module_faults(Source("src/planted.py", text)))


def test_a_module_may_say_why_it_is_one_room():
    text = '"""Things.\n\nOne room because the table is one.\n"""\n' + "x = 1\n" * 300

    assert not list(sizes.module_faults(Source("src/planted.py", text)))


def test_the_template_gate_bites():
    assert list(sizes.template_faults(Source("src/planted.html", "<p>\n" * 151)))
