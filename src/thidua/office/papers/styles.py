"""The styles of a Word file: every size and gap of the layout stands in a style, none in the text."""

from thidua.office.papers.fit import Shape
from thidua.office.papers.marks import NAMESPACES, twips

_LANGUAGE = "vi-VN"


def styles_of(layout: Shape, width_mm: float) -> str:
    """Return the styles as WordprocessingML."""
    font, size = layout["word_font"], round(layout["body"] * 2)
    indent, gap = twips(layout["first_line_indent"]), round(layout["paragraph_gap"] * 20)
    spacing = f'<w:spacing w:after="{gap}" w:line="{round(layout["line_spacing"] * 240)}" w:lineRule="auto"/>'
    first = f'<w:ind w:firstLine="{indent}"/>'
    body = f'{spacing}{first}<w:jc w:val="both"/>'
    heading = f'<w:keepNext/><w:keepLines/>{spacing}{first}<w:jc w:val="both"/>'
    centre = '<w:jc w:val="center"/>'
    dots = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(width_mm)}"/></w:tabs>'
    table_size = f'<w:sz w:val="{round(layout["table"] * 2)}"/>'
    page_size = f'<w:sz w:val="{round(layout["page_number"] * 2)}"/>'
    styles = (
        _style("ThanBai", "Thân bài", body),
        _style("Muc1", "heading 1", f'{heading}<w:outlineLvl w:val="0"/>', "<w:b/>"),
        _style("Muc2", "heading 2", f'{heading}<w:outlineLvl w:val="1"/>', "<w:b/>"),
        _style("Muc3", "heading 3", f'{heading}<w:outlineLvl w:val="2"/>', "<w:i/>"),
        _style("TenLoai", "Tên loại", f'<w:spacing w:before="200"/>{centre}', "<w:b/>"),
        _style("TrichYeu", "Trích yếu", centre, "<w:b/>"),
        _style("TenBang", "caption", f'<w:keepNext/><w:spacing w:after="60"/>{centre}', "<w:b/>"),
        _style("DeTrong", "Để trống", f"{dots}{spacing}{first}"),
        _style("Dong", "Dòng", ""),
        _style("O", "Ô bảng", '<w:spacing w:before="40" w:after="40"/>', table_size),
        _style("Ke", "Đường kẻ", '<w:spacing w:before="40" w:line="160" w:lineRule="exact"/>'),
        _style("Header", "header", centre, page_size),
    )
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{_LANGUAGE}" w:eastAsia="{_LANGUAGE}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/></w:style>{''.join(styles)}</w:styles>"
    )


def _style(slug: str, name: str, paragraph: str, run: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{slug}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
