"""Papers of pacts and registrations: what stands in them, and what is left to be written by hand."""

from datetime import date

import pytest
from tests.apps.campaigns.cascade import launched
from tests.apps.campaigns.pledged import enter, make_pact

from thidua.apps.campaigns.papers import (
    PactHead,
    RegistrationHead,
    blank_pacts,
    blank_registrations,
    pact_paper,
    registration_list,
    registration_paper,
)
from thidua.apps.campaigns.services.pacts import PartyDraft
from thidua.domain.documents import Blank, Heading, Item, Table, plain

HEAD = PactHead("Kế hoạch năm 2026", "81/KH", "Công đoàn phường", "LĐLĐ thành phố", 2026)
UNIT = RegistrationHead("Kế hoạch năm 2026", "CĐCS Ánh Dương", "Công đoàn phường", 2026)


@pytest.fixture
def plan(country, indicators):
    return launched(country, "tu-liem")


def words(paper):
    return " ".join(plain(block.text) for block in paper.blocks if hasattr(block, "text"))


def test_a_pact_names_its_parties_its_promises_and_who_signs(country, plan):
    paper = pact_paper(make_pact(country, plan), HEAD)

    assert (paper.kind, paper.subject, paper.day) == (
        "GIAO ƯỚC THI ĐUA",
        "Năm 2026",
        date(2026, 11, 20),
    )
    assert paper.bases == ("Căn cứ Kế hoạch năm 2026 (số 81/KH)",)
    items = [plain(block.text) for block in paper.blocks if isinstance(block, Item)]
    assert items == ["Thi đua lao động giỏi", "Đối thoại tại nơi làm việc: 2 cuộc"]
    assert [one.name for one in paper.signatures] == ["Lê Mai", "Phạm Bình", "Trần An"]
    assert "03 bản" in words(paper)


def test_what_is_missing_is_left_to_be_written_by_hand(country, plan):
    parties = (PartyDraft(name="Tổ một", kind="bo-phan"),)
    pact = make_pact(country, plan, parties=parties, commitments=(), signed_on=None, place="")

    paper = pact_paper(pact, HEAD)

    assert paper.day is None
    assert sum(isinstance(block, Blank) for block in paper.blocks) == 2
    assert "ngày ....." in words(paper)


def test_many_parties_sign_in_a_table(country, plan):
    parties = tuple(
        PartyDraft(name=f"Tổ {n}", kind="bo-phan", representative="Lê Mai") for n in range(5)
    )

    paper = pact_paper(make_pact(country, plan, parties=parties), HEAD)

    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert (len(table.rows), paper.signatures) == (5, ())


def test_blank_pacts_name_every_unit_once():
    names = [f"CĐCS {n}" for n in range(4)]

    paper = blank_pacts(HEAD, ["Lao động giỏi"], names)

    heads = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert [text for text in heads if text.startswith("2.")] == [f"2. {name}" for name in names]


def test_a_work_says_where_its_plaque_hangs(chair, plan):
    row = enter(
        chair,
        plan,
        kind="cong-trinh",
        name="Tổ cơ điện",
        plaque_on=date(2026, 7, 28),
        plaque_place="Cổng số 2",
        plaque_text="Công trình chào mừng",
    )

    said = words(registration_paper(row, UNIT))

    assert all(word in said for word in ("28/07/2026", "Cổng số 2", "Công trình chào mừng"))


def test_the_list_has_a_line_to_sign_for_each_and_counts_people(chair, plan):
    rows = [enter(chair, plan), enter(chair, plan, name="Danh sách", people=40)]

    paper = registration_list(rows, UNIT, date(2026, 11, 22))

    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert [row[1] for row in table.rows] == ["Phạm Thị Lan", "Danh sách (40 người)"]
    assert "của 41 người" in words(paper)
    assert paper.landscape


def test_the_blank_list_has_as_many_lines_as_asked():
    table = next(b for b in blank_registrations(UNIT, 48).blocks if isinstance(b, Table))

    assert len(table.rows) == 48
    assert {cell for row in table.rows for cell in row[1:]} == {""}
