"""Files that are no workbook, or a bomb: refused by name, in little time and little memory."""

import io
import resource
import struct
import time
import zipfile

import openpyxl
import pytest

from thidua.domain.errors import Invalid
from thidua.office.sheets import MAX_BYTES, Column, Sheet, read_workbook

FORM = Sheet("Thử", (Column("code", "Mã", required=True), Column("name", "Tên", required=True)))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CELLS = '<row r="1"><c r="A1" t="inlineStr"><is><t>Mã</t></is></c><c r="B1" t="inlineStr"><is><t>Tên</t></is></c></row>'


def honest():
    book = openpyxl.Workbook()
    book.active.append(["Mã", "Tên"])
    book.active.append(["A", "Một"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rebuilt(change):
    """An honest workbook with some parts replaced, added or taken away (None)."""
    source = zipfile.ZipFile(io.BytesIO(honest()))
    parts = {name: source.read(name) for name in source.namelist()}
    parts |= change
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return out.getvalue()


def sheet(rows, before=""):
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<worksheet '
        'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f"{rows}</sheetData></worksheet>"
    ).encode()


def with_sheet(rows, before=""):
    return rebuilt({"xl/worksheets/sheet1.xml": sheet(rows, before)})


def million_rows():
    line = '<row r="{0}"><c r="A{0}"><v>1</v></c></row>'
    return with_sheet("".join(line.format(number) for number in range(1, 1_000_001)))


def far_corner():
    return with_sheet(CELLS + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def wide():
    return with_sheet(CELLS + '<row r="2"><c r="XFD2"><v>1</v></c></row>')


def lying_header():
    """The directory says that the sheet is small; it is not."""
    data = bytearray(with_sheet(CELLS + " " * 5_000_000))
    place = data.rfind(b"xl/worksheets/sheet1.xml") - 46
    data[place + 24 : place + 28] = struct.pack("<L", 1000)
    return bytes(data)


def many_members():
    return rebuilt({f"xl/worksheets/x{number}.xml": b"<a/>" for number in range(1_100)})


def swelling():
    return with_sheet(CELLS + " " * 40_000_000)


def encrypted_member():
    data = bytearray(honest())
    place = data.rfind(b"PK\x01\x02")
    data[place + 8] |= 1
    return bytes(data)


def laughs():
    doctype = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return with_sheet(CELLS, doctype)


def small_letters():
    """A place that the reader understands and that is not written as Excel writes it."""
    return with_sheet(CELLS + '<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>')


def shared_text():
    """One long text, shared by so many cells that their copies would fill the memory."""
    cell = '<c r="A{0}" t="s"><v>0</v></c><c r="B{0}" t="s"><v>0</v></c>'
    rows = "".join(f'<row r="{number}">{cell.format(number)}</row>' for number in range(2, 10_000))
    text = f"<sst><si><t>{'a' * 30_000}</t></si></sst>".encode()
    return rebuilt({"xl/worksheets/sheet1.xml": sheet(CELLS + rows), "xl/sharedStrings.xml": text})


def twin_members():
    out = io.BytesIO(honest())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("XL/worksheets/sheet1.xml", sheet(CELLS))
    return out.getvalue()


REFUSED = {
    "nothing": (b"", "sheets.empty"),
    "text": ("Mã;Tên\nA;Một".encode(), "sheets.not_excel"),
    "html": (b"<html><table></table></html>", "sheets.not_excel"),
    "pdf": (b"%PDF-1.7", "sheets.not_excel"),
    "old": (OLE + bytes(600), "sheets.old_excel"),
    "encrypted": (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "sheets.encrypted"),
    "encrypted_member": (encrypted_member(), "sheets.encrypted"),
    "heavy": (b"PK" + bytes(MAX_BYTES), "sheets.too_heavy"),
    "half": (honest()[:2000], "sheets.damaged"),
    "zip_of_nothing": (b"PK\x05\x06" + bytes(18), "sheets.not_excel"),
    "word": (rebuilt({"xl/workbook.xml": None, "word/document.xml": b"<a/>"}), "sheets.not_excel"),
    "far_corner": (far_corner(), "sheets.too_many_rows"),
    "wide": (wide(), "sheets.too_wide"),
    "lying_header": (lying_header(), "sheets.damaged"),
    "many_members": (many_members(), "sheets.too_large"),
    "swelling": (swelling(), "sheets.too_large"),
    "small_letters": (small_letters(), "sheets.damaged"),
    "shared_text": (shared_text(), "sheets.too_large"),
    "laughs": (laughs(), "sheets.damaged"),
    "twin_members": (twin_members(), "sheets.damaged"),
    "broken_xml": (with_sheet("<row>"), "sheets.damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_files_are_refused_within_a_second(name):
    data, code = REFUSED[name]
    begun = time.process_time()

    with pytest.raises(Invalid) as raised:
        read_workbook(data, FORM)

    assert raised.value.code == code
    assert time.process_time() - begun < 1


@pytest.mark.slow
def test_a_million_rows_are_refused_in_three_seconds_and_little_memory():
    data = million_rows()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()

    with pytest.raises(Invalid) as raised:
        read_workbook(data, FORM)

    assert raised.value.code in {"sheets.too_many_rows", "sheets.too_large"}
    assert time.process_time() - begun < 3
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024


def test_what_only_looks_odd_is_read():
    macros = rebuilt({"xl/vbaProject.bin": b"MZ" + bytes(100), "xl/media/a.png": bytes(1000)})
    unnumbered = with_sheet(
        CELLS.replace(' r="A1"', "").replace(' r="B1"', "")
        + "<row><c><v>7</v></c><c><v>2</v></c></row>"
    )

    assert [row.values["name"] for row in read_workbook(macros, FORM).rows] == ["Một"]
    assert [row.values["name"] for row in read_workbook(unnumbered, FORM).rows] == ["2"]
