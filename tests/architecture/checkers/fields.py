"""Every model field has a data class; the sensitive ones are encrypted."""

from collections.abc import Iterator
from typing import Any

from thidua.base.data_class import DataClass
from thidua.base.encryption import EncryptedTextField

# Keys and public ids identify, states, versions and spans come with base models: none is content.
UNCLASSED = {"id", "public_id", "state", "changed_at", "version", "valid_from", "valid_until"}


def field_faults(model: Any) -> Iterator[str]:
    """Yield the fields of a model whose data class is missing, unknown or not lived up to."""
    classes = getattr(model, "DATA_CLASSES", None)
    if classes is None:
        yield f"{model.__name__}: has no DATA_CLASSES"
        return
    fields = {field.name: field for field in model._meta.concrete_fields if not field.is_relation}
    for name in sorted(set(fields) - set(classes) - UNCLASSED):
        yield f"{model.__name__}.{name}: has no data class"
    for name in sorted(set(classes) - {field.name for field in model._meta.concrete_fields}):
        yield f"{model.__name__}.{name}: has a data class but is no field"
    for name, data_class in classes.items():
        if not isinstance(data_class, DataClass):
            yield f"{model.__name__}.{name}: {data_class!r} is no data class"
        sensitive = data_class is DataClass.SENSITIVE
        if sensitive and not isinstance(fields.get(name), EncryptedTextField):
            yield f"{model.__name__}.{name}: sensitive, so it must be an EncryptedTextField"
