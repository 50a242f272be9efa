"""Pages of movements: the catalogue, one with its plans, a unit's own, and what they cost."""

import pytest
from tests.apps.campaigns.cascade import launched
from tests.apps.campaigns.test_movements import TREE, added
from tests.web.test_plan_rows import text_of

from thidua.apps.campaigns.models import Movement
from thidua.apps.campaigns.services.movements import install_movements
from thidua.base.actor import SYSTEM

LIST = "/ke-hoach/phong-trao/"


@pytest.fixture
def office(client_of):
    return client_of("can-bo-thi-dua", "tu-liem")


def test_the_catalogue_says_kind_and_launcher_and_counts_plans(country, office):
    install_movements(actor=SYSTEM)
    movement = Movement.objects.get(code="gioi-viec-nuoc")
    launched(country, "tu-liem", movements=(movement.public_id,))

    page = office.get(LIST)

    rows = {row.code: (launcher, plans) for row, launcher, plans in page.context["rows"]}
    assert rows["gioi-viec-nuoc"] == ("Tổng Liên đoàn Lao động Việt Nam", 1)
    assert rows["hoc-tap-phong-cach-ho-chi-minh"] == ("Đảng", 0)
    assert rows["on-ly-thuyet"] == ("", 0)


def test_a_movement_shows_its_source_and_its_plans(country, office):
    install_movements(actor=SYSTEM)
    movement = Movement.objects.get(code="cao-toc-500-ngay-dem")
    plan = launched(country, "tu-liem", movements=(movement.public_id,))

    text = text_of(office.get(f"{LIST}{movement.public_id}/"))

    for words in ("Thủ tướng Chính phủ", "18/08/2024", "Quyết định số 1008/QĐ-TTg", plan.title):
        assert words in text
    assert "Sửa phong trào" not in text


def test_a_unit_adds_and_changes_its_own(country, office):
    answer = office.post(
        f"{LIST}moi/", {"name": "Tre xanh", "kind": "phong-trao", "launched_by": "don-vi"}
    )
    movement = Movement.objects.get()
    assert answer.url == f"{LIST}{movement.public_id}/"
    page = text_of(office.get(answer.url))
    assert "Công đoàn phường Từ Liêm" in page
    assert "nguồn không ghi" in page

    office.post(
        f"{LIST}{movement.public_id}/sua/",
        {
            "name": "Tre xanh",
            "kind": "chuong-trinh",
            "launched_by": "don-vi",
            "since": "01/02/2026",
        },
    )
    assert "01/02/2026" in text_of(office.get(answer.url))


def test_a_faulty_movement_keeps_what_was_typed(country, office):
    added(country, "tu-liem")

    answer = office.post(
        f"{LIST}moi/",
        {"name": TREE.name, "kind": "phong-trao", "launched_by": "nganh", "launcher": "Ngành mía"},
    )

    assert answer.status_code == 422
    assert "Đơn vị đã có phong trào “Tre xanh”." in text_of(answer)
    assert "Ngành mía" in text_of(answer)


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_cost_the_same_with_one_and_three(
    country, office, django_assert_num_queries, count
):
    movement = added(country, "tu-liem")
    for number in range(count):
        launched(country, "tu-liem", number=f"{number}/KH-CĐP", movements=(movement.public_id,))
    office.get(LIST)

    with django_assert_num_queries(7):
        assert office.get(LIST).status_code == 200
    with django_assert_num_queries(7):
        assert office.get(f"{LIST}{movement.public_id}/").status_code == 200
