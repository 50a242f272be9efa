"""Ending units: last day, who keeps the records, which lines and posts stop, what is refused."""

from datetime import date

import pytest

from thidua.apps.org import queries, services
from thidua.apps.org.models import Assignment, Placement
from thidua.apps.org.services.paths import rebuild_all_paths
from thidua.base.messages import sentence
from thidua.base.models import AuditEvent
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound
from thidua.domain.tree import Line

LAST, ON = date(2026, 11, 30), date(2026, 12, 1)


@pytest.fixture
def end(country, admin):
    def act(slug="anh-duong", on=ON, heir=None, actor=admin):
        return services.end_unit(
            actor=actor,
            unit_id=country[slug].public_id,
            on=on,
            heir_id=country[heir].public_id if heir else None,
            basis="QĐ 9/QĐ-LĐLĐ",
        )

    return act


def test_without_an_heir_the_superior_keeps_the_records(country, end):
    end()
    unit = country["anh-duong"].pk

    assert queries.last_living_day(unit) == LAST
    assert queries.lives_on(unit, LAST)
    assert not queries.lives_on(unit, ON)
    assert queries.record_keeper_id(unit, ON) == country["tu-liem"].pk
    assert queries.name_of(unit, date(2030, 1, 1)) == "CĐCS Công ty Ánh Dương"
    assert unit not in queries.living_leaf_ids(country["ha-noi"].pk, ON)
    assert rebuild_all_paths() == 0


def test_an_heir_keeps_the_records(country, end):
    end(heir="binh-minh")
    above = [country.slug_of(pk) for pk in queries.ancestor_ids(country["anh-duong"].pk, ON)]

    assert above == ["binh-minh", "tu-liem", "ha-noi", "tld"]


def test_records_follow_the_line_of_ended_superiors(country):
    """Cầu Diễn ended with its district on one day: the city keeps both."""
    above = [country.slug_of(pk) for pk in queries.ancestor_ids(country["cau-dien"].pk)]

    assert above == ["nam-tu-liem", "ha-noi", "tld"]


def test_side_lines_and_posts_stop_with_the_unit(country, end):
    post = country.person("can-bo-thi-dua", "giao-duc-hn").post_id
    end(slug="giao-duc-hn")

    assert queries.side_parent_id(country["hoa-sen"].pk, LAST) == country["giao-duc-hn"].pk
    assert queries.side_parent_id(country["hoa-sen"].pk, ON) is None
    assert not Placement.objects.filter(
        unit=country["giao-duc-hn"], line=Line.SIDE, valid_until__gt=ON
    ).exists()
    assert Assignment.objects.get(public_id=post).valid_until == ON


def test_what_it_means_is_counted_beforehand(country):
    country.person("can-bo-thi-dua", "giao-duc-hn")
    means = queries.consequences_of_ending(country["giao-duc-hn"].pk)

    assert (means.children, means.beside, means.posts) == (0, 1, 1)
    assert queries.consequences_of_ending(country["tu-liem"].pk).children == 3


def test_the_end_is_audited(country, end):
    end(heir="binh-minh")
    event = AuditEvent.objects.select_related("payload").latest("id")

    assert (event.operation, event.subject_id) == ("end_unit", country["anh-duong"].public_id)
    assert event.payload.data["after"]["on"] == "2026-12-01"
    assert event.payload.data["after"]["keeper"] == "CĐCS Công ty Bình Minh"
    assert event.payload.data["basis"] == "QĐ 9/QĐ-LĐLĐ"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"slug": "tu-liem"}, "org.has_children"),
        ({"slug": "tld"}, "org.top_stays"),
        ({"slug": "cau-dien"}, "org.not_living"),
        ({"slug": "cau-dien", "on": date(2020, 1, 1)}, "org.already_ended"),
        ({"on": date(2025, 7, 1)}, "org.not_living"),
        ({"heir": "cau-dien"}, "org.not_living"),
    ],
)
def test_what_does_not_fit_is_refused(end, given, code):
    with pytest.raises(Conflict) as refused:
        end(**given)

    assert refused.value.code == code
    assert "%(" not in sentence(refused.value)


def test_the_children_in_the_way_are_named(end):
    with pytest.raises(Conflict) as refused:
        end(slug="tu-liem")

    assert refused.value.params["count"] == 3
    assert "CĐCS Công ty Ánh Dương" in sentence(refused.value)


def test_a_unit_is_not_its_own_heir(end):
    with pytest.raises(Invalid) as refused:
        end(heir="anh-duong")

    assert (refused.value.code, refused.value.field) == ("org.heir_itself", "heir")


def test_an_end_before_a_recorded_change_is_refused(country, admin, end):
    services.place_unit(
        actor=admin,
        unit_id=country["anh-duong"].public_id,
        parent_id=country["ha-noi"].public_id,
        line=Line.MAIN,
        on=date(2027, 1, 1),
    )
    with pytest.raises(Conflict) as refused:
        end()

    assert refused.value.code == "org.later_change"


def test_rights(country, end):
    with pytest.raises(Forbidden):
        end(actor=country.actor("lanh-dao", "ha-noi"))
    with pytest.raises(NotFound):
        end(actor=country.actor("quan-tri", "hue"))
    with pytest.raises(NotFound):
        end(actor=country.actor("quan-tri", "tu-liem"), heir="hue")
    assert end(actor=country.actor("quan-tri", "tu-liem"), heir="hoa-sen")
