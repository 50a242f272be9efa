"""Sentences of refusals raised by the app `files`."""

from django.utils.functional import Promise

SENTENCES: dict[str, Promise] = {}
