"""All parts of one plan in one query: each row is its part's name, its place and its fields."""

from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import JSONObject

from thidua.apps.campaigns.models import Campaign

Fields = dict[str, Any]

# What is read of each part.
_FIELDS: dict[str, tuple[str, ...]] = {
    "bases": ("text",),
    "contents": ("text", "sector", "locked"),
    "phases": (
        "starts_on", "until", "theme", "task", "start_form", "end_form", "working_days",
    ),
    "peaks": ("name", "task", "dated", "starts_on", "until"),
    "commemorations": ("event", "name", "years", "founded_on", "day", "phase__position"),
    "ties": ("owner", "label", "theme"),
    "milestones": ("name", "starts_on", "until"),
    "audience": ("label", "kind"),
    "goals": ("name", "comparator", "value", "value2", "measure", "denominator", "per"),
    "awards": (
        "title", "nature", "bearer", "recipient", "collective", "individual", "total", "per_unit",
    ),
    "joint_issuers": ("name", "signer_name", "signer_post"),
    "carried": (
        "movement__public_id", "movement__name", "movement__kind", "movement__launched_by",
        "movement__launcher",
    ),
}  # fmt: skip


def parts_of(campaign: Campaign) -> dict[str, list[Fields]]:
    """Return the fields of every part of a plan, by the part's name, in order."""
    first, *others = [_rows(campaign, name) for name in _FIELDS]
    found: dict[str, list[Fields]] = {name: [] for name in _FIELDS}
    for part, _position, fields in sorted(first.union(*others, all=True), key=_place):
        found[part].append(fields)
    return found


def _rows(campaign: Campaign, name: str) -> "QuerySet[Any, tuple[str, int, Fields]]":
    fields = {path: path for path in _FIELDS[name]}
    rows = getattr(campaign, name).annotate(part=Value(name), fields=JSONObject(**fields))
    listed: QuerySet[Any, tuple[str, int, Fields]] = rows.order_by().values_list(
        "part", "position", "fields"
    )
    return listed


def _place(row: tuple[str, int, Fields]) -> int:
    return row[1]
