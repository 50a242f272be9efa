"""Sign-in names: a mobile number or an issued code, whatever way it is typed."""

import re
import unicodedata

from thidua.domain.errors import Invalid
from thidua.text.unicode import clean_line

DEMO_PREFIX = "demo-"
_FILLING = re.compile(r"[\s.()]+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212_]")
_ABROAD = re.compile(r"^(?:\+84|0084|84)(?=\d{9}$)")
_MOBILE = re.compile(r"^0[35789]\d{8}$")
_PHONE = re.compile(r"^0\d{9,10}$")
_CODE = re.compile(r"^(?=.*[a-z])[a-z0-9](?:[a-z0-9-]{1,62})[a-z0-9]$")


def typed_sign_in_name(typed: str) -> str:
    """Return what a person typed as it is stored: +84 912.345.678 is 0912345678."""
    plain = clean_line(unicodedata.normalize("NFKC", typed)).lower()
    plain = _DASHES.sub("-", _FILLING.sub("", plain))
    digits = plain.replace("-", "")
    if digits.lstrip("+").isdigit():
        return _ABROAD.sub("0", digits)
    return plain


def new_sign_in_name(typed: str) -> str:
    """Return a sign-in name fit for a new account; raise `Invalid` otherwise."""
    name = typed_sign_in_name(typed)
    if not name:
        raise Invalid("accounts.sign_in_name_missing", field="sign_in_name")
    if not (_MOBILE.match(name) or _CODE.match(name)):
        raise Invalid(
            "accounts.bad_sign_in_name", field="sign_in_name", value=clean_line(typed)[:64]
        )
    return name


def contact_number(typed: str) -> str:
    """Return a telephone number of ten or eleven digits, or nothing; raise `Invalid` otherwise."""
    number = typed_sign_in_name(typed)
    if number and not _PHONE.match(number):
        raise Invalid("accounts.bad_phone", field="contact_phone", value=clean_line(typed)[:64])
    return number


def shown_name(name: str) -> str:
    """Return a sign-in name as people read it: numbers in groups, codes in capitals."""
    if _PHONE.match(name):
        return f"{name[:4]} {name[4:7]} {name[7:]}"
    return name if is_demo_name(name) else name.upper()


def is_demo_name(name: str) -> bool:
    """Tell whether the name belongs to a person of the demonstration."""
    return name.startswith(DEMO_PREFIX)
