"""Indicator: what is counted, in which measure, and how it adds up."""

from typing import ClassVar

from django.db import models

from thidua.apps.figures.enums import AggregateKind, EvidenceRule, SourceKind
from thidua.base.data_class import DataClass
from thidua.base.dated import DatedModel, DatedQuerySet


class Indicator(DatedModel):
    """Nội dung số liệu: filled from the lawbook; `code` never changes its meaning.

    A derived one is never typed: the apps that own its rows write its facts, and `counted_as` says
    what such a row is. `part_of` is the code of the whole that this one is a subset of (trong đó).
    """

    DATA_CLASSES: ClassVar = {
        "code": DataClass.PUBLIC,
        "name": DataClass.PUBLIC,
        "measure": DataClass.PUBLIC,
        "aggregate": DataClass.PUBLIC,
        "source": DataClass.PUBLIC,
        "counted_as": DataClass.PUBLIC,
        "part_of": DataClass.PUBLIC,
        "part_words": DataClass.PUBLIC,
        "hint": DataClass.PUBLIC,
        "required": DataClass.PUBLIC,
        "evidence": DataClass.PUBLIC,
        "position": DataClass.PUBLIC,
        "valid_from": DataClass.PUBLIC,
        "valid_until": DataClass.PUBLIC,
    }

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    measure = models.CharField(max_length=40)
    aggregate = models.CharField(max_length=8, choices=AggregateKind)
    source = models.CharField(max_length=8, choices=SourceKind)
    counted_as = models.CharField(max_length=60, blank=True)
    part_of = models.SlugField(max_length=60, blank=True)
    part_words = models.CharField(max_length=60, blank=True)
    hint = models.CharField(max_length=200, blank=True)
    required = models.BooleanField()
    evidence = models.CharField(max_length=8, choices=EvidenceRule)
    position = models.PositiveSmallIntegerField()

    objects = DatedQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        abstract = False
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.code
