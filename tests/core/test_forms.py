"""Texts that are typed in are shown as they were typed; days are of the calendar."""

from __future__ import annotations

import pytest
from flask import Flask
from flask_babel import Babel
from werkzeug.datastructures import MultiDict
from wtforms import StringField, TextAreaField
from wtforms.validators import DataRequired, Optional

from tracker.core.forms import DayField, Form


class Asked(Form):
    class Meta:
        csrf = False

    name = StringField(validators=[DataRequired("fill in")])
    words = TextAreaField()
    on = DayField(validators=[DataRequired("fill in")])
    until = DayField(validators=[Optional()])


@pytest.fixture
def web() -> Flask:
    app = Flask("site")
    app.secret_key = "a key"
    Babel(app)
    return app


def asked(web: Flask, **typed: str) -> Asked:
    with web.test_request_context(method="POST"):
        form = Asked(MultiDict({"name": "Amina", "on": "2024-02-29"} | typed))
        form.validate()
        return form


@pytest.mark.parametrize(
    "name",
    [
        "محمد\u200cعلی",
        "\u200fדוד כהן\u200f",
        "ක්\u200dෂ",
        "Zoë O’Neill-Ré",
        "李明",
        "👩\u200d🚀 Ada",
    ],
)
def test_names_of_every_script_are_taken_as_they_are(web: Flask, name: str) -> None:
    form = asked(web, name=name)
    assert not form.errors
    assert form.name.data == name


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Ami\u202eanna", "invisible marks"),
        ("\u2067Ami\u2069", "invisible marks"),
        ("Ami\r\nBcc: x", "cannot be shown"),
        ("Ami\x1b[31m", "cannot be shown"),
        ("Ami\x85", "cannot be shown"),
        ("\u200d\u200b", "fill in"),
        ("\u3164", "fill in"),
    ],
)
def test_what_hides_something_is_refused_beside_its_field(web: Flask, name: str, why: str) -> None:
    form = asked(web, name=name)
    assert list(form.errors) == ["name"]
    assert why in str(form.name.errors[0])
    assert "invisible marks" in str(asked(web, words="a\u202ab").words.errors[0])


def test_a_line_break_is_one_character(web: Flask) -> None:
    form = asked(web, words="one\r\ntwo\n\tthree")
    assert not form.errors
    assert form.words.data == "one\ntwo\n\tthree"


@pytest.mark.parametrize("day", ["2024-02-30", "0000-00-00", "99999-01-01", "yesterday"])
def test_a_day_that_is_none_is_told_from_none(web: Flask, day: str) -> None:
    form = asked(web, on=day, until=day)
    assert list(form.errors) == ["on", "until"]
    assert all("no such day" in str(*errors) for errors in form.errors.values())
    empty = asked(web, on=" ", until="")
    assert empty.errors == {"on": ["fill in"]}
