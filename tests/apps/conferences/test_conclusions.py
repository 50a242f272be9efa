"""Conclusions: given to units below, kept with what is done, marked by the unit itself."""

from datetime import date

import pytest
from tests.apps.conferences.stage import fresh, hold, write

from thidua.apps.conferences import services
from thidua.apps.conferences.models import Assigned
from thidua.apps.conferences.queries import record_of, waiting_for
from thidua.apps.conferences.services import ALL_DIRECT, ConclusionDraft
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound

DUE = date(2026, 12, 1)


@pytest.fixture
def asked(country, officer, held):
    """A conclusion given to Ánh Dương by the held conference."""
    row = ConclusionDraft("Gửi báo cáo", country["anh-duong"].public_id, DUE)
    write(services.write_conclusions, officer, held, row)
    return Assigned.objects.get()


def mark(actor, assigned, *, done=True, remark=""):
    services.mark_conclusion(actor=actor, assigned_id=assigned.public_id, done=done, remark=remark)


def test_the_unit_sees_it_marks_it_and_it_goes(asked, chair, officer, held):
    assert [(w.text, w.day, w.asked) for w in waiting_for(chair)] == [("Gửi báo cáo", DUE, True)]
    mark(chair, asked, remark="Đã gửi")
    assert waiting_for(chair) == []
    one = record_of(officer, held.public_id).conclusions[0].assigned[0]
    assert (one.done_on, one.done_note, one.done_name) == (
        date(2026, 11, 22),
        "Đã gửi",
        chair.name,
    )
    mark(chair, asked, done=False)
    assert len(waiting_for(chair)) == 1


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("can-bo-thi-dua", "tu-liem", Forbidden),
        ("can-bo-cdcs", "anh-duong", Forbidden),
        ("chu-tich-cdcs", "binh-minh", NotFound),
        ("lanh-dao", "hue", NotFound),
    ],
)
def test_only_the_unit_itself_marks(country, asked, role, slug, refusal):
    with pytest.raises(refusal):
        mark(country.actor(role, slug), asked)


def test_what_is_done_stays_done_when_the_conclusions_are_written_again(
    country, officer, held, asked, chair
):
    mark(chair, asked)
    key = asked.conclusion.public_id
    first = ConclusionDraft("Việc mới", country["binh-minh"].public_id)
    kept = ConclusionDraft("Gửi báo cáo tháng 11", country["anh-duong"].public_id, DUE, key)
    write(services.write_conclusions, officer, held, first, kept)
    rows = record_of(officer, held.public_id).conclusions
    assert [row.text for row in rows] == ["Việc mới", "Gửi báo cáo tháng 11"]
    assert rows[1].assigned[0].done_on == date(2026, 11, 22)
    write(services.write_conclusions, officer, held, first)
    assert not Assigned.objects.filter(pk=asked.pk).exists()


def test_all_direct_units_are_asked_each_for_itself(country, officer, held):
    write(services.write_conclusions, officer, held, ConclusionDraft("Nộp danh sách", ALL_DIRECT))
    units = {row.unit for row in Assigned.objects.select_related("unit")}
    assert units == {country[slug] for slug in ("anh-duong", "binh-minh", "hoa-sen")}


def test_a_unit_below_reads_what_it_was_asked_and_nothing_of_others(country, officer, chair, held):
    other = ConclusionDraft("Việc của Bình Minh", country["binh-minh"].public_id)
    write(
        services.write_conclusions, officer, held, ConclusionDraft("Việc chung", ALL_DIRECT), other
    )
    seen = record_of(chair, held.public_id).conclusions
    assert [(one.text, [each.unit_id for each in one.assigned]) for one in seen] == [
        ("Việc chung", [chair.unit_id])
    ]
    assert len(record_of(officer, held.public_id).conclusions) == 2
    assert len(record_of(country.actor("lanh-dao", "ha-noi"), held.public_id).conclusions) == 2


@pytest.mark.parametrize("slug", ["ha-noi", "hue"])
def test_nothing_is_asked_of_units_above_or_beside(country, officer, held, slug):
    row = ConclusionDraft("Việc", country[slug].public_id)
    with pytest.raises(Invalid, match=r"conferences\.unit_not_below"):
        write(services.write_conclusions, officer, held, row)


def test_before_the_conference_nothing_waits_and_nothing_is_marked(
    country, officer, conference, chair
):
    row = ConclusionDraft("Việc", country["anh-duong"].public_id)
    write(services.write_conclusions, officer, conference, row)
    assert waiting_for(chair) == []
    with pytest.raises(Conflict, match=r"conferences\.not_held"):
        mark(chair, Assigned.objects.get())
    hold(officer, conference)
    assert len(waiting_for(chair)) == 1


def test_the_own_conference_waits_when_it_is_near(officer, conference):
    waiting = waiting_for(officer)
    assert [(w.text, w.asked) for w in waiting] == [(conference.title, False)]
    hold(officer, fresh(conference))
    assert waiting_for(officer) == []
