"""Files of people: new accounts with letters, further posts, nobody merged on a name alone."""

import pytest
from tests.conftest import TODAY

from thidua.apps.accounts.models import AccessLink, User
from thidua.apps.accounts.queries import own_open_link, people_at
from thidua.apps.accounts.services import invite_person
from thidua.apps.accounts.services.importing import import_people
from thidua.apps.accounts.services.importing_people import plan_people
from thidua.apps.accounts.sheets import PEOPLE, people_rows
from thidua.apps.org.models import Assignment
from thidua.apps.org.queries import actor_for
from thidua.apps.org.services.importing_plan import AS_NEW, LEAVE_OUT, Source, Verdict
from thidua.domain.errors import Conflict
from thidua.office.sheets import read_workbook, write_rows

CHAIR = "Chủ tịch công đoàn cơ sở"


def line(name, login, unit="VN-ANH-DUONG", role=CHAIR):
    return {"unit": unit, "full_name": name, "sign_in_name": login, "role": role}


def read(*rows):
    return read_workbook(write_rows(PEOPLE, rows), PEOPLE)


def verdicts(actor, found, answers=None):
    return [str(one.verdict) for one in plan_people(actor, found, answers or {}).lines]


def faults(actor, found):
    return [(one.row, one.column, one.code) for one in plan_people(actor, found, {}).log]


def write(actor, found, answers=None):
    plan = plan_people(actor, found, answers or {})
    return import_people(
        actor=actor, source=Source("d", "a.xlsx", found), answers=answers or {}, seen=plan.seen
    )


@pytest.fixture
def leading(country):
    return country.actor("lanh-dao", "ha-noi")


@pytest.fixture
def hoa(country, leading):
    """Somebody who holds a post already, at Ánh Dương."""
    user_id = invite_person(
        actor=leading,
        unit_id=country["anh-duong"].public_id,
        role="chu-tich-cdcs",
        full_name="Nguyễn Thị Hoa",
        sign_in_name="0912000001",
    )
    return User.objects.get(public_id=user_id)


def test_new_people_can_be_invited_and_act(country, leading):
    found = read(
        line("Nguyễn Thị Hoa", 912000001),
        line("Trần  Văn Nam", "+84 912 000 002", "vn-binh-minh"),
        line("Nguyễn Thị Hoa", "0912000001", role="Cán bộ công đoàn cơ sở"),
    )
    write(leading, found)
    hoa = User.objects.get(sign_in_name="0912000001")
    actor = actor_for(hoa.pk, hoa.full_name, None)

    assert User.objects.get(sign_in_name="0912000002").full_name == "Trần Văn Nam"
    assert set(hoa.assignments.values_list("role", flat=True)) == {"chu-tich-cdcs", "can-bo-cdcs"}
    assert (actor.unit_id, hoa.contact_phone) == (country["anh-duong"].pk, "0912000001")
    assert not hoa.has_usable_password()
    assert own_open_link(leading, hoa.public_id) is not None
    assert {row.full_name for row in people_at(leading, country["binh-minh"]).rows} == {
        "Trần Văn Nam"
    }
    assert verdicts(leading, found) == ["same", "same", "same"]


def test_a_known_number_is_confirmed_before_a_further_post(leading, hoa):
    found = read(line("nguyễn thị hoa", "0912 000 001", "VN-BINH-MINH"))
    [asked] = plan_people(leading, found, {}).lines

    assert asked.verdict is Verdict.ASKED
    assert not asked.may_be_new
    assert verdicts(leading, found, {4: AS_NEW}) == ["asked"]
    write(leading, found, {4: hoa.public_id})
    assert hoa.assignments.count() == 2
    assert User.objects.filter(full_name_fold=hoa.full_name_fold).count() == 1
    assert AccessLink.objects.filter(user=hoa, withdrawn_at=None).count() == 1


def test_a_name_alone_is_asked_about(leading, hoa):
    found = read(line("Nguyễn thị Hoa", "0912000009", role="can-bo-cdcs"))

    assert verdicts(leading, found) == ["asked"]
    assert verdicts(leading, found, {4: LEAVE_OUT}) == ["left_out"]
    write(leading, found, {4: hoa.public_id})
    assert not User.objects.filter(sign_in_name="0912000009").exists()
    assert hoa.assignments.count() == 2


