"""The veto record on the running site: the pages, the file and the API say the same, and it is
what the notes on the data promise (tracker/data/NOTES.md, acceptance checks 6 and 7)."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.api import problem, walk
from tests.support.pages import CEILING, page, plain
from tests.support.sql_statements import executed
from tests.support.webclient import Client
from tracker import seed
from tracker.supporters.seed import rows as file_rows
from tracker.vetoes.models import Seat, Veto

pytestmark = pytest.mark.usefixtures("app")
FOURTEEN = {"Syria": 8, "Palestine": 3, "Bosnia and Herzegovina": 1, "Myanmar": 1, "Zimbabwe": 1}
TOTALS = {"RUS": 124, "USA": 82, "GBR": 29, "CHN": 17, "FRA": 16}


def read(client: Client, query: str = "") -> list[dict[str, str]]:
    """The rows of the file."""
    answer = client.get(f"/vetoes.csv{query}")
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def listed(html: str) -> list[str]:
    """The numbers of the texts in the page's list."""
    table = html.split('id="texts"')[1].split("</section>")[0] if 'id="texts"' in html else ""
    return re.findall(r'<th scope="row"><a href="/vetoes/([\w-]+)', table)


def everywhere(client: Client, **asked: str) -> list[dict[str, str]]:
    """What is asked for, as the file has it, once page and API have the same texts."""
    query = "?" + "&".join(f"{name}={value}" for name, value in asked.items())
    rows = read(client, query)
    numbers = [row["veto"] for row in rows]
    assert sorted(listed(page(client, f"/vetoes{query}"))) == sorted(numbers)
    assert [veto["id"] for veto in walk(client, "/api/v1/vetoes", **asked)] == numbers
    return rows


def cast(rows: list[dict[str, str]]) -> dict[str, int]:
    return dict(Counter(seat for row in rows for seat in row["members"].split()))


def test_totals_by_member_to_the_end_of_august_2023(client: Client) -> None:
    rows = everywhere(client, as_of="2023-08-31")
    assert cast(rows) == TOTALS == cast(everywhere(client, until="2023-08-31"))
    band = plain(page(client, "/vetoes?as_of=2023-08-31"))
    for number, name in ((124, "Russian Federation"), (82, "United States of America")):
        assert f"{number} by {name}" in band
    assert "90 of them listed as USSR" in band
    assert "One row is one vetoed text. Other lists count more" in band


def test_atrocity_situations_as_others_classified_them(client: Client) -> None:
    """Acceptance check 6."""
    rows = everywhere(client, atrocity="true")
    assert Counter(row["atrocity_situation"] for row in rows) == FOURTEEN
    assert {row["veto"] for row in rows if row["basis"] == "inferred"} == {"2007-01", "2008-01"}
    assert {row["classifier"] for row in rows} == {"Center for UN Reform Education"}
    assert all(row["date"] >= "2005" for row in rows)
    in_march = everywhere(client, atrocity="true", as_of="2017-03-31")
    assert len(in_march) == 13
    assert Counter(veto["atrocity_situation"] for veto in in_march)["Syria"] == 7
    assert len(everywhere(client, atrocity="true", as_of="2017-04-12")) == 14
    html = page(client, "/vetoes")
    shown = plain(html)
    assert (
        "Center for UN Reform Education : 14 of the texts shown here. Syria 8, Palestine 3" in shown
    )
    assert "Myanmar 1 (inferred), Zimbabwe 1 (inferred)" in shown
    assert "As of 31 Mar 2017 the record gives 13 . As of 12 Apr 2017 the record gives 14" in shown
    assert 'href="/vetoes?atrocity=true&amp;as_of=2017-03-31"' in html
    assert "13 of the texts shown here" in plain(page(client, "/vetoes?as_of=2017-03-31"))
    assert "No classification of the texts shown had been made by this day" in plain(
        page(client, "/vetoes?as_of=2016-12-31")
    )


def test_texts_of_a_year_and_over_syria(client: Client) -> None:
    """Acceptance check 7."""
    for year, number in ((2017, 6), (2024, 7), (2025, 4)):
        texts = everywhere(client, since=f"{year}-01-01", until=f"{year}-12-31")
        assert len(texts) == number
    syria = everywhere(client, situation="Syria", until="2018-04-30")
    assert cast(syria)["RUS"] == len(syria) == 12
    assert len(everywhere(client, situation="Syria", decade="2010", atrocity="true")) == 8


@pytest.mark.usefixtures("session")
def test_the_whole_record_is_one_row_a_text(client: Client) -> None:
    rows = read(client)
    assert len(rows) == 233
    assert list(rows[0])[:5] == ["veto", "date", "symbol", "link", "meeting"]
    with executed(client.application) as statements:
        html = page(client, "/vetoes")
    assert len(statements) <= CEILING
    assert sorted(listed(html)) == sorted(row["veto"] for row in rows)
    shipped = {row["veto_id"] for row in file_rows("veto_classifications.csv")}
    assert shipped == {
        row["veto_id"] for row in file_rows("vetoes.csv") if row["seed_count"] == "yes"
    }


