"""Reorganisations: drawn up, carried out in one transaction or refused in whole, by row."""

from datetime import date

import pytest

from thidua.apps.org import queries, services
from thidua.apps.org.models import Assignment, Placement, Succession, Unit, UnitName, UnitPath
from thidua.apps.org.queries.succession import carried_on_by, carries_on
from thidua.apps.org.services.paths import rebuild_all_paths
from thidua.apps.org.services.reorganise import (
    carry_out_reorganisation,
    draft_reorganisation,
    edit_reorganisation,
    withdraw_reorganisation,
)
from thidua.apps.org.services.reorganising_plan import prepare
from thidua.apps.org.services.reorganising_rows import HeadDraft, RowDraft
from thidua.base.actor import SYSTEM
from thidua.base.messages import sentence
from thidua.base.models import AuditEvent
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound

ON, EVE = date(2026, 12, 1), date(2026, 11, 30)
HEAD = HeadDraft("Sắp xếp công đoàn phường", ON, "QĐ 12/QĐ-LĐLĐ ngày 20/11/2026")


def code(slug):
    return f"VN-{slug.upper()}"


def row(act, slug, **given):
    for name in ("parent", "heir"):
        if given.get(name, "").islower():
            given[name] = code(given[name])
    return RowDraft(act=act, code=code(slug) if slug.islower() else slug, **given)


def new(unit_code="VN-MOI", **given):
    return RowDraft(
        act="found",
        code=unit_code,
        **{"kind": "cdcs", "name": "CĐCS Công ty Mới", "parent": code("tu-liem"), **given},
    )


@pytest.fixture
def draft(country, leader):
    def act(*rows, head=HEAD, actor=leader, slug="ha-noi"):
        return draft_reorganisation(
            actor=actor, unit_id=country[slug].public_id, head=head, rows=rows
        )

    return act


@pytest.fixture
def carry_out(draft, leader):
    def act(*rows, actor=leader, **given):
        made = draft(*rows, actor=actor, **given)
        return carry_out_reorganisation(actor=actor, reorganisation_id=made)

    return act


@pytest.fixture
def refused(draft, leader):
    """Codes and sentences of what is refused, by row; nothing may have changed."""

    def act(*rows, actor=leader, **given):
        made = draft(*rows, actor=actor, **given)
        before = list(Placement.objects.order_by("id").values())
        with pytest.raises(Conflict) as refusal:
            carry_out_reorganisation(actor=actor, reorganisation_id=made)
        assert refusal.value.code == "org.plan_refused"
        assert list(Placement.objects.order_by("id").values()) == before
        found = queries_for(actor, made)
        assert all("%(" not in sentence(each.error) for each in found)
        return {(each.row, each.error.code) for each in found}

    return act


def queries_for(actor, made):
    from thidua.apps.org.queries.reorganisation import reorganisation_for  # noqa: PLC0415

    view = actor if not actor.is_system else SYSTEM
    return prepare(actor, reorganisation_for(view, made)).refusals


def above(country, slug, day=ON):
    return [country.slug_of(pk) for pk in queries.ancestor_ids(country[slug].pk, day)]


def test_a_merger_into_a_new_unit(country, leader, carry_out):
    chair = country.person("chu-tich-cdcs", "anh-duong").post_id
    carry_out(
        new(),
        row("merge", "anh-duong", heir="VN-MOI"),
        row("merge", "binh-minh", heir="VN-MOI"),
    )
    heir = Unit.objects.get(code="VN-MOI")

    for slug in ("anh-duong", "binh-minh"):
        assert queries.lives_on(country[slug].pk, EVE)
        assert not queries.lives_on(country[slug].pk, ON)
        assert queries.record_keeper_id(country[slug].pk, ON) == heir.pk
        assert [each.unit_id for each in carried_on_by(country[slug].pk)] == [heir.pk]
    assert {each.unit_id for each in carries_on(heir.pk)} == {
        country["anh-duong"].pk,
        country["binh-minh"].pk,
    }
    assert queries.main_parent_id(heir.pk, ON) == country["tu-liem"].pk
    assert queries.name_of(heir.pk, ON) == "CĐCS Công ty Mới"
    assert not queries.lives_on(heir.pk, EVE)
    assert Assignment.objects.get(public_id=chair).valid_until == ON
    assert rebuild_all_paths() == 0


