"""What the table cannot say: second posts, posts that ended, units that ended, the side line."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from tests.access.matrix import cells
from tests.access.reports import _ASKED
from tests.access.walk import ask, masked, routes
from tests.access.world import PLAN, undone
from tests.conftest import TODAY

from thidua.apps.campaigns.services.drafting import draft_campaign
from thidua.apps.campaigns.services.launching import launch_campaign
from thidua.apps.org import services as org
from thidua.apps.org.models import Assignment
from thidua.apps.org.queries import actor_for
from thidua.apps.reporting.models import Report
from thidua.apps.reporting.services import Entry, open_period, send_report, start_report
from thidua.base import clock
from thidua.base.actor import SYSTEM
from thidua.web.access import PUBLIC


def status(client, name, *args, **data):
    url = reverse(name, args=args)
    return (client.post(url, data) if data else client.get(url)).status_code


def second_post(country, first, role, slug):
    """Give a person one more post; return its public id."""
    return org.assign_post(
        actor=SYSTEM,
        user_id=country.person(*first).user.pk,
        role=role,
        unit_id=country[slug].public_id,
        valid_from=TODAY - timedelta(days=30),
    )


def test_two_posts_are_two_views_of_the_country(world, country, client_of):
    plan = world.things["plan"].ids["campaign_id"]
    other = second_post(country, ("lanh-dao", "hue"), "can-bo-thi-dua", "tu-liem")
    client = client_of("lanh-dao", "hue")
    before = status(client, "campaigns:plan", plan)

    switched = status(client, "account:posts", assignment=other)

    assert (before, switched) == (404, 302)
    assert status(client, "campaigns:plan", plan) == 200
    assert status(client, "campaigns:launch", world.things["draft"].ids["campaign_id"]) == 403


def test_a_post_does_not_lend_its_right_to_another(world, country, client_of):
    """A chair at Ánh Dương and officer at Huế launches nothing at Từ Liêm, seen from Ánh Dương."""
    second_post(country, ("chu-tich-cdcs", "anh-duong"), "lanh-dao", "hue")
    client = client_of("chu-tich-cdcs", "anh-duong")
    plan = world.things["plan"].ids["campaign_id"]

    assert status(client, "campaigns:close", plan, press="1") == 403


def test_after_the_last_day_of_a_post_nothing_opens(world):
    post = world.things["plan"].cast["own"]
    Assignment.objects.filter(public_id=world.country.person(*post).post_id).update(
        valid_until=TODAY
    )
    closed = {r.name for r in routes() if getattr(r.pattern.callback, "access", PUBLIC) != PUBLIC}
    asked = [
        cell
        for cell in cells()
        if cell.relation == "own"
        and cell.route in closed
        and cell.expected != "405"
        and world.things[cell.thing].cast["own"] == post
    ]

    answers = set()
    for cell in asked:
        with undone():
            response = ask(world, cell)
        answers.add((response.status_code, response["Location"].partition("?")[0]))

    assert len(asked) > 30
    assert answers == {(302, reverse("account:no_post"))}


def test_a_session_under_an_ended_post_goes_on_under_the_other(world, country, client_of):
    second_post(country, ("lanh-dao", "hue"), "lanh-dao", "ha-noi")
    client = client_of("lanh-dao", "hue")
    Assignment.objects.filter(public_id=country.person("lanh-dao", "hue").post_id).update(
        valid_until=TODAY
    )

    assert status(client, "org:unit", country["hue"].public_id) == 404
    assert status(client, "org:unit", country["tu-liem"].public_id) == 200


@pytest.fixture
def old_plan(world, country):
    """A plan that the district launched before it ended with the reform."""
    then = date(2025, 3, 1)
    keeper = country.person("lanh-dao", "ha-noi")
    post = org.assign_post(
        actor=SYSTEM,
        user_id=keeper.user.pk,
        role="lanh-dao",
        unit_id=country["nam-tu-liem"].public_id,
        valid_from=date(2025, 1, 1),
        valid_until=date(2025, 7, 1),
    )
    with clock.pinned(then):
        actor = actor_for(keeper.user.pk, keeper.user.full_name, post)
        plan = draft_campaign(actor=actor, unit_id=country["nam-tu-liem"].public_id, plan=PLAN)
        launch_campaign(actor=actor, campaign_id=plan)
    return plan


@pytest.mark.parametrize(
    ("role", "slug", "expected"),
    [
        ("lanh-dao", "ha-noi", 200),  # keeps the records of the ended district
        ("lanh-dao", "tld", 200),
        ("lanh-dao", "tu-liem", 404),  # stands where the district stood, but is not its heir
        ("lanh-dao", "hue", 404),
        ("quan-tri", "tld", 403),
    ],
)
def test_the_records_of_an_ended_unit(old_plan, country, client_of, role, slug, expected):
    client = client_of(role, slug)

    assert status(client, "campaigns:plan", old_plan) == expected
    if expected != 403:
        assert status(client, "org:unit", country["cau-dien"].public_id) == expected


@pytest.fixture
def side_report(world, country):
    """A sent report of the school union, which has a side superior in its trade."""
    period = open_period(
        actor=country.actor("lanh-dao", "tu-liem"),
        first_day=date(2026, 7, 1),
        last_day=date(2026, 7, 31),
        due_on=date(2026, 7, 31),
        asked=_ASKED,
    )
    chair = country.actor("chu-tich-cdcs", "hoa-sen")
    report = start_report(actor=chair, period_id=period)
    version = Report.objects.get(public_id=report).version
    entries = {"doi-thoai": Entry(5)}
    send_report(actor=chair, report_id=report, version=version, entries=entries)
    return report


def test_the_side_superior_reads_and_does_not_judge(side_report, country, client_of):
    side = client_of("lanh-dao", "giao-duc-hn")
    accept = reverse("reporting:accept", args=[side_report])

    page = side.get(reverse("reporting:report", args=[side_report]))
    figure = status(side, "figures:open", country["hoa-sen"].public_id, "doi-thoai")

    assert (page.status_code, figure) == (200, 200)
    assert accept not in page.content.decode()
    assert side.post(accept).status_code == 403
    assert status(side, "reporting:return", side_report, reason="Xem lại.") == 403


def test_the_direct_superior_judges_what_the_side_superior_could_not(side_report, client_of):
    main = client_of("lanh-dao", "tu-liem")
    accept = reverse("reporting:accept", args=[side_report])

    page = main.get(reverse("reporting:report", args=[side_report]))

    assert accept in page.content.decode()
    assert main.post(accept).status_code == 302


def test_the_side_line_ends_one_step_above(side_report, client_of):
    """The trade's own superior does not reach the units that its unit only stands beside."""
    assert status(client_of("lanh-dao", "giao-duc"), "reporting:report", side_report) == 404


