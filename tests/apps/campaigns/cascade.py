"""What the campaign tests share: a sound plan, a cascade written through services, the audit trail."""

from dataclasses import replace
from datetime import date

from thidua.apps.campaigns.models import Campaign, Directive
from thidua.apps.campaigns.services.drafting import PhaseDraft, PlanDraft, draft_campaign
from thidua.apps.campaigns.services.launching import launch_campaign
from thidua.base.models import AuditEvent, AuditPayload

LEVELS = ("tld", "ha-noi", "tu-liem", "anh-duong")
PLAN = PlanDraft(
    title="Kế hoạch phát động thi đua năm 2026",
    theme="Lao động giỏi, lao động sáng tạo",
    number="81/KH-TLĐ",
    issued_on=date(2025, 12, 20),
    signer_name="Trần Văn Thuật",
    signer_post="Phó Chủ tịch",
    note="Ghi chú chỉ đơn vị đọc",
    starts_on=date(2026, 1, 1),
    last_day=date(2026, 12, 31),
    bases=("Luật Thi đua, khen thưởng", "Chương trình công tác năm"),
    contents=("Thi đua lao động giỏi", "Thi đua chăm lo đoàn viên"),
    phases=(
        PhaseDraft(date(2026, 1, 1), date(2026, 6, 30), "Đợt chào mừng", "Phát động tại cơ sở"),
        PhaseDraft(date(2026, 7, 1), date(2026, 12, 31)),
    ),
)


def plan_of(**changes):
    return replace(PLAN, **changes)


def boss(country, slug):
    """Who drafts and launches there: the chair at the grassroots, the leader elsewhere."""
    grassroots = country[slug].kind == "cdcs"
    return country.actor("chu-tich-cdcs" if grassroots else "lanh-dao", slug)


def drafted(country, slug, directive=None, **changes):
    """A unit's plan, still a draft."""
    public_id = draft_campaign(
        actor=boss(country, slug),
        unit_id=country[slug].public_id,
        plan=plan_of(**changes),
        directive_id=directive.public_id if directive else "",
    )
    return Campaign.objects.get(public_id=public_id)


def launched(country, slug, superior=None, *, pilots=(), only=None, due_on=None, **changes):
    """A unit's plan, launched and handed down; with `superior` it answers that plan."""
    directive = given(superior, country, slug) if superior else None
    campaign = drafted(country, slug, directive, **changes)
    launch_campaign(
        actor=boss(country, slug),
        campaign_id=campaign.public_id,
        unit_ids=None if only is None else tuple(country[unit].public_id for unit in only),
        pilot_ids=tuple(country[unit].public_id for unit in pilots),
        due_on=due_on,
    )
    campaign.refresh_from_db()
    return campaign


def given(campaign, country, slug):
    """The directive by which a unit was given a campaign."""
    return Directive.objects.get(campaign=campaign, unit=country[slug])


def cascade(country, depth=4, **changes):
    """The plans of the four levels, each the pilot of the one above."""
    plans = []
    for place, slug in enumerate(LEVELS[:depth]):
        below = LEVELS[place + 1 : place + 2]
        superior = plans[-1] if plans else None
        plans.append(launched(country, slug, superior, pilots=below, **changes))
    return plans


def event_of(operation):
    """The newest audit event of an operation."""
    return AuditEvent.objects.filter(operation=operation).order_by("-id").first()


def said_by(operation):
    """What the newest event of an operation keeps of the change."""
    return AuditPayload.objects.get(event=event_of(operation)).data


def events():
    return AuditEvent.objects.count()
