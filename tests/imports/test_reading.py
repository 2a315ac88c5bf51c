"""Spreadsheets, good and malformed."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tracker.core.errors import BadInput
from tracker.imports import reading

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


def refused(path: Path, **bounds: int) -> str:
    with pytest.raises(BadInput) as error:
        list(reading.rows(path, **bounds))
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
    found = list(reading.rows(text(tmp_path / "list.csv", content)))
    assert [one.cells["State"] for one in found] == ["Kenya", "Belgium"]
    assert found[0].cells["Date"] == "2015-10-23" and found[1].cells["Date"] == ""


def test_xlsx_with_days_numbers_and_formulas(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "list.xlsx",
        ["State", "Date", "Number"],
        ["Kenya", datetime(2015, 10, 23), 7],  # noqa: DTZ001  as a spreadsheet has it
        ["", "", ""],
        ["Belgium", "October 2015", "=1+1"],
    )
    found = list(reading.rows(path))
    assert [one.line for one in found] == [2, 4]
    day = found[0].cells["Date"]
    assert isinstance(day, date) and day.isoformat().startswith("2015-10-23")
    assert found[0].cells["Number"] == "7"
    assert found[1].cells["Number"] in ("0", "2")


@pytest.mark.parametrize(
    ("content", "said"),
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
    tmp_path: Path, content: bytes, said: str
) -> None:
    assert said in refused(text(tmp_path / "list.csv", content))


def test_a_file_that_lies_about_its_type(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as packed:
        packed.writestr("readme.txt", "hello")
    assert "ZIP file" in refused(tmp_path / "list.xlsx")
    good = sheet(tmp_path / "really.xlsx", ["State"], ["Kenya"])
    found = list(reading.rows(good.rename(tmp_path / "named.csv")))
    assert found[0].cells == {"State": "Kenya"}


def test_merged_cells_are_named(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "list.xlsx", ["State", "Date"], ["", "2015"], ["", "2016"], merge="A2:A3"
    )
    assert "Line 3 has merged cells" in refused(path)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = text(tmp_path / "list.csv", b"State\n" + b"Kenya\n" * 1000)
    assert "more than 0 MB" in refused(path, largest=1000)
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
    found = list(reading.rows(text(tmp_path / "list.csv", content.encode())))
    assert [(one.line, one.cells) for one in found] == [(2, {"Organisation": "Lakeside Forum"})]
