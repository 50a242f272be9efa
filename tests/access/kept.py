"""The world is built once and then copied row by row: sixty tests need it."""

from dataclasses import replace

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model
from tests.access.world import World
from tests.conftest import Country

# Made with the tables themselves; they outlive each test.
_LASTING = {"contenttypes", "auth"}

_rows: dict[type[Model], list[Model]] = {}
_worlds: list[World] = []


def keep(world: World) -> World:
    """Remember a fresh world, its sessions included."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label not in _LASTING and model._meta.managed:
            _rows[model] = list(model._base_manager.all())
    _worlds.append(replace(world, country=Country(dict(world.country.units))))
    _worlds[0].country._people.update(world.country._people)
    return world


def again(country: Country) -> World | None:
    """Put the remembered world into the tables; None where none was built yet."""
    if not _worlds:
        return None
    for model in _rows:
        everything = model._base_manager.all()
        everything._raw_delete(everything.db)
    for model, rows in _rows.items():
        model._base_manager.bulk_create(rows)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(_rows)):
            cursor.execute(statement)
    country.units.update(_worlds[0].country.units)
    country._people.update(_worlds[0].country._people)
    return replace(_worlds[0], country=country)
