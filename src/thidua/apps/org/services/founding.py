"""Founding a unit: identity, name and place, all from one day on."""

from datetime import date

from thidua.apps.org.enums import Line
from thidua.apps.org.models import Placement, Unit, UnitName
from thidua.apps.org.queries.units import unit_by_public_id
from thidua.apps.org.services import checks
from thidua.apps.org.services.paths import one_at_a_time, rewrite_paths
from thidua.apps.org.services.placing import check_side
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict


def _parent(*, parent_id: str | None, **_: object) -> int | None:
    return unit_by_public_id(parent_id).pk if parent_id else None


@operation(Capability.UNIT_MANAGE, unit_of=_parent)
def found_unit(
    *,
    actor: Actor,
    parent_id: str | None,
    kind: str,
    name: str,
    short_name: str = "",
    code: str,
    sector: str = "",
    on: date,
    side_parent_id: str | None = None,
    basis: str = "",
) -> str:
    """Found a unit under a superior (without one: the top); return its public id."""
    one_at_a_time()
    parent = unit_by_public_id(parent_id) if parent_id else None
    code = checks.clean_code(code)
    fields = checks.clean_name(name, short_name, code)
    _check_place(parent, kind, fields, on)
    unit = Unit.objects.create(kind=kind, code=code, sector=checks.clean_sector(sector))
    UnitName.objects.create(unit=unit, valid_from=on, **fields)
    Placement.objects.create(unit=unit, parent=parent, line=Line.MAIN, valid_from=on)
    if side_parent_id:
        side = unit_by_public_id(side_parent_id)
        check_side(actor, unit, side, on)
        Placement.objects.create(unit=unit, parent=side, line=Line.SIDE, valid_from=on)
    rewrite_paths([unit.pk])
    after = {"name": fields["name"], "code": unit.code, "kind": kind, "sector": unit.sector}
    note(
        subject=unit,
        unit_id=unit.pk,
        after={**after, "parent": parent_id, "side_parent": side_parent_id, "on": on},
        basis=basis,
    )
    return unit.public_id


def _check_place(parent: Unit | None, kind: str, fields: dict[str, str], on: date) -> None:
    checks.fits_under(checks.kind_on(kind, on), parent, Line.MAIN)
    if parent is not None:
        checks.must_live(parent, on)
    elif Placement.objects.filter(parent=None, line=Line.MAIN).exists():
        raise Conflict("org.top_exists")
    checks.name_is_free(fields, parent.pk if parent else None, on)
