"""The lawbook's indicators: complete, one meaning a code, mistakes named by file and key."""

import pytest

from thidua.domain.figures.totals import Aggregate
from thidua.lawbook import indicators
from thidua.lawbook.indicators import standard_indicators
from thidua.lawbook.loader import Entry, LawbookError
from thidua.text.unicode import is_nfc

GOOD = {"name": "Sáng kiến", "measure": "sáng kiến", "required": True, "from": None}


def test_the_usual_figures_of_a_report_are_there():
    listed = {row.code: row for row in standard_indicators()}
    assert {"sang-kien", "cong-nhan-gioi", "doi-thoai", "suat-qua", "kinh-phi-cham-lo"} <= set(
        listed
    )
    assert listed["kinh-phi-cham-lo"].measure == "đồng"
    assert listed["thoa-uoc-con-hieu-luc"].aggregate is Aggregate.LATEST
    assert len({row.name for row in listed.values()}) == len(listed) >= 12
    assert all(is_nfc(row.name + row.measure) for row in listed.values())


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"aggregate": "average"}, "x.aggregate"),
        ({"source": "guessed"}, "x.source"),
        ({"evidence": "maybe"}, "x.evidence"),
        ({"colour": "red"}, "x.colour"),
        ({"measure": ""}, "x.measure"),
    ],
)
def test_a_mistake_is_named_by_file_and_key(change, key):
    day = standard_indicators()[0].span.valid_from
    entry = Entry("indicators.yaml", "x", {**GOOD, "from": day, **change})
    with pytest.raises(LawbookError, match=f"indicators.yaml: {key}"):
        indicators._indicator("x", entry)
