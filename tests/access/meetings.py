"""A held conference of Công đoàn phường Từ Liêm, one to come, one at the grassroots."""

from dataclasses import replace
from datetime import date

from tests.access.things import LEAF, MIDDLE, Thing
from tests.conftest import Country
from tests.office.files_made_here import picture

from thidua.apps.conferences import services
from thidua.apps.conferences.models import Assigned, ConferencePhoto
from thidua.apps.files.services import keep_photo

_HELD = services.ConferenceDraft(
    kinds=("phat-dong",),
    title="Hội nghị Hoa Ban",
    on_day=date(2026, 11, 20),
    note="Ghi chú hoa sữa của riêng đơn vị",
)


def meeting_things(country: Country, campaign_id: str) -> dict[str, Thing]:
    """Return the conferences, the guest, the note, the photographs, what was asked of a unit."""
    leader = country.actor(*MIDDLE["own"])
    held = _planned(country, MIDDLE, replace(_HELD, campaign_id=campaign_id))
    coming = _planned(country, MIDDLE, replace(_HELD, title="Hội nghị sắp tới"))
    given = {"actor": leader, "conference_id": held}
    guest = services.PersonDraft("guest", "Phan Thị Khách Mời")
    services.write_people(**given, version=1, rows=[guest])
    asked = services.ConclusionDraft("Gửi danh sách", country["anh-duong"].public_id)
    services.write_conclusions(**given, version=2, rows=[asked])
    services.hold_conference(**given)
    for consent in (True, False):
        photos = [keep_photo(uploaded_name="anh.jpg", data=picture())]
        services.attach_conference_photos(**given, photos=photos, consent=consent)
    files = dict(ConferencePhoto.objects.values_list("consent", "file__public_id"))
    ids = {"conference_id": held, "part": "dai-bieu", "campaign_id": campaign_id}
    meeting = Thing(MIDDLE, ids, _HELD.title)
    leaf = _planned(country, LEAF, replace(_HELD, title="Hội nghị cơ sở"))
    return {
        "meeting": meeting,
        "guest": replace(meeting, marker="Phan Thị Khách Mời"),
        "jotted": replace(meeting, marker=_HELD.note),
        "invited": replace(meeting, ids=ids | {"place": "1"}, marker="Phan Thị Khách Mời"),
        "printed": replace(meeting, ids=ids | {"which": "chuong-trinh"}),
        "coming": Thing(MIDDLE, {"conference_id": coming}),
        "shared": Thing(MIDDLE, ids | {"file_id": files[True]}),
        "unasked": Thing(MIDDLE, ids | {"file_id": files[False]}),
        "leafmeet": Thing(LEAF, {"conference_id": leaf}, "Hội nghị cơ sở"),
        "asked": Thing(LEAF, ids | {"assigned_id": Assigned.objects.get().public_id}),
    }


def _planned(country: Country, cast: object, draft: services.ConferenceDraft) -> str:
    actor = country.actor(*cast["own"])
    return services.plan_conference(actor=actor, unit_id=actor.unit_public_id, draft=draft)
