"""Checks shared by the services of `org`: names, codes, kinds, lives."""

import re
from datetime import date

from thidua.apps.org.enums import Line, Sector
from thidua.apps.org.models import Placement, Unit, UnitName
from thidua.apps.org.models.unit import CODE_LENGTH, NAME_LENGTH, SHORT_NAME_LENGTH
from thidua.apps.org.queries.names import name_of
from thidua.apps.org.queries.tree import lives_on
from thidua.domain.errors import Conflict, Invalid
from thidua.lawbook.kinds import UnitKind, unit_kinds
from thidua.text.collate import sort_key
from thidua.text.fold import fold
from thidua.text.unicode import clean_line

CODE_FORM = re.compile(r"[A-ZĐ0-9]+(?:[-./][A-ZĐ0-9]+)*")


def clean_name(name: str, short_name: str, code: str) -> dict[str, str]:
    """Return the fields of a name that may be stored."""
    name, short_name = clean_line(name), clean_line(short_name)
    if not fold(name):
        raise Invalid("org.name_required", field="name")
    if len(name) > NAME_LENGTH:
        raise Invalid("org.name_too_long", field="name", length=len(name), limit=NAME_LENGTH)
    if len(short_name) > SHORT_NAME_LENGTH:
        raise Invalid(
            "org.short_name_too_long",
            field="short_name",
            length=len(short_name),
            limit=SHORT_NAME_LENGTH,
        )
    return {
        "name": name,
        "short_name": short_name,
        # The code too, so that one search box finds a unit by either.
        "name_fold": fold(f"{name} {short_name} {code}"),
        "sort_key": sort_key(name),
    }


def code_in_form(code: str) -> str:
    """Return the code in capitals; refuse one that is not a code."""
    code = clean_line(code).upper()
    if len(code) > CODE_LENGTH or not CODE_FORM.fullmatch(code):
        raise Invalid("org.code_form", field="code", code=code[:CODE_LENGTH], limit=CODE_LENGTH)
    return code


def clean_code(code: str) -> str:
    """Return the code in capitals; refuse one that is not a code or already belongs to a unit."""
    code = code_in_form(code)
    if Unit.objects.filter(code=code).exists():
        raise Invalid("org.code_taken", field="code", code=code)
    return code


def clean_sector(sector: str) -> str:
    """Return the sector if it is one, or none."""
    if sector and sector not in Sector.values:
        raise Invalid("org.sector_unknown", field="sector", sector=sector)
    return sector


def kind_on(slug: str, day: date) -> UnitKind:
    """Return the kind if units of it may be founded on the day."""
    kind = unit_kinds().get(slug)
    if kind is None:
        raise Invalid("org.kind_unknown", field="kind", kind=slug)
    if day < kind.span.valid_from:
        raise Invalid("org.kind_not_yet", field="kind", kind=kind.name, first=kind.span.valid_from)
    if not kind.span.contains(day):
        raise Invalid("org.kind_no_more", field="kind", kind=kind.name, last=kind.span.last_day)
    return kind


def fits_under(kind: UnitKind, parent: Unit | None, line: Line) -> None:
    """Refuse a superior whose kind may not lead units of this kind."""
    if parent is None:
        if not kind.is_top:
            raise Invalid("org.parent_required", field="parent")
        return
    above = unit_kinds()[parent.kind]
    if line is Line.MAIN and above.slug not in kind.under:
        raise Invalid("org.kind_not_under", field="parent", kind=kind.name, above=above.name)
    if line is Line.SIDE and above.slug not in kind.beside:
        raise Invalid("org.kind_not_beside", field="parent", kind=kind.name, above=above.name)


def must_live(unit: Unit, day: date) -> None:
    """Refuse an act on a day on which the unit does not live."""
    if not lives_on(unit.pk, day):
        raise Conflict("org.not_living", unit=name_of(unit.pk, day), day=day)


def name_is_free(fields: dict[str, str], parent_id: int | None, day: date, *, but: int = 0) -> None:
    """Refuse a second unit of the same name directly under one superior."""
    same = UnitName.objects.on(day).filter(sort_key=fields["sort_key"], name=fields["name"])
    bearers = list(same.exclude(unit_id=but).values_list("unit_id", flat=True))
    # In two steps: joined, they take long where the database's statistics are poor.
    beside = Placement.objects.on(day).filter(unit_id__in=bearers, line=Line.MAIN)
    if bearers and beside.filter(parent_id=parent_id).exists():
        raise Conflict("org.name_taken", name=fields["name"])
