"""A paper as plain data that can be kept, and back: the same paper, whatever was kept."""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from thidua.domain.documents.paper import (
    Blank,
    Column,
    Heading,
    Item,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
)

Data = dict[str, Any]

_KIND = "is"
_PARTS: dict[str, type[Any]] = {
    part.__name__: part
    for part in (
        Blank, Column, Heading, Item, PageBreak, Paper, Paragraph, Run, Signature, Table,
    )
}  # fmt: skip


def to_data(paper: Paper) -> Data:
    """Return the paper as what JSON can hold; parts that are as usual are left out."""
    data: Data = _kept(paper)
    return data


def from_data(data: Data) -> Paper:
    """Return the paper that was kept."""
    day = data.get("day")
    rest = {key: _made(value) for key, value in data.items() if key not in (_KIND, "day")}
    return Paper(**rest, day=date.fromisoformat(day) if day else None)


def _kept(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_kept(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    if not is_dataclass(value):
        return value
    said = {one.name: getattr(value, one.name) for one in fields(value)}
    usual = {one.name: one.default for one in fields(value)}
    kept = {name: _kept(part) for name, part in said.items() if part != usual[name]}
    return {_KIND: type(value).__name__, **kept}


def _made(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_made(part) for part in value)
    if not isinstance(value, dict):
        return value
    return _PARTS[value[_KIND]](**{k: _made(part) for k, part in value.items() if k != _KIND})
