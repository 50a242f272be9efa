"""Official papers as plain values: what stands in them, and the measures of their layout."""

from thidua.domain.documents.layout import Layout
from thidua.domain.documents.paper import (
    Blank,
    Block,
    Column,
    Heading,
    Item,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
    Text,
    plain,
)
from thidua.domain.documents.wording import (
    COUNTRY,
    DEMO_MARK,
    MOTTO,
    RECIPIENTS,
    closed_lines,
    day_line,
    number_line,
    title_of,
)

__all__ = [
    "COUNTRY",
    "DEMO_MARK",
    "MOTTO",
    "RECIPIENTS",
    "Blank",
    "Block",
    "Column",
    "Heading",
    "Item",
    "Layout",
    "PageBreak",
    "Paper",
    "Paragraph",
    "Run",
    "Signature",
    "Table",
    "Text",
    "closed_lines",
    "day_line",
    "number_line",
    "plain",
    "title_of",
]
