"""A look through the parts of a workbook: how far its cells reach, and which have no value to read.

The reader lays a whole rectangle out in memory, so that two cells in far corners would fill it, and
copies a text as often as cells share it. It shows a formula that was never reckoned, or one that
failed, as an empty cell.
"""

import re
from collections import Counter
from collections.abc import Mapping
from xml.parsers import expat

from thidua.domain.errors import Invalid

# (row, column) from 0 → "" for a formula without a value, or the error that it shows.
Odd = Mapping[tuple[int, int], str]

_MOST_COLUMNS = 100
_HEAD_ROWS = 100
_MOST_CELLS = 2_000_000
_MOST_LETTERS = 32_000_000
_MOST_DIGITS = 7
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_WORKBOOK = "xl/workbook.xml"
_SHARED = "xl/sharedstrings.xml"
_LINKS = "xl/_rels/workbook.xml.rels"


class Scan:
    """Looks through one part after the other; `Invalid` where a part is damaged or reaches too far."""

    def __init__(self, most_rows: int) -> None:
        self._most_rows = most_rows
        self._parts: dict[str, dict[tuple[int, int], str]] = {}
        self._sheets: list[tuple[str, str]] = []
        self._links: dict[str, str] = {}
        self._cells = 0
        self._lengths: list[int] = []
        self._uses = Counter[str]()
        self.has_workbook = False

    def begin(self, name: str) -> None:
        """Begin a part."""
        self._name = name.lower()
        self.has_workbook |= self._name == _WORKBOOK
        self._odd = self._parts.setdefault(self._name, {})
        self._row, self._column = -1, -1
        self._formula, self._kind = False, ""
        self._text: list[str] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = (
            self._start_shared if self._name == _SHARED else self._start
        )
        self._parser.StartDoctypeDeclHandler = _refuse_doctype

    def feed(self, bite: bytes) -> None:
        """Look at the next bite of the part."""
        self._parse(bite, last=False)

    def end(self) -> None:
        """End the part."""
        self._parse(b"", last=True)
        self._finish_cell()

    def check_shared(self) -> None:
        """Refuse texts that would fill the memory when each cell gets its copy."""
        letters = 0
        for place, uses in self._uses.items():
            number = int(place)  # a ValueError is a damaged file
            letters += uses * self._lengths[number] if number < len(self._lengths) else 0
        if letters > _MOST_LETTERS:
            raise Invalid("sheets.too_large", field="file", limit=self._most_rows)

    def odd_by_sheet(self) -> dict[str, Odd]:
        """Return the odd cells of each sheet by its name."""
        return {
            name: self._parts.get(_member(self._links.get(link, "")), {})
            for name, link in self._sheets
        }

    def _parse(self, bite: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(bite, last)
        except expat.ExpatError as fault:
            raise Invalid("sheets.damaged", field="file") from fault

    def _start_shared(self, tag: str, _attributes: dict[str, str]) -> None:
        """Measure the texts that cells share."""
        if tag.rpartition(":")[2] == "si":
            self._lengths.append(0)
            self._parser.CharacterDataHandler = self._measure

    def _measure(self, text: str) -> None:
        self._lengths[-1] += len(text)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name in {"v", "is"}:
            self._check_reach()
            if self._formula or self._kind in {"e", "s"}:
                self._parser.CharacterDataHandler = self._text.append
            return
        if name == "f":
            self._formula = True
            return
        self._finish_cell()
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            number = attributes.get("r")
            self._row = self._row + 1 if number is None else _number(number)
            self._column = -1
        elif name in {"sheet", "Relationship"}:
            self._start_link(name, attributes)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        if place is None:
            self._column += 1
        else:
            match = _PLACE.fullmatch(place)
            if match is None:
                raise Invalid("sheets.damaged", field="file")
            self._column, self._row = column_number(match[1]), _number(match[2])
        self._kind = attributes.get("t", "")

    def _finish_cell(self) -> None:
        """Judge the cell that ended before the element which begins here."""
        if self._formula or self._kind in {"e", "s"}:
            text = "".join(self._text).strip()
            if self._kind == "s":
                self._uses[text] += 1
            elif self._kind == "e" or not (text or self._kind == "str"):
                self._odd[self._row, self._column] = text if self._kind == "e" else ""
            self._parser.CharacterDataHandler = None
            self._text = []
        self._formula, self._kind = False, ""

    def _check_reach(self) -> None:
        if self._row >= self._most_rows + _HEAD_ROWS:
            raise Invalid(
                "sheets.too_many_rows", field="file", row=self._row + 1, limit=self._most_rows
            )
        if self._column >= _MOST_COLUMNS:
            raise Invalid("sheets.too_wide", field="file", row=self._row + 1, limit=_MOST_COLUMNS)
        self._cells += 1
        if self._cells > _MOST_CELLS:
            raise Invalid("sheets.too_large", field="file", limit=self._most_rows)

    def _start_link(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet" and self._name == _WORKBOOK:
            link = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self._sheets.append((attributes.get("name", ""), link))
        elif name == "Relationship" and self._name == _LINKS:
            self._links[attributes.get("Id", "")] = attributes.get("Target", "")


def _number(digits: str) -> int:
    """Return the number of a row from 0."""
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS):
        raise Invalid("sheets.damaged", field="file")
    return int(digits) - 1


def column_number(letters: str) -> int:
    """Return the number of a column from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """Return the letters of a column counted from 0."""
    letters, number = "", number + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _member(target: str) -> str:
    plain = target.lower().removeprefix("/")
    return plain if plain.startswith("xl/") else f"xl/{plain}"


def _refuse_doctype(*_: object) -> None:
    raise Invalid("sheets.damaged", field="file")
