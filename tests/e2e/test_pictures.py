"""The pictures of the documents: each that is used is there, each that is there is used.

An ordinary run only looks. `THIDUA_TAKE_SCREENSHOTS=1` takes them anew, from the same pages.
"""

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from tests.e2e.photos import jpeg, upload
from tests.e2e.servers import ROOT
from tests.e2e.test_live import fill_report, open_november
from tests.e2e.visiting import CHAIR, CITY_LEADER, OFFICER, Visitor

IMAGES = ROOT / "docs/images"
_MOST_BYTES = 150_000
_COLOURS = 128
_USED = re.compile(r"!\[[^\]]+\]\(([^)\s]+)\)")

taking = pytest.mark.skipif(
    os.environ.get("THIDUA_TAKE_SCREENSHOTS") != "1", reason="only on request"
)


def used() -> Iterator[tuple[str, Path]]:
    """Each picture a document shows: the document and the file."""
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]:
        for target in _USED.findall(page.read_text(encoding="utf-8")):
            if "://" not in target:
                yield page.relative_to(ROOT).as_posix(), (page.parent / target).resolve()


def test_every_picture_that_is_shown_is_there():
    missing = [f"{page}: {path.name}" for page, path in used() if not path.is_file()]
    assert not missing


def test_every_picture_that_is_there_is_shown_and_small():
    shown = {path for _, path in used()}
    there = set(IMAGES.iterdir())
    assert there, "no pictures at all"
    assert not sorted(path.name for path in there - shown)
    assert not [path.name for path in there if path.stat().st_size > _MOST_BYTES]


def take(visitor: Visitor, name: str) -> bool:
    """Keep what the screen shows, in few colours; tell whether it is small enough for the documents."""
    visitor.page.evaluate("document.fonts.ready")
    visitor.page.wait_for_load_state("networkidle")
    shot = Image.open(io.BytesIO(visitor.page.screenshot(animations="disabled")))
    IMAGES.mkdir(parents=True, exist_ok=True)
    few = shot.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(IMAGES / f"{name}.png", optimize=True)
    return (IMAGES / f"{name}.png").stat().st_size <= _MOST_BYTES


@taking
def test_take_what_the_first_pages_show(visit, house):
    leader = visit(house)
    leader.enter(CITY_LEADER)
    assert take(leader, "home-desktop")
    chair = visit(house, phone=True)
    chair.enter(CHAIR)
    assert take(chair, "home-phone")


@taking
def test_take_the_chain_of_2021(visit, house):
    officer = visit(house)
    officer.enter(OFFICER)
    officer.open("/ke-hoach/?nam=2021")
    officer.follow("81/KH-TLĐ", exact=False)
    officer.follow("Triển khai")
    officer.page.locator(".chain").wait_for()
    assert take(officer, "chain-desktop")


@taking
def test_take_a_report_and_the_figure_it_moves(visit, own_house):
    chair = visit(own_house, phone=True)
    chair.enter(CHAIR)
    open_november(chair)
    fill_report(chair, doi_thoai="1", suat_qua="12", kinh_phi_cham_lo="6.000.000")
    chair.page.get_by_label("Ảnh minh chứng").set_input_files([upload("xuong-2.jpg", jpeg())])
    chair.sees("Đã lưu nháp")
    chair.page.evaluate("scrollTo(0, 0)")
    assert take(chair, "report-phone")
    leader = visit(own_house)
    leader.enter(CITY_LEADER)
    leader.page.locator(".figure-number").first.click()
    leader.page.locator("main table").first.wait_for()
    assert take(leader, "figure-open")
