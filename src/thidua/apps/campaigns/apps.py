"""The campaigns app; asks the worker to start campaigns on their first day."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    """Registers the app under the label `campaigns`."""

    name = "thidua.apps.campaigns"
    label = "campaigns"

    def ready(self) -> None:
        """Register the hourly look for campaigns whose first day has come."""
        from thidua.apps.campaigns.tasks import start_due_campaigns  # noqa: PLC0415 - loaded apps
        from thidua.base.background import register_tick  # noqa: PLC0415 - loaded apps

        register_tick("campaigns.start", start_due_campaigns, 3600.0)
