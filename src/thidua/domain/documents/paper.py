"""A paper (văn bản): head, title, căn cứ, blocks, signatures, nơi nhận; the two writers draw it alike."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True)
class Run:
    """A stretch of text of one face; `figure` is the id under which its number can be checked again."""

    text: str
    bold: bool = False
    italic: bool = False
    figure: str = ""


Text = str | tuple[Run, ...]


def plain(text: Text) -> str:
    """Return the words of a text without its faces."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body; `indent` is the first-line indent of DOC-03."""

    text: Text
    align: Align = "justify"
    indent: bool = True


@dataclass(frozen=True)
class Heading:
    """A heading with its own number in the text: level 1 “I. MỤC ĐÍCH”, 2 “1. …”, 3 “a) …”."""

    text: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True)
class Item:
    """A line of a list with its mark (“-”, “1.”, “a)”), which is not part of the text."""

    text: Text
    mark: str = "-"


@dataclass(frozen=True)
class Column:
    """A column of a table: its title, its share of the width, how its cells stand."""

    title: str
    width: float = 1.0
    align: Align = "left"


@dataclass(frozen=True)
class Table:
    """A table whose head repeats on every page; the last `totals` rows are sums and stand bold."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: str = ""
    totals: int = 0


@dataclass(frozen=True)
class Blank:
    """A place left to be written by hand: `lines` dotted lines after a label."""

    label: str = ""
    lines: int = 1


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Paragraph | Heading | Item | Table | Blank | PageBreak


@dataclass(frozen=True)
class Signature:
    """One who signs: lines above (“TM. BAN THƯỜNG VỤ”, “CHỦ TỊCH”), space, then the name (may be empty)."""

    lines: tuple[str, ...]
    name: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Paper:
    """An official paper of a union body (NĐ 30/2020 Phụ lục I as default of QĐ 933/QĐ-TLĐ).

    `kind` is the type in capitals (“KẾ HOẠCH”), empty for a letter; `subject` the lines under it.
    `authority` is the deciding collective under the subject (DOC-05). A paper without `issuer` has
    no head (a news item). `number` “/KH-LĐLĐ” leaves the digits to be written by hand, an empty one
    shows no line. `day` None leaves day and month to be written by hand, of `year` where it is
    known. `mark` runs across every page.
    `annexes` stand behind the signatures.
    """

    kind: str
    subject: str
    issuer: str
    blocks: tuple[Block, ...]
    superior: str = ""
    number: str = ""
    place: str = ""
    day: date | None = None
    year: int = 0
    authority: str = ""
    bases: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    landscape: bool = False
    mark: str = ""
    annexes: tuple[Block, ...] = ()
