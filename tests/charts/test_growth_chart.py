"""Our count, what was reported, and milestones: each in its place and never mixed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tracker.charts import growth_chart
from tracker.initiatives.models import Milestone
from tracker.initiatives.reported_figures import Preference, ReportedTally
from tracker.tallies.growth import Step

TODAY = date(2026, 11, 24)
STEPS = [Step(day=date(2015, 9, 1), count=29), Step(day=date(2016, 1, 1), count=40, observers=1)]


def reported(on: date | None, value: int) -> ReportedTally:
    return ReportedTally(
        tally_id=f"X{value}",
        subject="plain-reform",
        campaign_id=1,
        initiative_id=1,
        value=value,
        qualifier="exact",
        unit="states",
        observers=None,
        reported_on=on,
        date_precision="day" if on else "undated",
        stands_from=on,
        what="Said so",
        source="A letter",
        preferred=Preference.YES,
    )


def milestone(dated: str) -> Milestone:
    return Milestone(initiative_id=1, dated=dated, what=f"Something in {dated}", source="A letter")


def test_the_line_is_our_count_alone() -> None:
    alone = growth_chart.curve(STEPS, [], [], TODAY)
    with_reports = growth_chart.curve(STEPS, [reported(date(2015, 10, 23), 38)], [], TODAY)
    assert alone and with_reports and alone.last == with_reports.last == 41
    assert alone.path == with_reports.path
    assert len(re.findall("V", alone.path)) == 2
    assert alone.path.endswith(f"H{growth_chart.RIGHT:g}")


def test_a_higher_count_stands_higher_and_a_later_one_further_right() -> None:
    curve = growth_chart.curve(
        STEPS, [reported(date(2015, 10, 23), 104), reported(date(2022, 6, 2), 105)], [], TODAY
    )
    assert curve
    first, second = curve.reports
    assert growth_chart.LEFT < first.x < second.x < growth_chart.RIGHT
    assert second.y < first.y < curve.end[1]
    assert all(growth_chart.TOP <= report.y <= growth_chart.BOTTOM for report in curve.reports)
    assert [count.value for count in curve.counts] == [0, 50, 100, 150]


def test_no_number_stands_in_another_diamond() -> None:
    days = [(date(2015, 10, 21), 85), (date(2015, 10, 23), 104), (date(2022, 6, 2), 105)]
    curve = growth_chart.curve(STEPS, [reported(on, value) for on, value in days], [], TODAY)
    assert curve and [report.written for report in curve.reports] == [False, True, True]


def test_what_comes_after_the_day_is_not_there() -> None:
    curve = growth_chart.curve(
        STEPS[:1],
        [reported(date(2022, 6, 2), 105), reported(None, 114)],
        [milestone("2015-07"), milestone("2022-04-26"), milestone("")],
        date(2015, 12, 31),
    )
    assert curve and not curve.reports
    assert [mark.milestone.dated for mark in curve.marks] == ["2015-07"]


def test_nothing_is_drawn_of_nothing() -> None:
    assert growth_chart.curve([], [], [milestone("2015-07")], TODAY) is None
    assert growth_chart.curve([], [reported(None, 114)], [], TODAY) is None


def test_milestones_that_stand_close_share_a_number() -> None:
    dated = ["2013-05-02", "2015-07", "2015-09-01", "2015-10-01", "2022-04-26"]
    curve = growth_chart.curve(STEPS, [], [milestone(day) for day in dated], TODAY)
    assert curve
    assert [flag.text for flag in curve.flags] == ["1", "2–4", "5"]
    assert [mark.number for flag in curve.flags for mark in flag.marks] == [1, 2, 3, 4, 5]


@given(st.lists(st.dates(date(2006, 1, 1), TODAY), min_size=1, max_size=14))
def test_marks_never_touch_and_lose_no_milestone(days: list[date]) -> None:
    dated = [day.isoformat() for day in sorted(days)]
    curve = growth_chart.curve(STEPS, [], [milestone(day) for day in dated], TODAY)
    assert curve
    assert [mark.milestone.dated for flag in curve.flags for mark in flag.marks] == dated
    for one, other in pairwise(curve.flags):
        assert one.x + one.width / 2 < other.x - other.width / 2


def test_ten_years_of_days_are_no_longer_than_the_picture_is_wide() -> None:
    steps = [
        Step(day=date(2015, 1, 1) + timedelta(days=number), count=number + 1)
        for number in range(3650)
    ]
    curve = growth_chart.curve(steps, [], [], TODAY)
    assert curve and curve.last == 3650
    assert len(curve.path) < 60_000
    assert len(re.findall("H", curve.path)) <= (growth_chart.RIGHT - growth_chart.LEFT) * 10 + 2


def test_one_day_is_enough() -> None:
    curve = growth_chart.curve([Step(day=date(2026, 1, 1), count=1)], [], [], date(2026, 1, 1))
    assert curve and curve.last == 1


def test_words_stay_within_the_picture() -> None:
    """However wide a count is, and however near the last day it was reported."""
    many = [Step(day=date(2015, 9, 1), count=180_000)]
    curve = growth_chart.curve(many, [reported(TODAY, 150_000)], [], TODAY)
    few = growth_chart.curve(STEPS, [reported(date(2016, 1, 1), 38)], [], TODAY)
    assert curve and few
    assert curve.left >= growth_chart.LETTER * len("200,000") and few.left == growth_chart.LEFT
    assert curve.path.startswith(f"M{curve.left:g} ")
    assert curve.reports[0].number == (growth_chart.WIDTH, "end")
    assert few.reports[0].number == (few.reports[0].x, "middle")


def test_the_number_of_our_count_has_its_place_to_itself() -> None:
    curve = growth_chart.curve(STEPS, [reported(TODAY, 42)], [], TODAY)
    assert curve and curve.last == 41
    assert not curve.reports[0].written
