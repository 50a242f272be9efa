"""A reorganisation of a day to come: it takes effect by itself, or is taken back before in whole."""

from datetime import date

import pytest

from thidua.apps.figures.services import install_indicators
from thidua.apps.org import queries, services
from thidua.apps.org.models import Assignment, Placement, Succession, Unit, UnitName, UnitPath
from thidua.apps.org.queries import actor_for
from thidua.apps.org.services.paths import rebuild_all_paths
from thidua.apps.org.services.reorganise import (
    carry_out_reorganisation,
    draft_reorganisation,
    edit_reorganisation,
    recall_reorganisation,
    withdraw_reorganisation,
)
from thidua.apps.org.services.reorganising_rows import HeadDraft, RowDraft
from thidua.base import clock
from thidua.base.actor import SYSTEM
from thidua.base.models import AuditEvent
from thidua.domain.errors import Conflict, DomainError, Forbidden

ON, EVE = date(2026, 12, 1), date(2026, 11, 30)
HEAD = HeadDraft("Sắp xếp", ON, "QĐ 12")
ROWS = (
    RowDraft("found", "VN-MOI", parent="VN-HA-NOI", kind="cd-xa-phuong", name="CĐ phường Mới"),
    RowDraft("move", "VN-HOA-SEN", parent="VN-MOI"),
    RowDraft("end", "VN-TU-LIEM", heir="VN-MOI", children="heir"),
    RowDraft("merge", "VN-ANH-DUONG", heir="VN-BINH-MINH"),
    RowDraft("side", "VN-BINH-MINH", parent="VN-GIAO-DUC-HN"),
    RowDraft("rename", "VN-HUE", name="Liên đoàn Lao động thành phố Huế"),
)


def picture():
    """Everything that a reorganisation writes, as values."""
    return {
        model: sorted(model.objects.values_list(*columns))
        for model, columns in (
            (Unit, ("code", "kind")),
            (UnitName, ("unit_id", "name", "valid_from", "valid_until")),
            (
                UnitPath,
                ("ancestor_id", "descendant_id", "line", "depth", "valid_from", "valid_until"),
            ),
            (Assignment, ("user_id", "role", "unit_id", "valid_from", "valid_until")),
            (Succession, ("predecessor_id", "successor_id", "share")),
        )
    } | {
        Placement: sorted(
            Placement.objects.values_list(
                "unit_id", "line", "valid_from", "valid_until", "parent_id"
            ),
            key=str,
        )
    }


@pytest.fixture
def people(country):
    return [country.person("lanh-dao", "tu-liem"), country.person("chu-tich-cdcs", "anh-duong")]


def done(country, actor=SYSTEM, rows=ROWS, head=HEAD):
    made = draft_reorganisation(
        actor=actor, unit_id=country["ha-noi"].public_id, head=head, rows=rows
    )
    carry_out_reorganisation(actor=actor, reorganisation_id=made)
    return made


def recall(made, actor=SYSTEM, reason="Chưa đủ hồ sơ"):
    return recall_reorganisation(actor=actor, reorganisation_id=made, reason=reason)


@pytest.fixture
def keeper(country):
    return country.actor("quan-tri", "tld")


def test_it_takes_effect_by_itself_on_its_day(country, people, keeper):
    done(country, keeper)
    chair = people[1].user

    with clock.pinned(EVE):
        assert queries.lives_on(country["tu-liem"].pk)
        assert queries.name_of(country["hue"].pk) == "LĐLĐ thành phố Huế"
        assert actor_for(chair.pk, chair.full_name, None) is not None
    with clock.pinned(ON):
        assert not queries.lives_on(country["tu-liem"].pk)
        new = Unit.objects.get(code="VN-MOI").pk
        assert queries.main_parent_id(country["hoa-sen"].pk) == new
        assert queries.main_parent_id(country["binh-minh"].pk) == new
        assert queries.name_of(country["hue"].pk) == "Liên đoàn Lao động thành phố Huế"
        assert actor_for(chair.pk, chair.full_name, None) is None
    assert rebuild_all_paths() == 0


