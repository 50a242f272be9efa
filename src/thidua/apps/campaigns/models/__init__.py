"""Rows of campaigns: the plan with its parts, directives, targets, pacts, registrations."""

from thidua.apps.campaigns.models.campaign import (
    Campaign,
    CampaignBasis,
    CampaignContent,
    Phase,
)
from thidua.apps.campaigns.models.directive import Directive
from thidua.apps.campaigns.models.pact import Pact, PactCommitment, PactParty, PactScan
from thidua.apps.campaigns.models.registration import (
    Registration,
    RegistrationPhoto,
    RegistrationRule,
)
from thidua.apps.campaigns.models.target import Target

__all__ = [
    "Campaign",
    "CampaignBasis",
    "CampaignContent",
    "Directive",
    "Pact",
    "PactCommitment",
    "PactParty",
    "PactScan",
    "Phase",
    "Registration",
    "RegistrationPhoto",
    "RegistrationRule",
    "Target",
]
