"""Trong đó (theo ngành): the side line on the report board and in target tables, counted once."""

# ruff: noqa: F401, F811 - fixtures come by import

import sys

import pytest
from django.urls import reverse
from tests.access.test_mutants import OPEN
from tests.apps.campaigns.cascade import launched
from tests.apps.campaigns.test_targets import ask, report, sums
from tests.apps.reporting.stage import ASKED, FIRST, LAST, indicators, november, send

from thidua.apps.reporting.models import Report
from thidua.apps.reporting.queries import BoardFilter, beside, board_counts, period_for
from thidua.apps.reporting.services import open_period, start_report


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def sector(country):
    return country.actor("can-bo-thi-dua", "giao-duc-hn")


@pytest.fixture
def own_period(indicators, sector):
    return open_period(actor=sector, first_day=FIRST, last_day=LAST, due_on=LAST, asked=ASKED)


def test_the_board_of_a_sector_shows_those_beside_and_does_not_count_them(
    country,
    client_of,
    sector,
    november,
    own_period,
):
    period = period_for(sector, own_period)
    [row], more = beside(sector, period)
    assert (row.name, row.superior, row.state, more) == (
        "CĐCS Trường Mầm non Hoa Sen", "Công đoàn phường Từ Liêm", "missing", False
    )  # fmt: skip

    chair = country.actor("chu-tich-cdcs", "hoa-sen")
    made = Report.objects.get(public_id=start_report(actor=chair, period_id=november))
    send(made, chair, **{"doi-thoai": 1, "suat-qua": 0})
    [row], _ = beside(sector, period)
    assert (row.state, row.sent_at is not None) == ("sent", True)
    assert sum(board_counts(sector, period, BoardFilter()).values()) == 0

    shown = text_of(client_of("can-bo-thi-dua", "giao-duc-hn").get(f"/bao-cao/ky/{own_period}/"))
    assert "Trong đó (theo ngành)" in shown
    assert "CĐCS Trường Mầm non Hoa Sen" in shown


def test_who_is_not_seen_is_not_shown_beside(country, own_period):
    period = period_for(country.actor("can-bo-thi-dua", "giao-duc-hn"), own_period)
    assert beside(country.actor("can-bo-thi-dua", "hue"), period) == ([], False)


def test_the_filter_is_missed_beside(country, own_period, monkeypatch):
    """Without the filter the test above would turn red."""
    period = period_for(country.actor("can-bo-thi-dua", "giao-duc-hn"), own_period)
    monkeypatch.setattr(
        sys.modules[beside.__module__], "visible_unit_ids", OPEN["visible_unit_ids"]
    )

    assert beside(country.actor("can-bo-thi-dua", "hue"), period) != ([], False)


def test_targets_name_the_part_of_the_side_line_inside_the_figure(country, client_of, sums):
    first = sums[0]
    campaign = launched(country, "ha-noi")
    leader = country.actor("lanh-dao", "ha-noi")
    for slug in ("ha-noi", "giao-duc-hn"):
        ask(leader, campaign, country[slug], {first.code: 10})
    report(country, "hoa-sen", first, 3)
    report(country, "giao-duc-hn", first, 4, source="bc_2")
    shown = text_of(
        client_of("lanh-dao", "ha-noi").get(reverse("campaigns:results", args=[campaign.public_id]))
    )

    # The city reaches the school along the main line: 7 in all, and nothing of it "theo ngành".
    assert shown.count("trong đó (theo ngành) 3") == 1
    assert "trong đó (theo ngành) 7" not in shown
    row = shown.partition("Công đoàn Giáo dục Hà Nội")[2]
    assert "trong đó (theo ngành) 3" in row
