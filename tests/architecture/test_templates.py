"""Pages: nothing inline that the content security policy would refuse, no page that nobody opens."""

import re

import pytest
from tests.architecture.checkers.sources import PACKAGE, python_files, templates

FOLDER = "src/thidua/web/templates/"
STATIC = PACKAGE / "web/static"
INLINE = (
    (re.compile(r"\sstyle\s*=", re.IGNORECASE), "a style attribute"),
    (re.compile(r"<style\b", re.IGNORECASE), "a style element"),
    (re.compile(r"\son[a-z]+\s*=", re.IGNORECASE), "an event attribute"),
    (re.compile(r"\shx-on\b|\bjs:|javascript:", re.IGNORECASE), "script in an attribute"),
    (re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE), "a script without src"),
    (re.compile(r"(?:src|href)=[\"'](?:https?:)?//", re.IGNORECASE), "something from elsewhere"),
    (re.compile(r"{%\s*blocktranslate\b(?![^%]*\btrimmed\b)"), "blocktranslate without trimmed"),
)
# Found by other packages or by Django under their own names.
FOREIGN = ("account/", "mfa/", "allauth/", "usersessions/", "errors/")


def faults(text):
    return [complaint for pattern, complaint in INLINE if pattern.search(text)]


def names_used():
    sources = [*templates(), *python_files("src/thidua/")]
    quoted = re.compile(r"[\"']([\w/-]+\.html)[\"']")
    return {name for source in sources for name in quoted.findall(source.text)}


def test_pages_hold_nothing_inline():
    found = [f"{page.path} has {fault}" for page in templates() for fault in faults(page.text)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "planted",
    [
        '<p style="width: 3%">',
        "<style>p {}</style>",
        '<button onclick="go()">',
        '<div hx-on:click="go()">',
        "<script>go()</script>",
        '<script type="module">go()</script>',
        '<link href="https://a.example/x.css">',
        "{% blocktranslate %}Xin chào{% endblocktranslate %}",
    ],
)
def test_the_gate_on_inline_things_bites(planted):
    assert faults(planted)


def test_what_is_allowed_passes():
    page = (
        '<script src="/static/a.js" defer></script><p class="button-on" data-once="1">'
        "{% blocktranslate trimmed with day=d %}Ngày {{ day }}{% endblocktranslate %}"
    )

    assert not faults(page)


def test_every_template_is_opened_and_every_opened_one_is_there():
    present = {page.path.removeprefix(FOLDER) for page in templates()}
    used = names_used()
    unused = {name for name in present - used if not name.startswith(FOREIGN)}

    assert not unused, f"no one opens {sorted(unused)}"
    assert not used - present, f"missing {sorted(used - present)}"


def test_every_static_file_named_is_there():
    named = {
        name
        for page in templates()
        for name in re.findall(r"{%\s*static\s+['\"]([^'\"]+)['\"]", page.text)
    }

    assert not [name for name in sorted(named) if not (STATIC / name).is_file()]


def test_every_file_named_in_a_style_sheet_is_there():
    missing = [
        f"{sheet.name}: {name}"
        for sheet in (STATIC / "css").glob("*.css")
        for name in re.findall(r"url\([\"']?([^\"')]+)", sheet.read_text("utf-8"))
        if not (sheet.parent / name).is_file()
    ]

    assert not missing, "\n".join(missing)


def test_every_icon_named_is_drawn():
    drawn = set(re.findall(r'id="([\w-]+)"', (STATIC / "img/icons.svg").read_text("utf-8")))
    named = {
        name
        for page in templates()
        for name in re.findall(r"{%\s*icon\s+[\"']([\w-]+)[\"']", page.text)
    }

    assert named <= drawn
