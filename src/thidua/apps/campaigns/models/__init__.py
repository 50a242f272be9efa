"""Rows of campaigns: the plan with its parts, directives, targets."""

from thidua.apps.campaigns.models.campaign import (
    Campaign,
    CampaignBasis,
    CampaignContent,
    Phase,
)
from thidua.apps.campaigns.models.directive import Directive
from thidua.apps.campaigns.models.target import Target

__all__ = ["Campaign", "CampaignBasis", "CampaignContent", "Directive", "Phase", "Target"]
