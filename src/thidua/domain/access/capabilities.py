"""Every capability of the system, and how far along the tree one may reach."""

from dataclasses import dataclass
from enum import StrEnum


class Capability(StrEnum):
    """What a person may do; stored and logged by value, so a value is never reused."""

    UNIT_VIEW = "unit.view"
    UNIT_MANAGE = "unit.manage"
    UNIT_REORGANISE = "unit.reorganise"
    PERSON_VIEW = "person.view"
    PERSON_INVITE = "person.invite"
    ACCOUNT_KEEP = "account.keep"
    CAMPAIGN_VIEW = "campaign.view"
    CAMPAIGN_EDIT = "campaign.edit"
    CAMPAIGN_LAUNCH = "campaign.launch"
    DIRECTIVE_VIEW = "directive.view"
    DIRECTIVE_RECEIVE = "directive.receive"
    FIGURE_VIEW = "figure.view"
    PACT_VIEW = "pact.view"
    PACT_KEEP = "pact.keep"
    REGISTRATION_VIEW = "registration.view"
    REGISTRATION_ENTER = "registration.enter"
    REGISTRATION_KEEP = "registration.keep"
    CONFERENCE_VIEW = "conference.view"
    CONFERENCE_KEEP = "conference.keep"
    INITIATIVE_VIEW = "initiative.view"
    INITIATIVE_SUBMIT = "initiative.submit"
    INITIATIVE_CONFIRM = "initiative.confirm"
    INITIATIVE_IMPORT = "initiative.import"
    PERIOD_OPEN = "period.open"
    REPORT_VIEW = "report.view"
    REPORT_FILL = "report.fill"
    REPORT_REVIEW = "report.review"
    HISTORY_VIEW = "history.view"
    INSTALLATION_KEEP = "installation.keep"


@dataclass(frozen=True)
class Reach:
    """The units one may reach, as steps down (or, where `upwards`, any steps up) from one's own.

    `least` and `most` are depths in the tree: 0 is the own unit, 1 its direct units;
    `most` None means any depth.
    """

    least: int
    most: int | None
    upwards: bool = False

    def covers(self, depth: int) -> bool:
        """Tell whether a unit `depth` steps below (negative: above) lies within reach."""
        if depth < 0:
            return self.upwards
        return self.least <= depth and (self.most is None or depth <= self.most)


OWN = Reach(0, 0)
DIRECT = Reach(1, 1)
BELOW = Reach(1, None)
SUBTREE = Reach(0, None)
LINE = Reach(0, None, upwards=True)
