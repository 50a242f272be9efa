"""Initiatives of CĐCS Công ty Ánh Dương: one confirmed and praised, one that waits, one just begun."""

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.access.things import LEAF, Thing
from tests.conftest import Country
from tests.office.files_made_here import picture

from thidua.apps.files.services import keep_photos
from thidua.apps.initiatives.models import Initiative, InitiativePhoto
from thidua.apps.initiatives.services import (
    Author,
    InitiativeDraft,
    confirm_initiative,
    enter_initiative,
    praise_initiative,
)

WHOLE = InitiativeDraft(
    title="Giá treo Hoa Cúc",
    authors=(Author("Lưu Thị Hiền", Decimal(60)), Author("Mạc Văn Đạt", Decimal(40))),
    kind="ky-thuat",
    applied_on=date(2026, 9, 1),
    effect="Đỡ cúi người khi xếp hàng.",
    exclusion="khong",
    recognised_by="Giám đốc Công ty",
    recognition_no="15/QĐ-CT",
    recognised_on=date(2026, 11, 18),
    level="co-so",
)


def initiative_things(country: Country) -> dict[str, Thing]:
    """Return them, and the Excel form of the confirmed one."""
    chair = country.actor(*LEAF["own"])
    kept, _ = keep_photos([SimpleUploadedFile("anh.jpg", picture(size=(70, 41)))])
    done = enter_initiative(actor=chair, draft=WHOLE, photos=kept, send=True)
    confirm_initiative(actor=chair, initiative_id=done)
    praise_initiative(
        actor=chair,
        initiative_id=done,
        level="bo-tinh",
        praised_by="LĐLĐ thành phố",
        praised_on=date(2026, 11, 20),
    )
    waiting = enter_initiative(actor=chair, draft=_titled("Xe đẩy Hoa Huệ"), send=True)
    begun = enter_initiative(actor=chair, draft=InitiativeDraft(title="Kệ hàng Hoa Lan"))
    file_id = InitiativePhoto.objects.select_related("file").get().file.public_id
    ids = {"initiative_id": done, "file_id": file_id, "kind": "sang-kien"}
    return {
        "idea": Thing(LEAF, ids, WHOLE.title),
        "waiting": Thing(LEAF, {"initiative_id": waiting}, "Xe đẩy Hoa Huệ"),
        "deciding": Thing(
            LEAF,
            {"initiative_id": waiting},
            f'action="{reverse("initiatives:confirm", args=[waiting])}"',
        ),
        "sketch": Thing(LEAF, {"initiative_id": begun}, "Kệ hàng Hoa Lan"),
    }


def two_more_initiatives(country: Country, number: int) -> None:
    """Enter one more of each kind."""
    chair = country.actor(*LEAF["own"])
    done = enter_initiative(actor=chair, draft=_titled(f"Giá treo thêm {number}"), send=True)
    confirm_initiative(actor=chair, initiative_id=done)
    enter_initiative(actor=chair, draft=_titled(f"Giá treo chờ {number}"), send=True)


def version_of(initiative_id: str) -> int:
    """Return the version that a fresh form carries."""
    return Initiative.objects.get(public_id=initiative_id).version


def _titled(title: str) -> InitiativeDraft:
    return InitiativeDraft(**{**WHOLE.__dict__, "title": title})
