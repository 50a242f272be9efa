"""Founding units: what is written, what is refused, what the audit trail says."""

from datetime import date

import pytest

from thidua.apps.org import queries, services
from thidua.apps.org.models import Unit
from thidua.base.actor import SYSTEM
from thidua.base.messages import sentence
from thidua.base.models import AuditEvent
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound

NEW = date(2026, 1, 1)


@pytest.fixture
def found(country, admin):
    """Found a grassroots union under Từ Liêm, but for what the test says otherwise."""

    def act(**changes):
        given = {
            "actor": admin,
            "parent_id": country["tu-liem"].public_id,
            "kind": "cdcs",
            "name": "CĐCS Công ty Phương Đông",
            "code": "HN-CD-00592",
            "on": NEW,
        }
        return services.found_unit(**{**given, **changes})

    return act


def test_a_unit_has_name_place_and_paths_from_its_first_day(country, found):
    public_id = found(
        name="  CĐCS  Công ty Phương Đông ",
        short_name="Phương Đông",
        code="hn-cd-00592",
        sector="doanh-nghiep",
        side_parent_id=country["giao-duc-hn"].public_id,
    )
    unit = queries.unit_by_public_id(public_id)

    assert (unit.code, unit.kind, unit.sector) == ("HN-CD-00592", "cdcs", "doanh-nghiep")
    assert queries.name_of(unit.pk, NEW) == "CĐCS Công ty Phương Đông"
    assert queries.short_names([unit.pk], NEW) == {unit.pk: "Phương Đông"}
    above = [country.slug_of(pk) for pk in queries.ancestor_ids(unit.pk, NEW)]
    assert above == ["tu-liem", "ha-noi", "tld"]
    assert queries.side_parent_id(unit.pk, NEW) == country["giao-duc-hn"].pk
    assert not queries.lives_on(unit.pk, date(2025, 12, 31))


def test_the_founding_is_audited(country, found, admin):
    public_id = found(basis="Quyết định 12/QĐ-LĐLĐ")
    event = AuditEvent.objects.select_related("payload").latest("id")

    assert (event.operation, event.capability) == ("found_unit", "unit.manage")
    assert (event.subject_type, event.subject_id) == ("org.unit", public_id)
    assert (event.actor_user, event.on_day) == (admin.user_id, date(2026, 11, 22))
    assert event.payload.data["basis"] == "Quyết định 12/QĐ-LĐLĐ"
    assert event.payload.data["after"]["parent"] == country["tu-liem"].public_id


def test_pressing_twice_founds_one(found, admin):
    actor = admin.with_key("một-lần")

    assert found(actor=actor) == found(actor=actor)
    assert Unit.objects.filter(code="HN-CD-00592").count() == 1


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name": " \u200b "}, "org.name_required", "name"),
        ({"name": "ă" * 201}, "org.name_too_long", "name"),
        ({"short_name": "ă" * 81}, "org.short_name_too_long", "short_name"),
        ({"code": "HN CD 1"}, "org.code_form", "code"),
        ({"code": "A" * 41}, "org.code_form", "code"),
        ({"code": "vn-anh-duong"}, "org.code_taken", "code"),
        ({"sector": "khác"}, "org.sector_unknown", "sector"),
        ({"kind": "khong-co"}, "org.kind_unknown", "kind"),
        ({"kind": "to-cong-doan"}, "org.kind_not_under", "parent"),
        ({"kind": "cd-xa-phuong", "on": date(2025, 6, 30)}, "org.kind_not_yet", "kind"),
        ({"kind": "ldld-huyen", "on": date(2025, 7, 1)}, "org.kind_no_more", "kind"),
    ],
)
def test_wrong_input_is_refused_beside_its_field(found, changes, code, field):
    with pytest.raises(Invalid) as refused:
        found(**changes)

    assert (refused.value.code, refused.value.field) == (code, field)
    assert "%(" not in sentence(refused.value)
    assert not Unit.objects.filter(code="HN-CD-00592").exists()


def test_a_name_that_arrives_decomposed_is_stored_composed(found):
    public_id = found(name="CĐCS Ho\u0323c viện")

    assert queries.name_of(queries.unit_by_public_id(public_id).pk) == "CĐCS Học viện"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": "CĐCS Công ty Ánh Dương"}, "org.name_taken"),
        ({"on": date(2025, 6, 30)}, "org.not_living"),
    ],
)
def test_what_does_not_fit_is_refused(found, changes, code):
    with pytest.raises(Conflict) as refused:
        found(**changes)

    assert refused.value.code == code


def test_an_ended_superior_takes_no_new_units(country, found):
    with pytest.raises(Conflict) as refused:
        found(parent_id=country["nam-tu-liem"].public_id)

    assert refused.value.code == "org.not_living"


def test_a_side_superior_must_be_seen_fit_and_not_lead_already(country, found):
    keeper = country.actor("quan-tri", "tu-liem")
    with pytest.raises(NotFound):
        found(actor=keeper, side_parent_id=country["giao-duc-hn"].public_id)
    with pytest.raises(Invalid) as unfit:
        found(side_parent_id=country["anh-duong"].public_id)
    with pytest.raises(Invalid) as leading:
        found(side_parent_id=country["ha-noi"].public_id)

    assert unfit.value.code == "org.kind_not_beside"
    assert leading.value.code == "org.side_on_main_line"


def test_there_is_one_top_and_only_the_installation_founds_it(country, admin):
    given = {"parent_id": None, "kind": "tong-lien-doan", "name": "Hai", "code": "T2", "on": NEW}
    with pytest.raises(Conflict) as second:
        services.found_unit(actor=SYSTEM, **given)
    with pytest.raises(Forbidden):
        services.found_unit(actor=admin, **given)
    with pytest.raises(Invalid) as orphan:
        services.found_unit(actor=SYSTEM, **{**given, "kind": "cdcs"})

    assert second.value.code == "org.top_exists"
    assert orphan.value.code == "org.parent_required"


def test_rights(country, found):
    with pytest.raises(Forbidden):
        found(actor=country.actor("lanh-dao", "tu-liem"))
    with pytest.raises(NotFound):
        found(actor=country.actor("quan-tri", "hue"))
    assert found(actor=country.actor("quan-tri", "ha-noi"))
