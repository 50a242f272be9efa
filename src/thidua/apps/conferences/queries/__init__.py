"""Reading conferences: those in sight, one as a record, what they ask, facts for the news item."""

from thidua.apps.conferences.queries.conclusions import AssignedRow, ConclusionRow
from thidua.apps.conferences.queries.dated import Dated, dated_between
from thidua.apps.conferences.queries.lists import (
    ConferenceRow,
    conference_rows,
    conference_titles,
    conference_years,
    conferences_of_plan,
    offered_conferences,
)
from thidua.apps.conferences.queries.pacts import pacts_to_sign
from thidua.apps.conferences.queries.parts import PactRow
from thidua.apps.conferences.queries.records import (
    PhotoRow,
    Record,
    conference_for,
    photo_file,
    record_of,
    records_of,
    visible_conferences,
)
from thidua.apps.conferences.queries.waiting import Waiting, waiting_for

__all__ = [
    "AssignedRow",
    "ConclusionRow",
    "ConferenceRow",
    "Dated",
    "PactRow",
    "PhotoRow",
    "Record",
    "Waiting",
    "conference_for",
    "conference_rows",
    "conference_titles",
    "conference_years",
    "conferences_of_plan",
    "dated_between",
    "offered_conferences",
    "pacts_to_sign",
    "photo_file",
    "record_of",
    "records_of",
    "visible_conferences",
    "waiting_for",
]
