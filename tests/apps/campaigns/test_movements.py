"""Movements: the lawbook's are installed and followed, a unit keeps its own, plans carry both."""

from datetime import date

import pytest
from tests.apps.campaigns.cascade import boss, drafted, event_of, launched

from thidua.apps.campaigns.models import Movement
from thidua.apps.campaigns.queries import (
    campaigns_carrying,
    movement_for,
    movement_ids,
    movements_in_sight,
    movements_to_carry,
    times_carried,
)
from thidua.apps.campaigns.services.movements import (
    MovementDraft,
    add_movement,
    edit_movement,
    install_movements,
)
from thidua.base.actor import SYSTEM
from thidua.base.messages import sentence
from thidua.domain.errors import Forbidden, Invalid, NotFound
from thidua.domain.spans import OPEN_END
from thidua.lawbook.movements import movement_called, standard_movements

TREE = MovementDraft("Tre xanh", since=date(2026, 1, 1), last_day=date(2026, 12, 31))


def added(country, slug, movement=TREE):
    public_id = add_movement(
        actor=boss(country, slug), unit_id=country[slug].public_id, movement=movement
    )
    return Movement.objects.get(public_id=public_id)


def test_installing_again_follows_the_lawbook_and_keeps_the_ids(db):
    install_movements(actor=SYSTEM)
    before = dict(Movement.objects.values_list("code", "public_id"))
    Movement.objects.filter(code="gioi-viec-nuoc").update(name="Cũ")

    install_movements(actor=SYSTEM)

    assert dict(Movement.objects.values_list("code", "public_id")) == before
    assert Movement.objects.get(code="gioi-viec-nuoc").name == "Giỏi việc nước, đảm việc nhà"


def test_what_no_source_gives_is_not_made_up(db):
    install_movements(actor=SYSTEM)

    known = Movement.objects.get(code="cao-toc-500-ngay-dem")
    assert (known.since_known, known.valid_from) == (True, date(2024, 8, 18))
    unknown = Movement.objects.get(code="on-ly-thuyet")
    assert (unknown.since_known, unknown.launched_by, unknown.launcher) == (False, "khac", "")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Lao động giỏi", "lao-dong-gioi-sang-tao"),
        ("Giỏi việc nước - Đảm việc nhà", "gioi-viec-nuoc"),
        ("Xanh - Sạch - Đẹp - An toàn", "xanh-sach-dep"),
        ("1 triệu sáng kiến", "trieu-sang-kien"),
        ("cán bộ, công chức, viên chức nói không với tiêu cực", "noi-khong-voi-tieu-cuc"),
    ],
)
def test_a_movement_is_known_by_the_ways_plans_write_it(written, code):
    assert movement_called(written).code == code


def test_every_movement_of_the_lawbook_has_its_own_name():
    names = [name for m in standard_movements().values() for name in (m.name, *m.also)]

    assert len(names) == len(set(names))


def test_a_unit_keeps_its_own(country):
    movement = added(country, "tu-liem")

    assert (movement.unit, movement.code, movement.launched_by) == (
        country["tu-liem"],
        None,
        "don-vi",
    )
    assert (movement.valid_from, movement.valid_until) == (date(2026, 1, 1), date(2027, 1, 1))
    assert event_of("add_movement").subject_id == movement.public_id

    edit_movement(
        actor=boss(country, "tu-liem"),
        movement_id=movement.public_id,
        movement=MovementDraft("Tre xanh mãi", kind="chuong-trinh"),
    )

    movement.refresh_from_db()
    assert (movement.name, movement.kind, movement.since_known) == (
        "Tre xanh mãi",
        "chuong-trinh",
        False,
    )
    assert movement.valid_until == OPEN_END


@pytest.mark.parametrize(
    ("movement", "field", "words"),
    [
        (MovementDraft(" "), "name", "Chưa nhập tên phong trào."),
        (MovementDraft("Tre xanh"), "name", "Đơn vị đã có phong trào “Tre xanh”."),
        (
            MovementDraft("Khác", since=date(2026, 2, 1), last_day=date(2026, 1, 1)),
            "last_day",
            "Ngày kết thúc phải sau ngày bắt đầu",
        ),
    ],
)
def test_a_faulty_movement_is_refused_in_words(country, movement, field, words):
    added(country, "tu-liem")

    with pytest.raises(Invalid) as refused:
        added(country, "tu-liem", movement)

    assert refused.value.field == field
    assert sentence(refused.value).startswith(words)
    assert Movement.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("can-bo-cdcs", "anh-duong", Forbidden),
        ("lanh-dao", "ha-noi", Forbidden),
        ("lanh-dao", "hue", NotFound),
    ],
)
def test_only_the_unit_itself_changes_its_movement(country, role, slug, refusal):
    movement = added(country, "tu-liem")

    with pytest.raises(refusal):
        edit_movement(
            actor=country.actor(role, slug), movement_id=movement.public_id, movement=TREE
        )


def test_a_movement_of_the_lawbook_is_not_edited_by_a_unit(country):
    install_movements(actor=SYSTEM)
    (public_id,) = movement_ids(["gioi-viec-nuoc"])

    with pytest.raises(NotFound):
        edit_movement(actor=boss(country, "tld"), movement_id=public_id, movement=TREE)


def test_sight_follows_the_line_and_carrying_only_goes_down(country):
    ward, chair, beside = (
        added(country, "tu-liem"),
        boss(country, "anh-duong"),
        boss(country, "hue"),
    )

    assert ward in movements_in_sight(chair)
    assert ward in movements_to_carry(chair)
    assert ward in movements_in_sight(boss(country, "ha-noi"))
    assert ward not in movements_to_carry(boss(country, "ha-noi"))
    assert ward not in movements_in_sight(beside)
    with pytest.raises(NotFound):
        movement_for(beside, ward.public_id)


def test_the_plans_that_carry_a_movement_are_those_in_sight(country):
    movement = added(country, "tu-liem")
    carried = {"movements": (movement.public_id,)}
    plan = launched(country, "tu-liem", **carried)
    draft = drafted(country, "anh-duong", **carried)
    officer = boss(country, "tu-liem")

    assert list(campaigns_carrying(officer, movement)) == [plan]
    assert set(campaigns_carrying(boss(country, "anh-duong"), movement)) == {draft, plan}
    assert times_carried(officer, [movement]) == {movement.pk: 1}
