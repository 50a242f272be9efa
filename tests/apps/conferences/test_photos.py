"""Photographs: without consent they stay inside the unit, also under their own address."""

import pytest
from tests.apps.conferences.stage import photo

from thidua.apps.conferences import services
from thidua.apps.conferences.queries import photo_file, record_of
from thidua.domain.errors import Forbidden, Invalid, NotFound


def attach(actor, row, count=1, **more):
    services.attach_conference_photos(
        actor=actor,
        conference_id=row.public_id,
        photos=[photo(n) for n in range(count)],
        **more,
    )
    return [p.file_id for p in record_of(actor, row.public_id).photos]


def change(actor, row, file_id, consent):
    services.change_conference_photo(
        actor=actor, conference_id=row.public_id, file_id=file_id, caption="Ký", consent=consent
    )


def seen_by(actor, row, file_id):
    try:
        photo_file(actor, row.public_id, file_id)
    except NotFound:
        return False
    return file_id in {p.file_id for p in record_of(actor, row.public_id).photos}


OTHERS = (("lanh-dao", "ha-noi"), ("chu-tich-cdcs", "anh-duong"))


@pytest.mark.parametrize(("role", "slug"), OTHERS)
def test_other_units_see_a_photograph_only_with_consent(country, officer, held, role, slug):
    file_id = attach(officer, held)[0]
    other = country.actor(role, slug)
    assert seen_by(officer, held, file_id)
    assert not seen_by(other, held, file_id)
    change(officer, held, file_id, consent=True)
    assert seen_by(other, held, file_id)
    change(officer, held, file_id, consent=False)
    assert not seen_by(other, held, file_id)


def test_a_stranger_sees_none_at_all(country, officer, held):
    file_id = attach(officer, held, consent=True)[0]
    with pytest.raises(NotFound):
        photo_file(country.actor("lanh-dao", "hue"), held.public_id, file_id)


def test_a_photograph_comes_off_also_after_cancelling(officer, conference):
    file_id = attach(officer, conference)[0]
    services.cancel_conference(actor=officer, conference_id=conference.public_id, reason="Bão")
    given = {"actor": officer, "conference_id": conference.public_id, "file_id": file_id}
    services.remove_conference_photo(**given)
    assert record_of(officer, conference.public_id).photos == []
    with pytest.raises(NotFound):
        services.remove_conference_photo(**given)


def test_there_is_a_limit(officer, held, monkeypatch):
    monkeypatch.setattr("thidua.apps.conferences.services.photos.MOST_PHOTOS", 2)
    attach(officer, held, 2)
    with pytest.raises(Invalid, match=r"conferences\.photos_many"):
        attach(officer, held)
    assert services.MOST_PHOTOS == 60


def test_others_attach_nothing(chair, held):
    with pytest.raises(Forbidden):
        attach(chair, held)
