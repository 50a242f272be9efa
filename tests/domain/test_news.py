"""The news item: its sentences from facts, the blanks, the length; names are never cut."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.domain.news import (
    MOST,
    Conclusion,
    Conference,
    Handed,
    Phase,
    Signed,
    Spoken,
    compose,
    word_count,
)

HELD = Conference(
    organiser="Công đoàn phường Bình Minh",
    title="Hội nghị phát động thi đua năm 2026",
    year=2026,
    day=date(2026, 1, 15),
)
HOA = "Lê Thị Hoa, Chủ tịch Công đoàn phường Bình Minh"


def text_of(**more):
    return compose(replace(HELD, **more)).text


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (
            {},
            "Ngày 15/01/2026, Công đoàn phường Bình Minh tổ chức Hội nghị phát động thi đua năm 2026.",
        ),
        ({"day": None}, "Vừa qua, Công đoàn phường Bình Minh tổ chức"),
        ({"title": "Tổng kết năm 2025"}, "tổ chức Hội nghị tổng kết năm 2025."),
        ({"place": "hội trường phường"}, "năm 2026 tại hội trường phường."),
        (
            {"host": "CĐCS Công ty Ánh Dương", "pilot": True},
            "CĐCS Công ty Ánh Dương là đơn vị phát động điểm, đăng cai Hội nghị.",
        ),
        ({"chairs": (HOA,)}, f"Chủ trì: đồng chí {HOA}."),
        ({"attended": 120}, "Dự Hội nghị có 120 đại biểu."),
        (
            {"significance": ("diễn ra Đại hội XIV của Đảng", "bầu cử")},
            "Năm 2026 là năm diễn ra Đại hội XIV của Đảng; bầu cử.",
        ),
        (
            {"spoken": (Spoken("Phát động phong trào thi đua", HOA, launch=True),)},
            f"Tại Hội nghị, đồng chí {HOA}, phát động phong trào thi đua.",
        ),
        (
            {"spoken": (Spoken("ghi nhận kết quả", HOA, speech=True),)},
            f"Đồng chí {HOA} phát biểu, ghi nhận kết quả. [Trích phát biểu của đồng chí Lê Thị Hoa]",
        ),
        (
            {"spoken": (Spoken("Phát biểu chỉ đạo", speech=True),)},
            "[họ tên, chức vụ] phát biểu chỉ đạo. [Trích phát biểu]",
        ),
        (
            {"spoken": (Spoken("Kêu gọi hưởng ứng", "Ban Chấp hành Công đoàn phường"),)},
            "Ban Chấp hành Công đoàn phường kêu gọi hưởng ứng.",
        ),
        ({"spoken": (Spoken("Tổng kết năm 2025"),)}, "Hội nghị tổng kết năm 2025."),
        (
            {"contents": ("Lao động giỏi.", "Lao động sáng tạo")},
            "Một là, lao động giỏi.\n\nHai là, lao động sáng tạo.",
        ),
        ({"contents": ("Lao động giỏi.",)}, "Nội dung thi đua: lao động giỏi."),
        (
            {"phases": (Phase(date(2026, 1, 1), date(2026, 5, 31), "Mừng Đảng", "Làm tốt."),)},
            "Thời gian thi đua (01/01-31/05/2026), chủ đề “Mừng Đảng”: làm tốt.",
        ),
        (
            {
                "significance": ("diễn ra Đại hội XIV",),
                "phases": (
                    Phase(
                        date(2025, 12, 1),
                        date(2026, 5, 31),
                        "Mừng Đại hội",
                        "",
                        ("96 năm Ngày thành lập Đảng", "136 năm Ngày sinh Bác"),
                        ("Đại hội XIV", "Bầu cử"),
                    ),
                ),
            },
            "(01/12/2025-31/05/2026), chủ đề “Mừng Đại hội”: kỷ niệm 96 năm Ngày thành lập Đảng, "
            "136 năm Ngày sinh Bác; chào mừng Bầu cử.",
        ),
        (
            {"signed": (Signed("Các doanh nghiệp", "Giao ước thi đua năm 2026"),)},
            "Tại Hội nghị, các doanh nghiệp ký giao ước thi đua năm 2026.",
        ),
        (
            {"signed": (Signed("A – B"), Signed("Công đoàn C – D", "Năng suất"))},
            "Tại Hội nghị, 2 giao ước thi đua được ký: A – B; Công đoàn C – D (năng suất).",
        ),
        (
            {"handed": (Handed("Bằng khen", "CĐCS X", "Tổng Liên đoàn", "số 1/QĐ", HOA),)},
            f"Đồng chí {HOA}, trao Bằng khen của Tổng Liên đoàn (số 1/QĐ) cho CĐCS X.",
        ),
        (
            {"handed": (Handed("Giấy khen", "CĐCS X", "Công đoàn phường"),)},
            "CĐCS X nhận Giấy khen của Công đoàn phường.",
        ),
        (
            {"handed": (Handed("", "Các tác giả sáng kiến", "Công đoàn phường", praise=True),)},
            "Công đoàn phường biểu dương các tác giả sáng kiến.",
        ),
        (
            {
                "conclusions": (
                    Conclusion("Báo cáo kết quả.", "CĐCS X", date(2026, 3, 1)),
                    Conclusion("Đảng viên nêu gương", "CĐCS X"),
                )
            },
            "Hội nghị đề nghị CĐCS X: báo cáo kết quả (trước hết ngày 01/03/2026); Đảng viên nêu gương.",
        ),
    ],
)
def test_each_fact_has_its_sentence(more, sentence):
    assert sentence in text_of(**more)


def test_a_host_that_the_title_names_is_not_named_again():
    title = "Hội nghị phát động điểm tại Công đoàn cơ sở phường Cầu Diễn"
    text = text_of(title=title, host="Công đoàn phường Cầu Diễn", pilot=True)
    assert "đăng cai" not in text


def test_a_post_stands_behind_the_first_mention_only():
    text = text_of(chairs=(HOA,), spoken=(Spoken("kết luận", HOA, speech=True),))
    assert text.count("Chủ tịch Công đoàn phường Bình Minh") == 1
    assert "Đồng chí Lê Thị Hoa phát biểu, kết luận." in text


def test_nothing_is_said_that_the_record_does_not_hold():
    assert compose(HELD).paragraphs == (
        "Ngày 15/01/2026, Công đoàn phường Bình Minh tổ chức Hội nghị phát động thi đua năm 2026.",
    )


def test_blanks_and_headline_are_no_words_of_the_draft():
    item = compose(replace(HELD, spoken=(Spoken("phát biểu", speech=True),)))
    assert item.words == word_count(item.paragraphs[0]) + 2


@pytest.mark.parametrize(("text", "count"), [("", 0), ("a – b", 2), ("2020 - 2025, hết.", 3)])
def test_words_are_what_has_a_letter_or_digit(text, count):
    assert word_count(text) == count


def test_a_long_item_loses_plain_clauses_first_and_keeps_the_names():
    plain = "; ".join(["làm thật tốt mọi việc được giao"] * 90)
    contents = (f"Thi đua giỏi; học tập cùng cuộc vận động “Trung thành”; {plain}", "Hai")
    item = compose(replace(HELD, contents=contents))
    assert item.shortened
    assert item.words <= MOST
    assert "“Trung thành”" in item.text
    assert "Hai là, hai." in item.text


def test_names_lose_their_wrapping_before_they_go():
    wrapping = " ".join(["rất"] * 490)
    item = compose(replace(HELD, contents=(f"Một; {wrapping} “Tên phong trào”", "Hai")))
    assert "Một là, một; hưởng ứng “Tên phong trào”." in item.text


def test_at_last_whole_contents_are_left_out_and_counted():
    words = " ".join(["việc"] * 110)
    contents = (*(f"{place} {words}" for place in range(6)), f"“Tên” {words}")
    item = compose(replace(HELD, contents=contents))
    assert item.words <= MOST
    assert "“Tên”" in item.text
    assert "Kế hoạch còn 3 nội dung khác." in item.text


CLAUSE = st.text(alphabet="ab “”;1 ", min_size=1, max_size=120)


@settings(deadline=None)
@given(st.lists(CLAUSE, max_size=6), st.lists(CLAUSE, max_size=3))
def test_shortening_ends_and_never_writes_an_ellipsis(contents, tasks):
    days = date(2026, 1, 1), date(2026, 5, 31)
    facts = replace(
        HELD,
        contents=tuple(f"{text} x" * 12 for text in contents),
        phases=tuple(Phase(*days, "Chủ đề", f"{text}; việc" * 6) for text in tasks),
    )
    item = compose(facts)
    assert "…" not in item.text
    assert item.text.startswith(HELD.title)
