"""Moving a unit under another superior, and joining it to, or parting it from, a side one."""

from datetime import date

from thidua.apps.org.enums import Line
from thidua.apps.org.models import Placement, Unit
from thidua.apps.org.queries.names import name_of
from thidua.apps.org.queries.tree import ancestor_ids, ends_after, main_parent_id, side_parent_id
from thidua.apps.org.queries.units import unit_by_public_id
from thidua.apps.org.scoping import require
from thidua.apps.org.services import checks
from thidua.apps.org.services.dated import begin, close
from thidua.apps.org.services.paths import one_at_a_time, rewrite_paths
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid
from thidua.domain.spans import OPEN_END
from thidua.lawbook.kinds import unit_kinds


def unit_itself(*, unit_id: str, **_: object) -> int:
    """Return the unit an operation is about, for `unit_of`."""
    return unit_by_public_id(unit_id).pk


@operation(Capability.UNIT_MANAGE, unit_of=unit_itself)
def place_unit(
    *,
    actor: Actor,
    unit_id: str,
    parent_id: str | None,
    line: str,
    on: date,
    basis: str = "",
) -> str:
    """Put the unit under a superior from a day on; on the side line, None ends that line."""
    one_at_a_time()
    unit = unit_by_public_id(unit_id)
    parent = unit_by_public_id(parent_id) if parent_id else None
    checks.must_live(unit, on)
    if ends_after(unit.pk) != OPEN_END:
        raise Conflict("org.ending", unit=name_of(unit.pk, on), day=ends_after(unit.pk))
    before = main_parent_id(unit.pk, on) if line == Line.MAIN else side_parent_id(unit.pk, on)
    if before == (parent.pk if parent else None):
        raise Conflict("org.already_there", unit=name_of(unit.pk, on))
    if line == Line.MAIN:
        _move(actor, unit, parent, on)
    elif line == Line.SIDE:
        _join_side(actor, unit, parent, on)
    else:
        raise Invalid("org.line_unknown", field="line", line=line)
    rewrite_paths([unit.pk])
    was = name_of(before, on) if before else None
    after = {"parent": parent_id, "name": name_of(parent.pk, on) if parent else None, "on": on}
    note(subject=unit, unit_id=unit.pk, line=line, before={"name": was}, after=after, basis=basis)
    return unit.public_id


def must_see(actor: Actor, unit: Unit) -> None:
    """Refuse another unit that the actor does not see; the installation itself sees all."""
    if not actor.is_system:
        require(actor, Capability.UNIT_VIEW, unit.pk)


def check_side(actor: Actor, unit: Unit, side: Unit, on: date) -> None:
    """Refuse a side superior that is not seen, does not live, does not fit or leads already."""
    must_see(actor, side)
    checks.must_live(side, on)
    checks.fits_under(unit_kinds()[unit.kind], side, Line.SIDE)
    parent = main_parent_id(unit.pk, on)
    if parent is not None and side.pk in {parent, *ancestor_ids(parent, on)}:
        raise Invalid("org.side_on_main_line", field="parent", parent=name_of(side.pk, on))


def _move(actor: Actor, unit: Unit, parent: Unit | None, on: date) -> None:
    kind = unit_kinds()[unit.kind]
    if kind.is_top:
        raise Conflict("org.top_stays")
    checks.fits_under(kind, parent, Line.MAIN)
    if parent is None:
        raise Invalid("org.parent_required", field="parent")
    require(actor, Capability.UNIT_MANAGE, parent.pk)
    checks.must_live(parent, on)
    side = side_parent_id(unit.pk, on)
    if side is not None and side in {parent.pk, *ancestor_ids(parent.pk, on)}:
        raise Invalid("org.side_on_main_line", field="parent", parent=name_of(side, on))
    title = checks.clean_name(name_of(unit.pk, on), "", unit.code)
    checks.name_is_free(title, parent.pk, on, but=unit.pk)
    begin(Placement.objects.all(), on, {"unit_id": unit.pk, "line": Line.MAIN}, {"parent": parent})


def _join_side(actor: Actor, unit: Unit, side: Unit | None, on: date) -> None:
    key = {"unit_id": unit.pk, "line": Line.SIDE}
    if side is None:
        close(Placement.objects.filter(**key), on)
        return
    check_side(actor, unit, side, on)
    begin(Placement.objects.all(), on, key, {"parent": side})
