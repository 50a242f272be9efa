"""Every operation once, in an order in which each finds what it needs; ids are looked up as needed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import count

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image

from thidua.apps.accounts.models import AccessLink, User
from thidua.apps.accounts.services import importing as importing_people
from thidua.apps.accounts.services import inviting, opening, own, resetting
from thidua.apps.accounts.services.importing_people import plan_people
from thidua.apps.accounts.sheets import PEOPLE
from thidua.apps.campaigns.models import Campaign, Directive, Movement, Pact, Registration
from thidua.apps.campaigns.services import (
    drafting,
    fulfilling,
    launching,
    movements,
    pacts,
    receiving,
    registering,
    targets,
)
from thidua.apps.campaigns.services import importing as importing_registrations
from thidua.apps.campaigns.services.importing_registrations import plan_registrations
from thidua.apps.campaigns.sheets import REGISTRATIONS
from thidua.apps.conferences import services as meetings
from thidua.apps.conferences.models import Assigned, Conference, ConferencePhoto
from thidua.apps.figures.models import Indicator
from thidua.apps.figures.services import indicators
from thidua.apps.figures.services.derived import Counted, record_derived
from thidua.apps.files.models import StoredFile
from thidua.apps.files.services import KeptPhoto, keep_photos
from thidua.apps.initiatives.models import Initiative
from thidua.apps.initiatives.services import deciding, entering, praising
from thidua.apps.initiatives.services import importing as importing_initiatives
from thidua.apps.initiatives.services.fields import InitiativeDraft
from thidua.apps.initiatives.services.importing_initiatives import plan_initiatives
from thidua.apps.initiatives.sheets import INITIATIVES
from thidua.apps.org import services as org
from thidua.apps.org.models import Assignment, Reorganisation, Unit
from thidua.apps.org.queries import actor_for
from thidua.apps.org.services import importing, reorganise
from thidua.apps.org.services.handover import hand_over
from thidua.apps.org.services.importing_headcounts import plan_headcounts
from thidua.apps.org.services.importing_plan import Source
from thidua.apps.org.services.importing_units import plan_units
from thidua.apps.org.services.reorganising_file import plan_reorganisation
from thidua.apps.org.services.reorganising_rows import HeadDraft, RowDraft
from thidua.apps.org.sheets import HEADCOUNTS, UNITS
from thidua.apps.org.sheets import PLAN as REORGANISATION
from thidua.apps.reporting.models import Period, Report
from thidua.apps.reporting.services import drafts, evidence, papers, periods, review, sending
from thidua.apps.reporting.services.entries import Entry
from thidua.base import clock
from thidua.base.actor import SYSTEM, Actor
from thidua.domain.initiatives.authors import Author
from thidua.office.sheets import Sheet, read_workbook, write_rows

Act = tuple[str, Callable[[], object]]
_numbers = count(1)
_COUNTED = periods.Asked("hoi-nghi-nguoi-lao-dong")
LONG_AGO = date(2015, 1, 1)
PLAN = drafting.PlanDraft(
    title="Kế hoạch thi đua",
    starts_on=date(2026, 1, 1),
    last_day=date(2026, 12, 31),
    number="01/KH-TLĐ",
    bases=("Quy chế thi đua.",),
    contents=("Lao động giỏi.", "Lao động sáng tạo."),
    phases=(drafting.PhaseDraft(date(2026, 1, 1), date(2026, 6, 30), "Đợt một"),),
)


def act(function: Callable[..., str], actor: Actor, **arguments: object) -> Act:
    """Return an act with a request key of its own, so that it may be repeated."""
    keyed = actor.with_key(f"act {next(_numbers)}")
    return function.__name__, lambda: function(actor=keyed, **arguments)


def unit(code: str) -> Unit:
    return Unit.objects.get(code=code)


def acting(sign_in_name: str) -> Actor:
    user = User.objects.get(sign_in_name=sign_in_name)
    actor = actor_for(user.pk, user.full_name, None)
    assert actor is not None
    return actor


def acts() -> Iterator[Act]:
    """Yield the acts; each is looked up only when those before it are committed."""
    with clock.pinned(date(2026, 11, 22)):
        yield from _units_and_people()
        yield from _campaigns()
        yield from _reports()
        yield from _pledges()
        yield from _conferences()
        yield from _from_excel()
        yield from _initiatives()
        yield from _reorganisations()
        yield from _endings()


def _units_and_people() -> Iterator[Act]:
    yield act(indicators.install_indicators, SYSTEM)
    root = {"kind": "tong-lien-doan", "name": "Tổng Liên đoàn", "code": "TLD", "on": LONG_AGO}
    yield act(org.found_unit, SYSTEM, parent_id=None, **root)
    tld = unit("TLD").public_id
    for code, name in (("HN", "LĐLĐ thành phố Hà Nội"), ("HUE", "LĐLĐ thành phố Huế")):
        more = {"kind": "ldld-tinh", "name": name, "code": code, "on": LONG_AGO}
        yield act(org.found_unit, SYSTEM, parent_id=tld, **more)
    more = {"kind": "cdcs", "name": "CĐCS Ánh Dương", "code": "CS", "on": date(2025, 10, 1)}
    yield act(org.found_unit, SYSTEM, parent_id=unit("HN").public_id, **more)
    person = {"full_name": "Nguyễn Thị Hoa", "sign_in_name": "0912000001"}
    yield act(inviting.first_administrator, SYSTEM, unit_id=tld, **person)
    for code, role, name, login in (
        ("TLD", "lanh-dao", "Trần Văn Nam", "0912000002"),
        ("HN", "lanh-dao", "Lê Thị Mai", "0912000003"),
        ("CS", "chu-tich-cdcs", "Phạm Văn Bình", "0912000004"),
    ):
        given = {"role": role, "full_name": name, "sign_in_name": login}
        yield act(inviting.invite_person, SYSTEM, unit_id=unit(code).public_id, **given)
    yield from _own_account()
    yield from _describing()


def _own_account() -> Iterator[Act]:
    admin = acting("0912000001")
    chair = acting("0912000004")
    user = User.objects.get(sign_in_name="0912000004")
    yield act(resetting.issue_reset, admin, user_id=user.public_id)
    link = AccessLink.objects.get(user=user, used_at=None, withdrawn_at=None)
    secret = "argon2$not-a-real-hash"
    yield act(opening.use_link, chair, link_id=link.public_id, password_hash=secret)
    details = {"full_name": "Phạm Văn Bình An", "contact_phone": "0912000004"}
    yield act(own.change_own_details, acting("0912000004"), **details)
    yield act(own.change_own_password, acting("0912000004"), password_hash=secret + "2")
    yield act(own.note_sign_in_change, acting("0912000004"), what="totp")


def _describing() -> Iterator[Act]:
    ward = unit("CS").public_id
    day = date(2026, 2, 1)
    yield act(org.rename_unit, SYSTEM, unit_id=ward, name="CĐCS Ánh Dương Mới", on=day)
    yield act(org.classify_unit, SYSTEM, unit_id=ward, sector="doanh-nghiep")
    yield act(org.record_headcount, SYSTEM, unit_id=ward, on=day, members=48)
    side = unit("HUE").public_id
    yield act(org.place_unit, SYSTEM, unit_id=ward, parent_id=side, line="main", on=day)
    back = date(2026, 3, 1)
    again = act(
        org.place_unit, SYSTEM, unit_id=ward, parent_id=unit("HN").public_id, line="main", on=back
    )
    again[1]()
    admin = User.objects.get(sign_in_name="0912000001")
    post = {"role": "quan-tri", "unit_id": side, "valid_from": day}
    yield act(org.assign_post, SYSTEM, user_id=admin.pk, **post)
    given = Assignment.objects.get(unit=unit("HUE"), user=admin)
    yield act(org.end_post, SYSTEM, post_id=given.public_id, on=date(2026, 11, 22))


def _campaigns() -> Iterator[Act]:
    leader, below = acting("0912000002"), acting("0912000003")
    yield from _movements(leader)
    yield act(drafting.draft_campaign, leader, unit_id=leader.unit_public_id, plan=PLAN)
    plan = Campaign.objects.get(unit=leader.unit_id)
    change = {"campaign_id": plan.public_id, "version": 1, "plan": PLAN}
    yield act(drafting.edit_campaign, leader, **change)
    asked = {"unit_id": leader.unit_public_id, "values": {"doi-thoai": 120}}
    yield act(targets.set_targets, leader, campaign_id=plan.public_id, **asked)
    yield act(launching.launch_campaign, leader, campaign_id=plan.public_id)
    given = Directive.objects.get(campaign=plan, unit=below.unit_id)
    yield act(receiving.mark_pilot, leader, directive_id=given.public_id, pilot=True)
    yield act(receiving.receive_directive, below, directive_id=given.public_id)
    later = drafting.PlanDraft(
        title="Kế hoạch sang năm",
        starts_on=date(2026, 11, 23),
        last_day=date(2027, 12, 31),
        contents=("Lao động giỏi.",),
        phases=(drafting.PhaseDraft(date(2026, 11, 23), date(2027, 12, 31)),),
    )
    ahead = drafting.draft_campaign(actor=below, unit_id=below.unit_public_id, plan=later)
    launching.launch_campaign(actor=below, campaign_id=ahead)
    with clock.pinned(date(2026, 11, 23)):
        yield act(launching.start_campaign, SYSTEM, campaign_id=ahead)


def _movements(leader: Actor) -> Iterator[Act]:
    yield act(movements.install_movements, SYSTEM)
    new = movements.MovementDraft("Tre xanh")
    yield act(movements.add_movement, leader, unit_id=leader.unit_public_id, movement=new)
    own = Movement.objects.get(unit=leader.unit_id).public_id
    changed = replace(new, since=date(2026, 1, 1))
    yield act(movements.edit_movement, leader, movement_id=own, movement=changed)


def _pledges() -> Iterator[Act]:
    """A pact and a registration, from the first word to the last."""
    plan = Campaign.objects.get(unit=acting("0912000002").unit_id)
    yield from _pacts(plan)
    yield from _registrations(plan)


def _pacts(plan: Campaign) -> Iterator[Act]:
    leader = acting("0912000002")
    typed = pacts.PactDraft(
        title="Giao ước",
        signed_on=date(2026, 11, 20),
        parties=(
            pacts.PartyDraft(name="Khối một", representative="Trần Văn Nam"),
            pacts.PartyDraft(name="Khối hai", representative="Lê Thị Mai"),
        ),
        commitments=(pacts.CommitmentDraft("Lao động giỏi"),),
    )
    place = {"unit_id": leader.unit_public_id, "campaign_id": plan.public_id}
    yield act(pacts.draft_pact, leader, **place, pact=typed)
    pact = Pact.objects.get()
    yield act(pacts.edit_pact, leader, pact_id=pact.public_id, version=1, pact=typed)
    yield act(pacts.sign_pact, leader, pact_id=pact.public_id)
    yield act(pacts.attach_scan, leader, pact_id=pact.public_id, photos=[_photo()])
    file_id = pact.scans.get().file.public_id
    yield act(pacts.remove_scan, leader, pact_id=pact.public_id, file_id=file_id)
    yield act(pacts.cancel_pact, leader, pact_id=pact.public_id, reason="Đổi nội dung.")


def _registrations(plan: Campaign) -> Iterator[Act]:
    leader = acting("0912000002")
    asked = {"campaign_id": plan.public_id, "each_member": True, "each_unit": True}
    yield act(registering.set_registration_rule, leader, **asked)
    typed = registering.RegistrationDraft(kind="phan-viec", name="Lê Thị Mai", text="Cải tiến")
    place = {"unit_id": leader.unit_public_id, "campaign_id": plan.public_id}
    yield act(registering.register, leader, **place, registration=typed)
    row = {"registration_id": Registration.objects.get().public_id}
    yield act(registering.edit_registration, leader, **row, version=1, registration=typed)
    yield act(fulfilling.confirm_registration, leader, **row)
    given = {"photos": [_photo()], "purpose": "evidence"}
    yield act(fulfilling.attach_photos, leader, **row, **given)
    file_id = Registration.objects.get().photos.get().file.public_id
    yield act(fulfilling.remove_photo, leader, **row, file_id=file_id)
    yield act(fulfilling.finish_registration, leader, **row, result="Xong", photos=[_photo()])
    yield act(fulfilling.return_registration, leader, **row, reason="Xem lại.")
    fulfilling.finish_registration(actor=leader, **row, result="Xong hẳn")
    yield act(fulfilling.verify_registration, leader, **row)
    yield act(fulfilling.drop_registration, leader, **row, reason="Ghi nhầm.")
    registering.register(actor=leader, **place, registration=typed)
    yield act(fulfilling.confirm_all, leader, **place)
    source = _source(REGISTRATIONS, {"name": "Trần Văn Tư", "text": "Sắp xếp kho"})
    seen = plan_registrations(leader, source.read, {}).seen
    more = {"source": source, "answers": {}, "seen": seen}
    yield act(importing_registrations.import_registrations, leader, **more)


def _from_excel() -> Iterator[Act]:
    """Take in one file of each kind: a new unit, its headcount, a person for it."""
    keeper = acting("0912000001")
    day = date(2026, 1, 1)
    new = {"code": "X1", "name": "CĐCS Trong Tệp", "kind": "CĐCS", "parent": "HN", "on": day}
    counts = {"code": "X1", "on": date(2026, 2, 1), "members": 48, "workers": 50, "women": 20}
    person = {"unit": "X1", "full_name": "Đỗ Thị Sáu", "sign_in_name": "0912000006"}
    person["role"] = "Chủ tịch công đoàn cơ sở"
    for kind, take_in, plan, row in (
        (UNITS, importing.import_units, plan_units, new),
        (HEADCOUNTS, importing.import_headcounts, plan_headcounts, counts),
        (PEOPLE, importing_people.import_people, plan_people, person),
    ):
        source = _source(kind, row)
        seen = plan(keeper, source.read, {}).seen
        yield act(take_in, keeper, source=source, answers={}, seen=seen)


IDEA = InitiativeDraft(
    title="Giá treo đồ nghề",
    authors=(Author("Nguyễn Văn An", Decimal(60)), Author("Trần Thị Bình", Decimal(40))),
    kind="ky-thuat",
    applied_on=date(2026, 9, 1),
    effect="Lấy dụng cụ nhanh hơn.",
    exclusion="khong",
    recognised_by="Giám đốc",
    recognition_no="15/QĐ",
    recognised_on=date(2026, 11, 18),
    level="co-so",
)


def _initiatives() -> Iterator[Act]:
    """Enter, return, correct, confirm, praise and withdraw one; drop another; take one in."""
    chair = acting("0912000004")
    yield act(entering.enter_initiative, chair, draft=IDEA, photos=[_photo()], send=True)
    made = Initiative.objects.get()
    one = {"initiative_id": made.public_id}
    yield act(deciding.return_initiative, chair, **one, reason="Xem lại.")
    file_id = made.photos.get().file.public_id
    yield act(entering.remove_initiative_photo, chair, **one, file_id=file_id)
    yield act(entering.edit_initiative, chair, **one, version=1, draft=IDEA, send=True)
    yield act(deciding.confirm_initiative, chair, **one)
    praise = {"level": "bo-tinh", "praised_by": "LĐLĐ", "praised_on": date(2026, 11, 20)}
    yield act(praising.praise_initiative, chair, **one, **praise)
    yield act(praising.take_back_praise, chair, **one, level="bo-tinh")
    yield act(deciding.withdraw_initiative, chair, **one, reason="Nhập nhầm.")
    other = entering.enter_initiative(actor=chair, draft=InitiativeDraft(title="Xe đẩy"))
    yield act(entering.drop_initiative, chair, initiative_id=other)
    row = {"unit": "CS", "title": "Kệ hàng", "authors": "Nguyễn Văn An", "kind": "ky-thuat"}
    row |= {"applied_on": IDEA.applied_on, "recognised_on": IDEA.recognised_on, "effect": "Gọn."}
    row |= {"recognised_by": "Giám đốc", "recognition_no": "16/QĐ", "level": "Cấp cơ sở"}
    source = _source(INITIATIVES, row | {"kind": "Giải pháp kỹ thuật"})
    seen = plan_initiatives(chair, source.read, {}).seen
    take_in = importing_initiatives.import_initiatives
    yield act(take_in, chair, source=source, answers={}, seen=seen)


def _source(kind: Sheet, row: dict[str, object]) -> Source:
    return Source("0" * 64, "tệp.xlsx", read_workbook(write_rows(kind, [row]), kind))


def _reorganisations() -> Iterator[Act]:
    """Draw up, edit and carry out every act of a reorganisation; lay another aside; hand over."""
    keeper = acting("0912000001")
    head = HeadDraft("Sắp xếp", date(2026, 12, 1), "QĐ 12/QĐ-TLĐ")
    rows = (
        RowDraft("found", "X2", parent="HN", name="CĐCS Hợp Nhất", kind="cdcs"),
        RowDraft("found", "X3", parent="HN", name="CĐCS Trung Gian", kind="cdcs"),
        RowDraft("merge", "X1", heir="X2"),
        RowDraft("rename", "HUE", name="LĐLĐ Huế"),
    )
    place = {"unit_id": keeper.unit_public_id, "head": head}
    row = {"act": "Đổi tên", "code": "X1", "name": "CĐCS Tên Khác", "on": head.effective_on}
    source = _source(REORGANISATION, {**row, "basis": head.basis})
    seen = plan_reorganisation(keeper, source.read, {}).seen
    yield act(reorganise.import_reorganisation, keeper, source=source, answers={}, seen=seen)
    yield act(reorganise.draft_reorganisation, keeper, **place, rows=rows[:1])
    plan = Reorganisation.objects.latest("id").public_id
    change = {"reorganisation_id": plan, "version": 1, "head": head, "rows": rows}
    yield act(reorganise.edit_reorganisation, keeper, **change)
    done = {"reorganisation_id": plan}
    yield act(reorganise.carry_out_reorganisation, keeper, **done, version=2)
    yield act(reorganise.recall_reorganisation, keeper, **done, reason="Chờ văn bản")
    yield act(reorganise.carry_out_reorganisation, keeper, **done, version=3)
    other = reorganise.draft_reorganisation(actor=keeper, **place, rows=rows[3:])
    yield act(reorganise.withdraw_reorganisation, keeper, reorganisation_id=other)
    held = Assignment.objects.get(user__sign_in_name="0912000004")
    to = User.objects.get(sign_in_name="0912000006").public_id
    change = {"post_id": held.public_id, "to_user_id": to, "on": date(2026, 11, 22)}
    yield act(hand_over, keeper, **change)


def _endings() -> Iterator[Act]:
    leader = acting("0912000002")
    plan = Campaign.objects.get(unit=leader.unit_id)
    yield act(launching.close_campaign, leader, campaign_id=plan.public_id)
    yield act(org.end_unit, SYSTEM, unit_id=unit("CS").public_id, on=date(2026, 11, 22))


def _photo() -> KeptPhoto:
    picture = BytesIO()
    Image.new("RGB", (40, 30), "white").save(picture, "JPEG")
    kept, _ = keep_photos([SimpleUploadedFile("anh.jpg", picture.getvalue(), "image/jpeg")])
    return kept[0]


def _reports() -> Iterator[Act]:
    asks, chair = acting("0912000003"), acting("0912000004")
    days = {"first_day": date(2026, 10, 1), "last_day": date(2026, 10, 31)}
    asked = (periods.Asked("doi-thoai"), periods.Asked("suat-qua"), _COUNTED)
    Indicator.objects.filter(code=_COUNTED.code).update(source="derived", counted_as="đã tổ chức")
    yield act(periods.open_period, asks, **days, due_on=date(2026, 11, 30), asked=asked)
    period = Period.objects.get()
    yield act(drafts.start_report, chair, period_id=period.public_id)
    report = Report.objects.get()
    typed = {"doi-thoai": Entry(1), "suat-qua": Entry(12)}
    kept = {"report_id": report.public_id, "version": report.version, "entries": typed}
    yield act(drafts.save_draft, chair, **kept)
    photo = _photo()
    yield act(evidence.attach_evidence, chair, report_id=report.public_id, photos=[photo])
    sent = {"report_id": report.public_id, "version": Report.objects.get().version}
    yield act(sending.send_report, chair, **sent)
    yield act(review.receive_report, asks, report_id=report.public_id)
    yield act(review.return_report, asks, report_id=report.public_id, reason="Xem lại.")
    file_id = StoredFile.objects.get().public_id
    yield act(evidence.remove_evidence, chair, report_id=report.public_id, file_id=file_id)
    again = Report.objects.get().version
    sending.send_report(actor=chair, report_id=report.public_id, version=again)
    yield act(review.accept_report, asks, report_id=report.public_id)
    _count_later(report)
    yield act(review.accept_additions, asks, report_id=report.public_id)
    unit_id = Unit.objects.get(pk=chair.unit_id).public_id
    yield act(papers.draft_summary, chair, unit_id=unit_id, **days)


def _count_later(report: Report) -> None:
    """Something is counted for the days of an accepted report."""
    indicator = Indicator.objects.get(code="hoi-nghi-nguoi-lao-dong")
    row = Counted("hn_1", 1, report.unit_id, "", date(2026, 10, 9), {indicator.pk: 1})
    with transaction.atomic():
        record_derived("conference", [row])


def _conferences() -> Iterator[Act]:
    """Plan a conference, fill its parts, hold it, mark what it asked; cancel another."""
    chair = acting("0912000004")
    head = meetings.ConferenceDraft(("phat-dong",), "Hội nghị", date(2026, 11, 20))
    place = {"unit_id": chair.unit_public_id, "draft": head}
    yield act(meetings.plan_conference, chair, **place)
    row = Conference.objects.get().public_id
    versions = count(1)
    for write, rows in (
        (meetings.write_programme, [meetings.ItemDraft("Khai mạc")]),
        (meetings.write_people, [meetings.PersonDraft(name="Đại biểu")]),
        (meetings.write_pacts, [meetings.PactDraft(parties="Các tổ")]),
        (meetings.write_awards, [meetings.AwardDraft("Tổ một", "Giấy khen")]),
        (
            meetings.write_conclusions,
            [meetings.ConclusionDraft("Gửi báo cáo", chair.unit_public_id)],
        ),
    ):
        yield act(write, chair, conference_id=row, version=next(versions), rows=rows)
    change = {"conference_id": row, "version": next(versions), "draft": head}
    yield act(meetings.edit_conference, chair, **change)
    yield act(meetings.hold_conference, chair, conference_id=row, attended=40)
    noted = {"version": next(versions), "attended": 41, "remarks": "Đúng giờ."}
    yield act(meetings.note_outcome, chair, conference_id=row, **noted)
    asked = Assigned.objects.get().public_id
    yield act(meetings.mark_conclusion, chair, assigned_id=asked, done=True)
    photos = {"conference_id": row, "photos": [_photo()]}
    yield act(meetings.attach_conference_photos, chair, **photos)
    picture = {"conference_id": row, "file_id": ConferencePhoto.objects.get().file.public_id}
    shown = {"caption": "Ký", "consent": True}
    yield act(meetings.change_conference_photo, chair, **picture, **shown)
    yield act(meetings.remove_conference_photo, chair, **picture)
    other = meetings.plan_conference(actor=chair, **place)
    yield act(meetings.cancel_conference, chair, conference_id=other, reason="Mưa bão.")
