"""The report that sums a period up: every number of it has an id, an origin, and can be checked again."""

import json
from datetime import date

import pytest
from tests.apps.campaigns.cascade import boss, launched
from tests.apps.reporting.told import tell

from thidua.apps.campaigns.services.targets import set_targets
from thidua.apps.documents.models import Paper, PaperFigure
from thidua.apps.documents.to_domain import content_of, figures_of
from thidua.apps.reporting.queries import checked, summary_of
from thidua.apps.reporting.services import draft_summary
from thidua.base.models import AuditEvent
from thidua.domain.documents import Blank, Heading, Item, Paragraph, Table, plain
from thidua.domain.errors import Forbidden, Invalid, NotFound
from thidua.domain.spans import DateSpan

HALF = DateSpan(date(2026, 1, 1), date(2026, 7, 1))
DAYS = {"first_day": date(2026, 1, 1), "last_day": date(2026, 6, 30)}


def words(blocks):
    """Everything a reader reads, table cells included."""
    said = []
    for block in blocks:
        if isinstance(block, (Paragraph, Item)):
            said.append(plain(block.text))
        elif isinstance(block, Heading):
            said.append(block.text)
        elif isinstance(block, Table):
            said += [plain(cell) for row in block.rows for cell in row]
    return "\n".join(said)


def runs_with_ids(blocks):
    for block in blocks:
        texts = [block.text] if isinstance(block, (Paragraph, Item)) else []
        if isinstance(block, Table):
            texts = [cell for row in block.rows for cell in row]
        for text in texts:
            if not isinstance(text, str):
                yield from (run for run in text if run.figure)


@pytest.fixture
def plan(country, indicators):
    """A plan of the ward for the whole year with a target, handed down to three units."""
    campaign = launched(country, "tu-liem", number="08/KH-CĐP")
    set_targets(
        actor=boss(country, "tu-liem"),
        campaign_id=campaign.public_id,
        unit_id=country["tu-liem"].public_id,
        values={"sang-kien": 20},
        illustrative=True,
    )
    return campaign


@pytest.fixture
def told(country, indicators):
    tell(country, "anh-duong", "sang-kien", date(2026, 2, 1), date(2026, 3, 1), 9, 6)
    tell(country, "binh-minh", "sang-kien", date(2026, 5, 1), date(2026, 6, 1), 2, 2)
    tell(country, "binh-minh", "sang-kien", date(2026, 8, 1), date(2026, 9, 1), 5, 5)
    tell(country, "anh-duong", "sang-kien", date(2025, 3, 1), date(2025, 4, 1), 10, 10)
    tell(country, "anh-duong", "suat-qua", date(2026, 1, 1), date(2026, 2, 1), 300, 300)


def drafted(country):
    actor = country.actor("can-bo-thi-dua", "tu-liem")
    paper_id = draft_summary(actor=actor, unit_id=country["tu-liem"].public_id, **DAYS)
    return Paper.objects.get(public_id=paper_id)


def test_results_stand_beside_target_and_the_same_days_before(country, plan, told):
    summary = summary_of(country["tu-liem"].pk, HALF)

    [line] = [one for one in summary.lines if one.indicator.code == "sang-kien"]
    assert (line.figure.sent, line.figure.accepted) == (11, 8)
    assert line.aim.target.value == 20
    assert line.aim.reached.sent == 11
    # The ward begins with the reform: what its units told before counted elsewhere.
    assert line.before.sent == 0
    assert [plan.given for plan in summary.plans] == [3]


def test_a_target_counts_from_the_first_day_of_its_plan(country, plan, told):
    summary = summary_of(country["tu-liem"].pk, DateSpan(date(2026, 7, 1), date(2027, 1, 1)))

    [line] = [one for one in summary.lines if one.indicator.code == "sang-kien"]
    assert (line.figure.sent, line.aim.reached.sent) == (5, 16)


def test_the_paper_says_what_was_launched_done_and_given(country, plan, told):
    paper = drafted(country)

    content = content_of(paper)
    said = words(content.blocks + content.annexes)
    for part in (
        "Số kế hoạch phát động thi đua thực hiện trong kỳ: 1, trong đó phát động mới: 0.",
        "giao triển khai tới 3 đơn vị trực thuộc, 0 đơn vị đã tiếp nhận",
        "Sáng kiến được công nhận: 11 sáng kiến (đã duyệt 8), đạt 55,0 % chỉ tiêu 20",
        "chỉ tiêu của kế hoạch đến hết ngày 31/12/2026; chỉ tiêu minh họa",
        "còn 9 sáng kiến để đạt chỉ tiêu của kế hoạch",
        "Suất quà trao đoàn viên, người lao động: 300 suất",
        "tính đến hết ngày 30/06/2026",
    ):
        assert part in said.replace("\N{NO-BREAK SPACE}", " ")
    assert any(isinstance(block, Blank) for block in content.blocks)
    assert content.issuer == "Công đoàn phường Từ Liêm"
    assert content.superior == "LĐLĐ thành phố Hà Nội"


