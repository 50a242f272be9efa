"""What is posted in each cell: a form that would be accepted from the right person."""

from collections.abc import Callable, Mapping
from typing import Any

from tests.access.world import World

from thidua.apps.campaigns.models import Campaign
from thidua.lawbook.indicators import standard_indicators

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
_PROOFS = {f"ev-{row.code}": "none" for row in standard_indicators()}
_INVITED = {"full_name": "Trần Thị Mới", "sign_in_name": "0987654321"}


def _version(world: World, thing: str) -> int:
    return Campaign.objects.get(public_id=world.things[thing].ids["campaign_id"]).version


def _assignment(world: World) -> dict[str, str]:
    return {"assignment": world.things["person"].ids["assignment_id"]}


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
    ("campaigns:targets", "plan"): lambda _: {"sang-kien": "12"},
    ("campaigns:pilot", "handed"): lambda _: {"pilot": "1"},
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
        "ask-sang-kien": "on",
        "ev-sang-kien": "none",
        **_PROOFS,
    },
    ("reporting:begin", "unsent"): lambda _: {"do": "send", "version": "1", "v-sang-kien": "3"},
    ("reporting:return", "report"): lambda _: {"reason": "Cần ghi rõ số quyết định."},
    ("set_language", "self"): lambda _: {"language": "en"},
}


def form_for(world: World, route: str, thing: str) -> Mapping[str, Any]:
    """Return what is posted; nothing where pressing the button says it all."""
    form = FORMS.get((route, thing))
    return form(world) if form else {}
