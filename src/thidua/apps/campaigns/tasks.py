"""Regular work of campaigns: what was launched ahead begins on its first day."""

from thidua.apps.campaigns.queries import due_to_start
from thidua.apps.campaigns.services.launching import start_campaign
from thidua.base.actor import SYSTEM


def start_due_campaigns() -> int:
    """Start every launched campaign whose first day has come; return how many."""
    due = due_to_start()
    for public_id in due:
        start_campaign(actor=SYSTEM, campaign_id=public_id)
    return len(due)