@pytest.mark.parametrize("act", ["reporting:accept", "reporting:return"])
def test_who_judges_elsewhere_finds_no_report(world, client_of, act):
    report = world.things["report"].ids["report_id"]

    for slug in ("hue", "giao-duc-hn"):
        assert status(client_of("lanh-dao", slug), act, report, reason="Xem lại.") == 404


def test_an_administrator_of_another_branch_manages_nothing_here(world, country, client_of):
    keeper = client_of("quan-tri", "hue")
    unit, person = country["tu-liem"].public_id, world.things["person"].ids

    for name in ("org:unit", "org:change", "org:found", "org:move", "org:end"):
        assert status(keeper, name, unit) == 404
    assert status(keeper, "account:people", unit) == 404
    assert status(keeper, "account:reset", person["user_id"]) == 404
    assert status(keeper, "org:change", country["hue"].public_id) == 200


def test_an_officer_does_not_end_the_post_of_the_leader(world, country, client_of):
    leader = country.person("lanh-dao", "tu-liem").post_id
    unit = country["tu-liem"].public_id
    officer = client_of("can-bo-thi-dua", "tu-liem")

    assert status(officer, "account:withdraw", unit, leader, press="1") == 403


def test_an_officer_does_not_reset_the_leader(world, country, client_of):
    leader = country.person("lanh-dao", "tu-liem").user.public_id
    officer = client_of("can-bo-thi-dua", "tu-liem")

    response = officer.post(reverse("account:reset", args=[leader]))

    assert response.status_code == 422


def test_what_is_not_there_and_what_is_not_yours_look_the_same(world, client_of):
    """404 must not tell a real id from an invented one."""
    stranger = client_of("lanh-dao", "hue")
    plan, nothing = world.things["plan"].ids["campaign_id"], "kh_0000000000000000000000"

    real, invented = (
        stranger.get(reverse("campaigns:plan", args=[public_id])) for public_id in (plan, nothing)
    )

    assert real.status_code == invented.status_code == 404
    # The address that was asked comes back in the language switch.
    assert masked(real).replace(plan, nothing) == masked(invented)
