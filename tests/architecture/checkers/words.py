"""What never stands in a file: unfinished notes, traces of a machine, wrong words."""

import ast
import re
import unicodedata
from collections.abc import Iterable, Iterator

from tests.architecture.checkers.sources import Source

# A class of one letter keeps each pattern from finding itself in this file.
_UNFINISHED = re.compile("TO[D]O|FIX[M]E|XX[X]:|(?i:coming soo[n]|lorem ipsu[m])")
_MACHINE = re.compile(r"/wor[k]/|/roo[t]/|/hom[e]/[a-z]|[A-Z]:\\User[s]")
_REGISTRY = re.compile(
    r"pypi\.or[g]|registry\.npm[j]s|files\.pythonhoste[d]|--index-ur[l]|--extra-inde[x]"
)
_GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext"}
_TAG = re.compile(
    r"<(script|style)\b.*?</\1>|<[^>]*>|{#.*?#}|{%\s*comment.*?endcomment\s*%}", re.DOTALL
)


def file_faults(source: Source) -> Iterator[str]:
    """Yield unfinished notes and traces of a machine or a registry."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if _UNFINISHED.search(line):
            yield f"{source.path}:{number}: unfinished: {line.strip()[:60]}"
        if _MACHINE.search(line):
            yield f"{source.path}:{number}: a path of one machine: {line.strip()[:60]}"
        if _REGISTRY.search(line) and source.path.endswith((".txt", ".toml", ".sh", "run", "test")):
            yield f"{source.path}:{number}: names a registry: {line.strip()[:60]}"
    if unicodedata.normalize("NFC", source.text) != source.text and not source.path.startswith(
        "tests/"
    ):
        yield f"{source.path}: is not in NFC"


def shown_text(source: Source) -> Iterator[tuple[str, str]]:
    """Yield place and text of what a file puts on a screen."""
    if source.path.endswith(".html"):
        yield source.path, _TAG.sub(" ", source.text)
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _GETTEXT:
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield source.at(node), argument.value


def word_faults(source: Source, never: Iterable[str]) -> Iterator[str]:
    """Yield the words on a screen that an official would never use."""
    patterns = {word: re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE) for word in never}
    for place, text in shown_text(source):
        for word, pattern in patterns.items():
            if pattern.search(text):
                yield f"{place}: “{word}” is never said on screen (docs/glossary.toml)"
