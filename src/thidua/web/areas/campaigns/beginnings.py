"""What the form of a new plan begins with: a calendar year, the superior's plan, a pilot's plan."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from thidua.apps.campaigns.to_domain import draft_of
from thidua.apps.org.queries import name_of
from thidua.base import clock
from thidua.domain.plan_draft import PlanDraft


def calendar_year() -> PlanDraft:
    """Return an empty plan of this year."""
    year = clock.today().year
    return PlanDraft("", date(year, 1, 1), date(year, 12, 31))


def answering(parent: Any, model: Any = None) -> PlanDraft:
    """Return a plan that answers the superior's: its contents and đợt, or those of a pilot's plan.

    What only the superior decides stays with it: number, signer, note, awards, its own targets and
    days to keep, the bodies that issue it jointly.
    """
    taken = draft_of(model or parent)
    return replace(
        taken,
        title=_("Kế hoạch triển khai, hưởng ứng %(plan)s")
        % {"plan": parent.number or parent.title},
        bases=(_basis(parent),),
        number="",
        issued_on=None,
        signer_name="",
        signer_post="",
        note="",
        start_form="month" if taken.start_form == "month" else "day",
        awards=(),
        goals=(),
        milestones=(),
        joint_issuers=(),
    )


def _basis(parent: Any) -> str:
    return _("Kế hoạch %(number)s của %(unit)s.") % {
        "number": " ".join(filter(None, [parent.number, parent.title])),
        "unit": name_of(parent.unit_id),
    }
