"""The app `org`; at start-up it tells the base who decides on rights."""

from django.apps import AppConfig


class OrgConfig(AppConfig):
    """Registers the app under the label `org`."""

    name = "thidua.apps.org"
    label = "org"

    def ready(self) -> None:
        """Register the one function that decides on rights."""
        from thidua.apps.org import scoping  # noqa: PLC0415 - needs the loaded apps
        from thidua.base.operation import register_authoriser  # noqa: PLC0415

        register_authoriser(scoping.authorise)
