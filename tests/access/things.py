"""A thing with an address, and the people who ask for it, by their relation to its unit."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Cast = Mapping[str, tuple[str, str]]

# Things of Công đoàn phường Từ Liêm …
MIDDLE: Cast = {
    "own": ("lanh-dao", "tu-liem"),
    "aide": ("can-bo-thi-dua", "tu-liem"),
    "direct": ("lanh-dao", "ha-noi"),
    "far": ("lanh-dao", "tld"),
    "above": ("chu-tich-cdcs", "anh-duong"),
    "sibling": ("lanh-dao", "giao-duc-hn"),
    "none": ("lanh-dao", "hue"),
    "keeper": ("quan-tri", "tld"),
}
# … and of CĐCS Công ty Ánh Dương, which has a member union below it since this month.
LEAF: Cast = {
    "own": ("chu-tich-cdcs", "anh-duong"),
    "aide": ("can-bo-cdcs", "anh-duong"),
    "direct": ("lanh-dao", "tu-liem"),
    "far": ("lanh-dao", "ha-noi"),
    "above": ("chu-tich-cdcs", "xuong-hai"),
    "sibling": ("chu-tich-cdcs", "binh-minh"),
    "none": ("chu-tich-cdcs", "song-huong"),
    "keeper": ("quan-tri", "tld"),
}


@dataclass(frozen=True)
class Thing:
    """Something with an address: whose it is, what its page shows, what is asked of a list."""

    cast: Cast
    ids: Mapping[str, str] = field(default_factory=dict)
    marker: str = ""
    query: Mapping[str, str] = field(default_factory=dict)
