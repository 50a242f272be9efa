"""What all tests share: a pinned day, a small country founded through services, people in posts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model
from django.test import Client

from thidua.apps.org import queries, services
from thidua.apps.org.models import Placement, Unit, UnitName, UnitPath
from thidua.base.actor import SYSTEM, Actor
from thidua.base.models import AuditBlock, AuditEvent, AuditPayload
from thidua.domain.access.roles import ROLES
from thidua.text.collate import person_sort_key
from thidua.text.fold import fold

TODAY = date(2026, 11, 22)
FOUNDED = date(2015, 1, 1)
REFORM = date(2025, 7, 1)
_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"

_TABLES = (Unit, UnitName, Placement, UnitPath, AuditBlock, AuditEvent, AuditPayload)
_rows: dict[type[Model], list[Model]] = {}

# slug: (kind, superior, side superior, name, short name, first day)
_UNITS = {
    "tld": ("tong-lien-doan", None, None, "Tổng Liên đoàn Lao động Việt Nam", "TLĐ", FOUNDED),
    "giao-duc": ("cd-nganh-trung-uong", "tld", None, "Công đoàn Giáo dục Việt Nam", "", FOUNDED),
    "ha-noi": ("ldld-tinh", "tld", None, "LĐLĐ thành phố Hà Nội", "LĐLĐ TP Hà Nội", FOUNDED),
    "hue": ("ldld-tinh", "tld", None, "LĐLĐ thành phố Huế", "", FOUNDED),
    "giao-duc-hn": (
        "cd-nganh-dia-phuong", "ha-noi", "giao-duc", "Công đoàn Giáo dục Hà Nội", "", FOUNDED,
    ),
    "nam-tu-liem": ("ldld-huyen", "ha-noi", None, "LĐLĐ quận Nam Từ Liêm", "", FOUNDED),
    "cau-dien": ("cdcs", "nam-tu-liem", None, "Công đoàn phường Cầu Diễn", "", FOUNDED),
    "tu-liem": ("cd-xa-phuong", "ha-noi", None, "Công đoàn phường Từ Liêm", "", REFORM),
    "anh-duong": ("cdcs", "tu-liem", None, "CĐCS Công ty Ánh Dương", "Ánh Dương", REFORM),
    "binh-minh": ("cdcs", "tu-liem", None, "CĐCS Công ty Bình Minh", "Bình Minh", REFORM),
    "hoa-sen": ("cdcs", "tu-liem", "giao-duc-hn", "CĐCS Trường Mầm non Hoa Sen", "", REFORM),
    "song-huong": ("cdcs", "hue", None, "CĐCS Công ty Sông Hương", "", REFORM),
}  # fmt: skip


@dataclass(frozen=True)
class Person:
    """A signed-in person under one post."""

    user: object
    post_id: str
    actor: Actor


@dataclass
class Country:
    """Units by slug, and people made when a test asks for them."""

    units: dict[str, Unit]
    _people: dict[tuple[str, str], Person] = field(default_factory=dict)

    def __getitem__(self, slug: str) -> Unit:
        return self.units[slug]

    def slug_of(self, unit_id: int) -> str:
        return next(slug for slug, unit in self.units.items() if unit.pk == unit_id)

    def person(self, role: str, slug: str) -> Person:
        """The one person who holds this role at this unit."""
        if (role, slug) not in self._people:
            user = make_user(f"{role}-{slug}", f"{ROLES[role].name} {slug}")
            post = services.assign_post(
                actor=SYSTEM,
                user_id=user.pk,
                role=role,
                unit_id=self.units[slug].public_id,
                valid_from=TODAY.replace(month=1, day=1),
            )
            actor = queries.actor_for(user.pk, user.full_name, post)
            self._people[role, slug] = Person(user, post, actor)
        return self._people[role, slug]

    def actor(self, role: str, slug: str) -> Actor:
        return self.person(role, slug).actor


def make_user(sign_in_name: str, full_name: str):
    """A person without a post and without a password."""
    user = get_user_model()(
        sign_in_name=sign_in_name,
        full_name=full_name,
        full_name_fold=fold(full_name),
        sort_key=person_sort_key(full_name),
        must_set_password=False,
    )
    user.set_unusable_password()
    user.save()
    return user


def make_country() -> Country:
    """The small country; founded through services once, then copied row by row (0.4 s saved)."""
    if _rows:
        for model, rows in _rows.items():
            model._base_manager.bulk_create(rows)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), list(_rows)):
                cursor.execute(statement)
    else:
        _found_country()
        _rows.update({model: list(model._base_manager.all()) for model in _TABLES})
    units = Unit.objects.in_bulk([f"VN-{slug.upper()}" for slug in _UNITS], field_name="code")
    return Country({slug: units[f"VN-{slug.upper()}"] for slug in _UNITS})


def _found_country() -> None:
    """Found every unit; the district and its ward union end with the reform."""
    ids: dict[str, str] = {}
    for slug, (kind, parent, side, name, short, on) in _UNITS.items():
        ids[slug] = services.found_unit(
            actor=SYSTEM,
            parent_id=ids.get(parent),
            kind=kind,
            name=name,
            short_name=short,
            code=f"VN-{slug}",
            on=on,
            side_parent_id=ids.get(side),
        )
    services.end_unit(actor=SYSTEM, unit_id=ids["cau-dien"], on=REFORM)
    services.end_unit(actor=SYSTEM, unit_id=ids["nam-tu-liem"], on=REFORM)


@pytest.fixture
def frozen_day(settings) -> date:
    """Today is the demonstration's day, in every thread."""
    settings.THIDUA_PINNED_DAY = TODAY.isoformat()
    return TODAY


@pytest.fixture
def country(db, frozen_day) -> Country:
    return make_country()


@pytest.fixture
def admin(country) -> Actor:
    return country.actor("quan-tri", "tld")


@pytest.fixture
def leader(country) -> Actor:
    return country.actor("lanh-dao", "ha-noi")


@pytest.fixture
def officer(country) -> Actor:
    return country.actor("can-bo-thi-dua", "tu-liem")


@pytest.fixture
def chair(country) -> Actor:
    return country.actor("chu-tich-cdcs", "anh-duong")


@pytest.fixture
def helper(country) -> Actor:
    return country.actor("can-bo-cdcs", "anh-duong")


@pytest.fixture
def client_of(country) -> Callable[[str, str], Client]:
    """`client_of(role, slug)`: a browser signed in, with a second factor, under that post."""

    def sign_in(role: str, slug: str) -> Client:
        person = country.person(role, slug)
        Authenticator.objects.get_or_create(
            user=person.user, type=Authenticator.Type.TOTP, defaults={"data": {}}
        )
        client = Client()
        client.force_login(person.user, backend=_BACKEND)
        session = client.session
        session["assignment"] = person.post_id
        session.save()
        return client

    return sign_in


@pytest.fixture
def poor_statistics(db):
    """PostgreSQL believes its tables empty, as it may after a roll-back; a statement gets 20 s.

    Without care such a statement takes minutes. The check of deferred constraints behind the test,
    with the same beliefs, is not what is timed.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone()[0]:
            cursor.execute(
                "UPDATE pg_class SET relpages = 1, reltuples = 0"
                " WHERE relname LIKE 'org\\_%' OR relname LIKE 'figures\\_%'"
            )
            cursor.execute("SET LOCAL statement_timeout = '20s'")
    yield
    if not connection.needs_rollback:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")
