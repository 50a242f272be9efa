"""What an authenticator app shows: RFC 6238 with its usual settings."""

import base64
import hashlib
import hmac
import time

_STEP_S, _DIGITS = 30, 6


def code(secret: str, at: float | None = None) -> str:
    """The six digits of this half minute."""
    padded = secret + "=" * (-len(secret) % 8)
    counter = int((time.time() if at is None else at) // _STEP_S).to_bytes(8, "big")
    digest = hmac.digest(base64.b32decode(padded.upper()), counter, hashlib.sha1)
    place = digest[-1] & 15
    number = int.from_bytes(digest[place : place + 4], "big") & 0x7FFFFFFF
    return str(number % 10**_DIGITS).zfill(_DIGITS)
