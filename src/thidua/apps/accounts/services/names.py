"""A person's name as it is kept: tidy, searchable, in Vietnamese order."""

from thidua.domain.errors import Invalid
from thidua.text.collate import person_sort_key
from thidua.text.fold import fold
from thidua.text.unicode import clean_line

LONGEST = 120
LONGEST_KEY = 600
_FEWEST_WORDS = 2


def full_name_of(typed: str) -> str:
    """Return a full name; raise `Invalid` for nothing, one word, digits or far too much."""
    name = clean_line(typed)
    if not name:
        raise Invalid("accounts.name_missing", field="full_name")
    if len(name) > LONGEST:
        raise Invalid("accounts.name_long", field="full_name", length=len(name), limit=LONGEST)
    if len(name.split()) < _FEWEST_WORDS or any(sign.isdigit() for sign in name):
        raise Invalid("accounts.name_form", field="full_name", value=name)
    return name


def name_columns(full_name: str) -> dict[str, str]:
    """Return the columns of a person that follow from the name."""
    return {
        "full_name": full_name,
        "full_name_fold": fold(full_name)[:LONGEST],
        # A foreign letter takes eight signs; what is cut off no list would show.
        "sort_key": person_sort_key(full_name)[:LONGEST_KEY],
    }
