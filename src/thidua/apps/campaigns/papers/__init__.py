"""Papers of campaigns as plain values: giao ước, bản đăng ký; blank ones too."""

from thidua.apps.campaigns.papers.pacts import blank_pacts, pact_paper
from thidua.apps.campaigns.papers.registrations import (
    blank_registrations,
    registration_list,
    registration_paper,
)

__all__ = [
    "blank_pacts",
    "blank_registrations",
    "pact_paper",
    "registration_list",
    "registration_paper",
]
