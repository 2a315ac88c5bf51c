"""Spreadsheets, good and malformed."""

from __future__ import annotations

import time
import zipfile
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tracker.core import sandbox
from tracker.core.errors import BadInput
from tracker.imports import reader

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64


def sheet(path: Path, *table: list[Any], merge: str = "") -> Path:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate(table):
            for column, value in enumerate(row):
                if isinstance(value, datetime):
                    page.write_datetime(number, column, value, day)
                else:
                    page.write(number, column, value)
        if merge:
            page.merge_range(merge, "Kenya")
    return path


def text(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refused(path: Path, **bounds: Any) -> str:
    with pytest.raises(BadInput) as error:
        list(reader.rows(path, **bounds))
    return error.value.message


@pytest.mark.parametrize(
    "content",
    [
        "State,Date\nKenya,2015-10-23\n\nBelgium,\n",
        "\ufeffState;Date\r\nKenya;2015-10-23\r\n;\r\nBelgium;\r\n",
        "\nState\tDate\nKenya\t2015-10-23\nBelgium\n",
    ],
)
def test_csv_in_its_usual_forms(tmp_path: Path, content: str) -> None:
    rows = list(reader.rows(text(tmp_path / "list.csv", content)))
    assert [row.cells["State"] for row in rows] == ["Kenya", "Belgium"]
    assert rows[0].cells["Date"] == "2015-10-23" and rows[1].cells["Date"] == ""


def test_xlsx_with_days_numbers_and_formulas(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "list.xlsx",
        ["State", "Date", "Number"],
        ["Kenya", datetime(2015, 10, 23), 7],  # noqa: DTZ001  as a spreadsheet has it
        ["", "", ""],
        ["Belgium", "October 2015", "=1+1"],
    )
    rows = list(reader.rows(path))
    assert [row.line for row in rows] == [2, 4]
    day = rows[0].cells["Date"]
    assert isinstance(day, date) and day.isoformat().startswith("2015-10-23")
    assert rows[0].cells["Number"] == "7"
    assert rows[1].cells["Number"] in ("0", "2")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        ("State,Date\nKenya\n".encode("utf-16"), "UTF-16"),
        ("State,Date\nCôte d’Ivoire,2015\n".encode("cp1252"), "not UTF-8"),
        (PNG, "no spreadsheet"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "no spreadsheet"),
        (b"State,State\nKenya,Kenya\n", "twice"),
        (b'State,Date\nKenya,"2015\n', "cannot be read as CSV"),
        (b"\n\n", "no header"),
        (b"State\n" + b"Kenya\n" * 1000 + b"Ken\0ya\n", "Line 1,002 has a character"),
        (b"State\n" + b"K" * 2001 + b"\n", "more than 2,000 characters"),
        (b"PK\x03\x04 not really", "damaged"),
    ],
)
def test_a_malformed_file_is_refused_with_its_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    assert reason in refused(text(tmp_path / "list.csv", content))


def test_a_file_that_lies_about_its_type(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as packed:
        packed.writestr("readme.txt", "hello")
    assert "ZIP file" in refused(tmp_path / "list.xlsx")
    good = sheet(tmp_path / "really.xlsx", ["State"], ["Kenya"])
    rows = list(reader.rows(good.rename(tmp_path / "named.csv")))
    assert rows[0].cells == {"State": "Kenya"}


def test_merged_cells_are_named(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "list.xlsx", ["State", "Date"], ["", "2015"], ["", "2016"], merge="A2:A3"
    )
    assert "Line 3 has merged cells" in refused(path)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = text(tmp_path / "list.csv", b"State\n" + b"Kenya\n" * 1000)
    assert "more than 0 MB" in refused(path, max_bytes=1000)
    sparse = tmp_path / "huge.csv"
    with sparse.open("wb") as file:
        file.truncate(1024**3)
    assert "more than 200 MB" in refused(sparse)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "list.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 30_000_000)
    assert bomb.stat().st_size < 100_000
    assert "too large when unpacked" in refused(bomb)


def test_what_nobody_sees_is_no_part_of_a_cell(tmp_path: Path) -> None:
    content = 'Organisation\n"Lakeside\n \u200bForum\u202e\u00a0"\n\u200f\n'
    rows = list(reader.rows(text(tmp_path / "list.csv", content.encode())))
    assert [(row.line, row.cells) for row in rows] == [(2, {"Organisation": "Lakeside Forum"})]


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
)
FAST = 8.0
"""Seconds of the processor that refusing a file may take; reading these took 9 to 94."""


def crafted(path: Path, inside: str, *, strings: str = "") -> Path:
    """A spreadsheet whose only sheet says this."""
    sheet(path, ["State", "Date"], ["Kenya", "2015"])
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    parts["xl/worksheets/sheet1.xml"] = SHEET.format(inside).encode()
    if strings:
        parts["xl/sharedStrings.xml"] = strings.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return path


