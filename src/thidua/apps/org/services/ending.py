"""Ending a unit: its line, side lines and posts stop; its records go to an heir or a superior."""

from datetime import date, timedelta

from thidua.apps.org.enums import Line
from thidua.apps.org.models import Assignment, Placement, Unit
from thidua.apps.org.queries.names import name_of, names
from thidua.apps.org.queries.tree import ancestor_ids, lives_on, main_parent_id
from thidua.apps.org.queries.units import unit_by_public_id
from thidua.apps.org.services import checks
from thidua.apps.org.services.dated import close, refuse_later
from thidua.apps.org.services.paths import one_at_a_time, rewrite_paths
from thidua.apps.org.services.placing import must_see, unit_itself
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid
from thidua.domain.spans import OPEN_END
from thidua.lawbook.kinds import unit_kinds

_NAMES_SHOWN = 3


@operation(Capability.UNIT_MANAGE, unit_of=unit_itself)
def end_unit(
    *, actor: Actor, unit_id: str, on: date, heir_id: str | None = None, basis: str = ""
) -> str:
    """End the unit: `on` is the first day on which it no longer lives; return its public id."""
    one_at_a_time()
    unit = unit_by_public_id(unit_id)
    _check_end(unit, on)
    heir = unit_by_public_id(heir_id) if heir_id else None
    keeper = _check_heir(actor, unit, heir, on) if heir else _superior_left(unit, on)
    lines = Placement.objects.filter(unit_id=unit.pk)
    close(lines.filter(line=Line.MAIN), on)
    close(lines.filter(line=Line.SIDE), on)
    beside = Placement.objects.filter(parent_id=unit.pk, line=Line.SIDE, valid_until__gt=on)
    parted = list(beside.values_list("unit_id", flat=True))
    close(beside, on)
    Placement.objects.create(unit=unit, parent_id=keeper, line=Line.RECORD, valid_from=on)
    posts = close(Assignment.objects.filter(unit_id=unit.pk, valid_until__gt=on), on)
    rewrite_paths([unit.pk, *parted])
    after = {"on": on, "heir": heir_id, "keeper": name_of(keeper, on), "posts_ended": posts}
    note(subject=unit, unit_id=unit.pk, before={"name": name_of(unit.pk, on)}, after=after)
    note(basis=basis)
    return unit.public_id


def _check_end(unit: Unit, on: date) -> None:
    if unit_kinds()[unit.kind].is_top:
        raise Conflict("org.top_stays")
    checks.must_live(unit, on - timedelta(days=1))
    mains = Placement.objects.filter(unit_id=unit.pk, line=Line.MAIN)
    refuse_later(mains, on)
    if not mains.filter(valid_until=OPEN_END).exists():
        raise Conflict("org.already_ended", unit=name_of(unit.pk, on))
    refuse_later(Assignment.objects.filter(unit_id=unit.pk), on)
    children = Placement.objects.filter(parent_id=unit.pk, line=Line.MAIN, valid_until__gt=on)
    ids = list(children.values_list("unit_id", flat=True))
    if ids:
        called = sorted(names(ids[:_NAMES_SHOWN], on).values())
        raise Conflict("org.has_children", count=len(ids), names=called)


def _check_heir(actor: Actor, unit: Unit, heir: Unit, on: date) -> int:
    must_see(actor, heir)
    if heir.pk == unit.pk:
        raise Invalid("org.heir_itself", field="heir")
    checks.must_live(heir, on)
    return heir.pk


def _superior_left(unit: Unit, on: date) -> int:
    """Return the nearest superior that still lives on the day."""
    day_before = on - timedelta(days=1)
    parent = main_parent_id(unit.pk, day_before)
    for superior in ancestor_ids(unit.pk, day_before):
        if lives_on(superior, on):
            return superior
    raise Conflict("org.no_superior", unit=name_of(parent or unit.pk, on))
