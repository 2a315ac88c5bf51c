"""Arguments of an address are read in one way, and refused in the caller's words."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import pytest
from flask import Flask
from flask.ctx import RequestContext

from tracker.core import query_args
from tracker.core.errors import BadInput


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def _at(query: str) -> RequestContext:
    return Flask("test").test_request_context(f"/?{query}")


def test_one_of_several_texts_or_its_default() -> None:
    allowed = ("name", "date")
    for query, expected in (("", "name"), ("sort=", "name"), ("sort=date", "date")):
        with _at(query):
            assert query_args.one_of("sort", allowed, BadInput("No."), default="name") == expected
    with _at("sort=size"), pytest.raises(BadInput, match=r"^No\.$"):
        query_args.one_of("sort", allowed, BadInput("No."), default="name")


def test_a_choice_names_the_others_when_it_is_none() -> None:
    with _at("colour=blue"):
        assert query_args.choice("colour", Colour) is Colour.BLUE
        assert query_args.choice("shade", Colour) is None
    with _at("colour=green"), pytest.raises(BadInput, match="“colour” must be one of: red, blue"):
        query_args.choice("colour", Colour)


def test_what_means_nothing_and_what_is_repeated_is_refused() -> None:
    with _at("a=1&b=2"):
        query_args.refuse_unknown(("a", "b"))
    with _at("a=1&c=2"), pytest.raises(BadInput, match="no parameter “c”"):
        query_args.refuse_unknown(("a", "b"))
    with _at("a=1&a=1"), pytest.raises(BadInput, match="“a” is given more than once"):
        query_args.refuse_unknown(("a", "b"))


def test_a_number_is_refused_and_a_row_that_cannot_be_is_not() -> None:
    with _at("year=2015&after=17"):
        assert (query_args.number("year"), query_args.row_number("after")) == (2015, 17)
        assert (query_args.number("before"), query_args.row_number("before")) == (None, None)
    with _at("year=x&after=x&before=9223372036854775808"):
        assert (query_args.row_number("after"), query_args.row_number("before")) == (None, None)
        with pytest.raises(BadInput, match="no page of that number"):
            query_args.number("year")


def test_texts_as_they_stand_and_as_they_are_searched() -> None:
    with _at(f"kind=&q=%20{'x' * 200}"):
        assert (query_args.given("kind"), query_args.given("list")) == ("", None)
        assert (query_args.text("kind", "all"), query_args.text("list", "all")) == ("", "all")
        assert query_args.search_text("q") == "x" * query_args.MAX_SEARCH_LENGTH


@pytest.mark.parametrize("after", ["2020-05-01", "2020-05-01.x", "2020-02-30.17", "20200501.17"])
def test_a_place_in_a_list_is_read_whole_or_refused(after: str) -> None:
    with _at("after=2020-05-01.17"):
        assert query_args.place("after", "[0-9]{1,17}", BadInput("No.")) == (date(2020, 5, 1), "17")
        assert query_args.place("before", "[0-9]{1,17}", BadInput("No.")) is None
    with _at(f"after={after}"), pytest.raises(BadInput, match="No"):
        query_args.place("after", "[0-9]{1,17}", BadInput("No."))


@pytest.mark.parametrize("text", ["", "20151023", "2015-W43-5", "2015-02-29", "２０１５-10-23"])
def test_a_day_is_written_in_full(text: str) -> None:
    assert query_args.parse_day("2015-10-23") == date(2015, 10, 23)
    assert query_args.parse_day(text) is None
