"""A file of registrations, planned: each row new, known, asked about, or wrong with its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from thidua.apps.campaigns.enums import RegistrationKind, RegistrationState, RegistrationSubject
from thidua.apps.campaigns.models import Campaign, Registration
from thidua.apps.campaigns.queries.pledging import Expected, campaigns_to_register_in, expected_of
from thidua.apps.campaigns.services.registering import RegistrationDraft, columns
from thidua.apps.org.services.importing_plan import (
    AS_NEW,
    LEAVE_OUT,
    Answers,
    Candidate,
    Firsts,
    Line,
    Plan,
    Verdict,
    text,
)
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.errors import DomainError, Invalid
from thidua.domain.registrations import late_refusal
from thidua.office.sheets import Read, Row
from thidua.text.fold import fold

_Key = tuple[int, str, str]  # campaign, kind, name
_NOTHING = RegistrationDraft("", "")


@dataclass(frozen=True)
class RegistrationLine(Line):
    """One row of a file of registrations."""

    campaign_id: int = 0
    draft: RegistrationDraft = _NOTHING

    @property
    def key(self) -> _Key:
        """What two rows have in common that may be the same registration."""
        return self.campaign_id, self.draft.kind, fold(self.draft.name)


@dataclass(frozen=True)
class _Open:
    """A plan that one registers in, and what it expects."""

    campaign: Campaign
    expected: Expected


def plan_registrations(actor: Actor, read: Read, answers: Answers) -> Plan[RegistrationLine]:
    """Hold each row against the rules and against what is recorded; write nothing."""
    plans = [_Open(plan, expected_of(plan)) for plan in campaigns_to_register_in(actor)]
    by_name = {
        fold(name): one
        for one in reversed(plans)
        for name in (one.campaign.number, one.campaign.title)
        if name
    }
    recorded = _recorded(actor, [one.campaign.pk for one in plans])
    plan, firsts = Plan[RegistrationLine](read.log.copy()), Firsts()
    for row in read.rows:
        line = RegistrationLine(row.number, text(row, "name"), Verdict.WRONG)
        try:
            if row.number not in plan.log:
                line = _checked(actor, line, row, _plan_of(row, plans, by_name), firsts)
                line = _settled(line, recorded.get(line.key, []), answers)
        except DomainError as refusal:
            plan.log.add(row.number, getattr(refusal, "field", None) or "", refusal)
        plan.lines.append(line)
    return plan


def _plan_of(row: Row, plans: list[_Open], by_name: Mapping[str, _Open]) -> _Open:
    asked = text(row, "plan")
    found = by_name.get(fold(asked)) if asked else next(iter(plans), None)
    if found is None:
        raise Invalid("registrations.no_such_plan", field="plan", name=asked or "–")
    return found


def _checked(
    actor: Actor, line: RegistrationLine, row: Row, plan: _Open, firsts: Firsts
) -> RegistrationLine:
    """Return the row as new; refuse a broken rule, a last day that has passed, the same row twice."""
    expected = plan.expected
    late = late_refusal(clock.today(), expected.due_on, refuse_late=expected.refuse_late)
    if late is not None:
        raise late
    finish_by = row.values.get("finish_by")
    draft = RegistrationDraft(
        kind=text(row, "kind") or RegistrationKind.TASK.value,
        subject=text(row, "subject") or RegistrationSubject.PERSON.value,
        name=text(row, "name"),
        text=text(row, "text"),
        goal=text(row, "goal"),
        finish_by=finish_by if isinstance(finish_by, date) else None,
    )
    columns(actor, draft)
    found = replace(line, verdict=Verdict.NEW, campaign_id=plan.campaign.pk, draft=draft)
    firsts.once((*found.key, fold(draft.text)), line.number, draft.name)
    return found


def _recorded(actor: Actor, plan_ids: list[int]) -> dict[_Key, list[tuple[str, str]]]:
    """Return what the own unit has registered in these plans: id and text, by what rows share."""
    rows = Registration.objects.filter(campaign__in=plan_ids, unit_id=actor.unit_id or 0)
    kept = rows.exclude(state=RegistrationState.DROPPED)
    found: dict[_Key, list[tuple[str, str]]] = {}
    for campaign, kind, name, public_id, said in kept.values_list(
        "campaign_id", "kind", "name_key", "public_id", "text"
    ):
        found.setdefault((campaign, kind, name), []).append((public_id, said))
    return found


def _settled(
    line: RegistrationLine, alike: list[tuple[str, str]], answers: Answers
) -> RegistrationLine:
    """Find what is recorded already, and ask where the same person has registered something else."""
    if any(fold(said) == fold(line.draft.text) for _, said in alike):
        return replace(line, verdict=Verdict.SAME)
    if not alike:
        return line
    candidates = tuple(Candidate(pk, line.draft.name, said) for pk, said in alike[:3])
    found, answer = replace(line, candidates=candidates), answers.get(line.number, "")
    if answer == AS_NEW:
        return found
    known = answer == LEAVE_OUT or any(answer == one.public_id for one in candidates)
    return replace(found, verdict=Verdict.LEFT_OUT if known else Verdict.ASKED)
