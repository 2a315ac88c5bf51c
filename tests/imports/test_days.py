"""Days as lists write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tracker.imports.days import Ambiguous, Day, Order, Unreadable, read
from tracker.ledger.models import DatePrecision

ON, BY = DatePrecision.ON, DatePrecision.BY
OCTOBER = date(2015, 10, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2015-10-23", Day(OCTOBER, ON)),
        ("2015-10-23 00:00:00", Day(OCTOBER, ON)),
        ("23 October 2015", Day(OCTOBER, ON)),
        ("23 Oct. 2015", Day(OCTOBER, ON)),
        ("October 23, 2015", Day(OCTOBER, ON)),
        ("October 23rd 2015", Day(OCTOBER, ON)),
        ("23 octobre 2015", Day(OCTOBER, ON)),
        ("1er septembre 2015", Day(date(2015, 9, 1), ON)),
        ("23 de octubre de 2015", Day(OCTOBER, ON)),
        ("23 октября 2015", Day(OCTOBER, ON)),
        ("23/10/2015", Day(OCTOBER, ON)),
        ("10/23/2015", Day(OCTOBER, ON)),
        ("23.10.2015", Day(OCTOBER, ON)),
        ("04/04/2016", Day(date(2016, 4, 4), ON)),
        ("October 2015", Day(date(2015, 10, 31), BY)),
        ("2015-09", Day(date(2015, 9, 30), BY)),
        ("2015", Day(date(2015, 12, 31), BY)),
        (datetime(2015, 10, 23, 12), Day(OCTOBER, ON)),  # noqa: DTZ001  as a spreadsheet gives it
        (OCTOBER, Day(OCTOBER, ON)),
    ],
)
def test_a_day_is_read(text: str | date, day: Day) -> None:
    assert read(text) == day


def test_a_day_that_is_one_of_two_is_asked() -> None:
    with pytest.raises(Ambiguous) as asked:
        read("03/04/2016")
    assert asked.value.choices == (date(2016, 4, 3), date(2016, 3, 4))
    assert read("03/04/2016", Order.DAY_FIRST).on == date(2016, 4, 3)
    assert read("03/04/2016", Order.MONTH_FIRST).on == date(2016, 3, 4)


@pytest.mark.parametrize("text", ["yesterday", "31/02/2016", "13/13/2016", "23 Foo 2015", "-"])
def test_what_is_no_day_is_said(text: str) -> None:
    with pytest.raises(Unreadable):
        read(text)