def test_a_unit_is_divided_into_two(country, carry_out):
    carry_out(
        new("VN-A", name="CĐCS Công ty A"),
        new("VN-B", name="CĐCS Công ty B"),
        row("split", "anh-duong", heir="VN-B", share="part"),
        row("split", "anh-duong", heir="VN-A", share="main"),
    )
    heirs = carried_on_by(country["anh-duong"].pk)

    assert [(each.name, each.share) for each in heirs] == [
        ("CĐCS Công ty A", "main"),
        ("CĐCS Công ty B", "part"),
    ]
    assert queries.record_keeper_id(country["anh-duong"].pk, ON) == heirs[0].unit_id


def test_a_whole_ward_union_ends_and_its_units_go_up(country, carry_out):
    carry_out(row("end", "tu-liem", children="superior"))

    assert above(country, "anh-duong") == ["ha-noi", "tld"]
    assert above(country, "anh-duong", EVE) == ["tu-liem", "ha-noi", "tld"]
    assert above(country, "tu-liem") == ["ha-noi", "tld"]
    assert not Succession.objects.exists()
    assert rebuild_all_paths() == 0


def test_an_order_of_rows_does_not_matter(country, carry_out):
    """A unit moves under one that is founded in a later row."""
    carry_out(
        row("move", "anh-duong", parent="VN-P"),
        new("VN-P", kind="cd-xa-phuong", name="Công đoàn phường Mới", parent=code("ha-noi")),
    )
    parent = Unit.objects.get(code="VN-P")

    assert queries.ancestor_ids(country["anh-duong"].pk, ON)[0] == parent.pk


def test_names_and_side_lines_change(country, carry_out):
    carry_out(
        row("rename", "anh-duong", name="CĐCS Công ty Ánh Dương Mới", short_name="Ánh Dương"),
        row("side", "hoa-sen"),
        row("side", "binh-minh", parent="giao-duc-hn"),
    )

    assert queries.name_of(country["anh-duong"].pk, EVE) == "CĐCS Công ty Ánh Dương"
    assert queries.name_of(country["anh-duong"].pk, ON) == "CĐCS Công ty Ánh Dương Mới"
    assert (
        UnitName.objects.filter(unit=country["anh-duong"])
        .latest("id")
        .name_fold.endswith("vn anh duong")
    )
    assert queries.side_parent_id(country["hoa-sen"].pk, ON) is None
    assert queries.side_parent_id(country["binh-minh"].pk, ON) == country["giao-duc-hn"].pk
    assert rebuild_all_paths() == 0


def test_side_units_are_parted_from_one_that_ends(country, carry_out):
    carry_out(row("end", "giao-duc-hn"))

    assert queries.side_parent_id(country["hoa-sen"].pk, EVE) == country["giao-duc-hn"].pk
    assert queries.side_parent_id(country["hoa-sen"].pk, ON) is None


def test_a_past_day_is_entered_late(country, carry_out):
    past = date(2026, 3, 1)
    carry_out(
        row("move", "anh-duong", parent="ha-noi"), head=HeadDraft("Ghi bổ sung", past, "QĐ 1")
    )

    assert above(country, "anh-duong", date(2026, 2, 28))[0] == "tu-liem"
    assert above(country, "anh-duong", past)[0] == "ha-noi"


def test_a_late_entry_leaves_what_was_written_for_later_days(country, carry_out):
    """The child of a unit that ended in March stood elsewhere from June on: so it still does."""
    services.place_unit(
        actor=SYSTEM,
        unit_id=country["anh-duong"].public_id,
        parent_id=country["ha-noi"].public_id,
        line="main",
        on=date(2026, 6, 1),
    )
    for slug in ("binh-minh", "hoa-sen"):
        services.end_unit(actor=SYSTEM, unit_id=country[slug].public_id, on=date(2026, 2, 1))
    head = HeadDraft("Ghi bổ sung", date(2026, 3, 1), "QĐ 1")
    carry_out(
        new("VN-P", kind="cd-xa-phuong", name="Công đoàn phường Mới", parent=code("ha-noi")),
        row("merge", "tu-liem", heir="VN-P"),
        head=head,
    )
    heir = Unit.objects.get(code="VN-P").pk

    assert queries.main_parent_id(country["anh-duong"].pk, date(2026, 4, 1)) == heir
    assert queries.main_parent_id(country["anh-duong"].pk, date(2026, 7, 1)) == country["ha-noi"].pk
    assert rebuild_all_paths() == 0


