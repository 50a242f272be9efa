"""Rows of conferences: the conference, its programme, people, pacts, awards, conclusions, photographs."""

from thidua.apps.conferences.models.conclusion import Assigned, Conclusion
from thidua.apps.conferences.models.conference import Conference
from thidua.apps.conferences.models.parts import (
    ConferencePerson,
    ConferencePhoto,
    HandedAward,
    ProgrammeItem,
    SignedPact,
)

__all__ = [
    "Assigned",
    "Conclusion",
    "Conference",
    "ConferencePerson",
    "ConferencePhoto",
    "HandedAward",
    "ProgrammeItem",
    "SignedPact",
]