def test_another_person_of_the_same_name_may_be_new(leading, hoa):
    found = read(line("Nguyễn Thị Hoa", "0912000009"))
    write(leading, found, {4: AS_NEW})

    assert User.objects.filter(full_name="Nguyễn Thị Hoa").count() == 2


def test_two_rows_of_one_name_at_one_unit_are_asked_about(leading):
    found = read(line("Lê Văn An", "0912000007"), line("LÊ VĂN AN", "0912000008"))

    assert verdicts(leading, found) == ["new", "asked"]
    assert verdicts(leading, found, {5: AS_NEW}) == ["new", "new"]


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (line("Hoa", "0912000005"), "full_name", "accounts.name_form"),
        (line("Lê Văn An", "12345"), "sign_in_name", "accounts.bad_sign_in_name"),
        (line("Lê Văn An", "0912000001"), "", "accounts.name_of_another"),
        (line("Lê Văn An", "0912000005", "VN-HUE"), "unit", "sheets.unit_unknown"),
        (line("Lê Văn An", "0912000005", "VN-TLD"), "unit", "sheets.not_reached"),
        (line("Lê Văn An", "0912000005", "VN-CAU-DIEN"), "", "org.not_living"),
        (line("Lê Văn An", "0912000005", role="quan-tri"), "", "org.role_not_given"),
        (line("Lê Văn An", "0912000005", role="Thủ quỹ"), "role", "sheets.not_listed"),
    ],
)
def test_what_cannot_be_is_named_in_its_row(leading, hoa, row, column, code):
    assert faults(leading, read(row)) == [(4, column, code)]


def test_a_row_twice_and_a_number_of_two_names_are_named(leading):
    found = read(
        line("Lê Văn An", "0912000005"),
        line("Lê Văn An", "0912.000.005"),
        line("Lê Văn Bình", "0912000005", "VN-BINH-MINH"),
    )

    assert [(row, code) for row, _, code in faults(leading, found)] == [
        (5, "sheets.twice"),
        (6, "sheets.twice_differs"),
    ]


def test_a_chair_fills_the_own_unit_only(country, chair):
    found = read(
        line("Lê Văn An", "0912000005", role="can-bo-cdcs"),
        line("Lê Văn Bình", "0912000006", "VN-BINH-MINH", "can-bo-cdcs"),
        line("Lê Văn Cường", "0912000007"),
    )
    plan = plan_people(chair, found, {})
    write(chair, found)

    assert [problem.code for problem in plan.log] == ["sheets.unit_unknown", "org.role_not_given"]
    assert Assignment.objects.filter(user__sign_in_name="0912000005").exists()
    assert not User.objects.filter(sign_in_name__in=["0912000006", "0912000007"]).exists()


def test_what_changed_since_the_preview_is_shown_again(country, leading):
    found = read(line("Nguyễn Thị Hoa", "0912000001"))
    seen = plan_people(leading, found, {}).seen
    invite_person(
        actor=leading,
        unit_id=country["binh-minh"].public_id,
        role="chu-tich-cdcs",
        full_name="Trần Văn Khác",
        sign_in_name="0912000001",
    )

    with pytest.raises(Conflict) as refusal:
        import_people(actor=leading, source=Source("d", "a", found), answers={}, seen=seen)
    assert refusal.value.code == "sheets.changed"


def test_what_is_exported_comes_back_unchanged_and_stays_within_reach(country, leading, hoa):
    country.person("chu-tich-cdcs", "song-huong")
    rows = list(people_rows(leading, TODAY))
    found = read_workbook(write_rows(PEOPLE, rows), PEOPLE)

    assert [row["unit"] for row in rows if row["unit"] == "VN-SONG-HUONG"] == []
    assert [row for row in rows if row["full_name"] == "Nguyễn Thị Hoa"] == [
        {
            "unit": "VN-ANH-DUONG",
            "full_name": "Nguyễn Thị Hoa",
            "sign_in_name": "0912 000 001",
            "role": CHAIR,
        }
    ]
    assert "same" in verdicts(leading, found)
