"""The public files: the tally's rows, whole, dated, filtered, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook
from sqlalchemy import QueuePool, select
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.tally_json import CODE, on
from tests.support.webclient import Client, Runner
from tracker.api import formats, workbooks
from tracker.api.columns import NAMES
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.initiatives.queries import by_slug
from tracker.supporters.models import SupporterKind
from tracker.tallies import roll

pytestmark = pytest.mark.usefixtures("app")
FILE = "/initiatives/act-code-of-conduct/endorsements"
STABLE = [
    *("entry", "initiative", "kind", "name", "state", "membership", "regional_group"),
    *("organisation", "country", "grade", "since", "since_precision", "since_known", "origin"),
    *("evidence_count", "evidence_type", "evidence_source", "evidence_dated", "un_symbol"),
    "evidence_link",
    *("declaration", "declaration_on", "declaration_language", "declaration_source"),
    "declaration_withdrawn_on",
]


def table(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def rows(client: Client, path: str = f"{FILE}.csv", **asked: str) -> list[dict[str, str]]:
    answer = client.get(path, query_string=asked)
    assert answer.status_code == 200, answer.text
    return table(answer.data)


def sheet(data: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def test_the_names_of_the_columns_are_for_ever() -> None:
    assert list(NAMES) == STABLE


def test_the_rows_are_the_tally_s(client: Client) -> None:
    for day in ("2015-09-01", "2015-10-23", "2026-11-20"):
        counts = on(client, CODE, as_of=day)["governments"]
        found = rows(client, as_of=day)
        endorsed = [one for one in found if one["grade"] == "endorsed"]
        assert len([one for one in endorsed if one["membership"] == "member"]) == counts["members"]
        assert all(one["since"] <= day and one["evidence_source"] for one in found)


def test_three_forms_of_one_file(client: Client) -> None:
    plain = rows(client)
    answers = {ending: client.get(f"{FILE}.{ending}") for ending in formats.MIMETYPES}
    lines = [json.loads(line) for line in answers["jsonl"].data.splitlines()]
    head, *cells = sheet(answers["xlsx"].data)
    assert head == STABLE == list(lines[0])
    assert len(plain) == len(lines) == len(cells) > 30
    assert [one["entry"] for one in plain] == [str(one["entry"]) for one in lines]
    assert [row[3] for row in cells] == [one["name"] for one in lines]
    assert {one["since_known"] for one in plain} <= {"true", "false"}
    for ending, answer in answers.items():
        assert answer.content_type == formats.MIMETYPES[ending]
        named = f'filename="rollcall-act-code-of-conduct-{utcnow().date()}.{ending}"'
        assert answer.headers["Content-Disposition"] == f"attachment; {named}"
        assert "Set-Cookie" not in answer.headers


def test_filters(client: Client) -> None:
    every = rows(client)
    for name, column, value in (
        ("grade", "grade", "voiced"),
        ("state", "state", "CHE"),
        ("group", "regional_group", "African"),
        ("kind", "kind", "government"),
    ):
        wanted = [one for one in every if one[column] == value]
        assert wanted and rows(client, **{name: value}) == wanted, name
    assert rows(client, kind="organisation") == []
    assert rows(client, known_at="2020-01-01") == []


def test_no_cell_is_a_formula(app: Flask, session: Session, client: Client, sequence, now) -> None:
    made = by_slug(session, "unpa")
    names = ['=HYPERLINK("https://evil.example")', "+1", "-1+1", "@SUM(A1)", 'A "quoted", name']
    for name in names:
        one = factories.verified(session, made, SupporterKind.ORGANISATION, now=now)
        one.supporter.name = name
    sequence(session)
    path = "/initiatives/unpa/endorsements"
    found = [one["name"] for one in rows(client, f"{path}.csv", kind="organisation")]
    assert found[-5:] == [f"'{name}" for name in names[:4]] + names[4:]
    cells = sheet(client.get(f"{path}.xlsx?kind=organisation").data)
    assert [row[3] for row in cells[-5:]] == names
    lines = client.get(f"{path}.jsonl?kind=organisation").data.splitlines()
    assert [json.loads(line)["name"] for line in lines[-5:]] == names


def test_a_line_of_json_is_one_object_whatever_its_texts_hold() -> None:
    head = ("n", "100 %s", "text")
    texts = ["a\nb", 'c "d", e', "{%s}", "%d %%", "\\n", "\u2028", "中文", "\x00", "", None]
    table = [[number, number % 2 == 0, text] for number, text in enumerate(texts)]
    lines = b"".join(formats.write("jsonl", head, table)).decode().split("\n")
    assert lines.pop() == ""
    assert lines == [
        json.dumps(dict(zip(head, row, strict=True)), ensure_ascii=False) for row in table
    ]
    assert b"".join(formats.write("jsonl", head, [])) == b""


def test_nobody_stands_in_a_file_who_may_not(
    app: Flask, session: Session, client: Client, sequence, now
) -> None:
    made = by_slug(session, "unpa")
    person = factories.verified(session, made, SupporterKind.INDIVIDUAL, now=now)
    person.be_named = True
    unnamed = factories.verified(session, made, SupporterKind.PARLIAMENTARIAN, now=now)
    named = factories.verified(session, made, SupporterKind.PARLIAMENTARIAN, now=now)
    named.be_named = True
    pending = factories.pending(session, made, SupporterKind.ORGANISATION, now=now)
    hidden = {str(one.id) for one in (person, unnamed, pending)}
    shown = str(named.id)
    sequence(session)
    found = {row["entry"] for row in rows(client, "/initiatives/unpa/endorsements.csv")}
    assert shown in found and not hidden & found


def test_individuals_are_numbers_of_days(
    app: Flask, session: Session, client: Client, sequence, now
) -> None:
    made = by_slug(session, "act-code-of-conduct")
    for day in (date(2026, 3, 1), date(2026, 3, 1), date(2026, 4, 1)):
        entry = factories.verified(session, made, SupporterKind.INDIVIDUAL, now=now, on=day)
    factories.by_staff(
        session, entry, factories.Action.WITHDRAW, now=now, ended_on=date(2026, 5, 1)
    )
    sequence(session)
    path = "/initiatives/act-code-of-conduct/individuals-by-day.csv"
    assert [tuple(row.values()) for row in rows(client, path)] == [
        ("2026-03-01", "2", "2"),
        ("2026-04-01", "1", "3"),
        ("2026-05-01", "-1", "2"),
    ]
    assert len(rows(client, path, as_of="2026-03-31")) == 1
    assert "Supporter" not in client.get(path).text


@pytest.mark.parametrize(
    "asked",
    [
        {"as_of": "0000-00-00"},
        {"as_of": "2999-01-01"},
        {"as_of": "20151023"},
        {"state": "ZZZ"},
        {"kind": "individual"},
        {"kind": "planet"},
        {"grade": "best"},
        {"group": "x" * 100_000},
        {"country": "FR"},
    ],
)
def test_bad_input_is_a_helpful_page(client: Client, asked: dict[str, str]) -> None:
    answer = client.get(f"{FILE}.csv", query_string=asked)
    assert answer.status_code == 400 and answer.mimetype == "text/html"
    assert len(answer.data) < 20_000
    assert client.get("/initiatives/none/endorsements.csv").status_code == 404
    assert client.get(f"{FILE}.ods").status_code == 404


def test_a_long_roll_is_read_in_pieces(app: Flask, session: Session, sequence, now) -> None:
    made = by_slug(session, "unpa")
    for _ in range(7):
        entry = factories.verified(session, made, SupporterKind.ORGANISATION, now=now)
        for text in session.scalars(select(Instrument).order_by(Instrument.id.desc()).limit(3)):
            session.add(Evidence(endorsement_id=entry.id, instrument_id=text.id, page="4"))
    sequence(session)
    day = now.date()
    sought = roll.Sought(as_of=day, today=day, until=roll.ledger_size(session, None))

    def read(piece: int) -> list[tuple[int, list[tuple[str, str]]]]:
        return [
            (one.entry_id, [(cited.instrument.source, cited.page) for cited in one.evidence])
            for one in roll.entries(session, sought, piece=piece)
        ]

    whole = read(roll.BATCH)
    assert read(2) == read(3) == whole
    assert len(dict(whole)) == len(whole) > 60 and any(len(texts) > 1 for _id, texts in whole)


def test_a_page_looks_at_so_many_entries_and_leads_on(app: Flask, session: Session, now) -> None:
    day, until = now.date(), roll.ledger_size(session, None)
    for as_of in (day, date(2015, 9, 1), date(1945, 1, 1)):
        sought = roll.Sought(as_of=as_of, today=day, until=until)
        found, place, pages = [], None, 0
        while True:
            rows, place = roll.page(session, sought, after=place, limit=5, most=3)
            assert len(rows) <= 3
            found += [row.entry_id for row in rows]
            pages += 1
            if place is None:
                break
        assert pages > 10
        assert found == [entry.entry_id for entry in roll.entries(session, sought)]


def test_a_book_may_be_empty() -> None:
    empty = b"".join(formats.write("xlsx", ("n",), iter(())))
    assert CalamineWorkbook.from_filelike(io.BytesIO(empty)).get_sheet_by_index(0).to_python() == [
        ["n"]
    ]


def test_a_book_is_sent_while_it_is_written_and_goes_on_in_another_sheet() -> None:
    asked: list[int] = []
    names = ["=1+1", "a <b> & “c”", "tab\there", "_x0041_", "\x07bell", " spaces ", "中文 العربية"]

    def rows() -> Iterator[list[Any]]:
        for number, name in enumerate(names):
            asked.append(number)
            yield [number, name, None, number % 2 == 0]

    pieces = workbooks.write(("n", "name", "nothing", "even"), rows(), most=5)
    begun = next(pieces)
    assert begun.startswith(b"PK") and len(asked) == 1, "nothing waits for the last row"
    whole = begun + b"".join(pieces)
    book = CalamineWorkbook.from_filelike(io.BytesIO(whole))
    assert book.sheet_names == ["Sheet1", "Sheet2"]
    first, second = (book.get_sheet_by_index(n).to_python() for n in (0, 1))
    assert first[0] == second[0] == ["n", "name", "nothing", "even"]
    assert [row[1] for row in first[1:] + second[1:]][:3] == names[:3]
    assert [(row[0], row[2], row[3]) for row in second[1:]] == [
        (4, "", True),
        (5, "", False),
        (6, "", True),
    ]
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        assert package.testzip() is None
        parts = {name: package.read(name) for name in package.namelist()}
    for name, part in parts.items():
        ET.fromstring(part)  # noqa: S314  our own
        assert b"<f>" not in part, name
    assert "_x005F_x0041_" in parts["xl/worksheets/sheet1.xml"].decode()
    assert "_x0007_bell" in parts["xl/worksheets/sheet2.xml"].decode()


def test_the_page_of_data_names_every_column_and_file(client: Client) -> None:
    page = client.get("/about/data").text
    assert all(f"<code>{name}</code>" in page for name in (*STABLE, "day", "change", "total"))
    for link in ("unpa/endorsements.xlsx", "un2020/individuals-by-day.csv", "/api/v1/"):
        assert link in page
    dated = client.get("/initiatives/unpa?as_of=2020-01-01").text
    assert "/initiatives/unpa/endorsements.csv?as_of=2020-01-01" in dated


def test_the_command_writes_whole_files(runner: Runner, client: Client, tmp_path: Path) -> None:
    folder = tmp_path / "a"
    done = runner.invoke(args=["export", "--to", str(folder), "--as-of", "2015-10-23", "--json"])
    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    assert len(said["files"]) == 10 and sorted(said["files"]) == sorted(
        path.name for path in folder.iterdir()
    )
    name = "rollcall-act-code-of-conduct-2015-10-23.csv"
    assert (folder / name).read_bytes() == client.get(f"{FILE}.csv?as_of=2015-10-23").data
    assert said["files"][name] == len(rows(client, as_of="2015-10-23")) >= 37
    one = runner.invoke(args=["export", "unpa", "--format", "jsonl", "--to", str(tmp_path / "b")])
    assert one.exit_code == 0 and len(list((tmp_path / "b").iterdir())) == 2
    for wrong in (["none"], ["--as-of", "2999-01-01"], ["--as-of", "0000-00-00"]):
        refused = runner.invoke(args=["export", *wrong, "--to", str(tmp_path / "c")])
        assert refused.exit_code != 0 and not (tmp_path / "c").exists()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_what_was_read_or_left_gives_its_connection_back(app: Flask, client: Client) -> None:
    def out() -> int:
        with app.app_context():
            pool = db.engine.pool
            assert isinstance(pool, QueuePool)
            return pool.checkedout()

    for ending in formats.MIMETYPES:
        assert client.get(f"{FILE}.{ending}?as_of=2015-10-23").status_code == 200
        assert out() == 0
    left = FlaskClient(app, app.response_class).get(f"{FILE}.csv")
    next(left.iter_encoded())
    left.close()
    assert out() == 0
