"""Tables of a Word file: the ruled ones of the text, and the bare ones that hold head and signatures."""

from thidua.office.papers.fit import Shape
from thidua.office.papers.marks import paragraph, run, runs, twips

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULED = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES
)


def ruled_table(table: Shape, width_mm: float) -> str:
    """Return a table whose head repeats on every page; a row never breaks across two."""
    columns = table["columns"]
    widths = _shares([column["width"] for column in columns], twips(width_mm))
    opens = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="O"/><w:jc w:val="{_side(column["align"])}"/></w:pPr>'
        for width, column in zip(widths, columns, strict=True)
    ]
    head = "".join(
        _cell(width, paragraph(run(column["title"], bold=True), "O", align="center"))
        for width, column in zip(widths, columns, strict=True)
    )
    rows = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
    for row in table["rows"]:
        cells = "".join(
            f"{start}{run(cell) if isinstance(cell, str) else runs(cell)}</w:p></w:tc>"
            for start, cell in zip(opens, row, strict=True)
        )
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
    caption = table["caption"]
    above = paragraph(run(caption), "TenBang") if caption else ""
    return f"{above}{_table(widths, _RULED, ''.join(rows), padding=85)}{paragraph('', 'Ke')}"


def bare_table(rows: list[list[str]], widths_mm: list[float]) -> str:
    """Return a table without lines, its cells given as paragraphs; a row stays on one page."""
    widths = [twips(width) for width in widths_mm]
    drawn = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(_cell(width, cell) for width, cell in zip(widths, row, strict=True))
        + "</w:tr>"
        for row in rows
    )
    return _table(widths, "", drawn, padding=0)


def _table(widths: list[int], borders: str, rows: str, *, padding: int) -> str:
    # Some readers obey tblGrid, others the cells: both are set.
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    sides = "".join(f'<w:{side} w:w="{padding}" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{lines}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _shares(shares: list[float], whole: int) -> list[int]:
    return [round(share / sum(shares) * whole) for share in shares]


def _side(align: str) -> str:
    return "both" if align == "justify" else align
