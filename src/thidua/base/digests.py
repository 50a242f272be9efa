"""Canonical text and hashes of audit events, payloads and blocks."""

import dataclasses
import json
from datetime import date, datetime
from enum import Enum
from hashlib import sha256
from typing import Any

_EVENT_FIELDS = (
    "operation", "capability", "actor_user", "actor_name", "actor_post", "unit",
    "subject_type", "subject_id", "parent", "request_key", "fingerprint", "answer",
)  # fmt: skip


def plain(value: Any) -> Any:
    """Turn a value into something JSON can hold; bytes and files become their hash."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(str(plain(item)) for item in value)
    return _plain_leaf(value)


def _plain_leaf(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return sha256(value).hexdigest()
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if value is None or isinstance(value, (str, int, bool)):
        return value
    return str(value)


def canonical(value: Any) -> bytes:
    """Return the one JSON text of a value, the same on every machine."""
    return json.dumps(
        plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def hash_of(value: Any) -> str:
    """Return the SHA-256 of a value's canonical text."""
    return sha256(canonical(value)).hexdigest()


def payload_hash(salt: str, data: Any) -> str:
    """Return the salted hash of a payload: without the salt it says nothing about the content."""
    return hash_of([salt, data])


def event_digest(event: Any) -> str:
    """Return the digest of an audit event, without its place in a block."""
    moment = event.at.replace(microsecond=0).isoformat()
    values = [getattr(event, name) for name in _EVENT_FIELDS]
    return hash_of([moment, event.on_day, *values, event.payload_hash])


def block_digest(previous: str, digests: list[str]) -> str:
    """Return the digest of a block: the block before it and its events, in order."""
    return hash_of([previous, digests])
