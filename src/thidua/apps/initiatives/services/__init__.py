"""Writing initiatives: entered, confirmed or returned by the union, praised, taken in from a file."""

from thidua.apps.initiatives.services.deciding import (
    confirm_initiative,
    return_initiative,
    withdraw_initiative,
)
from thidua.apps.initiatives.services.entering import (
    MOST_PHOTOS,
    drop_initiative,
    edit_initiative,
    enter_initiative,
    remove_initiative_photo,
)
from thidua.apps.initiatives.services.fields import InitiativeDraft, faults_of
from thidua.apps.initiatives.services.praising import praise_initiative, take_back_praise
from thidua.domain.initiatives.authors import Author

__all__ = [
    "MOST_PHOTOS",
    "Author",
    "InitiativeDraft",
    "confirm_initiative",
    "drop_initiative",
    "edit_initiative",
    "enter_initiative",
    "faults_of",
    "praise_initiative",
    "remove_initiative_photo",
    "return_initiative",
    "take_back_praise",
    "withdraw_initiative",
]
