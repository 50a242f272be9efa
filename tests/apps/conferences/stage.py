"""The stage of conference tests: one of Công đoàn phường Từ Liêm, planned, and one held."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO

import pytest
from PIL import Image

from thidua.apps.conferences import services
from thidua.apps.conferences.models import Conference
from thidua.apps.files.services import keep_photo

DRAFT = services.ConferenceDraft(
    kinds=("phat-dong", "ky-giao-uoc"),
    title="Hội nghị phát động thi đua năm 2026",
    on_day=date(2026, 11, 20),
    starts_at=time(8),
    place="Hội trường phường",
    significance="diễn ra Đại hội đại biểu toàn quốc lần thứ XIV của Đảng\nbầu cử",
    note="Ghi chú chỉ đơn vị đọc",
)
PROGRAMME = (
    services.ItemDraft("Phát động thi đua", time(8), "launch", "Trần Văn A, Chủ tịch"),
    services.ItemDraft("chỉ đạo", time(9), "speech", "Lê Thị B, Phó Chủ tịch"),
)
GUEST = services.PersonDraft("guest", "Phạm Thị Khách", "Giám đốc", "Công ty X", "confirmed")
CHAIR = services.PersonDraft("chair", "Trần Văn A", "Chủ tịch", "Công đoàn phường Từ Liêm")


def planned(officer, **changes):
    made = services.plan_conference(
        actor=officer, unit_id=officer.unit_public_id, draft=replace(DRAFT, **changes)
    )
    return Conference.objects.get(public_id=made)


def fresh(row):
    return Conference.objects.get(pk=row.pk)


def write(operation, actor, row, *rows):
    operation(actor=actor, conference_id=row.public_id, version=fresh(row).version, rows=list(rows))


def hold(actor, row, **outcome):
    services.hold_conference(actor=actor, conference_id=row.public_id, **outcome)
    return fresh(row)


def photo(shade=0):
    out = BytesIO()
    Image.new("RGB", (8, 8), (shade, 0, 0)).save(out, "JPEG")
    return keep_photo(uploaded_name=f"anh-{shade}.jpg", data=out.getvalue())


@pytest.fixture
def conference(officer):
    return planned(officer)


@pytest.fixture
def held(officer, conference):
    return hold(officer, conference, attended=80)
