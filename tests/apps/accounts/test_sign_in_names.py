"""Sign-in names: however a number is typed it is one name; what is no name is refused."""

import pytest

from thidua.apps.accounts.queries import (
    contact_number,
    new_sign_in_name,
    shown_name,
    typed_sign_in_name,
)
from thidua.base.messages import sentence
from thidua.domain.errors import Invalid


@pytest.mark.parametrize(
    "typed",
    [
        "0912345678", "0912 345 678", "0912.345.678", "0912-345-678", " 0912345678 ",
        "+84912345678", "+84 912 345 678", "0084912345678", "84912345678", "(+84) 912.345.678",
        "0912\u00a0345\u2013678", "\uff10912345678", "09123\u200b45678",
    ],
)  # fmt: skip
def test_a_number_is_one_name_however_it_is_typed(typed):
    assert typed_sign_in_name(typed) == "0912345678"
    assert new_sign_in_name(typed) == "0912345678"


def test_a_code_is_lower_case_without_blanks():
    assert new_sign_in_name(" CB-00 592") == "cb-00592"
    assert shown_name("cb-00592") == "CB-00592"
    assert shown_name("0912345678") == "0912 345 678"


@pytest.mark.parametrize(
    "typed",
    ["091234567", "09123456789", "0212345678", "12", "a", "đồng chí", "a@b.vn", "-ab-", "x" * 80],
)
def test_what_is_neither_number_nor_code_is_refused_at_its_field(typed):
    with pytest.raises(Invalid) as refused:
        new_sign_in_name(typed)
    assert refused.value.field == "sign_in_name"
    assert "0912 345 678" in sentence(refused.value)


def test_nothing_is_asked_for():
    with pytest.raises(Invalid, match="sign_in_name_missing"):
        new_sign_in_name(" . ")


def test_a_contact_number_may_be_a_landline_or_nothing_but_not_words():
    assert contact_number("024 3942 1181") == "02439421181"
    assert contact_number("") == ""
    with pytest.raises(Invalid) as refused:
        contact_number("gọi văn phòng")
    assert refused.value.field == "contact_phone"
