"""Programmes that count initiatives: their days are whole, their sources are listed."""

from datetime import date

import pytest

from thidua.lawbook import programmes as module
from thidua.lawbook.loader import Entry, LawbookError
from thidua.lawbook.movements import standard_movements
from thidua.lawbook.programmes import programmes

GOOD = {
    "name": "Chương trình",
    "short": "CT",
    "applied": [date(2021, 9, 1), date(2023, 9, 1)],
    "entry": [[date(2022, 1, 8), date(2022, 5, 31)]],
    "source": "huong-dan-46-2021",
}


def test_the_million_counts_from_september_2021_for_two_years():
    rule = programmes()["mot-trieu-sang-kien"].rule
    assert (rule.applied.valid_from, rule.applied.last_day) == (date(2021, 9, 1), date(2023, 9, 1))
    assert [(span.valid_from, span.last_day) for span in rule.entry] == [
        (date(2022, 1, 8), date(2022, 5, 31)),
        (date(2022, 6, 1), date(2023, 9, 1)),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"applied": [date(2023, 9, 1), date(2021, 9, 1)]},
        {"applied": [date(2021, 9, 1)]},
        {"entry": [["hôm nay", "ngày mai"]]},
        {"source": "khong-co"},
        {"ten": "thừa"},
    ],
)
def test_a_slip_of_the_file_is_named(wrong):
    with pytest.raises(LawbookError):
        module._programme("thu", Entry("programmes.yaml", "thu", GOOD | wrong))


def test_initiatives_are_deeds_of_two_movements():
    counting = {code for code, row in standard_movements().items() if "sang-kien" in row.counts}
    assert counting == {"lao-dong-gioi-sang-tao", "trieu-sang-kien"}
