"""What pages ask about initiatives: lists and search, one with its parts, what waits, what is alike."""

from thidua.apps.initiatives.queries.listing import (
    Found,
    InitiativeFilter,
    InitiativeRow,
    Summary,
    initiative_list,
)
from thidua.apps.initiatives.queries.one import (
    AuthorLine,
    InitiativeView,
    PraiseLine,
    Waiting,
    alike,
    initiative_for,
    photo_file,
    waiting,
)
from thidua.apps.initiatives.queries.sources import SourceLine, initiative_sources

__all__ = [
    "AuthorLine",
    "Found",
    "InitiativeFilter",
    "InitiativeRow",
    "InitiativeView",
    "PraiseLine",
    "SourceLine",
    "Summary",
    "Waiting",
    "alike",
    "initiative_for",
    "initiative_list",
    "initiative_sources",
    "photo_file",
    "waiting",
]