def test_taken_back_before_its_day_all_stands_as_before(country, people, keeper):
    before = picture()
    made = done(country, keeper)
    assert picture() != before
    recall(made, keeper)

    assert picture() == before
    assert rebuild_all_paths() == 0
    event = AuditEvent.objects.filter(operation="recall_reorganisation").get()
    assert event.payload.data["reason"] == "Chưa đủ hồ sơ"
    assert event.payload.data["unfounded"] == ["VN-MOI"]


def test_then_it_is_a_draft_that_is_corrected_and_carried_out_again(country, people, keeper):
    made = done(country, keeper)
    recall(made, keeper)
    rows = (RowDraft("move", "VN-ANH-DUONG", parent="VN-GIAO-DUC-HN"),)
    edit_reorganisation(actor=keeper, reorganisation_id=made, version=2, head=HEAD, rows=rows)
    carry_out_reorganisation(actor=keeper, reorganisation_id=made, version=3)
    assert queries.main_parent_id(country["anh-duong"].pk, ON) == country["giao-duc-hn"].pk

    recall(made, keeper)
    withdraw_reorganisation(actor=keeper, reorganisation_id=made)
    assert queries.main_parent_id(country["anh-duong"].pk, ON) == country["tu-liem"].pk
    with pytest.raises(Conflict, match=r"workflow\.wrong_state"):
        recall(made, keeper)


def test_from_its_day_on_it_stays(country, people, keeper):
    made = done(country, keeper)
    with clock.pinned(ON), pytest.raises(Conflict, match=r"org\.plan_in_force"):
        recall(made, keeper)
    late = (RowDraft("move", "VN-SONG-HUONG", parent="VN-HA-NOI"),)
    past = done(country, keeper, late, HeadDraft("Ghi bổ sung", date(2026, 10, 1), "QĐ 13"))
    with pytest.raises(Conflict, match=r"org\.plan_in_force"):
        recall(past, keeper)


def place_later(country):
    services.place_unit(
        actor=SYSTEM,
        unit_id=country["hoa-sen"].public_id,
        parent_id=country["hue"].public_id,
        line="main",
        on=date(2026, 12, 15),
    )


def found_below(country):
    services.found_unit(
        actor=SYSTEM,
        parent_id=Unit.objects.get(code="VN-MOI").public_id,
        kind="cdcs",
        name="CĐCS Sau",
        code="VN-SAU",
        sector="doanh-nghiep",
        on=date(2026, 12, 15),
    )


def rename_later(country):
    services.rename_unit(
        actor=SYSTEM,
        unit_id=country["hue"].public_id,
        name="LĐLĐ Huế ba",
        on=date(2026, 12, 15),
    )


def count_members(country):
    services.record_headcount(
        actor=SYSTEM, unit_id=Unit.objects.get(code="VN-MOI").public_id, on=ON, members=4
    )


@pytest.mark.parametrize(
    ("meanwhile", "code"),
    [
        (place_later, "org.plan_overtaken"),
        (found_below, "org.plan_overtaken"),
        (rename_later, "org.plan_overtaken"),
        (count_members, "org.plan_unit_in_use"),
    ],
)
def test_what_was_built_upon_it_meanwhile_stops_it_in_whole(country, keeper, meanwhile, code):
    made = done(country, keeper)
    meanwhile(country)
    before = picture()
    with pytest.raises(Conflict) as refused:
        recall(made, keeper)

    assert refused.value.code == code
    assert picture() == before
    with clock.pinned(ON):
        assert not queries.lives_on(country["tu-liem"].pk)


def test_a_reason_is_asked_for_and_the_right_too(country, keeper):
    made = done(country, keeper)
    for actor, reason, code in (
        (keeper, "  ", "org.plan_reason_required"),
        (keeper, "x" * 2_001, "org.plan_reason_required"),
        (country.actor("can-bo-thi-dua", "ha-noi"), "Lý do", "base.forbidden"),
    ):
        with pytest.raises(DomainError) as refused:
            recall(made, actor, reason)
        assert refused.value.code == code


def test_nobody_recalls_what_is_not_theirs(country, keeper):
    made = done(country, keeper)
    with pytest.raises((Forbidden, DomainError)):
        recall(made, country.actor("lanh-dao", "hue"))


@pytest.fixture(autouse=True)
def _indicators(country):
    install_indicators(actor=SYSTEM)
