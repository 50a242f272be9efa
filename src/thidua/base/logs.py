"""Keeps personal data out of the logs."""

import logging
import re
import traceback
from types import TracebackType

_NUMBERS = re.compile(r"\d{6,}")
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PrivateFilter(logging.Filter):
    """Masks long digit runs (phones, codes, accounts) and drops queries of addresses."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the message in place; an address keeps only its path."""
        record.msg = _NUMBERS.sub("…", str(record.getMessage()).split("?", maxsplit=1)[0])
        record.args = ()
        return True


class PrivateFormatter(logging.Formatter):
    """Writes where a fault happened and of what kind, never what the data said.

    A database names the offending values in its errors; those stay out.
    """

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - the name of the base class
        """Return the frames and the kind of the exception, without its message."""
        kind, _, frames = ei
        lines = traceback.format_tb(frames)
        return "".join(lines) + (kind.__name__ if kind else "")
