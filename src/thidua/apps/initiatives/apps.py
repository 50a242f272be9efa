"""Django's entry for the app `initiatives`."""

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """The app with the label `initiatives`."""

    name = "thidua.apps.initiatives"
    label = "initiatives"
