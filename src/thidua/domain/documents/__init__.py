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

__all__ = [
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
    "plain",
]
