"""The live year: 119 of 120*, three late, one returned, proofs that open."""

from datetime import date

import pytest

from thidua.apps.campaigns.models import Campaign
from thidua.apps.campaigns.queries import directives_waiting, target_lines
from thidua.apps.figures.queries import Figure, indicator, stored_total
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.files.services import read
from thidua.apps.org.models import Assignment
from thidua.apps.org.queries import direct_units
from thidua.apps.reporting.models import Evidence, Period, Report
from thidua.apps.reporting.queries.board import BoardFilter, board_counts, late_names
from thidua.apps.reporting.queries.home import due_items
from thidua.apps.reporting.services import Entry, send_report, start_report
from thidua.text.numbers import percent

pytestmark = pytest.mark.slow
YEAR = date(2026, 1, 1), date(2027, 1, 1)


def plan_of(code: str, year: int = 2026) -> Campaign:
    return Campaign.objects.get(unit__code=code, year=year)


def test_city_and_ward_stand_at_119_of_120(demo):
    for code in ("HN", "HN-00592"):
        line = target_lines(plan_of(code))[0]
        assert (line.indicator_code, line.target, line.illustrative) == ("sang-kien", 120, True)
        assert line.figure == Figure(119, 113)
        assert percent(line.figure.sent, line.target) == "99,2 %"


def test_the_targets_given_below_add_up_to_the_ward_s(demo):
    below = plan_of("HN-00592").targets.exclude(unit=demo.unit("HN-00592"))
    assert sum(below.values_list("value", flat=True)) == 120


def test_november_asks_for_ten_figures_of_which_seven_are_there(demo):
    chair = demo.actor("demo-cs")
    november = Period.objects.get(starts_on=date(2026, 11, 1))
    assert [item.period_public_id for item in due_items(chair)] == [november.public_id]
    assert november.due_on == date(2026, 11, 30)
    asked = dict(november.asked.values_list("indicator__code", "indicator__source"))
    assert len(asked) == 10
    derived = {code for code, source in asked.items() if source == "derived"}
    assert derived == {"sang-kien", "hoi-nghi-nguoi-lao-dong"}
    entries = {code: Entry(1) for code, source in asked.items() if source == "typed"}
    report = start_report(actor=chair, period_id=november.public_id)
    begun = Report.objects.get(public_id=report)
    there = begun.lines.exclude(value=None).values_list("indicator__code", flat=True)
    assert len(there) == 5, "with the two that are counted, 7 of 10 are already there"
    send_report(actor=chair, report_id=report, version=begun.version, entries=entries)
    fold_pending()
    ward = demo.unit("HN-00592").pk
    assert stored_total(ward, indicator("doi-thoai").pk, *YEAR).sent == 18
    assert stored_total(ward, indicator("sang-kien").pk, *YEAR) == Figure(119, 113)


def test_three_units_are_late_in_october_and_one_report_was_returned(demo):
    october = Period.objects.get(starts_on=date(2026, 10, 1))
    officer = demo.actor("demo-phuong")
    assert board_counts(officer, october, BoardFilter()) == {
        "missing": 3,
        "returned": 1,
        "sent": 1,
        "received": 0,
        "accepted": 0,
    }
    assert late_names(officer, october, BoardFilter()) == [
        "CĐCS Công ty Cổ phần Bán lẻ Sao Việt (minh họa)",
        "CĐCS Công ty TNHH May Ánh Dương (minh họa)",
        "CĐCS Trạm Y tế Bình An (minh họa)",
    ]
    returned = Report.objects.get(state="returned")
    assert "31" in returned.return_reason
    assert [item.name for item in due_items(demo.actor("demo-cs-2"))] == [
        "Báo cáo tháng 10/2026",
        "Báo cáo tháng 11/2026",
    ]


def test_the_main_unit_has_sent_every_month_but_november(demo):
    main = Report.objects.filter(unit=demo.unit("HN-00592-MH-01")).order_by("period__starts_on")
    assert [report.period.starts_on.month for report in main] == list(range(1, 12))
    assert {report.state for report in main[:10]} == {"sent", "accepted"}
    assert main[10].state == "draft"


def test_only_invented_units_report(demo):
    """Two real units carry what the brief gives of them, of 2015–2020 and of 2022; none reports more."""
    given = Report.objects.exclude(unit__code__contains="-MH-")
    assert set(given.values_list("unit__code", flat=True)) == {"HN-NTL", "HN-VC"}
    assert not given.filter(period__until__gt=date(2022, 7, 1)).exists()
    invented = Report.objects.filter(unit__code__contains="-MH-")
    names = set(invented.values_list("unit__names__name", flat=True))
    assert len(names) == 5 + 24
    assert all(name.endswith("(minh họa)") for name in names)


def test_proofs_are_kept_and_open(demo):
    proofs = list(Evidence.objects.select_related("file"))
    assert len(proofs) == 6
    assert all(proof.caption == "Ảnh minh họa" for proof in proofs)
    assert all(len(read(proof.file)) == proof.file.size for proof in proofs)


def test_each_home_has_something_to_do(demo):
    assert [d.campaign.unit.code for d in directives_waiting(demo.actor("demo-cs-2"))] == [
        "HN-00592"
    ]
    draft = Campaign.objects.get(state="draft", year=2027)
    assert draft.unit.code == "HN-00592"
    assert draft.phases.count() == draft.contents.count() == 2


def test_the_main_unit_has_48_members_and_a_sector_union_beside(demo):
    ward = {row.code: row for row in direct_units(demo.unit("HN-00592").pk)}
    assert ward["HN-00592-MH-01"].members == 48
    beside = stored_total(demo.unit("HN-MH-CK").pk, indicator("sang-kien").pk, *YEAR)
    assert beside == Figure(29 + 44, 23 + 44), "trong đó: the units beside it"


def test_nobody_signs_off_on_the_own_report(demo):
    reviewed = Report.objects.exclude(reviewed_by=None)
    assert reviewed.filter(period__starts_on__year=2026).count() == 46
    assert not [report for report in reviewed if report.reviewed_by == report.sent_by]
    posts = Assignment.objects.values("unit__code").order_by().distinct()
    for code, above in (("HN-00592-MH-", "HN-00592"), ("HN-VC-MH-", "HN-VC"), ("HN-NTL", "HN")):
        below = reviewed.filter(unit__code__startswith=code)
        by = posts.filter(user_id__in=below.values("reviewed_by"))
        assert set(by.values_list("unit__code", flat=True)) == {above}
    own = reviewed.filter(unit__code="HN-VC").values("reviewed_by")
    assert set(posts.filter(user_id__in=own).values_list("unit__code", flat=True)) == {"HN"}
    of_all = posts.filter(user_id__in=reviewed.values("reviewed_by"))
    assert set(of_all.values_list("unit__code", flat=True)) == {"HN-00592", "HN-VC", "HN"}
