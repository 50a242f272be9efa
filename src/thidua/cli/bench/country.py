"""The small country a benchmark runs in: one line of units, many grassroots chairs with a report."""

import time
from dataclasses import dataclass
from datetime import date
from importlib import import_module

from django.apps import apps
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.middleware.csrf import _get_new_csrf_string

from thidua.apps.accounts.services import invite_person
from thidua.apps.figures.queries import indicators_in_force
from thidua.apps.org import services as org
from thidua.apps.org.queries import actor_for
from thidua.apps.reporting.services import Asked, open_period, start_report
from thidua.base import clock
from thidua.base.actor import SYSTEM, Actor

DAY = date(2026, 11, 22)
LONG_AGO = date(2025, 10, 1)
_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass(frozen=True)
class Chair:
    """A signed-in grassroots chair with a report that waits to be sent."""

    cookies: str
    csrf: str
    report_id: str
    period_id: str


def build(units: int, figures: int) -> list[Chair]:
    """Found the country through services and return its chairs, signed in."""
    with clock.pinned(DAY):
        ward = _line()
        officer = _person(ward, "can-bo-thi-dua", "0900000000")
        codes = typed_codes(figures)
        period = open_period(
            actor=officer,
            first_day=date(2026, 11, 1),
            last_day=date(2026, 11, 30),
            due_on=date(2026, 11, 30),
            asked=tuple(Asked(code) for code in codes),
        )
        return [_chair(ward, number, period) for number in range(units)]


def found_leaves(units: int) -> Actor:
    """Found a line with so many grassroots units below it, CS0 and on; return its top's officer."""
    top, ward = _ends_of_line()
    for number in range(units):
        org.found_unit(
            actor=SYSTEM,
            parent_id=ward,
            kind="cdcs",
            name=f"CĐCS số {number}",
            code=f"CS{number}",
            sector="doanh-nghiep",
            on=LONG_AGO,
        )
    return _person(top, "can-bo-thi-dua", "0900000009")


def officer_at(code: str) -> Actor:
    """Return a new officer of the unit with this code."""
    unit = apps.get_model("org", "Unit").objects.get(code=code)
    return _person(unit.public_id, "can-bo-thi-dua", f"092{unit.pk:07d}")


def typed_codes(figures: int) -> list[str]:
    """Return the codes of so many figures that a report types: whole ones, without parts."""
    rows = [row for row in indicators_in_force(DAY) if not row.derived and not row.part_of]
    return [row.code for row in rows[:figures]]


def _line() -> str:
    return _ends_of_line()[1]


def _ends_of_line() -> tuple[str, str]:
    """Found the line and return the public ids of its top and of its lowest unit."""
    made: list[str] = []
    for kind, name, code in (
        ("tong-lien-doan", "Tổng Liên đoàn", "TLD"),
        ("ldld-tinh", "LĐLĐ thành phố", "TP"),
        ("cd-xa-phuong", "Công đoàn phường", "PHUONG"),
    ):
        parent = made[-1] if made else None
        made.append(
            org.found_unit(
                actor=SYSTEM, parent_id=parent, kind=kind, name=name, code=code, on=LONG_AGO
            )
        )
    return made[0], made[-1]


def _person(unit_id: str, role: str, number: str) -> Actor:
    invite_person(
        actor=SYSTEM, unit_id=unit_id, role=role, full_name="Nguyễn Văn Bình", sign_in_name=number
    )
    user = get_user_model().objects.get(sign_in_name=number)
    actor = actor_for(user.pk, user.full_name, None)
    if actor is None:
        raise LookupError(number)
    return actor


def _chair(ward: str, number: int, period: str) -> Chair:
    unit = org.found_unit(
        actor=SYSTEM,
        parent_id=ward,
        kind="cdcs",
        name=f"CĐCS số {number}",
        code=f"CS{number}",
        sector="doanh-nghiep",
        on=LONG_AGO,
    )
    actor = _person(unit, "chu-tich-cdcs", f"091{number:07d}")
    report = start_report(actor=actor, period_id=period)
    csrf = _get_new_csrf_string()
    cookies = f"{settings.SESSION_COOKIE_NAME}={_session(actor.user_id)}; csrftoken={csrf}"
    return Chair(cookies, csrf, report, period)


def _session(user_id: int | None) -> str:
    """Sign a person in without the page: what is measured is the work, not the password hash."""
    user = get_user_model().objects.get(pk=user_id or 0)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = _BACKEND
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["seen"] = int(time.time())
    session.save()
    return str(session.session_key)
