"""Reads the lawbook's YAML files; an error names the file and the key."""

from collections.abc import Mapping
from datetime import date
from importlib import resources
from typing import Any

import yaml

_REQUIRED = object()
_NUMBERS: tuple[Any, ...] = (int, (int, float))


class LawbookError(Exception):
    """A file of the lawbook cannot be used as it is."""


class Entry:
    """One mapping of a file, read key by key with the type that is expected."""

    def __init__(self, file: str, key: str, data: Any) -> None:
        if not isinstance(data, dict):
            raise LawbookError(f"{file}: {key}: must be a mapping")
        self.file, self.key = file, key
        self._data: Mapping[str, Any] = data

    def text(self, name: str, default: Any = _REQUIRED) -> str:
        """Return a text that is not empty."""
        value = self._value(name, default, str)
        if value == "" and default is _REQUIRED:
            raise self.error(name, "must not be empty")
        return str(value)

    def number(self, name: str, default: Any = _REQUIRED) -> int:
        """Return a whole number."""
        return int(self._value(name, default, int))

    def decimal(self, name: str, default: Any = _REQUIRED) -> float:
        """Return a number with or without places after the point."""
        return float(self._value(name, default, (int, float)))

    def yes(self, name: str, default: Any = _REQUIRED) -> bool:
        """Return yes or no."""
        return bool(self._value(name, default, bool))

    def day(self, name: str, default: Any = _REQUIRED) -> date:
        """Return a day, written as 2025-07-01."""
        value: date = self._value(name, default, date)
        return value

    def texts(self, name: str, default: Any = _REQUIRED) -> tuple[str, ...]:
        """Return a list of texts."""
        values = self._value(name, default, list)
        if not all(isinstance(value, str) for value in values):
            raise self.error(name, "must be a list of texts")
        return tuple(values)

    def items(self, name: str) -> tuple[Any, ...]:
        """Return a list of anything, for a reader that looks at each."""
        return tuple(self._value(name, _REQUIRED, list))

    def rows(self, name: str) -> "list[Entry]":
        """Return a list of mappings, each an entry of its own; none where the key is absent."""
        values = self._value(name, [], list)
        return [
            Entry(self.file, f"{self.key}.{name}[{place}]", value)
            for place, value in enumerate(values)
        ]

    def only(self, *names: str) -> None:
        """Refuse keys that nobody reads: they are slips of the pen."""
        strangers = sorted(str(name) for name in self._data.keys() - set(names))
        if strangers:
            raise self.error(strangers[0], "is not a known key")

    def error(self, name: str, says: str) -> LawbookError:
        """Return the error that names the file and the key."""
        return LawbookError(f"{self.file}: {self.key}.{name}: {says}")

    def _value(self, name: str, default: Any, kind: type | tuple[type, ...]) -> Any:
        value = self._data.get(name, default)
        if value is _REQUIRED:
            raise self.error(name, "is missing")
        if value is not default and (
            not isinstance(value, kind) or (kind in _NUMBERS and isinstance(value, bool))
        ):
            named = kind.__name__ if isinstance(kind, type) else "number"
            raise self.error(name, f"must be of type {named}")
        return value


def load_yaml(name: str) -> Any:
    """Return the content of `<name>.yaml` of the lawbook."""
    file = f"{name}.yaml"
    path = resources.files("thidua.lawbook") / file
    if not path.is_file():
        raise LawbookError(f"{file}: there is no such file")
    try:
        return yaml.safe_load(path.read_text("utf-8"))
    except yaml.YAMLError as fault:
        raise LawbookError(f"{file}: {fault}") from fault


def load_entries(name: str) -> dict[str, Entry]:
    """Return the entries of a file that is one mapping from slug to mapping, in its order."""
    data = load_yaml(name)
    if not isinstance(data, dict):
        raise LawbookError(f"{name}.yaml: must be a mapping of entries")
    return {str(key): Entry(f"{name}.yaml", str(key), value) for key, value in data.items()}
