"""Rules of initiatives: shares of 100 %, days in order, programme windows, exclusions, states."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.domain.errors import Conflict, DomainError, Invalid
from thidua.domain.initiatives.authors import (
    Author,
    authors_words,
    check_authors,
    read_authors,
    read_share,
    share_words,
)
from thidua.domain.initiatives.rules import (
    Exclusion,
    Programme,
    Recognition,
    check_days,
    check_exclusion,
    check_programme,
    title_key,
)
from thidua.domain.spans import DateSpan
from thidua.domain.workflow.initiatives import INITIATIVE, InitiativeSubject

TODAY = date(2026, 11, 22)
MILLION = Programme(
    "1 triệu sáng kiến",
    DateSpan(date(2021, 9, 1), date(2023, 9, 2)),
    (
        DateSpan(date(2022, 1, 8), date(2022, 6, 1)),
        DateSpan(date(2022, 6, 1), date(2023, 9, 2)),
    ),
)


def shared(*shares: str) -> list[Author]:
    return [Author(f"Tác giả {chr(65 + n)}", Decimal(share)) for n, share in enumerate(shares)]


@pytest.mark.parametrize(
    ("shares", "code"),
    [
        (["100"], None),
        (["60", "40"], None),
        (["33.33", "33.33", "33.34"], None),
        ([], "initiatives.no_author"),
        (["60", "30"], "initiatives.shares"),
        (["60", "40.01"], "initiatives.shares"),
        (["100", "0"], "initiatives.share"),
        (["-10", "110"], "initiatives.share"),
        (["33.333", "66.667"], "initiatives.share"),
        (["10"] * 11, "initiatives.authors_many"),
    ],
)
def test_shares_make_exactly_the_whole(shares, code):
    if code is None:
        check_authors(shared(*shares))
        return
    with pytest.raises(Invalid) as refusal:
        check_authors(shared(*shares))
    assert refusal.value.code == code
    assert refusal.value.field == "authors"


def test_one_person_stands_once_unless_post_tells_two_apart():
    half = Decimal(50)
    with pytest.raises(Invalid, match="author_twice"):
        check_authors([Author("Nguyễn Văn An", half), Author("NGUYEN VAN AN", half)])
    check_authors([Author("Nguyễn Văn An", half, "kỹ sư"), Author("Nguyễn Văn An", half, "thợ")])


@given(st.lists(st.integers(1, 99_99), min_size=1, max_size=9))
def test_whatever_is_missing_to_the_whole_the_last_author_makes_it_right(cents):
    shares = [Decimal(cent) / 100 for cent in cents]
    rest = 100 - sum(shares)
    authors = shared(*(str(share) for share in shares))
    if rest > 0:
        check_authors([*authors, Author("Người cuối", rest)])
    with pytest.raises(Invalid):
        check_authors([*authors, Author("Người cuối", max(rest, Decimal(0)) + Decimal("0.01"))])


@pytest.mark.parametrize(
    ("typed", "authors"),
    [
        ("Nguyễn Văn An", [("Nguyễn Văn An", "", "100")]),
        ("Nguyễn Văn An (kỹ sư)", [("Nguyễn Văn An", "kỹ sư", "100")]),
        (
            "Nguyễn Văn An (kỹ sư) 60%; Trần Thị Bình 40 %",
            [("Nguyễn Văn An", "kỹ sư", "60"), ("Trần Thị Bình", "", "40")],
        ),
        ("Trịnh Thị Mơ (minh họa) 100 %", [("Trịnh Thị Mơ (minh họa)", "", "100")]),
        (
            "Trịnh Thị Mơ (minh họa) (thợ hàn) 60 %; Lò Thị Thắm (minh họa) 40 %",
            [("Trịnh Thị Mơ (minh họa)", "thợ hàn", "60"), ("Lò Thị Thắm (minh họa)", "", "40")],
        ),
        (
            "Nguyễn Văn An - 33,5\nTrần Thị Bình: 66,5%",
            [("Nguyễn Văn An", "", "33.5"), ("Trần Thị Bình", "", "66.5")],
        ),
    ],
)
def test_one_cell_names_the_authors(typed, authors):
    read = [(a.name, a.post, str(a.share)) for a in read_authors(typed)]
    assert read == authors


@pytest.mark.parametrize("typed", ["An; Bình", "An 60; Bình", "60 %", "An (kỹ sư 60 %; B 40"])
def test_a_cell_that_does_not_say_the_shares_is_refused(typed):
    with pytest.raises(Invalid) as refusal:
        read_authors(typed)
    assert refusal.value.code == "initiatives.author_unread"


@given(st.lists(st.integers(1, 10_000), min_size=2, max_size=8))
def test_what_is_written_in_a_cell_is_read_back(cents):
    authors = tuple(
        Author(f"Tác giả {chr(65 + n)}", Decimal(cent) / 100, "thợ" if n % 2 else "")
        for n, cent in enumerate(cents)
    )
    assert read_authors(authors_words(authors)) == authors


@pytest.mark.parametrize(
    ("share", "words"),
    [
        ("60", "60 %"),
        ("60.00", "60 %"),
        ("33.30", "33,3 %"),
        ("33.33", "33,33 %"),
        ("100", "100 %"),
    ],
)
def test_shares_are_written_as_papers_do(share, words):
    assert share_words(Decimal(share)) == words
    assert read_share(words) == Decimal(share)


@pytest.mark.parametrize(
    ("applied", "filed", "recognised", "code"),
    [
        (date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 18), None),
        (date(2026, 9, 1), None, date(2026, 9, 1), None),
        (date(2026, 9, 1), None, None, None),
        (date(2026, 9, 1), None, date(2026, 8, 31), "initiatives.older_than_applied"),
        (date(2026, 9, 1), date(2026, 9, 20), date(2026, 9, 19), "initiatives.older_than_filed"),
        (TODAY + timedelta(1), None, None, "initiatives.future"),
        (None, TODAY + timedelta(1), None, "initiatives.future"),
        (date(2026, 9, 1), None, TODAY + timedelta(1), "initiatives.future"),
    ],
)
def test_a_decision_is_never_older_than_what_it_recognises(applied, filed, recognised, code):
    days = {"applied_on": applied, "filed_on": filed, "recognised_on": recognised}
    if code is None:
        check_days(**days, today=TODAY)
        return
    with pytest.raises(Invalid) as refusal:
        check_days(**days, today=TODAY)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("applied", "entered", "code"),
    [
        (date(2021, 9, 1), date(2022, 1, 8), None),
        (date(2023, 9, 1), date(2023, 9, 1), None),
        (date(2022, 3, 1), date(2022, 6, 1), None),
        (date(2021, 8, 31), date(2022, 1, 8), "initiatives.outside_window"),
        (date(2023, 9, 2), date(2023, 9, 1), "initiatives.outside_window"),
        (None, date(2022, 3, 1), "initiatives.outside_window"),
        (date(2021, 9, 1), date(2022, 1, 7), "initiatives.entry_closed"),
        (date(2021, 9, 1), date(2023, 9, 2), "initiatives.entry_closed"),
    ],
)
def test_a_programme_counts_only_what_falls_into_its_days(applied, entered, code):
    if code is None:
        check_programme(MILLION, applied, entered)
        return
    with pytest.raises(Invalid) as refusal:
        check_programme(MILLION, applied, entered)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Exclusion.NONE, None),
        ("", "initiatives.exclusion_unsaid"),
        (Exclusion.ORDER, "initiatives.against_order"),
        (Exclusion.PROTECTED, "initiatives.protected"),
    ],
)
def test_what_may_not_be_recognised_is_refused_with_the_law(said, code):
    if code is None:
        check_exclusion(said, "Điều 3")
        return
    with pytest.raises(Invalid) as refusal:
        check_exclusion(said, "Điều 3")
    assert refusal.value.code == code


def test_a_recognition_is_whole_with_body_number_day_and_level():
    whole = {"body": "Giám đốc", "number": "15/QĐ", "on": TODAY, "level": "co-so"}
    assert Recognition(**whole).is_whole
    for missing in whole:
        assert not Recognition(**{**whole, missing: None if missing == "on" else ""}).is_whole


def test_titles_are_compared_without_accents_case_and_signs():
    assert title_key("Cải tiến máy hàn (MH-01)") == title_key("CAI TIEN máy hàn  mh 01")


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        ("draft", {"submit", "drop", "take_in"}),
        ("submitted", {"confirm", "send_back", "drop"}),
        ("returned", {"submit", "drop"}),
        ("confirmed", {"withdraw"}),
        ("withdrawn", set()),
    ],
)
def test_which_steps_lead_on(state, steps):
    assert {step.name for step in INITIATIVE.open_steps(state)} == steps


@pytest.mark.parametrize(
    ("step", "state", "subject", "kind"),
    [
        ("submit", "draft", InitiativeSubject(recognised=False), Invalid),
        ("confirm", "submitted", InitiativeSubject(recognised=False), Invalid),
        ("send_back", "submitted", InitiativeSubject(reason=""), Invalid),
        ("withdraw", "confirmed", InitiativeSubject(reason=""), Invalid),
        ("confirm", "draft", InitiativeSubject(), Conflict),
        ("withdraw", "submitted", InitiativeSubject(reason="Nhầm"), Conflict),
    ],
)
def test_each_guard_objects(step, state, subject, kind):
    with pytest.raises(DomainError) as refusal:
        INITIATIVE.check(step, state, subject)
    assert type(refusal.value) is kind
