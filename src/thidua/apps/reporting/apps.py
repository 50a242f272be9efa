"""Django's entry for the app `reporting`."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """The app with the label `reporting`."""

    name = "thidua.apps.reporting"
    label = "reporting"
