"""Regular work of campaigns: what was launched ahead begins on its first day."""

import logging

from thidua.apps.campaigns.queries import due_to_start
from thidua.apps.campaigns.services.launching import start_campaign
from thidua.base.actor import SYSTEM
from thidua.domain.errors import DomainError

log = logging.getLogger(__name__)


def start_due_campaigns() -> int:
    """Start every launched campaign whose first day has come; return how many."""
    started = 0
    for public_id in due_to_start():
        try:
            start_campaign(actor=SYSTEM, campaign_id=public_id)
        except DomainError as refusal:
            log.warning("campaign %s not started: %s", public_id, refusal)
        else:
            started += 1
    return started
