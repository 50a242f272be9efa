"""Papers of a conference: whom they address, what is left blank, what stands in them in order."""

from dataclasses import replace
from datetime import date, time

import pytest
from tests.apps.conferences.stage import CHAIR, GUEST, PROGRAMME, planned, write

from thidua.apps.conferences import services
from thidua.apps.conferences.papers import (
    awards_paper,
    invitation,
    news_of,
    news_paper,
    programme_paper,
)
from thidua.apps.conferences.queries import record_of
from thidua.domain.documents import Blank, Table, plain


def text_of(paper):
    said = []
    for block in (*paper.blocks, *paper.annexes):
        if isinstance(block, Table):
            said += [" | ".join(map(plain, row)) for row in block.rows]
        elif not isinstance(block, Blank) and hasattr(block, "text"):
            said.append(plain(block.text))
    return "\n".join(said)


def blanks(paper):
    return [block.label for block in paper.blocks if isinstance(block, Blank)]


@pytest.fixture
def record(officer, conference):
    write(services.write_people, officer, conference, CHAIR, GUEST, replace(GUEST, name=""))
    write(services.write_programme, officer, conference, *PROGRAMME)
    awards = (
        services.AwardDraft("CĐCS Ánh Dương", "Giấy khen", "Công đoàn phường Từ Liêm"),
        services.AwardDraft(
            "các tác giả", "", decision_number="12/QĐ", decided_on=date(2026, 1, 5)
        ),
    )
    write(services.write_awards, officer, conference, *awards)
    return record_of(officer, conference.public_id)


def test_an_invitation_names_its_guest_day_hour_and_place(record):
    paper = invitation(record, record.guests[0])
    text = text_of(paper)
    assert (paper.kind, paper.number, paper.place) == ("GIẤY MỜI", "/GM-CĐ", "Từ Liêm")
    assert paper.issuer == "Công đoàn phường Từ Liêm"
    assert "Đồng chí Phạm Thị Khách, Giám đốc Công ty X" in text
    assert "Thời gian: 08 giờ 00, thứ Sáu, ngày 20/11/2026." in text
    assert "Địa điểm: Hội trường phường." in text
    assert "Chủ trì: đồng chí Trần Văn A, Chủ tịch Công đoàn phường Từ Liêm." in text
    assert "đến dự hội nghị phát động thi đua năm 2026." in text
    assert paper.signatures[0].lines[-1] == "CHỦ TỊCH"


def test_an_unknown_name_is_left_to_be_written(record):
    assert "Đồng chí ……………………………, Giám đốc Công ty X" in text_of(
        invitation(record, record.guests[1])
    )
    assert blanks(invitation(record, None)) == [""]


def test_one_invitation_for_all_carries_the_list(record):
    text = text_of(invitation(record, None, listed=True))
    assert "danh sách kèm theo" in text
    assert "1 | Phạm Thị Khách | Giám đốc | Công ty X\n2 | …………… |" in text


def test_what_is_not_known_of_day_and_place_is_blank(officer):
    row = planned(officer, day_unsure=True, place="", starts_at=None)
    paper = invitation(record_of(officer, row.public_id), None)
    assert blanks(paper) == ["", "Thời gian:", "Địa điểm:"]


def test_the_programme_stands_in_order(record):
    text = text_of(programme_paper(record))
    assert "08:00 | Phát động thi đua | Trần Văn A, Chủ tịch\n09:00 | Chỉ đạo | Lê Thị B" in text


def test_the_list_of_awards_tells_form_and_decision(record):
    text = text_of(awards_paper(record))
    assert "1 | CĐCS Ánh Dương | Giấy khen của Công đoàn phường Từ Liêm |  | " in text
    assert "2 | Các tác giả | Biểu dương | Số 12/QĐ ngày 05/01/2026 | " in text


def test_the_news_item_is_a_paper_without_a_head(record):
    paper = news_paper(news_of(record))
    assert (paper.issuer, paper.subject) == ("", record.row.title)
    assert "Ngày 20/11/2026, Công đoàn phường Từ Liêm tổ chức" in text_of(paper)
    assert "Đồng chí Lê Thị B, Phó Chủ tịch phát biểu, chỉ đạo." in text_of(paper)
    assert time(8) == record.row.starts_at
