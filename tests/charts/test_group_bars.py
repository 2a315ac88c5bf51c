"""Groups add up to their States, in bars and in squares."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.charts import group_bars
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.supporters import queries as supporters
from tracker.supporters.models import RegionalGroup

pytestmark = pytest.mark.usefixtures("app")
GRADES = {
    "FRA": Grade.ENDORSED,
    "DEU": Grade.ENDORSED,
    "CAN": Grade.VOICED,
    "KEN": Grade.ANNOUNCED,
    "VAT": Grade.ENDORSED,
}


def test_a_share_counts_each_state_once(session: Session) -> None:
    shares = {
        share.group: share for share in group_bars.shares(supporters.all_states(session), GRADES)
    }
    assert sum(value.size for value in shares.values()) == 195
    west = shares[RegionalGroup.WEOG]
    assert (west.endorsed, west.of[Grade.VOICED], west.rest) == (2, 1, west.size - 3)
    assert west.percent == pytest.approx(100 * 2 / west.size)
    assert shares[RegionalGroup.AFRICAN].endorsed == 0
    observers = shares[RegionalGroup.NONE]
    assert (observers.endorsed, observers.size) == (1, 2)


def test_a_bar_is_as_wide_as_the_group(session: Session) -> None:
    for bar in group_bars.bars(group_bars.shares(supporters.all_states(session), GRADES)):
        assert sum(piece.width for piece in bar.pieces) == pytest.approx(group_bars.WIDTH, abs=0.5)
        assert bar.pieces[0].x == 0
        assert all(piece.width > 0 for piece in bar.pieces)


def test_a_square_is_a_state(session: Session) -> None:
    states = supporters.all_states(session)
    columns = session.scalars(select(Initiative).limit(3)).all()
    drawn = group_bars.multiples(columns, states, [GRADES, {}, GRADES])
    assert [one.slug for one, _x in drawn.columns] == [column.slug for column in columns]
    for number, on_record in enumerate((GRADES, {}, GRADES)):
        paths = [path for row in drawn.rows for path in row.cells[number].paths]
        assert sum(path.count("M") for _grade, path in paths) == 195
        endorsed = sum(path.count("M") for grade, path in paths if grade == "endorsed")
        assert endorsed == sum(value is Grade.ENDORSED for value in on_record.values())
    assert drawn.rows[-1].y < drawn.height
