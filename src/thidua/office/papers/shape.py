"""A paper as the plain data that the writers draw: its fixed words written out, its signs made safe."""

from dataclasses import asdict

from thidua.domain.documents import (
    RECIPIENTS,
    Blank,
    Block,
    Heading,
    Item,
    Layout,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Table,
    Text,
    closed_lines,
    title_of,
)
from thidua.office.papers.fit import Shape, fit, lines_of
from thidua.office.papers.head import head_of


def shape_of(paper: Paper, layout: Layout) -> Shape:
    """Return the paper as data: texts, lists and numbers only."""
    blocks = [_block(block) for block in paper.blocks]
    if blocks and paper.signatures:
        # No signature stands alone on a page: the last words go with it.
        blocks[-1]["keep"] = True
    return {
        "layout": asdict(layout),
        "page": layout.page(landscape=paper.landscape),
        "title": fit(title_of(paper)),
        "mark": fit(paper.mark),
        "head": head_of(paper, layout) if paper.issuer else None,
        "subject_rule": layout.text_width(landscape=False) / 4,
        "kind": fit(paper.kind),
        "subject": lines_of(paper.subject) if paper.kind or not paper.issuer else [],
        "authority": fit(paper.authority),
        "bases": [fit(line) for line in closed_lines(paper.bases)],
        "blocks": blocks,
        "signatures": [
            {
                "lines": [fit(line) for line in one.lines],
                "name": fit(one.name),
                "hint": fit(one.hint),
            }
            for one in paper.signatures
        ],
        "annexes": [_block(block) for block in paper.annexes],
        "recipients_label": RECIPIENTS,
        "recipients": [fit(line) for line in closed_lines(paper.recipients)],
    }


def _runs(text: Text) -> list[Shape]:
    return [_run(run) for run in ((Run(text),) if isinstance(text, str) else text)]


def _run(run: Run) -> Shape:
    return {
        "text": fit(run.text),
        "bold": run.bold,
        "italic": run.italic,
        "figure": fit(run.figure),
    }


def _block(block: Block) -> Shape:
    match block:
        case Paragraph():
            return _paragraph(_runs(block.text), block.align, indent=block.indent)
        case Item():
            mark = _run(Run(f"{block.mark} "))
            return _paragraph([mark, *_runs(block.text)], "justify", indent=True)
        case Heading():
            return {"is": "heading", "text": fit(block.text), "level": block.level}
        case Blank():
            return {"is": "blank", "label": fit(block.label), "lines": block.lines}
        case PageBreak():
            return {"is": "break"}
        case Table():
            return _table(block)


def _paragraph(runs: list[Shape], align: str, *, indent: bool) -> Shape:
    # A centred line with a first-line indent would stand off the middle.
    indented = indent and align in {"left", "justify"}
    return {"is": "paragraph", "runs": runs, "align": align, "indent": indented}


def _table(table: Table) -> Shape:
    sums = len(table.rows) - table.totals
    rows = [
        [_cell(text, bold=place >= sums) for text in row] for place, row in enumerate(table.rows)
    ]
    columns = [{**asdict(column), "title": fit(column.title)} for column in table.columns]
    return {"is": "table", "caption": fit(table.caption), "columns": columns, "rows": rows}


def _cell(text: Text, *, bold: bool) -> str | list[Shape]:
    """Return a cell: its text where it is plain, as most of a long list are, else its runs."""
    if isinstance(text, str) and not bold:
        return fit(text)
    runs = _runs(text)
    return [{**run, "bold": True} for run in runs] if bold else runs
