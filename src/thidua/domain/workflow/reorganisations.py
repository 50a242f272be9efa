"""The life of a reorganisation (sắp xếp tổ chức): dự thảo, đã thực hiện, đã hủy dự thảo."""

from thidua.domain.access.capabilities import Capability
from thidua.domain.workflow.machine import Step, machine

REORGANISATION = machine(
    "reorganisation",
    ("drafted", "done", "withdrawn"),
    (
        Step("carry_out", frozenset({"drafted"}), "done", Capability.UNIT_REORGANISE),
        # Before its day only, which the use case checks: then the draft may be corrected.
        Step("recall", frozenset({"done"}), "drafted", Capability.UNIT_REORGANISE),
        Step("withdraw", frozenset({"drafted"}), "withdrawn", Capability.UNIT_REORGANISE),
    ),
)
