"""Prepared statements of hot paths: written with the ORM, compiled once, run with other values.

Building and compiling a query costs the ORM ten times what the database needs to answer it.
"""

import functools
from collections.abc import Callable
from typing import Any

from django.db import connection, models
from django.db.models.expressions import Expression
from django.db.models.query import get_related_populators  # type: ignore[attr-defined]
from django.db.models.sql.compiler import SQLCompiler


class Given(Expression):
    """The place of a value that is named each time the question is asked."""

    def __init__(self, name: str, kind: models.Field[Any, Any] | None = None) -> None:
        """Stand for the value `name`, a whole number unless `kind` says otherwise."""
        super().__init__(output_field=kind or models.BigIntegerField())
        self.name = name

    def as_sql(self, *_: Any, **__: Any) -> tuple[str, list[Any]]:
        """Put a mark where the value will be."""
        return "%s", [self]

    def value(self, values: dict[str, Any]) -> Any:
        """Return the value as the database takes it."""
        return self.output_field.get_db_prep_value(values[self.name], connection)


class Prepared:
    """A query with `Given` places, compiled at the first asking."""

    def __init__(self, make: "Callable[[], models.QuerySet[Any, Any]]") -> None:
        """Take the function that writes the query."""
        self._make = make

    def rows(self, **values: Any) -> list[tuple[Any, ...]]:
        """Return the rows for these values."""
        compiler, sql, places, converters = self._compiled
        with connection.cursor() as cursor:
            cursor.execute(sql, [_filled(place, values) for place in places])
            found = cursor.fetchall()
        if not converters:
            return list(found)
        return [tuple(row) for row in compiler.apply_converters(found, converters)]

    def objects(self, **values: Any) -> list[Any]:
        """Return the objects for these values, with what the query selects beside them."""
        compiler = self._compiled[0]
        select, shape = compiler.select, compiler.klass_info
        own = slice(shape["select_fields"][0], shape["select_fields"][-1] + 1)
        names = [column.target.attname for column, _, _ in select[own]]
        beside = get_related_populators(shape, select, connection.alias)
        objects = []
        for row in self.rows(**values):
            found = shape["model"].from_db(connection.alias, names, row[own])
            for populator in beside:
                populator.populate(row, found)
            objects.append(found)
        return objects

    @functools.cached_property
    def _compiled(self) -> tuple[SQLCompiler, str, tuple[Any, ...], dict[int, Any]]:
        # `connection` leads each thread to its own, so one compiler serves them all.
        compiler = self._make().query.get_compiler(connection=connection)
        sql, places = compiler.as_sql()
        selected = [expression for expression, _, _ in compiler.select]
        return compiler, sql, tuple(places), compiler.get_converters(selected)


def _filled(place: Any, values: dict[str, Any]) -> Any:
    return place.value(values) if isinstance(place, Given) else place