def text_cell(place: str, reason: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{reason}</t></is></c>'


LIST = f'<row r="1">{text_cell("A1", "State")}</row><row r="2">{text_cell("A2", "Kenya")}</row>'


def merged(*places: str) -> str:
    inside = "".join(f'<mergeCell ref="{place}"/>' for place in places)
    return f"<sheetData>{LIST}</sheetData><mergeCells>{inside}</mergeCells>"


def far(place: str, row: int) -> str:
    return f'<sheetData>{LIST}<row r="{row}">{text_cell(place, "far")}</row></sheetData>'


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        pytest.param(merged("A1:A60"), "Line 2 has merged cells", id="merged over the list"),
        pytest.param(merged("A1:XFD60"), "Line 2 has merged cells", id="merged to the edge"),
        pytest.param(merged("A1:XFD1048576"), "Line 2 has merged cells", id="merged throughout"),
        pytest.param(merged(*["A2:XFD60"] * 10_001), "10,000 merged cells", id="many merged"),
        pytest.param(far("A1048576", 1_048_576), "down to line 1,048,576", id="far down"),
        pytest.param(far("XFD3", 3), "16,384 columns; at most 200", id="far right"),
        pytest.param(far("XFD1048576", 1_048_576), "16,384 columns", id="far corner"),
        pytest.param(far("", 3).replace('r="3"', 'r="900000"'), "line 900,000", id="no place"),
        pytest.param(far("A0001048576", 3), "damaged", id="far down, with zeros"),
        pytest.param(far("A4294967295", 3), "damaged", id="farther than any sheet"),
        pytest.param(far("ZZZZ3", 3), "damaged", id="a column of four letters"),
        pytest.param(far("$A$1048576", 3), "damaged", id="another way of writing a place"),
        pytest.param(far("", 3).replace('r="3"', f'r="{"9" * 5000}"'), "damaged", id="a long row"),
        pytest.param(far("", 3).replace('r="3"', 'r="٣"'), "damaged", id="other digits"),
        pytest.param(
            "<sheetData><row>" + "<c><v>1</v></c>" * 20_000 + "</row></sheetData>",
            "201 columns; at most 200",
            id="wide, without places",
        ),
        pytest.param(
            "<sheetData>"
            + "".join(f"<row><c><v>{n * 7919}</v></c></row>" for n in range(200_100))
            + "</sheetData>",
            "at most 200,000 rows",
            id="long",
        ),
    ],
)
def test_a_sheet_is_bounded_before_it_is_read(tmp_path: Path, inside: str, reason: str) -> None:
    path = crafted(tmp_path / "list.xlsx", inside)
    began = time.process_time()
    assert reason in refused(path)
    assert time.process_time() - began < FAST


def test_what_lies_beside_a_list_does_not_matter(tmp_path: Path) -> None:
    """Merged cells outside of it, coloured empty ones, a dimension that lies."""
    path = crafted(
        tmp_path / "list.xlsx",
        '<dimension ref="A1:XFD1048576"/>'
        f'<sheetData>{LIST}<row r="9"><c r="XFD9" s="0"/></row></sheetData>'
        '<mergeCells><mergeCell ref="F20:G30"/></mergeCells>',
    )
    assert [row.cells for row in reader.rows(path)] == [{"State": "Kenya"}]


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


@pytest.mark.parametrize(
    "strings",
    [
        pytest.param(f'<?xml version="1.0"?>{ENTITIES}<sst><si><t>&i;</t></si></sst>', id="laughs"),
        pytest.param("<sst>" + "<si><t>a</t></si>" * 3_000_000 + "</sst>", id="strings"),
        pytest.param("<sst><si><t>" + "a" * 60_000_000 + "</t></si></sst>", id="one string"),
    ],
)
def test_a_file_that_swells_is_refused_or_read_in_time(tmp_path: Path, strings: str) -> None:
    inside = f'<sheetData>{LIST}<row r="3"><c r="A3" t="s"><v>0</v></c></row></sheetData>'
    path = crafted(tmp_path / "list.xlsx", inside, strings=strings)
    began = time.process_time()
    with suppress(BadInput):
        assert len(list(reader.rows(path))) <= 2
    assert time.process_time() - began < 3 * FAST


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b",".join([b"a%d" % n for n in range(20_000)]) + b"\n1\n", "20,000 columns; at most 200"),
        (b"State\n" + b"," * 5_000_000 + b"x\n", "longer than any row"),
        (b"State\n" + b"," * 500_000 + b"x\n", "500,001 columns"),
        (b'State\n"' + b"x" * 9_000_000, "longer than any row"),
        (b'State\n"' + b"x\n" * 4_000_000, "cannot be read as CSV"),
    ],
)
def test_csv_is_bounded_too(tmp_path: Path, content: bytes, reason: str) -> None:
    path = text(tmp_path / "list.csv", content)
    began = time.process_time()
    assert reason in refused(path)
    assert time.process_time() - began < FAST


@pytest.mark.long
def test_a_long_csv_is_refused(tmp_path: Path) -> None:
    path = text(tmp_path / "list.csv", b"State\n" + b"Kenya\n" * 200_001)
    assert "more than 200,000 rows" in refused(path)


@pytest.mark.parametrize("name", ["content.xml", "xl/workbook.bin"], ids=["ODS", "XLSB"])
def test_other_spreadsheets_in_a_zip_are_refused(tmp_path: Path, name: str) -> None:
    """Those that the reader would recognise by itself."""
    with zipfile.ZipFile(tmp_path / "list", "w") as packed:
        packed.writestr(name, "<x/>")
    assert "no XLSX spreadsheet" in refused(tmp_path / "list")


@pytest.mark.long
def test_what_takes_too_much_is_ended(tmp_path: Path) -> None:
    """Whatever a reader is made to do, it ends with its share, and says so."""
    share = sandbox.Share(cpu_seconds=1, seconds=20, memory=64 * sandbox.MEGABYTE)
    path = sheet(tmp_path / "list.xlsx", ["State"], *[["Kenya", "x" * 500]] * 60_000)
    with pytest.raises(sandbox.Exceeded):
        sandbox.run("tracker.imports.spreadsheet", str(path), str(tmp_path / "rows"), share=share)


def test_a_reader_knows_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_SECRET_KEY", "not for a reader")
    told = sandbox.run("sysconfig", share=sandbox.Share(cpu_seconds=9, seconds=30)).decode()
    assert "Current installation scheme" in told
    assert "not for a reader" not in sandbox.environment().values()
    assert not any(name.startswith("TRACKER") for name in sandbox.environment())
