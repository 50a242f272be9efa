"""When two names may well mean one unit: the same words behind accents, case and abbreviations."""

import re
from functools import lru_cache

from thidua.text.fold import fold

# Abbreviation → what it stands for; both folded.
_LONG = {
    "cd": "cong doan",
    "cdcs": "cong doan co so",
    "cdcstv": "cong doan co so thanh vien",
    "cdbp": "cong doan bo phan",
    "ldld": "lien doan lao dong",
    "tld": "tong lien doan",
    "cty": "cong ty",
    "cti": "cong ty",
    "ct": "cong ty",
    "ctcp": "cong ty co phan",
    "ctytnhh": "cong ty tnhh",
    "cp": "co phan",
    "tcty": "tong cong ty",
    "dn": "doanh nghiep",
    "dntn": "doanh nghiep tu nhan",
    "htx": "hop tac xa",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mn": "mam non",
    "mg": "mau giao",
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
    "gd": "giao duc",
    "gddt": "giao duc dao tao",
    "bv": "benh vien",
    "tt": "trung tam",
    "ttyt": "trung tam y te",
    "tp": "thanh pho",
    "tx": "thi xa",
    "kcn": "khu cong nghiep",
    "vn": "viet nam",
    "hn": "ha noi",
    "hcm": "ho chi minh",
    "tphcm": "thanh pho ho chi minh",
    "xnk": "xuat nhap khau",
    "tm": "thuong mai",
    "dv": "dich vu",
    "sx": "san xuat",
    "xd": "xay dung",
    "dt": "dau tu",
}
# What says only of which form a unit or a company is.
_FORM = re.compile(
    r"\b(?:cong doan(?: co so(?: thanh vien)?| bo phan)?|nghiep doan(?: co so)?|"
    r"tong cong ty|cong ty|trach nhiem huu han|tnhh|co phan|mot thanh vien|mtv|1tv|tv)\b"
)


@lru_cache(maxsize=65_536)
def match_key(name: str) -> str:
    """Return what is left of a name when its spelling and its form are taken away."""
    words = " ".join(_LONG.get(word, word) for word in fold(name).split())
    return " ".join(_FORM.sub(" ", words).split()) or words
