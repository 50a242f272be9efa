"""What the tests of pacts and registrations share: sound ones, photographs, what the ledger says."""

from dataclasses import replace
from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.office.files_made_here import picture

from thidua.apps.campaigns.models import Pact, Registration
from thidua.apps.campaigns.services.pacts import (
    CommitmentDraft,
    PactDraft,
    PartyDraft,
    draft_pact,
)
from thidua.apps.campaigns.services.registering import RegistrationDraft, register
from thidua.apps.figures.models import Indicator
from thidua.apps.figures.queries import stored_total
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.files.services import keep_photos

SIGNED = date(2026, 11, 20)
TASK = RegistrationDraft(
    kind="phan-viec", name="Phạm Thị Lan", text="Cải tiến giá để khuôn", goal="Giảm 10 phút mỗi ca"
)


def typed_pact(country, **changes):
    """A pact of the ward with one of its company unions and its employer."""
    pact = PactDraft(
        title="Giao ước thi đua năm 2026",
        place="Hội trường phường",
        signed_on=SIGNED,
        parties=(
            PartyDraft(
                unit_id=country["tu-liem"].public_id, representative="Lê Mai", post="Chủ tịch"
            ),
            PartyDraft(unit_id=country["anh-duong"].public_id, representative="Phạm Bình"),
            PartyDraft(
                name="Công ty Ánh Dương",
                kind="nguoi-su-dung-lao-dong",
                representative="Trần An",
                post="Giám đốc",
            ),
        ),
        commitments=(
            CommitmentDraft("Thi đua lao động giỏi"),
            CommitmentDraft("Đối thoại tại nơi làm việc", "doi-thoai", 2),
        ),
    )
    return replace(pact, **changes)


def make_pact(country, plan, **changes):
    """The ward's pact, still a draft."""
    actor = country.actor("can-bo-thi-dua", "tu-liem")
    public_id = draft_pact(
        actor=actor,
        unit_id=actor.unit_public_id,
        campaign_id=plan.public_id,
        pact=typed_pact(country, **changes),
    )
    return Pact.objects.get(public_id=public_id)


def enter(actor, plan, photos=(), **changes):
    """A registration of the actor's unit."""
    public_id = register(
        actor=actor,
        unit_id=actor.unit_public_id,
        campaign_id=plan.public_id,
        registration=replace(TASK, **changes),
        photos=photos,
    )
    return Registration.objects.get(public_id=public_id)


def photos(count=1):
    """Photographs that are safe on disk."""
    files = [
        SimpleUploadedFile("anh.jpg", picture(size=(40, 30 + number)), "image/jpeg")
        for number in range(count)
    ]
    return keep_photos(files)[0]


def counted(unit, code, day):
    """What the unit's total of one figure says for a day."""
    fold_pending()
    indicator = Indicator.objects.get(code=code)
    return stored_total(unit.pk, indicator.pk, day, day + timedelta(days=1)).sent
