"""The body of a Word file as text: head, title, căn cứ, blocks, signatures, nơi nhận."""

from thidua.office.papers.fit import Shape
from thidua.office.papers.marks import line, paragraph, rule, run, runs
from thidua.office.papers.tables import bare_table, ruled_table

_SIGNATURE_SPACE = 4
_RECIPIENTS_SHARE = 0.46
# Between the last words and the signatures: a gap that no page break may use.
_CLOSE = paragraph("", "Ke", extra="<w:keepNext/>")


def body_of(shape: Shape) -> str:
    """Return every block element of the paper, in order."""
    layout = shape["layout"]
    width = shape["page"][0] - layout["margin_left"] - layout["margin_right"]
    parts = [_head(shape["head"], layout, width)] if shape["head"] else []
    parts.append(_title(shape, width))
    parts += [paragraph(run(basis, italic=True), "ThanBai") for basis in shape["bases"]]
    parts += [_block(block, width) for block in shape["blocks"]]
    parts.append(_foot(shape, width))
    parts += [_block(block, width) for block in shape["annexes"]]
    return "".join(parts)


def _head(head: Shape, layout: Shape, width: float) -> str:
    right = width - head["left"]
    top, bottom = layout["motto_top"], layout["motto_bottom"]
    left_names = "".join(line(name, top) for name in head["superior"])
    left_names += "".join(line(name, top, bold=True) for name in head["issuer"])
    left_names += rule(head["issuer_rule"], head["left"])
    nation = line(head["country"], top, bold=True) + line(head["motto"], bottom, bold=True)
    nation += rule(head["motto_rule"], right)
    number = line(head["number"], layout["number"])
    number += "".join(line(about, layout["table"]) for about in head["about"])
    rows = [[left_names, nation], [number, line(head["day"], bottom, italic=True)]]
    return bare_table(rows, [head["left"], right])


def _title(shape: Shape, width: float) -> str:
    titles = [shape["kind"]] if shape["kind"] else []
    titles += shape["subject"]
    if not titles:
        return paragraph("", "Ke")
    lines = [paragraph(run(titles[0]), "TenLoai")]
    lines += [paragraph(run(title), "TrichYeu") for title in titles[1:]]
    if shape["head"]:
        lines.append(rule(shape["subject_rule"], width))
    if shape["authority"]:
        lines.append(paragraph(run(shape["authority"]), "TenLoai"))
    return "".join(lines)


def _block(block: Shape, width: float) -> str:
    match block["is"]:
        case "heading":
            return paragraph(run(block["text"]), f"Muc{block['level']}")
        case "table":
            return ruled_table(block, width)
        case "blank":
            return _blank(block)
        case "break":
            return paragraph('<w:r><w:br w:type="page"/></w:r>', "Ke")
        case _:
            extra = "<w:keepNext/>" if block.get("keep") else ""
            extra += "" if block["indent"] else '<w:ind w:firstLine="0"/>'
            return paragraph(runs(block["runs"]), "ThanBai", align=block["align"], extra=extra)


def _blank(block: Shape) -> str:
    label = run(f"{block['label']} ") if block["label"] else ""
    first = paragraph(f"{label}<w:r><w:tab/></w:r>", "DeTrong")
    whole = paragraph("<w:r><w:tab/></w:r>", "DeTrong", extra='<w:ind w:firstLine="0"/>')
    return first + whole * int(block["lines"] - 1)


def _foot(shape: Shape, width: float) -> str:
    signatures = [_signature(one, shape["layout"]) for one in shape["signatures"]]
    received = _recipients(shape)
    if not signatures:
        return received
    if len(signatures) == 1:
        left = width * _RECIPIENTS_SHARE
        cells = [received or paragraph("", "Dong"), signatures[0]]
        return _CLOSE + bare_table([cells], [left, width - left])
    each = [width / len(signatures)] * len(signatures)
    return _CLOSE + bare_table([signatures], each) + paragraph("", "Ke") + received


def _signature(one: Shape, layout: Shape) -> str:
    lines = [line(text, layout["body"], bold=True) for text in one["lines"]]
    if one["hint"]:
        lines.append(line(one["hint"], layout["number"], italic=True))
    lines += [line("", layout["body"])] * _SIGNATURE_SPACE
    return "".join(lines) + line(one["name"], layout["body"], bold=True)


def _recipients(shape: Shape) -> str:
    if not shape["recipients"]:
        return ""
    label = run(
        shape["recipients_label"],
        bold=True,
        italic=True,
        points=shape["layout"]["recipients_label"],
    )
    lines = [
        paragraph(run(f"- {one}", points=shape["layout"]["recipients"]), "Dong")
        for one in shape["recipients"]
    ]
    return paragraph(label, "Dong") + "".join(lines)
