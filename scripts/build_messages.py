"""Builds the message catalogues: finds the msgids, keeps the translations, compiles; --check."""

import ast
import functools
import re
import sys
import unicodedata
from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src/thidua"
LANGUAGES = ("en", "vi")
CALLS: dict[str, object] = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "_": None,
}
# The modules of other packages whose sentences can reach a screen; our pages replace theirs.
FOREIGN = {
    "allauth": (
        "account/adapter.py",
        "account/fields.py",
        "account/forms.py",
        "mfa/adapter.py",
        "mfa/base/forms.py",
        "mfa/totp/forms.py",
        "mfa/webauthn/forms.py",
    ),
    "axes": ("conf.py",),
    "django": (
        "contrib/auth/password_validation.py",
        "core/validators.py",
        "forms/fields.py",
        "forms/formsets.py",
    ),
}
# The pure rooms know no gettext: what their words are here, pages translate as they show them.
PURE: dict[str, tuple[dict[str, object], ...]] = {
    "domain/access/roles.py": ({"Role": (1,)}, {"Role": (2,)}),
}
_PLACES = re.compile(r"%\(\w+\)[a-z]|%[ds]|\{\w*\}")

# A msgid, or its singular and plural; and its context.
Text = str | tuple[str, ...]
Key = tuple[Text, str | None]
Strings = dict[Key, Text]


def _extracted(source: str, calls: dict[str, object]) -> Iterator[Key]:
    stream = BytesIO(source.encode())
    found = extract("python", stream, calls, options={"encoding": "utf-8"})  # type: ignore[arg-type]
    for _line, text, _comments, context in found:
        if text:
            yield text, context


def _calls_of(source: str) -> dict[str, object]:
    """Return the names under which a module calls gettext, its own aliases included."""
    calls = dict(CALLS)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            for name in node.names:
                if name.name in CALLS:
                    calls[name.asname or name.name] = CALLS[name.name]
    return calls


def python_keys(path: Path) -> Iterator[Key]:
    """Yield the msgids of a module."""
    source = path.read_text(encoding="utf-8")
    if "django.utils" in source:
        yield from _extracted(source, _calls_of(source))


def template_keys(path: Path) -> Iterator[Key]:
    """Yield the msgids of a page or a text."""
    source = templatize(path.read_text(encoding="utf-8"), origin=path.name)
    # In brackets the indentation of a page means nothing to the Python tokenizer.
    yield from _extracted(f"(\n{source}\n)", CALLS)


def own_keys(package: Path) -> frozenset[Key]:
    """Return the Vietnamese msgids of the product."""
    keys: set[Key] = set()
    for path in sorted(package.rglob("*.py")):
        keys.update(python_keys(path))
    for name, calls in PURE.items():
        if (package / name).is_file():
            source = (package / name).read_text(encoding="utf-8")
            keys.update(key for marked in calls for key in _extracted(source, marked))
    for path in sorted((package / "web/templates").rglob("*.*")):
        keys.update(template_keys(path))
    return frozenset(keys)


def _folder_of(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed")
    return Path(spec.origin).parent


@functools.cache
def foreign_keys() -> frozenset[Key]:
    """Return the English msgids of other packages that need Vietnamese words."""
    paths = (_folder_of(package) / name for package, names in FOREIGN.items() for name in names)
    return frozenset(key for path in paths for key in python_keys(path))


def read(path: Path, language: str) -> tuple[Strings, list[Key]]:
    """Return the translations of a file and those marked fuzzy; no file has none."""
    if not path.is_file():
        return {}, []
    strings: Strings = {}
    fuzzy: list[Key] = []
    with path.open("rb") as file:
        for message in read_po(file, locale=language):
            key: Key = (_plain(message.id), message.context)
            if message.id:
                strings[key] = _plain(message.string)
            if message.id and message.fuzzy:
                fuzzy.append(key)
    return strings, fuzzy


def _plain(text: str | list[str] | tuple[str, ...] | None) -> Text:
    return text if isinstance(text, str) else tuple(text or ())


def wanted(language: str, package: Path) -> frozenset[Key]:
    """Return what the catalogue of a language holds."""
    return own_keys(package) if language == "en" else foreign_keys()


class _Stable(Catalog):
    """A catalogue whose head names no day, person or program, so that it changes with its words only."""

    def __init__(self, language: str) -> None:
        comment = "# Written by scripts/build_messages.py; only the msgstr are yours."
        super().__init__(language, fuzzy=False, header_comment=comment)
        self.head = (
            f"Language: {language}\n"
            "MIME-Version: 1.0\n"
            "Content-Type: text/plain; charset=utf-8\n"
            "Content-Transfer-Encoding: 8bit\n"
            f"Plural-Forms: {self.plural_forms}\n"
        )

    def __iter__(self) -> Iterator[Message]:
        """Yield the head and the messages."""
        yield Message("", self.head)
        yield from list(super().__iter__())[1:]


def po_path(package: Path, language: str) -> Path:
    """Return the file in which people translate."""
    return package / "locale" / language / "LC_MESSAGES/django.po"


def files(package: Path, language: str) -> dict[Path, bytes]:
    """Return the two files of a language as they ought to be."""
    path = po_path(package, language)
    kept, fuzzy = read(path, language)
    catalogue = _Stable(language)
    for key in sorted(wanted(language, package), key=str):
        text, context = key
        blank = ("",) * catalogue.num_plurals if isinstance(text, tuple) else ""
        flags = ["fuzzy"] if key in fuzzy else []
        catalogue.add(text, kept.get(key, blank), context=context, flags=flags)
    po, mo = BytesIO(), BytesIO()
    write_po(po, catalogue, width=0, no_location=True, sort_output=True)
    write_mo(mo, catalogue)
    return {path: po.getvalue(), path.with_suffix(".mo"): mo.getvalue()}


def _parts(text: Text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _places(text: str) -> list[str]:
    return sorted(set(_PLACES.findall(text.replace("%%", ""))))


def faults_of(key: Key, string: Text) -> Iterator[str]:
    """Yield what is wrong with one translation."""
    texts, strings = _parts(key[0]), _parts(string)
    if not all(text.strip() for text in strings) or (
        strings == texts and not "".join(texts).isascii()
    ):
        yield "not translated"
    elif any(_places(text) != _places(texts[-1]) for text in (*texts, *strings)):
        yield "other placeholders"
    if any(not unicodedata.is_normalized("NFC", text) for text in (*texts, *strings)):
        yield "not NFC"


def faults(package: Path) -> list[str]:
    """Return all that is wrong with the catalogues of a package."""
    found = []
    for language in LANGUAGES:
        for path, content in files(package, language).items():
            if not path.is_file() or path.read_bytes() != content:
                found.append(
                    f"{language}: {path.name} is not what scripts/build_messages.py writes"
                )
        kept, fuzzy = read(po_path(package, language), language)
        for key in sorted(wanted(language, package), key=str):
            wrong = [*faults_of(key, kept.get(key, "")), *(["fuzzy"] if key in fuzzy else [])]
            found += [f"{language}: {fault}: {key[0]}" for fault in wrong]
    return found


def main() -> None:
    """Write the catalogues and say what lacks; with --check write nothing."""
    if "--check" not in sys.argv:
        for language in LANGUAGES:
            for path, content in files(PACKAGE, language).items():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
    found = faults(PACKAGE)
    if found:
        sys.exit("\n".join(found))
    print("the catalogues are complete")


if __name__ == "__main__":
    main()
