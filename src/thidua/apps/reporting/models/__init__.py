"""Tables of reporting: periods and what they ask, reports with lines and proofs."""

from thidua.apps.reporting.models.period import Period, PeriodIndicator
from thidua.apps.reporting.models.report import Evidence, Report, ReportLine

__all__ = ["Evidence", "Period", "PeriodIndicator", "Report", "ReportLine"]
