"""Builds "Việc hôm nay": each thing due, waiting or late as a sentence, a day and one button."""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.apps.campaigns import queries as campaigns
from thidua.apps.campaigns.enums import CampaignState, DirectiveState
from thidua.apps.conferences import queries as conferences
from thidua.apps.initiatives import queries as initiatives
from thidua.apps.reporting import queries as reporting
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.text.dates import day
from thidua.web.components import TodoItem
from thidua.web.words import days_left

_SOON_DAYS = 3
_ORDER = {"bad": 0, "warn": 1, "wait": 2, "neutral": 3}


# The board with those who have not sent, at the text to be copied.
REMIND = "?trang_thai=missing#nhac"


def items_for(actor: Actor, own_campaigns: Iterable[Any]) -> list[TodoItem]:
    """Return what the actor should do, the most pressing first."""
    given = (
        campaigns.directives_waiting(actor) if _holds(actor, Capability.DIRECTIVE_RECEIVE) else []
    )
    answers = {directive.own_campaign_id for directive in given}
    items = [
        *_reports_to_send(actor),
        *_initiatives(actor),
        *_directives(given),
        *_reviews(actor),
        *_conferences(actor),
        *_own_campaigns(actor, [plan for plan in own_campaigns if plan.pk not in answers]),
    ]
    return sorted(items, key=lambda item: _ORDER.get(item.tone, len(_ORDER)))


def _holds(actor: Actor, capability: Capability) -> bool:
    return reach_of(actor.role, capability) is not None


def _reports_to_send(actor: Actor) -> Iterator[TodoItem]:
    if not _holds(actor, Capability.REPORT_FILL):
        return
    today = clock.today()
    for due in reporting.due_items(actor):
        soon = (due.due_on - today).days <= _SOON_DAYS
        name = _("%(report)s được trả lại, cần sửa") if due.returned else "%(report)s"
        yield TodoItem(
            sentence=name % {"report": due.name},
            day_text="" if due.in_time else days_left(today, due.due_on),
            tone="warn" if soon or due.returned else "wait",
            action_label=_("Sửa và gửi lại") if due.returned else _("Nhập và gửi"),
            action_url=reverse("reporting:begin", args=[due.period_public_id]),
        )


def _initiatives(actor: Actor) -> Iterator[TodoItem]:
    """Say how many initiatives wait to be confirmed; a single one opens at once."""
    if not _holds(actor, Capability.INITIATIVE_CONFIRM):
        return
    waiting = initiatives.waiting(actor)
    if not waiting.count:
        return
    listed = f"{reverse('initiatives:list')}?{urlencode({'trang-thai': 'submitted', 'nam': 'moi'})}"
    yield TodoItem(
        sentence=ngettext(
            "%(count)s sáng kiến chờ xác nhận", "%(count)s sáng kiến chờ xác nhận", waiting.count
        )
        % {"count": waiting.count},
        tone="wait",
        action_label=_("Xem và xác nhận"),
        action_url=reverse("initiatives:one", args=[waiting.only]) if waiting.only else listed,
    )


def _directives(given: list[Any]) -> Iterator[TodoItem]:
    words = {
        DirectiveState.PENDING: (
            _("Cấp trên giao: %(plan)s – chưa tiếp nhận"),
            _("Mở và tiếp nhận"),
        ),
        DirectiveState.RECEIVED: (_("Đã tiếp nhận %(plan)s – chưa có kế hoạch"), _("Lập kế hoạch")),
        DirectiveState.PLANNED: (
            _("Đã có kế hoạch thực hiện %(plan)s – chưa phát động"),
            _("Mở kế hoạch"),
        ),
    }
    for directive in given:
        sentence, label = words[DirectiveState(directive.state)]
        plan = directive.own_campaign or directive.campaign
        asked = directive.campaign
        yield TodoItem(
            sentence=sentence % {"plan": asked.number or asked.title},
            day_text=days_left(clock.today(), directive.due_on) if directive.due_on else "",
            tone="warn" if directive.state == DirectiveState.PENDING else "wait",
            action_label=label,
            action_url=reverse("campaigns:plan", args=[plan.public_id]),
        )


def _reviews(actor: Actor) -> Iterator[TodoItem]:
    if not _holds(actor, Capability.REPORT_REVIEW):
        return
    for board in reporting.review_items(actor):
        if board.to_review:
            yield TodoItem(
                sentence=ngettext(
                    "%(period)s: %(count)s báo cáo chờ duyệt",
                    "%(period)s: %(count)s báo cáo chờ duyệt",
                    board.to_review,
                )
                % {"period": board.name, "count": board.to_review},
                tone="wait",
                action_label=_("Xem và duyệt"),
                action_url=reverse("reporting:board", args=[board.period_public_id]),
            )
        if board.missing:
            yield TodoItem(
                sentence=ngettext(
                    "%(period)s: %(count)s đơn vị chưa gửi",
                    "%(period)s: %(count)s đơn vị chưa gửi",
                    board.missing,
                )
                % {"period": board.name, "count": board.missing},
                day_text=days_left(clock.today(), board.due_on),
                tone="warn" if board.due_on < clock.today() else "neutral",
                action_label=ngettext(
                    "Nhắc %(count)s đơn vị", "Nhắc %(count)s đơn vị", board.missing
                )
                % {"count": board.missing},
                action_url=reverse("reporting:board", args=[board.period_public_id]) + REMIND,
            )


def _conferences(actor: Actor) -> Iterator[TodoItem]:
    """What conferences asked of the unit, and the own one that is near or whose day has come."""
    if not _holds(actor, Capability.CONFERENCE_KEEP):
        return
    today = clock.today()
    for waiting in conferences.waiting_for(actor):
        left = days_left(today, waiting.day) if waiting.day else ""
        if waiting.asked:
            late = waiting.day is not None and waiting.day < today
            sentence, tone = _("Kết luận hội nghị giao: %(text)s"), "warn" if late else "wait"
            label = _("Mở và đánh dấu đã làm")
        else:
            come = waiting.day is not None and waiting.day <= today
            sentence = _("%(text)s: ghi kết quả") if come else _("Chuẩn bị: %(text)s")
            tone, label = "wait" if come else "neutral", _("Mở hội nghị")
            left = day(waiting.day) if come and waiting.day else left
        yield TodoItem(
            sentence=sentence % {"text": waiting.text},
            day_text=left,
            tone=tone,
            action_label=label,
            action_url=reverse("conferences:record", args=[waiting.conference_id]),
        )


def _own_campaigns(actor: Actor, own: list[Any]) -> Iterator[TodoItem]:
    for plan in own:
        if plan.state == CampaignState.DRAFT and _holds(actor, Capability.CAMPAIGN_EDIT):
            yield TodoItem(
                sentence=_("Bản soạn chờ phát động: %(plan)s") % {"plan": plan.title},
                tone="neutral",
                action_label=_("Mở bản soạn"),
                action_url=reverse("campaigns:plan", args=[plan.public_id]),
            )
        elif plan.state in campaigns.OPEN_STATES and plan.not_received:
            yield TodoItem(
                sentence=_("%(count)s đơn vị chưa tiếp nhận %(plan)s")
                % {"count": plan.not_received, "plan": plan.number or plan.title},
                tone="neutral",
                action_label=_("Xem và nhắc"),
                action_url=reverse("campaigns:hand_down", args=[plan.public_id]),
            )
