"""Reading campaigns: plans in sight, handing down, targets and results."""

from thidua.apps.campaigns.models import Campaign, Target
from thidua.apps.campaigns.queries.carrying import Carrying, carrying
from thidua.apps.campaigns.queries.chain import Link, chain
from thidua.apps.campaigns.queries.directives import (
    board,
    board_counts,
    directive_for,
    directive_given_by,
    directive_to,
    directives_waiting,
    not_yet_received,
)
from thidua.apps.campaigns.queries.plans import (
    OPEN_STATES,
    campaign_day,
    campaign_for,
    campaign_years,
    different_phase_ends,
    due_to_start,
    latest_of,
    locked_contents,
    visible_campaigns,
)
from thidua.apps.campaigns.queries.targets import (
    Standing,
    TargetCell,
    TargetLine,
    TargetRow,
    TargetTable,
    newest_standing,
    table_below,
    target_lines,
    target_values,
    targets_given,
    targets_of,
)

__all__ = [
    "OPEN_STATES",
    "Campaign",
    "Carrying",
    "Link",
    "Standing",
    "Target",
    "TargetCell",
    "TargetLine",
    "TargetRow",
    "TargetTable",
    "board",
    "board_counts",
    "campaign_day",
    "campaign_for",
    "campaign_years",
    "carrying",
    "chain",
    "different_phase_ends",
    "directive_for",
    "directive_given_by",
    "directive_to",
    "directives_waiting",
    "due_to_start",
    "latest_of",
    "locked_contents",
    "newest_standing",
    "not_yet_received",
    "table_below",
    "target_lines",
    "target_values",
    "targets_given",
    "targets_of",
    "visible_campaigns",
]
