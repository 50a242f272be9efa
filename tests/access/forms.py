"""What is posted in each cell: a form that would be accepted from the right person."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.access.changes import (
    OTHER_PEOPLE_FILE,
    OTHER_PLAN_FILE,
    OTHER_UNITS_FILE,
    PEOPLE_FILE,
    PLAN_FILE,
    UNITS_FILE,
)
from tests.access.initiatives import version_of
from tests.access.things import LEAF, MIDDLE
from tests.access.world import World
from tests.office.files_made_here import picture

from thidua.apps.accounts.services.importing_people import plan_people
from thidua.apps.accounts.sheets import PEOPLE
from thidua.apps.campaigns.models import Campaign
from thidua.apps.conferences.models import Conference
from thidua.apps.org.services.importing_units import plan_units
from thidua.apps.org.services.reorganising_file import plan_reorganisation
from thidua.apps.org.sheets import PLAN, UNITS
from thidua.lawbook.indicators import standard_indicators
from thidua.office.sheets import read_workbook

Form = Callable[[World], Mapping[str, Any]]

_PLAN = {
    "title": "Kế hoạch mới",
    "number": "99/KH-CĐ",
    "starts_on": "01/01/2026",
    "last_day": "31/12/2026",
    "contents": "Một nội dung.",
    "dot-TOTAL_FORMS": "1",
    "dot-INITIAL_FORMS": "0",
    "dot-0-starts_on": "01/01/2026",
    "dot-0-last_day": "30/06/2026",
}
_MOVEMENT = {"name": "Phong trào mới", "kind": "phong-trao", "launched_by": "don-vi"}
_PACT = {
    "title": "Giao ước mới",
    "kind": "khoi-cum",
    "ben-TOTAL_FORMS": "1",
    "ben-INITIAL_FORMS": "0",
    "ben-0-name": "Khối doanh nghiệp",
    "ben-0-kind": "bo-phan",
    "noi-dung-TOTAL_FORMS": "1",
    "noi-dung-INITIAL_FORMS": "0",
    "noi-dung-0-text": "Thi đua lao động giỏi",
}
_TASK = {
    "kind": "phan-viec",
    "subject": "ca-nhan",
    "name": "Phạm Thị Lan",
    "text": "Cải tiến giá để khuôn",
}
_PROOFS = {f"ev-{row.code}": "none" for row in standard_indicators()}
_INVITED = {"full_name": "Trần Thị Mới", "sign_in_name": "0987654321"}


# A new unit under the top: everybody sees the top, whoever draws it up.
_SCHEME = {
    "title": "Phương án mới",
    "effective_on": "01/12/2026",
    "basis": "QĐ 13/QĐ-CĐ",
    "dong-TOTAL_FORMS": "1",
    "dong-INITIAL_FORMS": "0",
    "dong-0-act": "found",
    "dong-0-code": "VN-SAP-XEP",
    "dong-0-name": "Công đoàn ngành mới",
    "dong-0-kind": "cd-nganh-trung-uong",
    "dong-0-parent": "VN-TLD",
    "version": "1",
}


def _given_to(world: World, cast: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Hand a post over to the most capable of its unit."""
    user = world.country.person(*cast["own"]).user
    return {"act": "colleague", "colleague-to": user.public_id, "colleague-on": "22/11/2026"}


def _press_people(world: World) -> dict[str, str]:
    plan = plan_people(world.country.actor(*MIDDLE["own"]), read_workbook(PEOPLE_FILE, PEOPLE), {})
    return {"do": "commit", "seen": plan.seen}


def _press_units(world: World) -> dict[str, str]:
    plan = plan_units(world.country.actor(*MIDDLE["keeper"]), read_workbook(UNITS_FILE, UNITS), {})
    return {"do": "commit", "seen": plan.seen}


def _press_plan(world: World) -> dict[str, str]:
    actor = world.country.actor(*MIDDLE["own"])
    plan = plan_reorganisation(actor, read_workbook(PLAN_FILE, PLAN), {})
    return {"do": "commit", "seen": plan.seen}


