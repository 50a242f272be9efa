"""Makes a database ready to serve: migrations and the data that the law gives."""

from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from thidua.apps.campaigns.services.movements import install_movements
from thidua.apps.figures.services import install_indicators
from thidua.base.actor import SYSTEM
from thidua.base.digests import hash_of
from thidua.cli.installation import mixture
from thidua.lawbook.loader import load_yaml


def pending_migrations() -> list[str]:
    """Return the names of the migrations that this database has not seen yet."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def prepare() -> None:
    """Refuse a database of the other kind; migrate where needed and install what the lawbook lists."""
    mixed = mixture()
    if mixed:
        raise CommandError(mixed)
    if pending_migrations():
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    # The key names the content: a start with an unchanged lawbook writes nothing.
    for name, install in (("indicators", install_indicators), ("movements", install_movements)):
        key = f"{name}-{hash_of(load_yaml(name))[:32]}"
        install(actor=SYSTEM.with_key(key))
