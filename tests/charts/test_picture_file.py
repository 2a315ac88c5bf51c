"""What stands on a picture's sheet fits on it."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from flask_babel import force_locale
from sqlalchemy.orm import Session

from tracker.charts import picture_file, pictures, subject
from tracker.charts.subject import Subject
from tracker.initiatives.queries import by_slug
from tracker.pages.blueprint import state_names
from tracker.tallies.asked_dates import AskedDates

SVG = "{http://www.w3.org/2000/svg}"

LONG = "How much of each regional group is on record for ACT Code of Conduct, and by which day"
CHINESE = "各国在否决权行为守则上的立场与记录以及联合国会员国的支持情况"


@pytest.mark.parametrize("text", [LONG, CHINESE, f"{CHINESE} {LONG}", "short"])
@pytest.mark.parametrize("room", [12.0, 30.0])
def test_lines_fit_and_lose_nothing(text: str, room: float) -> None:
    lines = picture_file.wrapped(text, room, picture_file.PLAIN)
    assert all(picture_file.breadth(line, picture_file.PLAIN) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(line == line.strip() and line for line in lines)


def test_square_letters_need_twice_the_room() -> None:
    assert picture_file.breadth("行", picture_file.PLAIN) > 1.5 * picture_file.breadth(
        "a", picture_file.PLAIN
    )


def test_a_word_too_long_for_a_line_stays_whole() -> None:
    assert picture_file.wrapped("a " + "b" * 50 + " c", 10, picture_file.PLAIN) == [
        "a",
        "b" * 50,
        "c",
    ]


def test_rows_of_an_arabic_picture_begin_at_the_right(app: Flask, session: Session) -> None:
    today = date(2026, 11, 23)
    when = AskedDates(as_of=today, today=today)
    asked = Subject(initiative=by_slug(session, "act-code-of-conduct"), when=when, by="region")
    places = {}
    for language in ("en", "ar"):
        with app.test_request_context(), force_locale(language):
            of = subject.record(session, asked, state_names(session))
            picture = pictures.drawn(session, of, "regions")
            assert picture is not None
            caption = picture_file.Caption(
                day=of.day, counts=of.both, source="https://rollcall.example"
            )
            drawn = ET.fromstring(picture_file.svg(picture, caption))  # noqa: S314  our own
        bars = [element for element in drawn.iter(f"{SVG}rect") if element.get("height") == "16"]
        places[language] = [(float(bar.attrib["x"]), float(bar.attrib["width"])) for bar in bars]
        first = next(
            element for element in drawn.iter(f"{SVG}text") if element.get("x") in ("48", "1152")
        )
        assert (first.get("text-anchor") == "end") == (language == "ar")
    mirrored = [(round(640 - x - width, 1), width) for x, width in places["en"]]
    assert places["ar"] == mirrored and places["en"] != places["ar"]