def test_filters_combine_and_say_when_nothing_fits(client: Client) -> None:
    combined = {"member": "CHN", "decade": "2010", "since": "2005-01-01", "atrocity": "true"}
    assert len(everywhere(client, **combined)) == 6
    decades = [
        list(walk(client, "/api/v1/vetoes", decade=str(year))) for year in range(1940, 2030, 10)
    ]
    assert len({text_found["id"] for texts in decades for text_found in texts}) == 233
    nothing = plain(page(client, "/vetoes?member=FRA&decade=2000"))
    assert "No vetoed text in this record fits these filters." in nothing
    assert page(client, "/vetoes?member=&decade=&situation=&as_of=&known_at=")
    for query in (
        *("member=KEN", "decade=1985", "situation=Atlantis", "since=2005", "until=2005-02-30"),
        *("atrocity=yes", "as_of=1900-01-01"),
    ):
        refused = client.get(f"/vetoes?{query}")
        assert refused.status_code == 400 and refused.mimetype == "text/html", query
        assert client.get(f"/vetoes.csv?{query}").status_code == 400
        assert problem(client, f"/api/v1/vetoes?{query}")
    assert client.get("/vetoes.csv?mebmer=FRA").status_code == 400
    for query in ("mebmer=FRA", "cursor=x", "decade=", "situation=", "decade=1980&decade=1990"):
        assert problem(client, f"/api/v1/vetoes?{query}")


def test_the_api_goes_on_by_cursor_and_is_not_sent_again(client: Client) -> None:
    whole = client.get("/api/v1/vetoes?limit=500")
    assert len(list(walk(client, "/api/v1/vetoes", limit="100"))) == 233
    tag = {"If-None-Match": whole.headers["ETag"]}
    assert client.get("/api/v1/vetoes?limit=500", headers=tag).status_code == 304
    veto = next(walk(client, "/api/v1/vetoes", since="2017-04-12", until="2017-04-12"))
    assert veto["link"] == "https://undocs.org/S/2017/315" and veto["secondary_copy"] is True
    assert veto["classifications"][0]["classified"] == "2017-03"
    assert veto["address"].endswith("/vetoes/2017-02")


@pytest.mark.parametrize(
    ("number", "words", "links"),
    [
        ("1946-03", "the list gives no symbol of the text", ["S/PV.49"]),
        ("1947-06", "USSR (as listed) The seat today Russian Federation", ["S/471", "S/471/Add.1"]),
        ("1948-03", "draft resolution, S/PV.3038", []),
        ("1956-01", "S/3710 (as amended)", ["S/3710"]),
        ("2020-01", "letters, under the written procedure", ["S/2020/661", "S/2020/657"]),
        ("2025-01", "amendment, symbol not known here", ["S/PV.9866"]),
        ("2024-02", "Vetoed by China, Russia (as listed)", ["S/2024/239"]),
        ("2026-01", "Meeting not known here", []),
        ("2026-01", "draft resolution, S/2026/273", ["S/2026/273"]),
        ("2026-01", "Quality: the press; the symbol from two public files, no meeting.", []),
    ],
)
@pytest.mark.by_turns
def test_gaps_of_the_record_are_told(
    client: Client, number: str, words: str, links: list[str]
) -> None:
    html = page(client, f"/vetoes/{number}")
    shown = re.sub(r"\s+([,)])", r"\1", plain(html)).replace("( ", "(")
    assert words in shown
    for symbol in links:
        assert f'href="https://undocs.org/{symbol}"' in html
    assert 'S/PV.3038"' not in html, "a later meeting's record is not the text's"
    assert "secondary copy" in shown or number.startswith("2025")
    source = html.split("<dt>Source</dt>")[1].split("</dl>")[0]
    assert "href" not in source, "copies and the press are named, never linked"
    assert "Not classified" in shown and "no judgement" in shown


@pytest.mark.by_turns
def test_texts_of_one_day_lead_to_one_another(client: Client) -> None:
    html = page(client, "/vetoes/1946-03")
    for other in ("1946-04", "1946-05"):
        assert f'href="/vetoes/{other}"' in html
    assert client.get("/vetoes/1946-99").status_code == 404
    assert client.get("/vetoes/1946-03?as_of=1945-12-31").status_code == 404


