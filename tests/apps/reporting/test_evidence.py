"""Proofs: several photographs at once, the limit, what a required proof does, taking one off."""

from io import BytesIO

import pytest
from PIL import Image
from tests.apps.reporting.stage import send

from thidua.apps.files.services import keep_photo
from thidua.apps.reporting.queries import evidence_file, report_for
from thidua.apps.reporting.services import MOST_PHOTOS, attach_evidence, remove_evidence
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound


def photo(shade=0):
    out = BytesIO()
    Image.new("RGB", (8, 8), (shade, 0, 0)).save(out, "JPEG")
    return keep_photo(uploaded_name=f"anh-{shade}.jpg", data=out.getvalue())


def attach(report, actor, count=1, **more):
    attach_evidence(
        actor=actor, report_id=report.public_id, photos=[photo(n) for n in range(count)], **more
    )


def test_several_photographs_at_once_prove_one_figure(draft, chair):
    attach(draft, chair, 3, indicator="suat-qua", caption=" Trao  quà ")
    photos = report_for(chair, draft.public_id).photos
    assert [(one.code, one.caption) for one in photos] == [("suat-qua", "Trao quà")] * 3
    assert photos[0].name == "anh-0.jpg"
    send(draft, chair, **{"doi-thoai": 0, "suat-qua": 12})
    assert draft.state == "sent"


def test_a_proof_of_the_whole_report_does_not_prove_a_figure(draft, chair):
    attach(draft, chair)
    with pytest.raises(Invalid, match=r"reports\.missing"):
        send(draft, chair, **{"doi-thoai": 0, "suat-qua": 12})


def test_there_is_a_limit_for_a_report(draft, chair, monkeypatch):
    monkeypatch.setattr("thidua.apps.reporting.services.evidence.MOST_PHOTOS", 2)
    attach(draft, chair, 2)
    with pytest.raises(Invalid) as refused:
        attach(draft, chair)
    assert refused.value.params == {"there": 2, "limit": 2}
    assert draft.evidence.count() == 2
    assert MOST_PHOTOS == 60


def test_a_photograph_comes_off_while_the_report_is_open(draft, chair):
    attach(draft, chair)
    file_id = report_for(chair, draft.public_id).photos[0].file_id
    remove_evidence(actor=chair, report_id=draft.public_id, file_id=file_id)
    assert report_for(chair, draft.public_id).photos == []
    with pytest.raises(NotFound):
        remove_evidence(actor=chair, report_id=draft.public_id, file_id=file_id)


def test_proofs_of_a_sent_report_are_locked(draft, chair):
    attach(draft, chair)
    send(draft, chair, **{"doi-thoai": 0, "suat-qua": 0})
    file_id = report_for(chair, draft.public_id).photos[0].file_id
    with pytest.raises(Conflict, match=r"reports\.locked"):
        attach(draft, chair)
    with pytest.raises(Conflict, match=r"reports\.locked"):
        remove_evidence(actor=chair, report_id=draft.public_id, file_id=file_id)


def test_a_proof_opens_only_under_its_report_for_those_who_see_it(draft, chair, officer, country):
    attach(draft, chair)
    file_id = report_for(chair, draft.public_id).photos[0].file_id
    assert evidence_file(chair, draft.public_id, file_id).public_id == file_id
    with pytest.raises(NotFound):
        evidence_file(officer, draft.public_id, file_id)
    send(draft, chair, **{"doi-thoai": 0, "suat-qua": 0})
    assert evidence_file(officer, draft.public_id, file_id).public_id == file_id
    for stranger in (
        country.actor("chu-tich-cdcs", "binh-minh"),
        country.actor("lanh-dao", "hue"),
        country.actor("quan-tri", "tld"),
    ):
        with pytest.raises(NotFound):
            evidence_file(stranger, draft.public_id, file_id)
    with pytest.raises(NotFound):
        evidence_file(chair, "bc_other", file_id)


def test_others_attach_nothing(draft, officer):
    with pytest.raises(Forbidden):
        attach(draft, officer)
