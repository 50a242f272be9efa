"""The files that are checked, read once."""

import ast
import functools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "src/thidua"
SKIPPED_FOLDERS = {
    ".git",
    ".venv",
    "var",
    "node_modules",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
}
SKIPPED_FOLDERS |= {".pytest_cache", ".import_linter_cache", ".hypothesis", "vendor"}
BINARY = {".woff2", ".png", ".jpg", ".jpeg", ".webp", ".mo", ".sqlite3", ".ico", ".pyc", ".ttf"}


@dataclass(frozen=True)
class Source:
    """One file: its path from the root of the project, and its text."""

    path: str
    text: str

    @functools.cached_property
    def tree(self) -> ast.Module:
        """The syntax tree of a Python file."""
        return ast.parse(self.text)

    def at(self, node: ast.AST) -> str:
        """Return the place of a node, as editors understand it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


@functools.cache
def all_files() -> tuple[Source, ...]:
    """Return every text file of the project, without what is installed, vendored or generated."""
    found = []
    for folder, names, files in os.walk(ROOT):
        names[:] = sorted(name for name in names if name not in SKIPPED_FOLDERS)
        # In a second working tree `.git` is a file.
        for name in sorted(set(files) - SKIPPED_FOLDERS):
            path = Path(folder) / name
            # In a second worktree .git is a file.
            if path.suffix not in BINARY and name != ".git" and not path.is_symlink():
                text = path.read_text(encoding="utf-8", errors="replace")
                found.append(Source(path.relative_to(ROOT).as_posix(), text))
    return tuple(found)


def python_files(below: str = "src/thidua/") -> Iterator[Source]:
    """Yield the hand-written Python files below a folder."""
    for source in all_files():
        inside = source.path.startswith(below) and source.path.endswith(".py")
        if inside and "/migrations/0" not in source.path:
            yield source


def templates() -> Iterator[Source]:
    """Yield every page and partial."""
    for source in all_files():
        if source.path.startswith("src/") and source.path.endswith(".html"):
            yield source


def service_modules() -> Iterator[Source]:
    """Yield the modules that hold use cases."""
    for source in python_files("src/thidua/apps/"):
        if "/services/" in source.path or source.path.endswith("/services.py"):
            yield source
