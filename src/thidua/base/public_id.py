"""Public ids: random, prefixed, and sortable by the time they were made."""

import secrets

from django.db import models

from thidua.base import clock

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_TIME_CHARS = 9
_RANDOM_CHARS = 13


def _encode(value: int, length: int) -> str:
    chars = []
    for _ in range(length):
        value, digit = divmod(value, 32)
        chars.append(_ALPHABET[digit])
    return "".join(reversed(chars))


def new_public_id(prefix: str) -> str:
    """Return a new id such as `kh_0k3v9q2m1x7c…`: 45 bits of time, 65 random bits."""
    milliseconds = int(clock.now().timestamp() * 1000)
    return f"{prefix}_{_encode(milliseconds, _TIME_CHARS)}{_encode(secrets.randbits(65), _RANDOM_CHARS)}"


class PublicIdModel(models.Model):
    """A row that the outside knows by a public id, never by its number in the table."""

    PREFIX = "x"

    public_id = models.CharField(max_length=32, unique=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        """Give a new row its public id."""
        if not self.public_id:
            self.public_id = new_public_id(self.PREFIX)
        super().save(*args, **kwargs)  # type: ignore[arg-type]
