"""Django's entry for the app `documents`."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The app with the label `documents`."""

    name = "thidua.apps.documents"
    label = "documents"