_MEETING = {"kinds": ["phat-dong"], "title": "Hội nghị mới", "on_day": "20/11/2026"}


def _seen(world: World) -> dict[str, str]:
    held = Conference.objects.get(public_id=world.things["meeting"].ids["conference_id"])
    return {"version": str(held.version)}


def _version(world: World, thing: str) -> int:
    return Campaign.objects.get(public_id=world.things[thing].ids["campaign_id"]).version


def _assignment(world: World) -> dict[str, str]:
    return {"assignment": world.things["person"].ids["assignment_id"]}


_AUTHOR = {
    "tac-gia-TOTAL_FORMS": "1",
    "tac-gia-INITIAL_FORMS": "0",
    "tac-gia-0-name": "Lưu Thị Hiền",
    "tac-gia-0-share": "100",
}
_IDEA = {"title": "Máng rót Hoa Nhài", "do": "save", **_AUTHOR}


FORMS: dict[tuple[str, str], Form] = {
    ("campaigns:new", "self"): lambda _: _PLAN,
    ("campaigns:new", "given"): lambda world: _PLAN | world.things["given"].ids,
    ("campaigns:edit", "draft"): lambda world: _PLAN | {"version": _version(world, "draft")},
    ("campaigns:edit", "note"): lambda world: _PLAN | {"version": _version(world, "note")},
    ("campaigns:launch", "draft"): lambda world: {
        "version": _version(world, "draft"),
        "unit": world.country["anh-duong"].public_id,
    },
    ("campaigns:launch", "plan"): lambda world: {"version": _version(world, "plan")},
    ("campaigns:targets", "plan"): lambda _: {"doi-thoai": "12"},
    ("campaigns:take", "shelved"): lambda _: {"nam": "2026"},
    ("campaigns:copy", "plan"): lambda _: {"nam": "2027"},
    ("campaigns:copy", "draft"): lambda _: {"nam": "2027"},
    ("campaigns:movement_new", "self"): lambda _: _MOVEMENT,
    ("campaigns:movement_edit", "movement"): lambda _: _MOVEMENT,
    ("campaigns:pilot", "handed"): lambda _: {"pilot": "1"},
    ("pacts:new", "plan"): lambda _: _PACT,
    ("pacts:edit", "pactdraft"): lambda _: _PACT | {"version": "1"},
    ("pacts:edit", "pact"): lambda _: _PACT | {"version": "1"},
    ("pacts:sign", "pactdraft"): lambda _: {"signed_on": "20/11/2026", "version": "1"},
    ("pacts:cancel", "pact"): lambda _: {"reason": "Đổi nội dung."},
    ("pacts:scans", "pact"): lambda world: {"remove": world.things["pact"].ids["file_id"]},
    ("registrations:new", "plan"): lambda _: _TASK,
    ("registrations:edit", "task"): lambda _: _TASK | {"version": "1"},
    ("registrations:rule", "plan"): lambda _: {"each_member": "on", "late": "keep"},
    ("registrations:step", "taskdrop"): lambda _: {"reason": "Đổi nội dung."},
    ("registrations:photos", "task"): lambda world: {"remove": world.things["task"].ids["file_id"]},
    ("org:found", "unit"): lambda _: {
        "kind": "cdcs",
        "name": "CĐCS Công ty Mới",
        "code": "VN-MOI",
        "on": "01/11/2026",
    },
    ("org:change", "unit"): lambda _: {
        "act": "rename",
        "rename-name": "Công đoàn phường Từ Liêm mới",
        "rename-on": "01/11/2026",
    },
    ("org:move", "leaf"): lambda _: {
        "act": "main",
        "main-parent": "VN-HA-NOI",
        "main-on": "01/11/2026",
    },
    ("org:end", "leaf"): lambda _: {"last_day": "31/10/2026"},
    ("account:invite", "person"): lambda _: _INVITED | {"role": "can-bo-thi-dua"},
    ("account:invite", "helper"): lambda _: _INVITED | {"role": "can-bo-cdcs"},
    ("account:posts", "person"): _assignment,
    ("account:home", "self"): lambda _: {"full_name": "Trần Văn Tên Mới"},
    ("reporting:open", "self"): lambda _: {
        "which": "custom",
        "first_day": "01/08/2026",
        "last_day": "31/08/2026",
        "due_on": "30/11/2026",
        "ask-doi-thoai": "on",
        "asks": "lowest",
        "ev-doi-thoai": "none",
        **_PROOFS,
    },
    ("reporting:begin", "unsent"): lambda _: {"do": "send", "version": "1", "v-doi-thoai": "3"},
    ("reporting:return", "report"): lambda _: {"reason": "Cần ghi rõ số quyết định."},
    ("initiatives:new", "self"): lambda _: _IDEA,
    ("initiatives:edit", "sketch"): lambda world: (
        _IDEA | {"version": version_of(world.things["sketch"].ids["initiative_id"])}
    ),
    ("initiatives:return", "waiting"): lambda _: {"reason": "Cần ghi rõ số quyết định."},
    ("initiatives:withdraw", "idea"): lambda _: {"reason": "Nhập nhầm đơn vị."},
    ("initiatives:praise", "idea"): lambda _: {
        "level": "cap-huyen",
        "praised_by": "Công đoàn phường Từ Liêm",
        "praised_on": "20/11/2026",
    },
    ("conferences:new", "self"): lambda _: _MEETING,
    ("conferences:edit", "meeting"): lambda world: _MEETING | _seen(world),
    ("conferences:part", "meeting"): lambda world: (
        _seen(world)
        | {
            "dong-TOTAL_FORMS": "1",
            "dong-INITIAL_FORMS": "0",
            "dong-0-role": "guest",
            "dong-0-presence": "present",
            "dong-0-name": "Phan Thị Khách Mời",
        }
    ),
    ("conferences:hold", "meeting"): lambda world: _seen(world) | {"attended": "80"},
    ("conferences:cancel", "coming"): lambda _: {"reason": "Mưa bão."},
    ("conferences:photos", "meeting"): lambda _: {
        "photos": SimpleUploadedFile("anh.jpg", picture(), "image/jpeg")
    },
    ("conferences:mark", "asked"): lambda world: {
        "done": "1",
        "conference_id": world.things["asked"].ids["conference_id"],
    },
    ("handover:give", "person"): lambda world: _given_to(world, MIDDLE),
    ("handover:give", "helper"): lambda world: _given_to(world, LEAF),
    ("reorganisation:new", "self"): lambda _: _SCHEME,
    ("reorganisation:edit", "scheme"): lambda _: _SCHEME,
    ("reorganisation:edit", "laid"): lambda _: _SCHEME,
    ("reorganisation:carry_out", "scheme"): lambda _: {"version": "1"},
    ("reorganisation:carry_out", "laid"): lambda _: {"version": "2"},
    ("imports:upload", "roll"): lambda _: {"file": SimpleUploadedFile("a.xlsx", OTHER_PEOPLE_FILE)},
    ("imports:upload", "leafroll"): lambda _: {
        "file": SimpleUploadedFile("a.xlsx", OTHER_PEOPLE_FILE)
    },
    ("imports:upload", "sheet"): lambda _: {"file": SimpleUploadedFile("a.xlsx", OTHER_UNITS_FILE)},
    ("imports:upload", "drawn"): lambda _: {"file": SimpleUploadedFile("a.xlsx", OTHER_PLAN_FILE)},
    ("imports:preview", "drawn"): _press_plan,
    ("reorganisation:recall", "ahead"): lambda _: {"reason": "Chờ văn bản."},
    ("reorganisation:recall", "laid"): lambda _: {"reason": "Chờ văn bản."},
    ("imports:preview", "roll"): _press_people,
    ("imports:preview", "sheet"): _press_units,
    ("as_of", "self"): lambda _: {"ngay": "30/06/2025"},
    ("set_language", "self"): lambda _: {"language": "en"},
}


def form_for(world: World, route: str, thing: str) -> Mapping[str, Any]:
    """Return what is posted; nothing where pressing the button says it all."""
    form = FORMS.get((route, thing))
    return form(world) if form else {}
