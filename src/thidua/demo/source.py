"""Reads the demonstration's data files; an error names the file and the key."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

from thidua.lawbook.loader import Entry


@cache
def read(name: str) -> Any:
    """Return the content of `data/<name>.yaml`."""
    file = resources.files("thidua.demo") / "data" / f"{name}.yaml"
    return yaml.safe_load(file.read_text("utf-8"))


def read_entries(name: str) -> dict[str, Entry]:
    """Return the entries of a file that is one mapping, in its order."""
    return {key: Entry(f"{name}.yaml", key, value) for key, value in read(name).items()}
