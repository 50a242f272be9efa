"""Writing conferences: planned, filled part by part, held or cancelled, concluded."""

from thidua.apps.conferences.services.conclusions import (
    ALL_DIRECT,
    ConclusionDraft,
    mark_conclusion,
    write_conclusions,
)
from thidua.apps.conferences.services.holding import (
    cancel_conference,
    hold_conference,
    note_outcome,
)
from thidua.apps.conferences.services.parts import (
    AwardDraft,
    ItemDraft,
    PactDraft,
    PersonDraft,
    write_awards,
    write_pacts,
    write_people,
    write_programme,
)
from thidua.apps.conferences.services.photos import (
    MOST_PHOTOS,
    attach_conference_photos,
    change_conference_photo,
    remove_conference_photo,
)
from thidua.apps.conferences.services.planning import (
    ConferenceDraft,
    edit_conference,
    plan_conference,
)

__all__ = [
    "ALL_DIRECT",
    "MOST_PHOTOS",
    "AwardDraft",
    "ConclusionDraft",
    "ConferenceDraft",
    "ItemDraft",
    "PactDraft",
    "PersonDraft",
    "attach_conference_photos",
    "cancel_conference",
    "change_conference_photo",
    "edit_conference",
    "hold_conference",
    "mark_conclusion",
    "note_outcome",
    "plan_conference",
    "remove_conference_photo",
    "write_awards",
    "write_conclusions",
    "write_pacts",
    "write_people",
    "write_programme",
]
