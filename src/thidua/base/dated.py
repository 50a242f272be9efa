"""Dated rows: half-open `[valid_from, valid_until)`, an open end is 9999-01-01, never NULL."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from thidua.domain.spans import OPEN_END, DateSpan


class DatedQuerySet(models.QuerySet[Any]):
    """Rows that hold for a while."""

    def on(self, day: date) -> Self:
        """Keep the rows in force on `day`."""
        return self.filter(valid_from__lte=day, valid_until__gt=day)


class DatedModel(models.Model):
    """A row in force from its first day up to, not including, `valid_until`."""

    valid_from = models.DateField()
    valid_until = models.DateField(default=OPEN_END)

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_from__lt=F("valid_until")),
                name="%(app_label)s_%(class)s_span",
            ),
        )

    @property
    def span(self) -> DateSpan:
        """The days on which the row holds."""
        return DateSpan(self.valid_from, self.valid_until)
