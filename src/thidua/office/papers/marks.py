"""Small pieces of WordprocessingML as text: measures, runs, paragraphs, fields."""

from xml.sax.saxutils import escape, quoteattr

from thidua.office.papers.fit import Shape

_TWIPS_OF_MM = 1440 / 25.4
_JUSTIFY = {"justify": "both", "center": "center", "right": "right", "left": "left"}
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def twips(mm: float) -> int:
    """Return millimetres as twentieths of a point."""
    return round(mm * _TWIPS_OF_MM)


def run(text: str, *, bold: bool = False, italic: bool = False, points: float = 0) -> str:
    """Return one run; a line break in the text is one in Word."""
    face = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    if points:
        face += f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'
    said = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    looks = f"<w:rPr>{face}</w:rPr>" if face else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{said}</w:t></w:r>'


def runs(shapes: list[Shape]) -> str:
    """Return runs of the model; a checkable figure stands in a content control with its id."""
    return "".join(_figure(one) if one["figure"] else _run(one) for one in shapes)


def _run(one: Shape) -> str:
    return run(one["text"], bold=one["bold"], italic=one["italic"])


def _figure(one: Shape) -> str:
    tag = quoteattr(one["figure"])
    face = "<w:rPr><w:b/></w:rPr>" if one["bold"] else ""
    return (
        f"<w:sdt><w:sdtPr>{face}<w:tag w:val={tag}/><w:text/></w:sdtPr>"
        f"<w:sdtContent>{_run(one)}</w:sdtContent></w:sdt>"
    )


def paragraph(content: str, style: str = "", *, align: str = "", extra: str = "") -> str:
    """Return one paragraph; `extra` is further properties, in the order that Word asks for."""
    looks = f'<w:pStyle w:val="{style}"/>' if style else ""
    looks += extra
    if align:
        looks += f'<w:jc w:val="{_JUSTIFY[align]}"/>'
    return f"<w:p><w:pPr>{looks}</w:pPr>{content}</w:p>" if looks else f"<w:p>{content}</w:p>"


def line(text: str, points: float, *, bold: bool = False, italic: bool = False) -> str:
    """Return a centred line of the head or of a signature."""
    return paragraph(run(text, bold=bold, italic=italic, points=points), "Dong", align="center")


def rule(length_mm: float, within_mm: float) -> str:
    """Return a horizontal rule, centred: a low paragraph with a border as long as asked."""
    side = max(twips((within_mm - length_mm) / 2), 0)
    return paragraph(
        "",
        "Ke",
        extra=(
            '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
            f'<w:ind w:left="{side}" w:right="{side}"/>'
        ),
    )


def page_number() -> str:
    """Return the field that counts pages."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        "<w:r><w:t>2</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def slanting(text: str, width: float, height: float) -> str:
    """Return a run that draws a text across the page behind everything (points)."""
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width:.0f}pt;height:{height:.0f}pt;"
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    font = "font-family:&quot;Times New Roman&quot;;font-size:1pt;font-weight:bold"
    return (
        '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
        ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
        '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
        '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom"/><v:textpath on="t" fitshape="t"/>'
        '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
        f'<v:shape id="BanMinhHoa" type="#_x0000_t136" style="{style}" o:allowincell="f"'
        ' fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="{font}" string={quoteattr(text)}/></v:shape></w:pict></w:r>'
    )
