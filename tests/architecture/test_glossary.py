"""Every model is a term of the glossary and says its Vietnamese name."""

from types import SimpleNamespace

from django.apps import apps
from tests.architecture.checkers import glossary


def test_every_model_is_a_term():
    terms = {term.en: term for term in glossary.load()}
    models = [model for model in apps.get_models() if model.__module__.startswith("thidua.")]

    faults = [fault for model in models for fault in glossary.model_faults(model, terms)]

    assert not faults, "\n".join(faults)


def test_every_entry_is_complete_and_stands_once():
    terms = glossary.load()
    names = [term.en for term in terms]

    assert len(names) == len(set(names))
    assert all(term.vi and term.meaning and term.source for term in terms)


def test_the_gate_bites():
    terms = {"Unit": glossary.Term("Unit", ("đơn vị công đoàn",), "…", "…")}
    stranger = SimpleNamespace(__name__="Contest", __doc__="")
    mute = SimpleNamespace(__name__="Unit", __doc__="A unit.")
    named = SimpleNamespace(__name__="Unit", __doc__="Đơn vị công đoàn: one union.")

    assert list(glossary.model_faults(stranger, terms))
    assert list(glossary.model_faults(mute, terms))
    assert not list(glossary.model_faults(named, terms))
