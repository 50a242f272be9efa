"""More of everything: two further rows at the same places, and a busy day at a sibling."""

from dataclasses import replace
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.access.initiatives import two_more_initiatives
from tests.access.reports import _ASKED
from tests.access.things import LEAF, MIDDLE
from tests.access.world import DRAFT, PLAN, World
from tests.office.files_made_here import picture

from thidua.apps.accounts.services import invite_person
from thidua.apps.campaigns.models import Directive
from thidua.apps.campaigns.services.drafting import draft_campaign
from thidua.apps.campaigns.services.launching import launch_campaign
from thidua.apps.campaigns.services.receiving import mark_pilot, receive_directive
from thidua.apps.campaigns.services.targets import set_targets
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.files.services import keep_photos
from thidua.apps.org import services as org
from thidua.apps.reporting.models import Report
from thidua.apps.reporting.services import (
    Entry,
    attach_evidence,
    open_period,
    send_report,
    start_report,
)
from thidua.base.actor import SYSTEM, Actor


def two_more(world: World) -> None:
    """Two more plans, drafts, targets, periods, reports, proofs, people and units."""
    for number in (1, 2):
        _plan(world, number)
        _report(world, number)
        _people_and_units(world, number)
        two_more_initiatives(world.country, number)
    fold_pending()


def _plan(world: World, number: int) -> None:
    country, unit_id = world.country, world.country["tu-liem"].public_id
    leader = country.actor(*MIDDLE["own"])
    for draft, launched in ((PLAN, True), (DRAFT, False)):
        mine = replace(draft, title=f"{draft.title} {number}", number=f"{number}{draft.number}")
        plan = draft_campaign(actor=leader, unit_id=unit_id, plan=mine)
        if launched:
            launch_campaign(actor=leader, campaign_id=plan)
    first = world.things["plan"].ids["campaign_id"]
    code = ("suat-qua", "tro-cap")[number - 1]
    set_targets(actor=leader, campaign_id=first, unit_id=unit_id, values={code: 10})


def _report(world: World, number: int) -> None:
    country = world.country
    month = date(2026, number, 1), date(2026, number, 28)
    period = open_period(
        actor=country.actor(*MIDDLE["own"]),
        first_day=month[0],
        last_day=month[1],
        due_on=date(2026, 11, 30),
        asked=_ASKED,
    )
    for slug in ("anh-duong", "binh-minh", "hoa-sen")[: number + 1]:
        _send(country.actor("chu-tich-cdcs", slug), period, number)
    kept, _ = keep_photos([SimpleUploadedFile("anh.jpg", picture(size=(64, 40 + number)))])
    chair = country.actor(*LEAF["own"])
    unsent = world.things["unsent"].ids["report_id"]
    attach_evidence(actor=chair, report_id=unsent, photos=kept)


def _send(chair: Actor, period: str, value: int) -> None:
    report = start_report(actor=chair, period_id=period)
    version = Report.objects.get(public_id=report).version
    entries = {"doi-thoai": Entry(value)}
    send_report(actor=chair, report_id=report, version=version, entries=entries)


def _people_and_units(world: World, number: int) -> None:
    country = world.country
    for (role, slug), given in ((MIDDLE["own"], "can-bo-thi-dua"), (LEAF["own"], "can-bo-cdcs")):
        invite_person(
            actor=country.actor(role, slug),
            unit_id=country[slug].public_id,
            role=given,
            full_name="Lê Văn Thêm",
            sign_in_name=f"098765{len(slug):02}{number:02}",
        )
    for slug, kind in (("tld", "ldld-tinh"), ("tu-liem", "cdcs"), ("anh-duong", "cdcs-thanh-vien")):
        org.found_unit(
            actor=SYSTEM,
            parent_id=country[slug].public_id,
            kind=kind,
            name=f"Đơn vị thêm {slug} {number}",
            code=f"VN-{slug}-{number}",
            on=date(2026, 11, 21),
        )


def busy_day_at_binh_minh(world: World, *, pilot: bool = False) -> None:
    """CĐCS Công ty Bình Minh takes the plan, launches its own, reports, invites, grows."""
    country = world.country
    chair, unit_id = country.actor(*LEAF["sibling"]), country["binh-minh"].public_id
    plan = world.things["plan"].ids["campaign_id"]
    directive = Directive.objects.get(unit=country["binh-minh"], campaign__public_id=plan)
    if pilot:
        leader = country.actor(*MIDDLE["own"])
        mark_pilot(actor=leader, directive_id=directive.public_id, pilot=True)
    receive_directive(actor=chair, directive_id=directive.public_id)
    own = replace(PLAN, title="Kế hoạch của Bình Minh", number="01/KH-CĐBM")
    answer = draft_campaign(
        actor=chair, unit_id=unit_id, plan=own, directive_id=directive.public_id
    )
    launch_campaign(actor=chair, campaign_id=answer)
    _send(chair, world.things["report"].ids["period_id"], 99)
    start_report(actor=chair, period_id=world.things["unsent"].ids["period_id"])
    org.record_headcount(actor=SYSTEM, unit_id=unit_id, on=date(2026, 11, 1), members=31415)
    invite_person(
        actor=chair,
        unit_id=unit_id,
        role="can-bo-cdcs",
        full_name="Hồ Thị Riêng",
        sign_in_name="0987650000",
    )
    fold_pending()
