"""Typed reading of the environment: DATABASE_URL and THIDUA_* are the only settings."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


class BadSetting(Exception):
    """An environment variable holds something that cannot be used."""


def text(name: str, default: str = "") -> str:
    """Return a variable as stripped text."""
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool) -> bool:
    """Return a variable as yes or no; anything but 1/0, true/false, yes/no is an error."""
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    value = text(name).lower()
    if not value:
        return default
    if value not in words:
        raise BadSetting(f"{name} must be 1 or 0, not {value!r}")
    return words[value]


def number(name: str, default: int) -> int:
    """Return a variable as a whole number."""
    value = text(name)
    if not value:
        return default
    if not value.isdigit():
        raise BadSetting(f"{name} must be a whole number, not {value!r}")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """Return a comma-separated variable as a list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def data_dir(project: Path) -> Path:
    """Return the folder that holds database, files and keys, made private where it is new."""
    folder = Path(text("THIDUA_DATA_DIR") or project / "var")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder.resolve()


def secret(name: str, folder: Path) -> str:
    """Return a secret from the environment, or from a file in `folder` that is made once."""
    value = text(name)
    if value:
        return value
    path = folder / f"{name.removeprefix('THIDUA_').lower().replace('_', '-')}.secret"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text("ascii").strip()


def database(folder: Path) -> dict[str, Any]:
    """Return Django's database entry for DATABASE_URL; without one, the embedded SQLite in `folder`."""
    url = urlsplit(text("DATABASE_URL") or f"sqlite:///{folder / 'thidua.sqlite3'}")
    if url.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(url.path.lstrip("/")),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": unquote(url.hostname or "") or _socket_host(url.query),
            "PORT": str(url.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            # A pooler in transaction mode keeps neither cursors nor prepared statements.
            "DISABLE_SERVER_SIDE_CURSORS": True,
            "OPTIONS": {"prepare_threshold": None},
        }
    if url.scheme == "sqlite":
        return {"ENGINE": "thidua.base.sqlite", "NAME": url.path[1:] or ":memory:"}
    raise BadSetting(f"DATABASE_URL must begin with postgres:// or sqlite:///, not {url.scheme}://")


def _socket_host(query: str) -> str:
    """Return the socket folder from `?host=/path`, the only query that is understood."""
    return unquote(query.removeprefix("host=")) if query.startswith("host=") else ""