def test_one_event_names_every_unit(country, leader, carry_out):
    before = AuditEvent.objects.count()
    made = carry_out(row("end", "tu-liem", children="superior"))
    event = AuditEvent.objects.select_related("payload").latest("id")

    assert AuditEvent.objects.count() == before + 2
    assert (event.operation, event.subject_id) == ("carry_out_reorganisation", made)
    said = event.payload.data
    assert said["closed"] == ["VN-TU-LIEM"]
    assert said["moved"] == ["VN-ANH-DUONG", "VN-BINH-MINH", "VN-HOA-SEN"]
    assert said["basis"] == HEAD.basis
    assert said["rows"][0]["act"] == "end"


def test_a_second_press_does_it_once(country, leader, draft):
    made = draft(new())
    keyed = leader.with_key("press")
    first = carry_out_reorganisation(actor=keyed, reorganisation_id=made, version=1)
    again = carry_out_reorganisation(actor=keyed, reorganisation_id=made, version=1)

    assert first == again == made
    assert Unit.objects.filter(code="VN-MOI").count() == 1


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((), {(0, "org.plan_empty")}),
        (
            (row("end", "anh-duong"), row("merge", "anh-duong", heir="binh-minh")),
            {(2, "org.plan_ended_twice")},
        ),
        (
            (row("move", "tu-liem", parent="anh-duong"),),
            {(1, "tree.cycle"), (1, "org.kind_not_under")},
        ),
        ((row("end", "anh-duong", heir="VN-LA"),), {(1, "org.plan_unknown")}),
        ((row("end", "anh-duong", heir="anh-duong"),), {(1, "org.heir_itself")}),
        ((row("merge", "anh-duong"),), {(1, "org.plan_heir_required")}),
        ((row("end", "anh-duong", heir="cau-dien"),), {(1, "org.not_living")}),
        ((row("end", "cau-dien"),), {(1, "org.not_living")}),
        (
            (row("merge", "anh-duong", heir="binh-minh"), row("end", "binh-minh")),
            {(1, "org.plan_target_ends")},
        ),
        ((row("end", "tu-liem"),), {(1, "org.has_children")}),
        ((row("end", "tu-liem", children="heir"),), {(1, "org.plan_heir_required")}),
        ((row("move", "anh-duong", parent="tu-liem"),), {(1, "org.already_there")}),
        (
            (row("move", "anh-duong", parent="giao-duc-hn"), new("VN-ANH-DUONG")),
            {(2, "org.code_taken")},
        ),
        ((new(), new()), {(2, "org.plan_founded_twice")}),
        ((new(kind="ldld-huyen"),), {(1, "org.kind_no_more")}),
        ((new(kind="cd-bo-phan"),), {(1, "org.kind_not_under")}),
        ((new(name="CĐCS Công ty Ánh Dương"),), {(1, "org.name_taken")}),
        ((new(name=""),), {(1, "org.name_required")}),
        ((new(unit_code="MÃ SAI!"),), {(1, "org.code_form")}),
        ((new(parent=""),), {(1, "org.parent_required")}),
        (
            (row("move", "hoa-sen", parent="giao-duc-hn"),),
            {(1, "org.side_on_main_line")},
        ),
        (
            (row("split", "anh-duong", heir="binh-minh", share="main"),),
            {(1, "org.plan_split_alone")},
        ),
        (
            (
                row("split", "anh-duong", heir="binh-minh", share="part"),
                row("split", "anh-duong", heir="hoa-sen", share="part"),
            ),
            {(2, "org.plan_split_main")},
        ),
        (
            (row("end", "anh-duong"), row("rename", "anh-duong", name="Tên khác")),
            {(2, "org.plan_ends_and_changes")},
        ),
        (
            (row("rename", "anh-duong", name="Một"), row("rename", "anh-duong", name="Hai")),
            {(2, "org.plan_twice")},
        ),
        (
            (row("end", "ha-noi", children="superior"),),
            {(1, "org.plan_own_unit"), (1, "org.kind_not_under")},
        ),
        ((row("move", "song-huong", parent="tu-liem"),), {(1, "org.plan_unknown")}),
        ((row("move", "anh-duong", parent="tld"),), {(1, "org.plan_out_of_reach")}),
    ],
)
def test_what_does_not_fit_is_refused_in_whole(refused, rows, expected):
    found = refused(*rows)

    assert found
    assert found <= expected


