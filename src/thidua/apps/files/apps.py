"""The app `files`; at start-up it asks for its daily sweep."""

from django.apps import AppConfig

_DAY_S = 24 * 3600


class FilesConfig(AppConfig):
    """Registers the app under the label `files`."""

    name = "thidua.apps.files"
    label = "files"

    def ready(self) -> None:
        """Have the background worker sweep the store once a day."""
        from thidua.apps.files import tasks  # noqa: PLC0415 - needs the loaded apps
        from thidua.base.background import register_tick  # noqa: PLC0415

        register_tick("files.sweep_orphans", tasks.sweep_orphans, every_s=_DAY_S)
