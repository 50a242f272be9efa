"""Entering: kept as a draft whatever is missing, submitted only whole; whose hand it is."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.apps.initiatives.stage import draft
from tests.office.files_made_here import picture

from thidua.apps.files.models import StoredFile
from thidua.apps.files.services import keep_photos
from thidua.apps.initiatives.models import Initiative
from thidua.apps.initiatives.services import (
    Author,
    InitiativeDraft,
    confirm_initiative,
    drop_initiative,
    edit_initiative,
    enter_initiative,
    remove_initiative_photo,
)
from thidua.domain.errors import Conflict, DomainError, Forbidden, Invalid, NotFound


def row(public_id: str) -> Initiative:
    return Initiative.objects.get(public_id=public_id)


def photos(*sizes):
    uploads = [SimpleUploadedFile("anh.jpg", picture(size=size)) for size in sizes]
    return keep_photos(uploads)[0]


def test_a_draft_needs_no_more_than_a_title(member):
    made = row(enter_initiative(actor=member, draft=InitiativeDraft(title="  Xe   đẩy ")))

    assert (made.title, made.state, made.entered_by) == ("Xe đẩy", "draft", member.user_id)
    with pytest.raises(Invalid, match="no_title"):
        enter_initiative(actor=member, draft=InitiativeDraft(title=" \u200b "))


def test_what_is_whole_is_submitted_with_its_authors_in_order(member):
    made = row(enter_initiative(actor=member, draft=draft(), send=True))

    assert made.state == "submitted"
    assert [(a.name, a.share) for a in made.authors.all()] == [
        ("Nguyễn Văn An", Decimal("60.00")),
        ("Trần Thị Bình", Decimal("40.00")),
    ]
    assert made.search_fold == "cai tien gia treo do nghe nguyen van an tran thi binh 15 qd ct"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"authors": ()}, "initiatives.no_author"),
        ({"authors": (Author("An", Decimal(90)),)}, "initiatives.shares"),
        ({"kind": ""}, "initiatives.no_kind"),
        ({"kind": "phep-mau"}, "initiatives.unknown"),
        ({"applied_on": None}, "initiatives.no_applied_on"),
        ({"benefit": None}, "initiatives.no_effect"),
        ({"reckoning": ""}, "initiatives.no_reckoning"),
        ({"benefit": -1}, "initiatives.benefit"),
        ({"exclusion": ""}, "initiatives.exclusion_unsaid"),
        ({"exclusion": "dang-bao-ho"}, "initiatives.protected"),
        ({"recognised_on": date(2026, 8, 31)}, "initiatives.older_than_applied"),
        ({"recognised_on": date(2026, 11, 23)}, "initiatives.future"),
        ({"recognition_no": ""}, "initiatives.not_recognised"),
        ({"recognised_on": None}, "initiatives.not_recognised"),
        ({"level": ""}, "initiatives.not_recognised"),
        ({"programme": "mot-trieu-sang-kien"}, "initiatives.outside_window"),
        ({"programme": "khong-co"}, "initiatives.unknown"),
        (
            {"applied_on": date(2025, 6, 1), "recognised_on": date(2025, 6, 30)},
            "initiatives.unit_not_living",
        ),
        ({"title": "A" * 301}, "initiatives.text_long"),
    ],
)
def test_what_is_not_whole_is_not_submitted_and_nothing_of_it_is_kept(member, changes, code):
    with pytest.raises(DomainError) as refusal:
        enter_initiative(actor=member, draft=draft(**changes), send=True)
    assert refusal.value.code == code
    assert not Initiative.objects.exists()


def test_an_effect_in_words_stands_for_money(member):
    given = draft(benefit=None, reckoning="", effect="An toàn hơn.")
    assert row(enter_initiative(actor=member, draft=given, send=True)).state == "submitted"


def test_of_a_confidential_one_only_title_and_effect_are_kept(member):
    made = row(enter_initiative(actor=member, draft=draft(confidential=True), send=True))

    assert (made.problem, made.solution) == ("", "")
    assert (made.benefit, made.title) == (12_500_000, "Cải tiến giá treo đồ nghề")


def test_a_draft_that_becomes_confidential_loses_its_description(member):
    made = enter_initiative(actor=member, draft=draft())
    edit_initiative(actor=member, initiative_id=made, version=1, draft=draft(confidential=True))
    assert row(made).solution == ""


def test_an_author_with_an_account_at_the_unit_is_known(country, member, chair):
    named = Author(chair.name, Decimal(100))
    made = row(enter_initiative(actor=member, draft=draft(authors=(named,)), send=True))
    assert made.authors.get().user_id == chair.user_id


def test_only_what_nobody_has_to_confirm_is_changed(member):
    made = enter_initiative(actor=member, draft=draft(), send=True)
    with pytest.raises(Conflict, match="locked"):
        edit_initiative(actor=member, initiative_id=made, version=1, draft=draft())


def test_of_two_who_change_it_the_second_is_told(member, chair):
    made = enter_initiative(actor=member, draft=draft())
    edit_initiative(actor=chair, initiative_id=made, version=1, draft=draft(field="An toàn"))
    with pytest.raises(Conflict, match=r"base\.stale"):
        edit_initiative(actor=member, initiative_id=made, version=1, draft=draft())
    assert row(made).field == "An toàn"


def test_a_member_changes_the_own_hand_only(country, member, chair):
    other = enter_initiative(actor=chair, draft=draft())
    with pytest.raises(NotFound):
        edit_initiative(actor=member, initiative_id=other, version=1, draft=draft())
    with pytest.raises(NotFound):
        drop_initiative(actor=member, initiative_id=other)
    assert row(other).state == "draft"


def test_nobody_enters_for_another_unit(country, member):
    made = enter_initiative(actor=member, draft=draft())
    with pytest.raises(NotFound):
        drop_initiative(actor=country.actor("chu-tich-cdcs", "binh-minh"), initiative_id=made)
    with pytest.raises(Forbidden):
        drop_initiative(actor=country.actor("lanh-dao", "tu-liem"), initiative_id=made)


def test_who_entered_it_takes_it_off_until_it_is_confirmed(member, chair):
    made = enter_initiative(actor=member, draft=draft(), send=True)
    drop_initiative(actor=member, initiative_id=made)
    assert row(made).state == "withdrawn"

    other = enter_initiative(actor=member, draft=draft(), send=True)
    confirm_initiative(actor=chair, initiative_id=other)
    with pytest.raises(Conflict):
        drop_initiative(actor=member, initiative_id=other)


def test_photographs_are_kept_up_to_a_limit_and_taken_off(member):
    made = enter_initiative(actor=member, draft=draft(), photos=photos((64, 40), (64, 41)))
    file_id = row(made).photos.first().file.public_id

    remove_initiative_photo(actor=member, initiative_id=made, file_id=file_id)
    assert row(made).photos.count() == StoredFile.objects.count() == 1
    with pytest.raises(NotFound):
        remove_initiative_photo(actor=member, initiative_id=made, file_id=file_id)

    many = photos(*((64, 50 + n) for n in range(20)))
    with pytest.raises(Invalid, match="photos_many"):
        edit_initiative(actor=member, initiative_id=made, version=1, draft=draft(), photos=many)
    assert row(made).photos.count() == 1


def test_a_second_press_makes_no_second_initiative(member):
    keyed = member.with_key("một lần")
    assert enter_initiative(actor=keyed, draft=draft()) == enter_initiative(
        actor=keyed, draft=draft()
    )
    assert Initiative.objects.count() == 1
