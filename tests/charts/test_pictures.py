"""Pictures on their page and as files: what is counted, what is said of it, and nothing more."""

from __future__ import annotations

import csv
import io
import os
import re
import struct
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.databases import Database
from tests.support.pages import CEILING, entry_of, page, plain
from tests.support.sql_statements import executed
from tracker.charts import fonts, picture_store, pictures, svg_style
from tracker.core.db import db
from tracker.core.sandbox import Share
from tracker.core.site_queue import QueueFull
from tracker.endorsements.lifecycle import Action

pytestmark = [pytest.mark.by_turns, pytest.mark.usefixtures("app")]
CODE = "/initiatives/act-code-of-conduct/pictures"
SVG = "{http://www.w3.org/2000/svg}"


def rows(client: Any, address: str) -> list[dict[str, str]]:
    text = client.get(address).get_data(as_text=True)
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_page_has_every_picture_with_its_table_and_files(client: Any) -> None:
    html = page(client, CODE)
    for name in pictures.NAMES:
        assert f'<figure class="picture" id="{name}">' in html
        for ending in ("svg", "png", "csv"):
            assert f'href="{CODE}/{name}.{ending}"' in html
    assert html.count("<details>") == len(pictures.NAMES)
    assert "style=" not in html and "<style" not in html
    said = plain(html)
    assert "129 governments reported, 11 May 2023; 43 Member States, named here" in said
    assert "do not imply official endorsement or acceptance by the United Nations" in said
    assert "missing" not in said
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("by", ["region", "grade"])
def test_every_state_has_one_seat_and_one_place_on_the_map(client: Any, by: str) -> None:
    html = page(client, f"{CODE}?by={by}")
    for name in ("hemicycle", "map"):
        drawn = html.split(f'<figure class="picture" id="{name}">')[1].split("</svg>")[0]
        links = re.findall(r'<a href="/states/([A-Z]{3})"><title>([^<]+)</title>', drawn)
        assert len(links) == len({iso3 for iso3, _name in links}) == 195
        assert ("FRA", "France: endorsed") in links
        assert any(said.endswith("not documented here") for _iso3, said in links)


def test_a_past_day_shows_that_day_and_leads_to_it(client: Any) -> None:
    html = page(client, f"{CODE}?as_of=2015-09-30")
    assert f'href="{CODE}/map.png?as_of=2015-09-30"' in html
    assert '/states/FRA?as_of=2015-09-30"><title>France: not documented here</title>' in html
    assert "29 Member States" in plain(html)
    growth = html.split('id="growth"')[1].split("</figure>")[0]
    assert "104" not in plain(growth)


def test_what_is_not_public_any_more_is_not_shown_as_known_once(
    client: Any, session: Session, sequence: Callable[..., int], now: datetime
) -> None:
    entry = entry_of(session, "FRA")
    factories.by_staff(session, entry, Action.SUSPEND, now=now)
    factories.by_staff(session, entry, Action.INVALIDATE, now=now)
    sequence(session)
    session.commit()
    known = (now - timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    for asked in ("", f"?known_at={known}"):
        grades = {row["iso3"]: row["grade"] for row in rows(client, f"{CODE}/map.csv{asked}")}
        assert grades["FRA"] == "not documented here" and grades["DEU"] == "endorsed"
    assert "43 Member States" in plain(page(client, f"{CODE}?known_at={known}"))
    assert rows(client, f"{CODE}/growth.csv?known_at={known}")[2]["count"] == "37"
    assert "42 Member States" in plain(page(client, CODE))


def test_there_is_no_map_of_what_no_government_signs(client: Any) -> None:
    html = page(client, "/initiatives/unpa/pictures")
    assert 'id="growth"' in html and 'id="map"' not in html
    page(client, "/initiatives/unpa/pictures/map.svg", 404)
    page(client, "/initiatives/unpa/pictures/growth.svg")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("?as_of=2015-02-30", 400),
        ("?as_of=0000-00-00", 400),
        ("?as_of=2999-01-01", 400),
        ("?known_at=tomorrow", 400),
        ("?by=size", 400),
        ("/map.svg?as_of=x", 400),
        ("/map.png?known_at=2999-01-01", 400),
        ("/pie.svg", 404),
        ("/map.gif", 404),
    ],
)
def test_what_cannot_be_drawn_is_refused(client: Any, address: str, status: int) -> None:
    page(client, CODE + address, status)


