"""The base app; it owns the audit trail and asks the worker to seal, run tasks and reap."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    """Registers the base app under the label `base`."""

    name = "thidua.base"
    label = "base"

    def ready(self) -> None:
        """Register the regular work of the base."""
        from thidua.base import background, sealing  # noqa: PLC0415 - needs the loaded apps

        background.register_tick("seal", sealing.seal_pending, 1.0)
        background.register_tick("tasks", background.run_tasks, 1.0)
        background.register_tick("reap", background.reap, 60.0)
