"""Encryption of sensitive values, with a key that is never in the database."""

import base64
import os
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

from thidua.domain.errors import DomainError

_NONCE_BYTES = 12
_MARK = "v1:"


def _cipher() -> AESGCM:
    return AESGCM(sha256(b"thidua field key" + settings.THIDUA_FIELD_KEY.encode()).digest())


def encrypt(plain: str, purpose: str) -> str:
    """Return `plain` sealed for one purpose, so that it cannot be moved to another column."""
    nonce = os.urandom(_NONCE_BYTES)
    sealed = nonce + _cipher().encrypt(nonce, plain.encode(), purpose.encode())
    return _MARK + base64.urlsafe_b64encode(sealed).decode()


def decrypt(stored: str, purpose: str) -> str:
    """Return the plain text; raise `DomainError` when key, purpose or content do not fit."""
    sealed = base64.urlsafe_b64decode(stored.removeprefix(_MARK))
    try:
        plain = _cipher().decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], purpose.encode())
    except InvalidTag:
        raise DomainError("base.cannot_decrypt") from None
    return plain.decode()


class EncryptedTextField(models.TextField[str, str]):
    """A text column that the database only ever sees encrypted; it cannot be searched."""

    @property
    def _purpose(self) -> str:
        return f"{self.model._meta.label_lower}.{self.name}"  # noqa: SLF001

    def get_prep_value(self, value: Any) -> Any:
        """Seal a value on its way to the database; nothing stays nothing."""
        return encrypt(value, self._purpose) if value else value

    def from_db_value(self, value: str | None, *_: object) -> str | None:
        """Open a value on its way from the database."""
        return decrypt(value, self._purpose) if value else value