def test_rows_are_refused_beside_good_ones(refused):
    found = refused(
        new(parent=code("giao-duc-hn")), row("end", "tu-liem"), row("rename", "anh-duong", name="")
    )

    assert found == {(2, "org.has_children")}


def test_a_change_before_a_recorded_one_is_refused(country, refused):
    services.place_unit(
        actor=SYSTEM,
        unit_id=country["anh-duong"].public_id,
        parent_id=country["ha-noi"].public_id,
        line="main",
        on=date(2027, 1, 1),
    )

    assert refused(row("move", "anh-duong", parent="giao-duc-hn")) == {(1, "org.later_change")}
    assert refused(row("end", "anh-duong")) == {(1, "org.later_change")}


def test_a_target_that_ends_later_is_refused(country, refused):
    services.end_unit(actor=SYSTEM, unit_id=country["giao-duc-hn"].public_id, on=date(2027, 1, 1))

    assert refused(row("move", "anh-duong", parent="giao-duc-hn")) == {(1, "org.unsound_tree")}


def test_the_children_in_the_way_are_named(country, leader, draft):
    made = draft(row("end", "tu-liem"))
    said = sentence(queries_for(leader, made)[0].error)

    assert "Còn 3 đơn vị trực thuộc" in said
    assert "CĐCS Công ty Ánh Dương" in said


def test_a_draft_is_edited_by_one_at_a_time(country, leader, draft):
    made = draft(new())
    other = HeadDraft("Tên khác", ON, "QĐ 2")
    edit_reorganisation(
        actor=leader, reorganisation_id=made, version=1, head=other, rows=(new("VN-X"),)
    )
    with pytest.raises(Conflict) as stale:
        edit_reorganisation(actor=leader, reorganisation_id=made, version=1, head=HEAD, rows=())
    assert stale.value.code == "base.stale"
    with pytest.raises(Conflict) as stale:
        carry_out_reorganisation(actor=leader, reorganisation_id=made, version=1)
    assert stale.value.code == "base.stale"

    carry_out_reorganisation(actor=leader, reorganisation_id=made, version=2)
    assert Unit.objects.filter(code="VN-X").exists()
    assert not Unit.objects.filter(code="VN-MOI").exists()


def test_what_is_done_or_withdrawn_stays(country, leader, draft, carry_out):
    done, gone = carry_out(new()), draft(new("VN-Y", name="CĐCS Y"))
    withdraw_reorganisation(actor=leader, reorganisation_id=gone)

    for made in (done, gone):
        for act in (carry_out_reorganisation, withdraw_reorganisation):
            with pytest.raises(Conflict) as refusal:
                act(actor=leader, reorganisation_id=made)
            assert refusal.value.code == "org.plan_not_draft"
    assert not Unit.objects.filter(code="VN-Y").exists()


@pytest.mark.parametrize(
    ("head", "field"),
    [(HeadDraft("", ON, "QĐ"), "title"), (HeadDraft("Tên", ON, " "), "basis")],
)
def test_title_and_legal_basis_are_asked_for(draft, head, field):
    with pytest.raises(Invalid) as refusal:
        draft(new(), head=head)

    assert refusal.value.field == field


def test_rights(country, draft):
    with pytest.raises(Forbidden):
        draft(new(), actor=country.actor("can-bo-thi-dua", "ha-noi"))
    with pytest.raises(NotFound):
        draft(new(), actor=country.actor("lanh-dao", "hue"))
    made = draft(new(), actor=country.actor("lanh-dao", "tu-liem"), slug="tu-liem")
    with pytest.raises(NotFound):
        carry_out_reorganisation(actor=country.actor("lanh-dao", "hue"), reorganisation_id=made)
    assert carry_out_reorganisation(actor=country.actor("quan-tri", "tld"), reorganisation_id=made)


def test_the_installation_itself_may(country, carry_out):
    carry_out(row("end", "anh-duong", heir="binh-minh"), actor=SYSTEM)

    assert (
        UnitPath.objects.on(ON)
        .filter(ancestor=country["binh-minh"], descendant=country["anh-duong"], line="record")
        .exists()
    )
