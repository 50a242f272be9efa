"""One of each thing at a fixed unit, and the people who ask for it, by their relation to that unit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from http.cookies import SimpleCookie

from django.db import transaction
from django.test import Client
from django.urls import reverse
from tests.access.changes import changes_of
from tests.access.initiatives import initiative_things
from tests.access.meetings import meeting_things
from tests.access.pledges import pledge_things
from tests.access.reports import report_things
from tests.access.things import LEAF, MIDDLE, Thing
from tests.conftest import Country, Person, make_user

from thidua.apps.accounts.models import AccessLink, User
from thidua.apps.accounts.queries import token_of
from thidua.apps.accounts.services import invite_person
from thidua.apps.campaigns.models import Directive
from thidua.apps.campaigns.services.drafting import PhaseDraft, PlanDraft, draft_campaign
from thidua.apps.campaigns.services.launching import launch_campaign
from thidua.apps.campaigns.services.movements import MovementDraft, add_movement
from thidua.apps.campaigns.services.targets import set_targets
from thidua.apps.figures.services import install_indicators
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.org import services as org
from thidua.apps.org.models import Assignment
from thidua.apps.org.queries import actor_for, unit_by_public_id
from thidua.base.actor import SYSTEM

SINCE = date(2026, 11, 20)
NOTE = "Kinh phí dự phòng bàn riêng"
PLAN = PlanDraft(
    title="Kế hoạch Sen Vàng",
    theme="Lao động giỏi",
    number="07/KH-CĐTL",
    starts_on=date(2026, 1, 1),
    last_day=date(2026, 12, 31),
    note=NOTE,
    contents=("Thi đua lao động giỏi.",),
    phases=(PhaseDraft(date(2026, 1, 1), date(2026, 6, 30), "Đợt một"),),
)
DRAFT = replace(PLAN, title="Bản soạn Trúc Xanh", number="08/KH-CĐTL", note="")


@dataclass
class World:
    """The things by name, and a browser for each person."""

    country: Country
    things: dict[str, Thing]
    _sign_in: Callable[[str, str], Client]
    _clients: dict[tuple[str, str], tuple[Client, SimpleCookie[str]]] = field(default_factory=dict)

    def client(self, relation: str, thing: str) -> Client:
        """The browser of one relation to a thing, as it was right after signing in."""
        if relation == "public":
            return Client()
        post = self.things[thing].cast[relation]
        if post not in self._clients:
            client = self._sign_in(*post)
            self._clients[post] = client, client.cookies.copy()
        client, cookies = self._clients[post]
        client.cookies = SimpleCookie({key: morsel.value for key, morsel in cookies.items()})
        return client


@contextmanager
def undone() -> Iterator[None]:
    """Take back all that happens inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def build(country: Country, sign_in: Callable[[str, str], Client]) -> World:
    """Make every thing through the services, then the browsers' people."""
    install_indicators(actor=SYSTEM)
    _found_member_union(country)
    for cast in (MIDDLE, LEAF):
        for post in cast.values():
            country.person(*post)
    things = {"self": Thing(MIDDLE)}
    things |= _people(country) | _plans(country) | _units(country) | report_things(country)
    things |= changes_of(country) | initiative_things(country)
    things |= pledge_things(country, things["plan"].ids["campaign_id"])
    things |= meeting_things(country, things["plan"].ids["campaign_id"])
    fold_pending()
    world = World(country, things, sign_in)
    for name, thing in things.items():
        for relation in thing.cast:
            world.client(relation, name)
    return world


def _found_member_union(country: Country) -> None:
    below = org.found_unit(
        actor=SYSTEM,
        parent_id=country["anh-duong"].public_id,
        kind="cdcs-thanh-vien",
        name="CĐCS thành viên Xưởng Hai",
        code="VN-xuong-hai",
        on=SINCE,
    )
    country.units["xuong-hai"] = unit_by_public_id(below)
    post = LEAF["above"]
    user = make_user("-".join(post), "Chủ tịch Xưởng Hai")
    held = org.assign_post(
        actor=SYSTEM, user_id=user.pk, role=post[0], unit_id=below, valid_from=SINCE
    )
    actor = actor_for(user.pk, user.full_name, held)
    country._people[post] = Person(user, held, actor)
    org.record_headcount(
        actor=SYSTEM,
        unit_id=country["binh-minh"].public_id,
        on=date(2026, 1, 1),
        members=9753,
    )


