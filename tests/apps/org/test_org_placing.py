"""Moving units and side lines: from a day on, never into a loop, never behind later changes."""

from datetime import date

import pytest

from thidua.apps.org import queries, services
from thidua.apps.org.models import Placement
from thidua.apps.org.services.paths import rebuild_all_paths
from thidua.base.messages import sentence
from thidua.base.models import AuditEvent
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound
from thidua.domain.tree import Line

BEFORE, DAY = date(2026, 2, 28), date(2026, 3, 1)


@pytest.fixture
def place(country, admin):
    """Move Ánh Dương under the education union of Hà Nội, but for what the test says otherwise."""

    def act(slug="anh-duong", to="giao-duc-hn", line=Line.MAIN, on=DAY, actor=admin, basis=""):
        return services.place_unit(
            actor=actor,
            unit_id=country[slug].public_id,
            parent_id=country[to].public_id if to else None,
            line=line,
            on=on,
            basis=basis,
        )

    return act


def test_a_move_holds_from_its_day_and_not_before(country, place):
    place()
    unit = country["anh-duong"].pk

    assert queries.main_parent_id(unit, BEFORE) == country["tu-liem"].pk
    assert queries.main_parent_id(unit, DAY) == country["giao-duc-hn"].pk
    assert unit not in {row.id for row in queries.direct_units(country["tu-liem"].pk, DAY)}
    assert rebuild_all_paths() == 0


def test_what_stands_below_moves_along(country, admin, place):
    below = services.found_unit(
        actor=admin,
        parent_id=country["anh-duong"].public_id,
        kind="to-cong-doan",
        name="Tổ 1",
        code="TO-1",
        on=BEFORE,
    )
    place()
    unit = queries.unit_by_public_id(below).pk
    above = [country.slug_of(pk) for pk in queries.ancestor_ids(unit, DAY)]

    assert above == ["anh-duong", "giao-duc-hn", "ha-noi", "tld"]


def test_a_move_on_the_day_of_the_last_one_corrects_it(country, place):
    place()
    place(to="ha-noi")
    rows = Placement.objects.filter(unit=country["anh-duong"], line=Line.MAIN)

    assert rows.count() == 2
    assert queries.main_parent_id(country["anh-duong"].pk, DAY) == country["ha-noi"].pk


def test_a_side_line_begins_changes_and_ends(country, place):
    unit = country["anh-duong"].pk
    place(line=Line.SIDE)
    assert country["giao-duc-hn"].pk not in queries.ancestor_ids(unit, DAY)
    assert [row.id for row in queries.side_units(country["giao-duc-hn"].pk, DAY)] == [
        unit,
        country["hoa-sen"].pk,
    ]
    place(line=Line.SIDE, to=None, on=date(2026, 6, 1))

    assert queries.side_parent_id(unit, date(2026, 5, 31)) == country["giao-duc-hn"].pk
    assert queries.side_parent_id(unit, date(2026, 6, 1)) is None


def test_a_side_line_that_ends_on_its_first_day_never_was(country, place):
    place(line=Line.SIDE)
    place(line=Line.SIDE, to=None)

    assert not Placement.objects.filter(unit=country["anh-duong"], line=Line.SIDE).exists()


def test_the_move_is_audited(country, place):
    place(basis="QĐ 5/QĐ-LĐLĐ")
    event = AuditEvent.objects.select_related("payload").latest("id")
    said = event.payload.data

    assert (event.operation, event.subject_id) == ("place_unit", country["anh-duong"].public_id)
    assert said["before"] == {"name": "Công đoàn phường Từ Liêm"}
    assert said["after"]["name"] == "Công đoàn Giáo dục Hà Nội"
    assert (said["line"], said["basis"]) == ("main", "QĐ 5/QĐ-LĐLĐ")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"to": None}, "org.parent_required"),
        ({"to": "binh-minh"}, "org.kind_not_under"),
        ({"line": "cheo"}, "org.line_unknown"),
        ({"line": Line.SIDE, "to": "binh-minh"}, "org.kind_not_beside"),
        ({"line": Line.SIDE, "to": "tu-liem"}, "org.side_on_main_line"),
        ({"slug": "hoa-sen"}, "org.side_on_main_line"),
    ],
)
def test_a_wrong_superior_is_refused(place, given, code):
    with pytest.raises(Invalid) as refused:
        place(**given)

    assert refused.value.code == code
    assert "%(" not in sentence(refused.value)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"to": "tu-liem"}, "org.already_there"),
        ({"on": date(2025, 6, 30)}, "org.not_living"),
        ({"slug": "tu-liem", "to": "hue", "on": date(2025, 6, 1)}, "org.not_living"),
        ({"to": "nam-tu-liem"}, "org.not_living"),
        ({"slug": "tld", "to": "hue"}, "org.top_stays"),
        ({"slug": "cau-dien", "to": "ha-noi", "on": date(2020, 1, 1)}, "org.ending"),
        ({"slug": "anh-duong", "line": Line.SIDE, "to": None}, "org.already_there"),
    ],
)
def test_what_does_not_fit_is_refused(place, given, code):
    with pytest.raises(Conflict) as refused:
        place(**given)

    assert refused.value.code == code
    assert "%(" not in sentence(refused.value)


def test_nothing_is_written_behind_a_later_change(country, place):
    place()
    with pytest.raises(Conflict) as refused:
        place(to="ha-noi", on=BEFORE)

    assert refused.value.code == "org.later_change"
    assert refused.value.params["later"] == DAY


def test_a_superior_that_will_end_is_refused(country, admin, place):
    services.place_unit(
        actor=admin,
        unit_id=country["hoa-sen"].public_id,
        parent_id=None,
        line=Line.SIDE,
        on=DAY,
    )
    services.end_unit(actor=admin, unit_id=country["giao-duc-hn"].public_id, on=date(2026, 12, 1))
    with pytest.raises(Conflict) as refused:
        place()

    assert refused.value.code == "org.unsound_tree"
    assert queries.main_parent_id(country["anh-duong"].pk, DAY) == country["tu-liem"].pk


def test_rights(country, place):
    with pytest.raises(Forbidden):
        place(actor=country.actor("lanh-dao", "ha-noi"))
    with pytest.raises(NotFound):
        place(actor=country.actor("quan-tri", "hue"))
    with pytest.raises(NotFound):
        place(actor=country.actor("quan-tri", "tu-liem"))
    assert place(actor=country.actor("quan-tri", "ha-noi"))
