"""Django's entry for the app `conferences`."""

from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    """The app with the label `conferences`."""

    name = "thidua.apps.conferences"
    label = "conferences"
