"""Rows of campaigns: the plan with its parts, movements, directives, pacts, registrations."""

from thidua.apps.campaigns.models.campaign import (
    Campaign,
    CampaignBasis,
    CampaignContent,
    Phase,
)
from thidua.apps.campaigns.models.directive import Directive
from thidua.apps.campaigns.models.movement import CampaignMovement, Movement
from thidua.apps.campaigns.models.pact import Pact, PactCommitment, PactParty, PactScan
from thidua.apps.campaigns.models.registration import (
    Registration,
    RegistrationPhoto,
    RegistrationRule,
)
from thidua.apps.campaigns.models.target import Target
from thidua.apps.campaigns.models.terms import Audience, Goal, JointIssuer, OfferedAward
from thidua.apps.campaigns.models.welcome import Commemoration, Milestone, Peak, Tie

__all__ = [
    "Audience",
    "Campaign",
    "CampaignBasis",
    "CampaignContent",
    "CampaignMovement",
    "Commemoration",
    "Directive",
    "Goal",
    "JointIssuer",
    "Milestone",
    "Movement",
    "OfferedAward",
    "Pact",
    "PactCommitment",
    "PactParty",
    "PactScan",
    "Peak",
    "Phase",
    "Registration",
    "RegistrationPhoto",
    "RegistrationRule",
    "Target",
    "Tie",
]