def test_the_council_of_the_year_and_its_pledges(client: Client) -> None:
    """The fifteen of 2017 and, earlier, of a day before anything was documented."""
    shown = plain(page(client, "/vetoes/2017-02"))
    council = shown.split("The Security Council of 2017")[1]
    assert "Of its fifteen members, 7 had endorsed" in council
    assert re.search(r"Read on \d+ \w+ \d{4} at http\S+/vetoes/2017-02", shown)
    assert "France endorsed by 23 Oct 2015 endorsed 30 Sep 2015" in council
    assert "Russian Federation vetoed not documented here not documented here" in council
    assert council.count("not documented here") == 15 * 2 - 8
    before = plain(page(client, "/vetoes/2007-01")).split("The Security Council of 2007")[1]
    assert "For none of its fifteen members" in before and "did not sign" not in before
    assert "The Security Council of" not in plain(page(client, "/vetoes/2004-01"))


@pytest.mark.usefixtures("session")
def test_a_permanent_member_beside_its_pledge(client: Client) -> None:
    with executed(client.application) as statements:
        html = page(client, "/states/FRA")
    assert len(statements) <= CEILING
    line = plain(html.split('class="timeline"')[1].split("</section>")[0])
    assert line.count("veto :") == 16
    order = [
        line.index(each)
        for each in ("ACT Code of Conduct", "1 Oct 2015", "France/Mexico declaration", "Panama")
    ]
    assert order == sorted(order)
    early = plain(page(client, "/states/FRA?as_of=1980-01-01"))
    assert "9 vetoed texts" in early and "Panama" not in early
    assert "Vetoes and pledges of restraint" not in page(client, "/states/DEU")


@pytest.mark.by_turns
def test_a_long_record_is_folded_and_what_is_asked_for_is_open(client: Client) -> None:
    """Folded to the latest, with an address for each part, and whole all the same."""
    fold = re.compile(r'<details class="fold" id="from-(\d{4})"( open)?>')
    whole = page(client, "/vetoes")
    parts = fold.findall(whole)
    assert [one for one, open_ in parts if open_] == ["2020"]
    assert [int(one) for one, _open in parts] == list(range(2020, 1930, -10))
    assert all(f'href="#from-{one}"' in whole for one, _open in parts)
    assert len(listed(whole)) == 233
    assert "/vetoes?open=all#texts" in whole
    for address in ("/vetoes?open=all", "/vetoes?member=USA", "/timeline?kind=statement"):
        folded = fold.findall(page(client, address))
        assert len(folded) > 1 and all(open_ for _first, open_ in folded)
    assert fold.search(page(client, "/states/RUS")) and fold.search(page(client, "/timeline"))
    assert client.get("/vetoes?open=some").status_code == 400


@pytest.mark.by_turns
def test_pictures_are_files_too(client: Client) -> None:
    numbers = client.get("/vetoes/pictures/members.csv?as_of=2023-08-31").text
    table = list(csv.DictReader(io.StringIO(numbers.removeprefix("\ufeff"))))
    assert {cell["iso3"]: int(cell["vetoed_texts"]) for cell in table} == TOTALS
    drawn = client.get("/vetoes/pictures/years.svg?member=USA").text
    assert "90 vetoed texts, vetoed by United States of America" in drawn
    painted = client.get("/vetoes/pictures/situations.png")
    assert painted.data.startswith(b"\x89PNG")
    for address in ("growth.svg", "years.svg?member=FRA&decade=2000"):
        assert client.get(f"/vetoes/pictures/{address}").status_code == 404
    marks = page(client, "/vetoes").split('id="years-drawn"')[1].split("</svg>")[0]
    drawn_marks = Counter[str]()
    for seat, path in re.findall(r'class="cast ([A-Z]{3})" d="([^"]+)"', marks):
        drawn_marks[seat] += path.count("M")
    assert drawn_marks == {"RUS": 132, "USA": 90, "GBR": 29, "CHN": 20, "FRA": 16}


@pytest.mark.by_turns
def test_it_is_found_from_where_one_looks(client: Client) -> None:
    for address in ("/", "/campaigns/veto-restraint", "/about/data"):
        assert 'href="/vetoes"' in page(client, address)
    restraint = page(client, "/campaigns/veto-restraint").split("<main")[1]
    assert 'href="/vetoes"' in restraint
    assert "every text that was vetoed" not in page(client, "/campaigns/unpa")


def test_the_seed_brings_a_changed_row_up_to_date(app: Flask, session: Session) -> None:
    run: Any = app.test_cli_runner()
    again = run.invoke(seed.command, ["--json"])
    assert '"vetoes"' not in again.output and "veto_classifications" not in again.output
    row = session.scalars(select(Veto).where(Veto.veto_id == "1946-01")).one()
    row.members, row.seed_digest = frozenset({Seat.FRA}), "of another file"
    session.commit()
    run.invoke(seed.command)
    session.expire_all()
    assert session.get_one(Veto, "1946-01").members == {Seat.RUS}
