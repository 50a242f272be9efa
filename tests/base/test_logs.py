"""Nothing personal reaches a log line: no numbers, no names from messages, queries or errors."""

import logging
import sys

import pytest
from django.conf import settings

from thidua.base.logs import PrivateFilter, PrivateFormatter


def line_of(message, *args, exc_info=None):
    record = logging.LogRecord("django.request", logging.ERROR, "x.py", 1, message, args, exc_info)
    assert PrivateFilter().filter(record)
    return PrivateFormatter("{levelname} {message}", style="{").format(record)


@pytest.mark.parametrize(
    ("message", "args", "line"),
    [
        ("sign-in of %s refused", ("0912345678",), "ERROR sign-in of … refused"),
        ("Not Found: /don-vi/?tim=Nguyễn+Văn+An", (), "ERROR Not Found: /don-vi/"),
        ("report %s sent", ("bc_12",), "ERROR report bc_12 sent"),
    ],
)
def test_numbers_and_queries_are_cut(message, args, line):
    assert line_of(message, *args) == line


def refuse(name):
    raise ValueError(f"Key (sign_in_name)=({name}) already exists")


def test_an_error_says_where_and_of_what_kind_but_not_what():
    name = "-".join(["an", "nguyen"])
    try:
        refuse(name)
    except ValueError:
        line = line_of("Internal Server Error: /nguoi/", exc_info=sys.exc_info())

    assert name not in line
    assert line.endswith("ValueError")
    assert "test_logs.py" in line


def test_the_settings_use_both_and_silence_who_tried_to_sign_in():
    assert settings.LOGGING["handlers"]["stderr"]["filters"] == ["private"]
    assert settings.LOGGING["formatters"]["line"]["()"].endswith("PrivateFormatter")
    assert settings.LOGGING["loggers"]["axes"]["level"] == "ERROR"
