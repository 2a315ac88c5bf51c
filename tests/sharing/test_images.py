"""The badge and the share image: both figures apart, in either direction of writing."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from flask_babel import force_locale
from sqlalchemy.orm import Session

from tests.support.webclient import Client
from tracker.presentation.figures import Figure
from tracker.sharing import badge, image_views
from tracker.tallies.asked_dates import AskedDates

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.by_turns]
SVG = "{http://www.w3.org/2000/svg}"
CARD = "/initiatives/act-code-of-conduct/card.png"
BADGE = "/initiatives/act-code-of-conduct/badge.svg"
DAY = date(2026, 11, 23)
ARABIC = "مدونة قواعد السلوك بشأن عمل مجلس الأمن"
CHINESE = "关于安全理事会防止灭绝种族罪行动的行为守则，以及会员国的承诺"


def texts(svg: str) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314  our own answer
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_a_badge_carries_both_figures(client: Client) -> None:
    response = client.get(BADGE)
    assert response.mimetype == "image/svg+xml"
    name, said = texts(response.text)
    assert name == "ACT Code of Conduct"
    assert said == (
        "129 governments reported, 11 May 2023 · 43 Member States, named here with a source"
    )
    assert "style" not in response.text


def test_a_card_carries_both_figures_their_day_and_who_reported(app: Flask) -> None:
    with app.test_request_context():
        said = texts(
            image_views.sheet("act-code-of-conduct", AskedDates(as_of=DAY, today=DAY), "en")
        )
    assert said[said.index("129") : said.index("129") + 3] == [
        "129",
        "governments reported",
        "11 May 2023",
    ]
    assert said[said.index("43") :][:3] == ["43", "Member States", "named here with a source"]
    assert "reported: Swiss Federal Department of Foreign Affairs" in said


def test_a_card_of_a_day_says_so(app: Flask, session: Session) -> None:
    then = AskedDates(as_of=date(2015, 9, 1), today=DAY)
    with app.test_request_context():
        said = texts(image_views.sheet("act-code-of-conduct", then, "en"))
    assert said.count("29") == 2
    assert any(one.startswith("As of 1 Sep 2015") for one in said)


def test_a_card_is_a_picture_of_the_usual_size(client: Client) -> None:
    response = client.get(CARD)
    assert response.mimetype == "image/png" and "Set-Cookie" not in response.headers
    assert size(response.data) == (1200, 630)
    again = client.get(CARD, headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("query", ["as_of=0000-00-00", "known_at=x", "lang=xx"])
@pytest.mark.parametrize("address", [CARD, BADGE])
def test_what_cannot_be_read_is_said(client: Client, address: str, query: str) -> None:
    assert client.get(f"{address}?{query}").status_code == 400


def test_an_initiative_that_there_is_not(client: Client) -> None:
    for ending in ("card.png", "badge.svg"):
        assert client.get(f"/initiatives/none-such/{ending}").status_code == 404


def lines(name: str, direction: str) -> Sequence[badge.Line]:
    both = [
        Figure(value="107", label="governments reported", small="31 Mar 2025"),
        Figure(value="39", label="Member States", small="named here with a source"),
    ]
    return badge.card(
        name=name,
        campaign="A campaign",
        both=both,
        foot="",
        site="Rollcall",
        seats=None,
        direction=direction,
    ).lines


def test_writing_to_the_left_begins_at_the_right() -> None:
    to_left, to_right = lines(ARABIC, "rtl"), lines(ARABIC, "ltr")
    assert [one.x for one in to_left] == [badge.CARD_WIDTH - one.x for one in to_right]
    assert [one.y for one in to_left] == [one.y for one in to_right]


def test_words_stay_whole_and_ideographs_break_anywhere() -> None:
    broken = badge.wrapped(CHINESE, 64, 600, 9)
    assert "".join(broken) == CHINESE and len(broken) > 2
    assert all(badge.width(one, 64) <= 600 for one in broken)
    assert " ".join(badge.wrapped(ARABIC, 64, 600, 9)) == ARABIC
    long = badge.wrapped("Unstoppable " * 40, 64, 600, 3)
    assert len(long) == 3 and long[-1].endswith("…")


def test_nothing_runs_out_of_the_card() -> None:
    for name in (ARABIC, CHINESE, "A name that goes on " * 6, "W" * 120):
        assert all(0 < line.y < badge.CARD_HEIGHT for line in lines(name, "ltr")), name
        placed = [line.y for line in lines(name, "ltr") if line.text in ("107", "39")]
        assert max(placed) < badge.CARD_HEIGHT - 110


def test_the_page_names_its_picture_and_its_feed(app: Flask, client: Client) -> None:
    site = app.extensions["rollcall"].public_url
    html = client.get("/initiatives/act-code-of-conduct").text
    assert f'<meta property="og:image" content="{site}{CARD}">' in html
    assert 'type="application/atom+xml"' in html
    past = client.get("/initiatives/act-code-of-conduct?as_of=2015-09-01").text
    assert f'content="{site}{CARD}?as_of=2015-09-01">' in past


def test_an_arabic_sheet_begins_at_the_right(app: Flask) -> None:
    with app.test_request_context(), force_locale("ar"):
        sheet = image_views.sheet("act-code-of-conduct", AskedDates(as_of=DAY, today=DAY), "ar")
    drawn = ET.fromstring(sheet)  # noqa: S314  our own answer
    lines = list(drawn.iter(f"{SVG}text"))
    assert {line.get("text-anchor") for line in lines} == {"end"}
    assert float(lines[0].get("x") or 0) == badge.CARD_WIDTH - badge.MARGIN
