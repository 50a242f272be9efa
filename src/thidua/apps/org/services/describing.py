"""What a unit is called, in which sector it works, how many members it has."""

from datetime import date
from typing import Any

from thidua.apps.org.models import Headcount, Unit, UnitName
from thidua.apps.org.queries.tree import main_parent_id
from thidua.apps.org.queries.units import unit_by_public_id
from thidua.apps.org.services import checks
from thidua.apps.org.services.dated import begin
from thidua.apps.org.services.placing import unit_itself
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Invalid

_MOST = 20_000_000


@operation(Capability.UNIT_MANAGE, unit_of=unit_itself)
def rename_unit(
    *, actor: Actor, unit_id: str, name: str, short_name: str = "", on: date, basis: str = ""
) -> str:
    """Give the unit another name from a day on; return its public id."""
    unit = unit_by_public_id(unit_id)
    checks.must_live(unit, on)
    fields = checks.clean_name(name, short_name, unit.code)
    checks.name_is_free(fields, main_parent_id(unit.pk, on), on, but=unit.pk)
    before = _standing(UnitName, unit, on, "name", "short_name")
    begin(UnitName.objects.all(), on, {"unit_id": unit.pk}, fields)
    after = {"name": fields["name"], "short_name": fields["short_name"], "on": on}
    note(subject=unit, unit_id=unit.pk, before=before, after=after, basis=basis)
    return unit.public_id


@operation(Capability.UNIT_MANAGE, unit_of=unit_itself)
def classify_unit(*, actor: Actor, unit_id: str, sector: str, basis: str = "") -> str:
    """Say in which sector the unit works; return its public id."""
    unit = unit_by_public_id(unit_id)
    before = {"sector": unit.sector}
    unit.sector = checks.clean_sector(sector)
    unit.save(update_fields=["sector"])
    note(subject=unit, unit_id=unit.pk, before=before, after={"sector": sector}, basis=basis)
    return unit.public_id


@operation(Capability.UNIT_MANAGE, unit_of=unit_itself)
def record_headcount(
    *,
    actor: Actor,
    unit_id: str,
    on: date,
    members: int,
    workers: int | None = None,
    women: int | None = None,
    basis: str = "",
) -> str:
    """Record how many members, workers and women members the unit has from a day on."""
    unit = unit_by_public_id(unit_id)
    checks.must_live(unit, on)
    counts = {"members": members, "workers": workers, "women": women}
    check_counts(members, workers, women)
    before = _standing(Headcount, unit, on, *counts)
    begin(Headcount.objects.all(), on, {"unit_id": unit.pk}, counts)
    note(subject=unit, unit_id=unit.pk, before=before, after={**counts, "on": on}, basis=basis)
    return unit.public_id


def check_counts(members: int, workers: int | None, women: int | None) -> None:
    """Refuse numbers that no union can have."""
    for field, count in (("members", members), ("workers", workers), ("women", women)):
        if count is not None and not 0 <= count <= _MOST:
            raise Invalid("org.count_range", field=field, count=count, limit=_MOST)
    if workers is not None and members > workers:
        raise Invalid(
            "org.more_members_than_workers", field="members", members=members, workers=workers
        )
    if women is not None and women > members:
        raise Invalid("org.more_women_than_members", field="women", women=women, members=members)


def _standing(model: Any, unit: Unit, on: date, *fields: str) -> dict[str, Any]:
    """Return what holds on the day, for the audit event."""
    held: dict[str, Any] | None = (
        model.objects.on(on).filter(unit_id=unit.pk).values(*fields).first()
    )
    return held or {}
