"""The one filter of who sees and does what: today's assignment, its role's reach, today's tree."""

from datetime import date

from django.db import connection
from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from thidua.apps.org.models import Assignment, Unit, UnitPath
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability, Reach
from thidua.domain.access.roles import ROLES, SYSTEM_CAPABILITIES, SYSTEM_ROLE, reach_of
from thidua.domain.errors import Forbidden, NotFound
from thidua.lawbook.kinds import GRASSROOTS_LEVEL

# The filter for one known unit in fixed words: each act of each person asks it once or more.
_ONE = """EXISTS (
    SELECT 1 FROM org_unitpath path
    JOIN org_assignment post ON post.id = %s AND post.user_id = %s AND post.role = %s
        AND post.unit_id = %s AND post.valid_from <= %s AND post.valid_until > %s
    WHERE path.valid_from <= %s AND path.valid_until > %s AND (:ways)
)"""
_DOWN = "path.ancestor_id = %s AND path.descendant_id = %s AND path.depth BETWEEN %s AND %s"
_UP = "path.descendant_id = %s AND path.ancestor_id = %s AND path.depth >= 1"
_ONE_BELOW = _ONE.replace(":ways", _DOWN)
_ONE_BELOW_OR_ABOVE = _ONE.replace(":ways", f"{_DOWN} OR {_UP}")
_ANY_DEPTH = 32_767


def visible_unit_ids(
    actor: Actor, capability: Capability, on: date | None = None
) -> "QuerySet[Unit, int]":
    """Return the units the actor reaches with `capability`, as one SELECT of ids for `IN (…)`.

    `on` is the day whose posts and tree decide: today, unless a right is foreseen.
    """
    if actor.is_system:
        units = Unit.objects.all() if capability in SYSTEM_CAPABILITIES else Unit.objects.none()
        return units.values_list("id", flat=True)
    reach = reach_of(actor.role, capability)
    if reach is None or actor.unit_id is None or actor.assignment_id is None:
        return Unit.objects.none().values_list("id", flat=True)
    day = on or clock.today()
    reached = UnitPath.objects.on(day).filter(
        _within(reach, actor.unit_id), Exists(_post(actor, day))
    )
    if not reach.upwards:
        # A plain column: PostgreSQL knows how many of each there are, and joins accordingly.
        return reached.values_list("descendant_id", flat=True)
    # One row of the closure leads down from the own unit or up to a superior: take its far end.
    far_end = Case(
        When(ancestor_id=actor.unit_id, then=F("descendant_id")), default=F("ancestor_id")
    )
    return reached.values_list(far_end, flat=True)


def reaches(
    actor: Actor, capability: Capability, unit: OuterRef | int, on: date | None = None
) -> Exists | RawSQL | Value:
    """Return the same filter for one unit, or one of an outer query: two index look-ups for each."""
    if actor.is_system:
        return Value(capability in SYSTEM_CAPABILITIES)
    reach = reach_of(actor.role, capability)
    if reach is None or actor.unit_id is None or actor.assignment_id is None:
        return Value(value=False)
    day = on or clock.today()
    if isinstance(unit, int):
        return _reaches_one(actor, reach, unit, day)
    if reach.upwards:
        paths = UnitPath.objects.on(day).filter(_within(reach, actor.unit_id))
        between = Q(ancestor_id=actor.unit_id, descendant_id=unit)
        paths = paths.filter(between | Q(descendant_id=actor.unit_id, ancestor_id=unit))
    else:
        # From the row up: few stand above it, a hundred thousand may stand below the actor's unit.
        paths = UnitPath.objects.on(day).alias(top=F("ancestor_id") + 0)
        paths = paths.filter(_deep(reach), top=actor.unit_id, descendant_id=unit)
    return Exists(paths.filter(Exists(_post(actor, day))))


