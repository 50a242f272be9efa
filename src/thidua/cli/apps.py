"""The command line as a Django app, so that its commands are found; the worker's sign of life."""

from django.apps import AppConfig


class CliConfig(AppConfig):
    """Registers the commands under the label `cli`."""

    name = "thidua.cli"
    label = "cli"

    def ready(self) -> None:
        """Let the worker leave a sign of life for `thidua doctor`."""
        from thidua.base import background  # noqa: PLC0415 - needs the loaded apps
        from thidua.cli import heartbeat  # noqa: PLC0415

        background.register_tick("heartbeat", heartbeat.beat, heartbeat.EVERY_S)
