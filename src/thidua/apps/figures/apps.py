"""The figures app; on PostgreSQL the worker folds new facts into totals every second."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """Registers the app under the label `figures`."""

    name = "thidua.apps.figures"
    label = "figures"

    def ready(self) -> None:
        """Ask the worker to fold, and the tree to say when it changes."""
        from thidua.apps.figures.services.folding import follow_tree  # noqa: PLC0415 - loaded apps
        from thidua.apps.figures.tasks import fold_tick  # noqa: PLC0415 - needs the loaded apps
        from thidua.apps.org.services.paths import register_path_listener  # noqa: PLC0415 - loaded apps
        from thidua.base.background import register_tick  # noqa: PLC0415 - needs the loaded apps

        register_tick("figures.fold", fold_tick, 1.0)
        register_path_listener(follow_tree)