def _units(country: Country) -> dict[str, Thing]:
    ids = {"unit_id": country["tu-liem"].public_id}
    unit = Thing(MIDDLE, ids, "Công đoàn phường Từ Liêm", {"tim": "VN-TU-LIEM"})
    leaf = {"unit_id": country["song-huong"].public_id}
    return {
        "unit": unit,
        "count": replace(unit, marker="9.753"),
        "leaf": Thing(MIDDLE, leaf),
        "school": Thing(
            {"direct": ("lanh-dao", "giao-duc-hn"), "far": ("lanh-dao", "ha-noi")},
            {"unit_id": country["hoa-sen"].public_id},
            f'href="{reverse("org:unit", args=[country["tu-liem"].public_id])}"',
        ),
    }


def _plans(country: Country) -> dict[str, Thing]:
    leader, unit_id = country.actor("lanh-dao", "tu-liem"), country["tu-liem"].public_id
    plan = draft_campaign(actor=leader, unit_id=unit_id, plan=PLAN)
    launch_campaign(actor=leader, campaign_id=plan)
    set_targets(actor=leader, campaign_id=plan, unit_id=unit_id, values={"doi-thoai": 4321})
    draft = draft_campaign(actor=leader, unit_id=unit_id, plan=DRAFT)
    directive = Directive.objects.get(unit=country["anh-duong"], campaign__public_id=plan)
    ids = {"campaign_id": plan, "unit_id": country["anh-duong"].public_id}
    given = {"directive_id": directive.public_id}
    launched = Thing(MIDDLE, ids, PLAN.title)
    movement = add_movement(actor=leader, unit_id=unit_id, movement=MovementDraft("Tre xanh"))
    return {
        "plan": launched,
        "note": replace(launched, marker=NOTE),
        "number": replace(launched, marker=PLAN.number),
        "handing": replace(launched, marker="CĐCS Công ty Bình Minh"),
        "target": replace(launched, marker="4.321"),
        "draft": Thing(MIDDLE, {"campaign_id": draft}, DRAFT.title),
        "given": Thing(LEAF, given, PLAN.title, {"giao": directive.public_id}),
        "handed": Thing(MIDDLE, given),
        "movement": Thing(MIDDLE, {"movement_id": movement}, "Tre xanh"),
        "shelved": Thing(MIDDLE, {"slug": "ngay-28-7"}),
        "days": Thing(MIDDLE, {}, PLAN.number, {"don-vi": unit_id, "nam": "2026"}),
    }


def _people(country: Country) -> dict[str, Thing]:
    """A further officer of the ward, a further helper of the grassroots, an unused link."""
    person = _invited(country, MIDDLE["own"], "can-bo-thi-dua", "Vũ Thị Thanh Mai", "0912345001")
    helper = _invited(country, LEAF["own"], "can-bo-cdcs", "Đỗ Quốc Khánh", "0912345002")
    link = AccessLink.objects.get(user__public_id=person["user_id"])
    token = token_of(link.public_id)
    return {
        "person": Thing(MIDDLE, person, "Vũ Thị Thanh Mai"),
        "helper": Thing(LEAF, helper, "Đỗ Quốc Khánh"),
        "secret": Thing(MIDDLE, person | {"token": token}, token),
    }


def _invited(
    country: Country, by: tuple[str, str], role: str, full_name: str, number: str
) -> dict[str, str]:
    unit_id = country[by[1]].public_id
    user_id = invite_person(
        actor=country.actor(*by),
        unit_id=unit_id,
        role=role,
        full_name=full_name,
        sign_in_name=number,
    )
    user = User.objects.get(public_id=user_id)
    post = Assignment.objects.get(user=user)
    return {"user_id": user_id, "unit_id": unit_id, "assignment_id": post.public_id}