def _reaches_one(actor: Actor, reach: Reach, unit_id: int, day: date) -> RawSQL:
    """Return the same for one unit that is known already."""
    when = connection.ops.adapt_datefield_value(day)
    post = (actor.assignment_id, actor.user_id, actor.role, actor.unit_id)
    way = (actor.unit_id, unit_id)
    deep = (reach.least, _ANY_DEPTH if reach.most is None else reach.most)
    values = (*post, when, when, when, when, *way, *deep)
    if reach.upwards:
        return RawSQL(_ONE_BELOW_OR_ABOVE, (*values, *way), BooleanField())  # noqa: S611 - the text above
    return RawSQL(_ONE_BELOW, values, BooleanField())  # noqa: S611 - the text above


def may(actor: Actor, capability: Capability, unit_id: int, on: date | None = None) -> bool:
    """Tell whether the actor reaches one unit with `capability`."""
    if actor.is_system:
        return capability in SYSTEM_CAPABILITIES
    return Unit.objects.filter(reaches(actor, capability, unit_id, on), id=unit_id).exists()


def require(
    actor: Actor, capability: Capability, unit_id: int | None, on: date | None = None
) -> None:
    """Raise NotFound outside the actor's view, Forbidden where it is seen but not allowed."""
    if actor.is_system and capability in SYSTEM_CAPABILITIES:
        return
    if actor.is_system or unit_id is None:
        raise Forbidden("base.forbidden")
    if may(actor, capability, unit_id, on):
        return
    if may(actor, Capability.UNIT_VIEW, unit_id, on):
        raise Forbidden("base.forbidden")
    raise NotFound("base.not_found")


def authorise(actor: Actor, capability: Capability, unit_id: int | None) -> None:
    """Decide for `@operation`; registered at start-up."""
    require(actor, capability, unit_id)


def _within(reach: Reach, unit_id: int) -> Q:
    """Return the rows of the closure from `unit_id` that the reach covers."""
    down = Q(ancestor_id=unit_id) & _deep(reach)
    return down | Q(descendant_id=unit_id, depth__gte=1) if reach.upwards else down


def _deep(reach: Reach) -> Q:
    """Return the rows of the closure that lead as far down as the reach covers."""
    deep = Q(depth__gte=reach.least)
    return deep if reach.most is None else deep & Q(depth__lte=reach.most)


def _post(actor: Actor, day: date) -> "QuerySet[Assignment]":
    """Return the actor's assignment if it is still exactly what the session says, and in force."""
    held = Assignment.objects.on(day)
    return held.filter(
        id=actor.assignment_id, user_id=actor.user_id, role=actor.role, unit_id=actor.unit_id
    )


_GRASSROOTS_ROLES = ("chu-tich-cdcs", "can-bo-cdcs", "doan-vien")
_OFFICE_ROLES = ("lanh-dao", "can-bo-thi-dua")
_GIVES: dict[str, tuple[str, ...]] = {
    SYSTEM_ROLE: tuple(ROLES),
    "quan-tri": tuple(ROLES),
    "lanh-dao": (*_OFFICE_ROLES, *_GRASSROOTS_ROLES),
    "can-bo-thi-dua": (*_OFFICE_ROLES, *_GRASSROOTS_ROLES),
    "chu-tich-cdcs": ("can-bo-cdcs", "doan-vien"),
}


def roles_given(actor: Actor, unit_id: int, level: int) -> list[str]:
    """Return the roles the actor may give at a unit of this level, in the order of ROLES.

    Grassroots units have their own two roles. At one's own unit only those who decide give a
    role that decides, so that nobody raises himself.
    """
    own = ROLES.get(actor.role)
    held_back = unit_id == actor.unit_id and own is not None and not own.decides
    grassroots = level >= GRASSROOTS_LEVEL
    return [
        role
        for role in ROLES
        if role in _GIVES.get(actor.role, ())
        and (role in _GRASSROOTS_ROLES) == grassroots
        and not (held_back and ROLES[role].decides)
    ]