def test_every_number_of_the_paper_carries_an_id_that_the_annex_lists(country, plan, told):
    paper = drafted(country)

    content, figures = content_of(paper), figures_of(paper)
    by_id = {f"{paper.public_id}/S{one.number}": one for one in figures}
    seen = list(runs_with_ids(content.blocks + content.annexes))
    assert {run.figure for run in seen} == set(by_id)
    assert all(run.text == by_id[run.figure].text for run in seen)
    listed = content.annexes[-1]
    assert [plain(row[0]) for row in listed.rows] == [f"S{one.number}" for one in figures]
    share = next(one for one in figures if one.base is not None)
    assert plain(listed.rows[share.number - 1][3]) == f"{share.value} / {share.base}"


def test_the_table_of_results_has_no_column_of_dashes(country, plan, told):
    def titles(paper):
        [table, *_rest] = [one for one in content_of(paper).annexes if isinstance(one, Table)]
        return [column.title for column in table.columns]

    assert titles(drafted(country))[3:] == ["Chỉ tiêu", "So với chỉ tiêu"]
    tell(country, "anh-duong", "sang-kien", date(2025, 9, 1), date(2025, 10, 1), 4, 4)
    second = draft_summary(
        actor=country.actor("can-bo-thi-dua", "tu-liem"),
        unit_id=country["tu-liem"].public_id,
        first_day=date(2026, 7, 1),
        last_day=date(2026, 12, 31),
    )
    paper = Paper.objects.get(public_id=second)
    assert titles(paper)[5:] == ["Cùng kỳ năm trước", "So với cùng kỳ"]


def test_the_paper_stays_as_it_was_and_the_check_says_what_changed(country, plan, told):
    paper = drafted(country)
    before = json.dumps(paper.content)
    assert all(row.same for row in checked(paper.unit_id, HALF, figures_of(paper)))

    tell(country, "hoa-sen", "sang-kien", date(2026, 4, 1), date(2026, 5, 1), 4, 0)

    paper.refresh_from_db()
    assert json.dumps(paper.content) == before
    changed = {
        row.printed.label: (row.printed.text, row.now.text)
        for row in checked(paper.unit_id, HALF, figures_of(paper))
        if not row.same
    }
    assert changed["Sáng kiến được công nhận"] == ("11", "15")
    assert changed["Sáng kiến được công nhận, so với chỉ tiêu"] == ("55,0 %", "75,0 %")
    assert changed["Sáng kiến được công nhận, còn phải thực hiện"] == ("9", "5")
    assert "Suất quà trao đoàn viên, người lao động" not in changed


def test_a_number_whose_source_is_gone_has_no_value_of_now(country, plan, told):
    paper = drafted(country)
    set_targets(
        actor=boss(country, "tu-liem"),
        campaign_id=plan.public_id,
        unit_id=country["tu-liem"].public_id,
        values={"sang-kien": None},
    )

    rows = checked(paper.unit_id, HALF, figures_of(paper))

    assert {row.printed.label for row in rows if row.now is None} == {
        "Sáng kiến được công nhận, chỉ tiêu",
        "Sáng kiến được công nhận, so với chỉ tiêu",
        "Sáng kiến được công nhận, còn phải thực hiện",
    }


def test_drafting_again_makes_another_paper_and_says_so_once(country, plan, told):
    first, second = drafted(country), drafted(country)

    assert first.public_id != second.public_id
    events = AuditEvent.objects.filter(operation="draft_summary")
    assert [event.subject_id for event in events] == [first.public_id, second.public_id]


def test_with_nothing_recorded_the_paper_leaves_room_to_write(country, indicators):
    paper = drafted(country)

    assert not PaperFigure.objects.filter(paper=paper, of="sent").exists()
    assert sum(isinstance(block, Blank) for block in content_of(paper).blocks) >= 4


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("lanh-dao", "ha-noi", Forbidden),
        ("chu-tich-cdcs", "anh-duong", Forbidden),
        ("lanh-dao", "hue", NotFound),
        ("quan-tri", "tld", Forbidden),
    ],
)
def test_only_the_unit_itself_drafts_its_report(country, indicators, role, slug, refusal):
    actor = country.actor(role, slug)

    with pytest.raises(refusal):
        draft_summary(actor=actor, unit_id=country["tu-liem"].public_id, **DAYS)
    assert not Paper.objects.exists()


def test_a_period_to_come_is_not_summed_up(country, indicators):
    actor = country.actor("can-bo-thi-dua", "tu-liem")

    with pytest.raises(Invalid) as refusal:
        draft_summary(
            actor=actor,
            unit_id=country["tu-liem"].public_id,
            first_day=date(2027, 1, 1),
            last_day=date(2027, 6, 30),
        )
    assert refusal.value.code == "reports.period_future"
