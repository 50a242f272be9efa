"""Papers of reporting: the report that sums a period up, whole, with its annexes."""

from thidua.apps.reporting.papers.summing_up import Texts, summing_up

__all__ = ["Texts", "summing_up"]