def test_an_unknown_initiative_has_no_pictures(client: Any) -> None:
    page(client, "/initiatives/nothing/pictures", 404)
    page(client, "/initiatives/nothing/pictures/map.svg", 404)


@pytest.mark.parametrize("name", pictures.NAMES)
def test_a_drawing_stands_alone(client: Any, name: str) -> None:
    response = client.get(f"{CODE}/{name}.svg")
    assert response.status_code == 200 and response.mimetype == "image/svg+xml"
    assert not response.headers.getlist("Set-Cookie")
    text = response.get_data(as_text=True)
    root = ET.fromstring(text)  # noqa: S314  our own answer
    assert root.tag == f"{SVG}svg" and root.find(f"{SVG}title") is not None
    assert "class=" not in text and "style" not in text and "<a " not in text
    assert "href" not in text and "undefined" not in text
    said = " ".join(root.itertext())
    assert "129 governments reported" in said and "43 Member States" in said
    assert "As of" in said and f"{CODE}" in said and "ledger size" in said
    heights = [float(match.get("y", 0)) for match in root.findall(f"{SVG}text")]
    assert max(heights) < float(root.get("height", 0))


@pytest.mark.parametrize(
    "name",
    [
        *pictures.NAMES[:2],  # each takes a process of its own, and one a good second
        *(pytest.param(name, marks=pytest.mark.long) for name in pictures.NAMES[2:]),
    ],
)
@pytest.mark.long
def test_a_painting_has_the_same_shape(client: Any, name: str) -> None:
    svg = client.get(f"{CODE}/{name}.svg").get_data(as_text=True)
    found = re.match(r'<svg [^>]*width="(\d+)" height="(\d+)"', svg)
    assert found
    response = client.get(f"{CODE}/{name}.png")
    body = response.get_data()
    assert response.mimetype == "image/png" and body[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", body[16:24])
    assert width == 2400 and height / width == pytest.approx(
        int(found[2]) / int(found[1]), rel=0.01
    )


def test_a_file_is_not_sent_twice(client: Any) -> None:
    first = client.get(f"{CODE}/regions.png")
    again = client.get(f"{CODE}/regions.png", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304 and not again.get_data()
    other = client.get(f"{CODE}/regions.png?as_of=2015-09-30")
    assert other.headers["ETag"] != first.headers["ETag"]


def filled(app: Flask) -> ExitStack:
    """The queue for drawing, full to the last place."""
    queue = app.extensions[picture_store.STORE].queue
    held = ExitStack()
    for _ in range(queue.waiting + 1):
        queue.stand_in_line(held)
    return held


@pytest.mark.parametrize("threads", [1, 2, 3, 5, 64])
def test_pictures_never_take_more_than_half_of_the_threads(
    database: Database, threads: int
) -> None:
    with database.app(web_threads=threads) as app:
        queue = app.extensions[picture_store.STORE].queue
        with ExitStack() as held:
            places = 0
            while places <= threads:
                try:
                    queue.stand_in_line(held)
                except QueueFull:
                    break
                places += 1
    assert 1 <= places <= max(1, threads / 2) and places <= picture_store.MAX_PLACES


@pytest.mark.parametrize(
    "address",
    [
        f"{CODE}/regions.png?as_of=2016-02-29",
        f"{CODE}/regions.svg?as_of=2016-02-29",
        f"{CODE}/regions.csv?as_of=2016-02-29",
        f"{CODE}?as_of=2016-02-29",
        "/initiatives/act-code-of-conduct/card.png?as_of=2016-02-29",
        "/initiatives/act-code-of-conduct/badge.svg?as_of=2016-02-29",
        "/vetoes/pictures/years.svg?as_of=2016-02-29",
    ],
)
def test_when_too_many_wait_a_picture_is_asked_for_again(
    app: Flask, client: Any, address: str
) -> None:
    with filled(app):
        refused = client.get(address)
        assert refused.status_code == 503 and refused.headers["Retry-After"] == "5"
        page(client, "/")
    assert client.get(address).status_code == 200
    with filled(app):
        kept = client.get(address).status_code
        assert kept == (503 if address.startswith(f"{CODE}?") else 200)


def test_a_painting_that_takes_too_long_is_asked_for_again(
    client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "SHARE", Share(cpu_seconds=20, seconds=0.001))
    refused = client.get(f"{CODE}/map.png?as_of=2016-03-04")
    assert refused.status_code == 503 and refused.headers["Retry-After"] == "5"


@pytest.mark.long
def test_a_painting_is_kept_by_its_drawing(app: Flask, client: Any) -> None:
    """And is there when its address is no longer fresh."""
    client.get(f"{CODE}/regions.png?as_of=2016-02-29")
    store: picture_store.PictureStore = app.extensions[picture_store.STORE]
    (painting,) = store.folder.glob("*.png")
    painting.write_bytes(b"the one that is kept")
    for kept in store.folder.glob("[0-9a-f]*"):
        if kept.suffix != ".png":
            kept.unlink()
    again = client.get(f"{CODE}/regions.png?as_of=2016-02-29")
    assert again.data == b"the one that is kept"


def test_what_is_kept_has_a_bound(tmp_path: Path) -> None:
    store = picture_store.PictureStore(tmp_path, most_bytes=2_500)
    for number, name in enumerate("abc"):
        store.put(name, b"x" * 1_000)
        os.utime(tmp_path / name, (number, number))
    store.put("d", b"x" * 1_000)
    assert {path.name for path in tmp_path.iterdir()} == {"c", "d"}
    assert store.get("c", fresh=60) is None and store.get("c") == b"x" * 1_000


def test_the_numbers_of_the_map(client: Any) -> None:
    found = rows(client, f"{CODE}/map.csv")
    assert list(found[0]) == [
        "iso3",
        "state",
        "membership",
        "regional_group",
        "grade",
        "since",
        "date_precision",
    ]
    assert len(found) == 195
    assert sum(row["grade"] == "endorsed" for row in found) == 43
    assert {row["grade"] for row in found} == {"endorsed", "voiced", "not documented here"}
    (france,) = (row for row in found if row["iso3"] == "FRA")
    assert (france["state"], france["membership"], france["since"]) == (
        "France",
        "member",
        "2015-10-23",
    )


def test_the_numbers_of_the_growth_keep_reports_apart(client: Any) -> None:
    found = rows(client, f"{CODE}/growth.csv")
    ours = [row for row in found if row["row"] == "documented"]
    assert ours[-1]["count"] == "43"
    reports = [row for row in found if row["row"] == "reported"]
    assert {"29", "104", "103"} <= {row["count"] for row in reports}
    assert all(row["source"] for row in reports)
    assert any(row["row"] == "milestone" for row in found)
    past = rows(client, f"{CODE}/growth.csv?as_of=2015-09-30")
    assert [row["count"] for row in past if row["row"] != "milestone"] == ["29", "29"]


def test_the_numbers_of_groups_add_up(client: Any) -> None:
    found = rows(client, f"{CODE}/regions.csv")
    assert sum(int(row["states"]) for row in found) == 195
    assert sum(int(row["endorsed"]) for row in found) == 43
    for row in found:
        parts = ("endorsed", "announced", "voiced", "not_documented_here")
        assert sum(int(row[part]) for part in parts) == int(row["states"])
    both = rows(client, f"{CODE}/matrix.csv")
    assert [row for row in both if row["initiative"] == "act-code-of-conduct"] == found
    assert {row["initiative"] for row in both} == {"act-code-of-conduct", "france-mexico"}


def test_the_initiative_shows_its_growth(client: Any) -> None:
    html = page(client, "/initiatives/act-code-of-conduct")
    assert f'href="{CODE}"' in html and 'class="chart growth"' in html
    assert "never added to our count" in plain(html)
    past = page(client, "/initiatives/act-code-of-conduct?as_of=2015-09-30")
    assert '<a href="/states/FRA?as_of=2015-09-30"><title>France: not' in past
    assert f"{CODE}/growth.svg?as_of=2015-09-30" in past


def test_pictures_are_read_in_few_queries(app: Flask, client: Any) -> None:
    page(client, CODE)
    with app.app_context(), executed(app) as statements:
        db.engine.dispose()
        page(client, f"{CODE}?as_of=2020-01-01")
    assert len(statements) <= CEILING


def test_every_shape_has_a_paint_without_a_style_sheet() -> None:
    """A drawing alone is painted by attributes; each kind on the page has its own there."""
    for kind in svg_style.ALONE:
        assert "class" not in svg_style.alone(kind) and f'class="{kind}"' in svg_style.on_page(kind)
    assert 'fill="url(#is-voiced)"' in svg_style.alone("land voiced")
    with pytest.raises(KeyError):
        svg_style.alone("land unheard of")
