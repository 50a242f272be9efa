"""How registrations look: tones, the steps open to who asks, the message for those still missing."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.campaigns.enums import RegistrationState
from thidua.apps.campaigns.queries.below import SHOWN, BelowRow
from thidua.apps.campaigns.queries.pledging import Expected
from thidua.apps.campaigns.queries.registrations import UnitStanding
from thidua.apps.org.queries import UnitRow
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.workflow.registrations import REGISTRATION
from thidua.text.dates import day
from thidua.text.numbers import group

TONES = {
    RegistrationState.REGISTERED: "wait",
    RegistrationState.CONFIRMED: "wait",
    RegistrationState.DONE: "warn",
    RegistrationState.VERIFIED: "ok",
    RegistrationState.DROPPED: "neutral",
}
_FINISHED = (RegistrationState.DONE, RegistrationState.VERIFIED)


def heads() -> list[tuple[str, str]]:
    """Return the figures of the units below, each with the word that stands over it."""
    words = (_("Đăng ký việc"), _("Hoàn thành việc"), _("Hoạt động"), _("Công trình gắn biển"))
    return list(zip(SHOWN, words, strict=True))


def drawn(rows: list[BelowRow]) -> list[tuple[UnitRow, list[tuple[str, str, int]]]]:
    """Return the units below with their figures, in the order of the heads."""
    named = heads()
    return [
        (row.unit, [(code, word, row.figures.get(code, 0)) for code, word in named]) for row in rows
    ]


def holds(actor: Actor, capability: Capability) -> bool:
    """Tell whether the role has a capability at all."""
    return reach_of(actor.role, capability) is not None


def state_of(row: Any) -> tuple[RegistrationState, str]:
    """Return the state of a registration and its tone."""
    state = RegistrationState(row.state)
    return state, TONES[state]


def acts_on(actor: Actor, row: Any) -> dict[str, bool]:
    """Return which acts on a registration the page offers."""
    keeps = holds(actor, Capability.REGISTRATION_KEEP)
    all_of_unit = holds(actor, Capability.REGISTRATION_VIEW)
    theirs = row.unit_id == actor.unit_id and (all_of_unit or row.member_id == actor.user_id)
    enters = theirs and holds(actor, Capability.REGISTRATION_ENTER)
    steps = {step.name for step in REGISTRATION.open_steps(row.state)} if theirs else set()
    first = row.state == RegistrationState.REGISTERED
    return {
        "may_edit": enters and first,
        "may_confirm": keeps and "confirm" in steps,
        "may_finish": enters and "finish" in steps,
        "may_verify": keeps and "verify" in steps,
        "may_return": keeps and "send_back" in steps,
        "may_drop": enters and "drop" in steps and (keeps or row.state not in _FINISHED),
        "may_attach": enters and (first or row.state == RegistrationState.CONFIRMED),
    }


def expected_words(expected: Expected) -> list[str]:
    """Return what a plan expects, as short facts."""
    words = []
    if expected.each_member:
        words.append(_("Mỗi đoàn viên một việc"))
    if expected.each_unit:
        words.append(_("Mỗi công đoàn cơ sở một hoạt động"))
    if expected.due_on:
        words.append(_("Hạn đăng ký: hết ngày %(day)s") % {"day": day(expected.due_on)})
    return words


def reminder(
    unit_name: str, campaign: Any, expected: Expected, standing: UnitStanding, address: str
) -> str:
    """Return a polite text for the group chat: how many have registered, no names, where to do it."""
    due = ""
    if expected.due_on:
        due = _(" Hạn đăng ký: hết ngày %(day)s.") % {"day": day(expected.due_on)}
    return _(
        "Kính gửi các đồng chí đoàn viên %(unit)s: “%(title)s” yêu cầu mỗi đoàn viên đăng ký một "
        "phần việc. Đến nay có %(there)s/%(all)s đồng chí đã đăng ký, còn %(missing)s đồng chí.%(due)s "
        "Đề nghị các đồng chí chưa đăng ký mở %(address)s (hoặc quét mã QR kèm theo) rồi bấm “Đăng ký”, "
        "hoặc báo cán bộ công đoàn ghi giúp. Trân trọng cảm ơn!"
    ) % {
        "unit": unit_name,
        "title": campaign.title,
        "there": group(standing.members.registered),
        "all": group(standing.members.expected or 0),
        "missing": group(standing.members.missing),
        "due": due,
        "address": address,
    }


def new_address(campaign: Any) -> str:
    """Return the address under which one registers in a campaign."""
    return reverse("registrations:new", args=[campaign.public_id])
