"""XLSX that is sent while it is written (ECMA-376, parts 1 and 2).

A package's parts may stand in any order: the sheets come first, and what names them at the end. So
neither rows nor sheets are counted before, nothing lies on disk, and one piece is in memory.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from io import RawIOBase
from itertools import chain, islice
from typing import IO, Any

from tracker.api.columns import Cell

ROWS = 1_048_576
"""Rows of a sheet, its head included, as spreadsheets implement it."""
MAX_SHEET_SIZE = 1 << 30
"""Bytes after which another sheet begins: beyond 2 GiB a package is of a form that some cannot
read."""
MAX_CELL_LENGTH = 32_767
"""Letters that a cell holds."""
LINES = 250
"""Rows that are written at once."""
COMPRESSION = 3
"""Of 9: more costs more time than it saves in sending."""
FORBIDDEN_CHARACTERS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)"
)
"""Characters that XML cannot hold, and texts that would be read as one (18.4, ST_Xstring)."""
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLES = (
    f'{XML}<styleSheet xmlns="{MAIN_NS}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/>'
    '</font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border>'
    '</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    '</cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" '
    'xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    "</cellXfs></styleSheet>"
)
SHEET_START = (
    f'{XML}<worksheet xmlns="{MAIN_NS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
    'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
)
BOLD = ' s="1"'
SHEET_END = "</sheetData></worksheet>"


class _Sent(RawIOBase):
    """A file that cannot be gone back in; what was written is taken out piece by piece."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self.pieces.append(bytes(piece))
        return len(self.pieces[-1])

    def taken(self) -> bytes:
        whole = b"".join(self.pieces)
        self.pieces.clear()
        return whole


def write(
    head: Sequence[str], rows: Iterable[Sequence[Cell]], *, most: int = ROWS
) -> Iterator[bytes]:
    """A workbook in pieces: the head above the rows, in as many sheets of `most` rows as they need.
    Every text is a text, none a formula."""
    sent = _Sent()
    package = zipfile.ZipFile(sent, "w", zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION)
    rest, sheets = iter(rows), 0
    first = next(rest, None)
    while first is not None or not sheets:
        sheets += 1
        with package.open(f"xl/worksheets/sheet{sheets}.xml", "w") as sheet:
            sheet.write((SHEET_START + _row(1, head, BOLD)).encode())
            yield sent.taken()
            body = rest if first is None else chain((first,), rest)
            for _piece in _filled(sheet, body, most):
                if whole := sent.taken():
                    yield whole
            sheet.write(SHEET_END.encode())
        first = next(rest, None)
    for name, part in _frame(sheets):
        package.writestr(name, part)
    package.close()
    yield sent.taken()


def _filled(sheet: IO[bytes], rows: Iterator[Sequence[Cell]], most: int) -> Iterator[None]:
    """Write rows until there are no more or the sheet is full; a pause after some of them."""
    number, size = 1, 0
    while number < most and size < MAX_SHEET_SIZE:
        piece = islice(rows, min(LINES, most - number))
        lines = [_row(number + n, row) for n, row in enumerate(piece, start=1)]
        if not lines:
            return
        number += len(lines)
        size += sheet.write("".join(lines).encode())
        yield


def _row(number: int, cells: Sequence[Cell], style: str = "") -> str:
    inside = [
        ""
        if cell is None
        else f'<c r="{name}{number}"{style} t="inlineStr"><is><t xml:space="preserve">'
        f"{_text(cell)}</t></is></c>"
        if isinstance(cell, str)
        else f'<c r="{name}{number}" t="b"><v>{cell:d}</v></c>'
        if isinstance(cell, bool)
        else f'<c r="{name}{number}"><v>{cell}</v></c>'
        for name, cell in zip(COLUMNS, cells, strict=False)
    ]
    return f'<row r="{number}">{"".join(inside)}</row>'


COLUMNS = [*(chr(65 + n) for n in range(26)), *(f"A{chr(65 + n)}" for n in range(26))]
"""The names of as many columns as a file of ours may ever have."""


def _text(cell: str) -> str:
    return escape(FORBIDDEN_CHARACTERS.sub(_escaped, cell[:MAX_CELL_LENGTH]), quote=False)


def _escaped(match: re.Match[str]) -> str:
    return f"_x{ord(match[0]):04X}_"


def _frame(sheets: int) -> Iterator[tuple[str, str]]:
    """The parts that name the sheets and each other."""
    numbers = range(1, sheets + 1)
    of_sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" '
        f'ContentType="{SPREADSHEET}.worksheet+xml"/>'
        for n in numbers
    )
    named = "".join(f'<sheet name="Sheet{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE_NS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    yield "xl/styles.xml", STYLES
    book = f'<workbook xmlns="{MAIN_NS}" xmlns:r="{OFFICE_NS}"><sheets>{named}</sheets></workbook>'
    yield "xl/workbook.xml", XML + book
    styles = f'<Relationship Id="rId{sheets + 1}" Type="{OFFICE_NS}/styles" Target="styles.xml"/>'
    yield "xl/_rels/workbook.xml.rels", _relations(related + styles)
    document = (
        f'<Relationship Id="rId1" Type="{OFFICE_NS}/officeDocument" Target="xl/workbook.xml"/>'
    )
    yield "_rels/.rels", _relations(document)
    types = (
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SPREADSHEET}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{SPREADSHEET}.styles+xml"/>'
    )
    yield (
        "[Content_Types].xml",
        f'{XML}<Types xmlns="{PACKAGE}/content-types">{types}{of_sheets}</Types>',
    )


def _relations(inside: str) -> str:
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'
