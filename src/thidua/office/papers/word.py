"""A paper as a Word file; tables are written as text, for a cell at a time takes seconds."""

import io
from datetime import UTC, date, datetime, time
from functools import cache
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.section import Section
from docx.shared import Mm

from thidua.domain.documents import Layout, Paper
from thidua.office.papers.body import body_of
from thidua.office.papers.fit import Shape
from thidua.office.papers.fonts import text_width
from thidua.office.papers.marks import NAMESPACES, page_number, paragraph, slanting
from thidua.office.papers.shape import shape_of
from thidua.office.papers.styles import styles_of

_KEPT = (RELATION.STYLES, RELATION.SETTINGS, RELATION.HEADER)
_MARK_HEIGHT, _MARK_ROOM_MM = 44, 240
_BODY_OF, _BODY_END = "word/document.xml", b"<w:sectPr"
_NO_DAY = date(2000, 1, 1)
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMPATIBLE = (
    f"<w:compat {NAMESPACES}><w:compatSetting w:name='compatibilityMode'"
    " w:uri='http://schemas.microsoft.com/office/word' w:val='15'/></w:compat>"
)


def write_docx(paper: Paper, layout: Layout) -> bytes:
    """Return the paper as a Word file; the same paper gives the same bytes."""
    shape = shape_of(paper, layout)
    document = Document(io.BytesIO(_template()))
    _style(document, shape, layout.text_width(landscape=paper.landscape))
    _set_page(document.sections[0], shape)
    _name(document, paper, shape)
    return _saved(document.part.package, body_of(shape) + paragraph("", "Ke"))


@cache
def _template() -> bytes:
    """Return python-docx's template emptied: no styles or settings of its own, no picture of a page."""
    document = Document()
    for relations, kept in (
        (document.part.rels, _KEPT),
        (document.part.package.rels, (RELATION.OFFICE_DOCUMENT, RELATION.CORE_PROPERTIES)),
    ):
        for key in [key for key, one in relations.items() if one.reltype not in kept]:
            del relations[key]
    for element in (document.styles.element, document.settings.element):
        for child in list(element):
            element.remove(child)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _style(document: WordFile, shape: Shape, width_mm: float) -> None:
    document.styles.element.extend(list(parse_xml(styles_of(shape["layout"], width_mm))))
    document.settings.element.append(parse_xml(_COMPATIBLE))


def _set_page(section: Section, shape: Shape) -> None:
    layout = shape["layout"]
    width, height = shape["page"]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.orientation = int(width > height)  # type: ignore[assignment]
    section.top_margin, section.bottom_margin = (
        Mm(layout["margin_top"]),
        Mm(layout["margin_bottom"]),
    )
    section.left_margin, section.right_margin = (
        Mm(layout["margin_left"]),
        Mm(layout["margin_right"]),
    )
    section.header_distance = section.footer_distance = Mm(layout["page_number_top"])
    section.different_first_page_header_footer = True
    across = slanting(shape["mark"], *_mark_size(shape["mark"])) if shape["mark"] else ""
    # A number is counted on every page and shown from the second on.
    for header, content in (
        (section.first_page_header, across),
        (section.header, page_number() + across),
    ):
        header.is_linked_to_previous = False
        element = header.paragraphs[0]._p  # noqa: SLF001 - the way python-docx gives to the XML
        [drawn] = parse_xml(f"<w:body {NAMESPACES}>{paragraph(content, 'Header')}</w:body>")
        element.getparent().replace(element, drawn)


def _mark_size(mark: str) -> tuple[float, float]:
    """Return width and height in points: as wide as the page's diagonal allows, never stretched."""
    natural = text_width(mark, _MARK_HEIGHT, bold=True)
    share = min(1, _MARK_ROOM_MM / natural)
    return natural * share * 72 / 25.4, _MARK_HEIGHT * share


def _name(document: WordFile, paper: Paper, shape: Shape) -> None:
    """Say what the file is, and nothing about the machine or the person that made it."""
    about = document.core_properties
    moment = datetime.combine(paper.day or _NO_DAY, time(), UTC)
    about.title, about.author, about.language = shape["title"][:255], "", "vi-VN"
    about.comments = about.last_modified_by = about.keywords = ""
    about.created = about.modified = moment
    about.revision = 1


def _saved(package: OpcPackage, body: str) -> bytes:
    """Return the package as a file, without the hour of its making that python-docx would write.

    The body goes in as text: to graft 1,800 rows into the tree of another document takes seconds.
    """
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    stream = io.BytesIO()
    files = {
        "[Content_Types].xml": _content_types([(p.partname, p.content_type) for p in parts]),
        "_rels/.rels": package.rels.xml,
    }
    for part in parts:
        files[part.partname.membername] = part.blob
        if part.rels:
            files[PackURI(part.partname.rels_uri).membername] = part.rels.xml
    before, end, after = files[_BODY_OF].partition(_BODY_END)
    files[_BODY_OF] = before + body.encode() + end + after
    with ZipFile(stream, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, _NO_MOMENT)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()


def _content_types(parts: list[tuple[str, str]]) -> bytes:
    kinds = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Types xmlns="{_CONTENT_TYPES}"><Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>'
    ).encode()
