"""A paper as PDF, set by typst with the fonts of the package and no others."""

import json
from functools import cache
from importlib import resources
from pathlib import Path

import typst

from thidua.domain.documents import Layout, Paper
from thidua.office.papers.fonts import font_folder
from thidua.office.papers.shape import shape_of


def write_pdf(paper: Paper, layout: Layout) -> bytes:
    """Return the paper as a PDF file; the same paper gives the same bytes."""
    data = json.dumps(shape_of(paper, layout), ensure_ascii=False)
    written: bytes = typst.compile(
        _drawing(),
        format="pdf",
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"paper": data},
    )
    return written


@cache
def _drawing() -> bytes:
    return (resources.files("thidua.office.papers") / "paper.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    folder: Path = font_folder()
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])
