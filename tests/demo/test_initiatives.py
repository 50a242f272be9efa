"""Initiatives of the demonstration: 906 of 24 units in one file, 119 of the live year, one that waits."""

from datetime import date

import pytest
from django.db.models import Count

from thidua.apps.campaigns.models import Campaign
from thidua.apps.campaigns.queries import carrying, table_below, target_lines
from thidua.apps.figures.queries import Figure, contributions, indicator, stored_total
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.initiatives.models import Initiative
from thidua.apps.initiatives.queries import InitiativeFilter, initiative_list, waiting
from thidua.apps.initiatives.services import confirm_initiative
from thidua.base.models import AuditEvent
from thidua.domain.spans import DateSpan
from thidua.text.numbers import percent

pytestmark = pytest.mark.slow
MARK = "(minh họa)"
HALF = date(2022, 1, 1), date(2022, 7, 1)
YEAR = date(2026, 1, 1), date(2027, 1, 1)


def test_906_came_in_by_one_file(demo):
    of_2022 = Initiative.objects.filter(unit__code__startswith="HN-VC-MH-")
    assert of_2022.count() == 906
    files = AuditEvent.objects.filter(operation="import_initiatives", on_day__year=2022)
    assert [len(event.payload.data["made"]) for event in files] == [906]
    assert not of_2022.exclude(state="confirmed").exists()
    assert not of_2022.filter(recognition_no="").exists()
    assert set(of_2022.values_list("programme", flat=True)) == {"mot-trieu-sang-kien"}


def test_no_two_of_them_are_alike(demo):
    of_2022 = Initiative.objects.filter(unit__code__startswith="HN-VC-MH-")
    assert of_2022.values("title_key").distinct().count() == 906


def test_24_units_make_906(demo):
    union, code = demo.unit("HN-VC"), indicator("sang-kien")
    assert stored_total(union.pk, code.pk, *HALF) == Figure(906, 906)
    opened = contributions(union.pk, code.pk, DateSpan(*HALF))
    assert len(opened.units) == 24
    assert sum(row.figure.sent for row in opened.units) == 906
    assert (opened.rest.sent, opened.by_side.sent) == (0, 0)


def test_906_of_713_is_127_percent_and_so_said_of_the_plan(demo):
    plan = Campaign.objects.get(unit__code="HN-VC")
    line = target_lines(plan)[0]
    assert (line.target, line.illustrative, line.figure) == (713, True, Figure(906, 906))
    assert percent(line.figure.sent, line.target) == "127,1 %"
    table = table_below(plan)
    assert sum(row.cells[0].target for row in table.rows) == 713
    assert sum(row.cells[0].figure.sent for row in table.rows) == 906


def test_a_row_of_2022_is_counted_in_three_places(demo):
    leader = demo.actor("demo-tp-lanh-dao")
    row = Initiative.objects.filter(unit__code="HN-VC-MH-07").first()
    plans = carrying(leader, row.unit_id, "sang-kien", row.recognised_on)
    assert [plan.movements for plan in plans] == [
        (
            "Chương trình 1 triệu sáng kiến - nỗ lực vượt khó, sáng tạo, quyết tâm chiến thắng đại "
            "dịch COVID-19",
        )
    ]


def test_119_are_confirmed_and_one_waits_for_the_chair(demo):
    live = Initiative.objects.filter(shown_on__year=2026)
    by_state = dict(live.order_by().values_list("state").annotate(rows=Count("pk")))
    assert by_state == {"confirmed": 119, "submitted": 1}
    found = waiting(demo.actor("demo-cs"))
    one = live.get(state="submitted")
    assert (found.count, found.only) == (1, one.public_id)
    assert (one.recognised_on, one.photos.count(), one.authors.count()) == (
        date(2026, 11, 18),
        1,
        1,
    )


def test_the_member_sees_the_own_one_only(demo):
    found = initiative_list(demo.actor("demo-doan-vien"), InitiativeFilter())
    assert [row.state for row in found.rows] == ["submitted"]


def test_the_chair_s_press_makes_it_120(demo):
    waits = Initiative.objects.get(state="submitted").public_id
    confirm_initiative(actor=demo.actor("demo-cs"), initiative_id=waits)
    fold_pending()
    for code in ("HN", "HN-00592"):
        total = stored_total(demo.unit(code).pk, indicator("sang-kien").pk, *YEAR)
        assert total == Figure(120, 113)


def test_every_author_and_unit_is_marked_as_invented(demo):
    for row in Initiative.objects.prefetch_related("authors").select_related("unit"):
        assert "-MH-" in row.unit.code
        for author in row.authors.all():
            assert f"{author.name} ({author.post})".count(MARK)
