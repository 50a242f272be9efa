"""The life of a directive: chưa tiếp nhận, đã tiếp nhận, đã có kế hoạch, đã phát động."""

from thidua.domain.access.capabilities import Capability
from thidua.domain.workflow.machine import Step, machine

DIRECTIVE = machine(
    "directive",
    ("pending", "received", "planned", "launched"),
    (
        Step("receive", frozenset({"pending"}), "received", Capability.DIRECTIVE_RECEIVE),
        Step("plan", frozenset({"pending", "received"}), "planned", Capability.CAMPAIGN_EDIT),
        Step("launch", frozenset({"planned"}), "launched", Capability.CAMPAIGN_LAUNCH),
    ),
)
