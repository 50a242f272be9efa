"""Every field of every model has a data class; sensitive ones are encrypted."""

from types import SimpleNamespace
from typing import ClassVar

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps
from tests.architecture.checkers.fields import field_faults

from thidua.base.data_class import DataClass
from thidua.base.encryption import EncryptedTextField


def own_models():
    return [model for model in apps.get_models() if model.__module__.startswith("thidua.")]


def test_every_field_has_a_data_class():
    faults = [fault for model in own_models() for fault in field_faults(model)]

    assert len(own_models()) > 10
    assert not faults, "\n".join(faults)


@isolate_apps("thidua.base")
def test_the_gate_bites():
    class Person(models.Model):  # noqa: DJ008 - planted
        DATA_CLASSES: ClassVar = {
            "account": DataClass.SENSITIVE,
            "gone": DataClass.PUBLIC,
            "note": "secret",
        }

        name = models.TextField()
        account = models.TextField()
        note = models.TextField()

        class Meta:
            app_label = "base"

    faults = "\n".join(field_faults(Person))

    assert "Person.name: has no data class" in faults
    assert "Person.account: sensitive" in faults
    assert "Person.gone: has a data class but is no field" in faults
    assert "Person.note: 'secret' is no data class" in faults


@isolate_apps("thidua.base")
def test_an_encrypted_sensitive_field_passes():
    class Account(models.Model):  # noqa: DJ008 - planted
        DATA_CLASSES: ClassVar = {"number": DataClass.SENSITIVE}

        number = EncryptedTextField()

        class Meta:
            app_label = "base"

    assert not list(field_faults(Account))


@pytest.mark.parametrize("model", [SimpleNamespace(__name__="Bare")])
def test_a_model_without_classes_is_found(model):
    assert list(field_faults(model)) == ["Bare: has no DATA_CLASSES"]
