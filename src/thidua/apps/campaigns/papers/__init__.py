"""Papers of campaigns as plain values: the plan, giao ước, bản đăng ký; blank ones too."""

from thidua.apps.campaigns.papers import words
from thidua.apps.campaigns.papers.pacts import PactHead, blank_pacts, pact_paper
from thidua.apps.campaigns.papers.plan import PlanSource, paper_of
from thidua.apps.campaigns.papers.registrations import (
    RegistrationHead,
    blank_registrations,
    registration_list,
    registration_paper,
)
from thidua.apps.campaigns.papers.sections import SECTORS
from thidua.apps.campaigns.papers.source import plan_paper

__all__ = [
    "SECTORS",
    "PactHead",
    "PlanSource",
    "RegistrationHead",
    "blank_pacts",
    "blank_registrations",
    "pact_paper",
    "paper_of",
    "plan_paper",
    "registration_list",
    "registration_paper",
    "words",
]
