"""`flask tallies rebuild`: finds what differs from the ledger, and puts it right."""

from __future__ import annotations

import json

import pytest
from flask import Flask
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from tests.support.webclient import Runner
from tracker.ledger import sequencer
from tracker.supporters.models import SupporterKind
from tracker.tallies import projection
from tracker.tallies.models import TallyDay

pytestmark = pytest.mark.usefixtures("app")


def damage(session: Session) -> None:
    session.execute(
        update(TallyDay).where(TallyDay.state_iso3 == "FRA").values(delta=TallyDay.delta + 1)
    )
    session.execute(delete(TallyDay).where(TallyDay.kind == SupporterKind.ORGANISATION))


def test_a_sound_table_is_left_equal(app: Flask, session: Session, runner: Runner) -> None:
    def rows() -> list[tuple[object, ...]]:
        table = TallyDay.__table__
        return sorted(tuple(row) for row in session.execute(select(table)))

    before = rows()
    assert runner.invoke(args=["tallies", "rebuild", "--check"]).exit_code == 0
    done = runner.invoke(args=["tallies", "rebuild"])
    assert done.exit_code == 0
    assert "equal the ledger" in done.output
    assert rows() == before


def test_check_names_the_differences_and_changes_nothing(
    app: Flask, session: Session, runner: Runner
) -> None:
    damage(session)
    checked = runner.invoke(args=["tallies", "rebuild", "--check", "--json"])
    assert checked.exit_code == 1
    summary = json.loads(checked.stdout)
    assert summary["rebuilt"] is False
    assert any("FRA" in line for line in summary["differences"])
    assert summary["left"] == summary["differences"]
    size = sequencer.size(session)
    assert len(projection.differences(session, size=size)) == len(summary["differences"])


def test_rebuild_puts_it_right(app: Flask, session: Session, runner: Runner) -> None:
    damage(session)
    done = runner.invoke(args=["tallies", "rebuild", "--json"])
    assert done.exit_code == 0
    summary = json.loads(done.stdout)
    assert (summary["rebuilt"], summary["left"]) == (True, [])
    assert summary["differences"]
    assert projection.differences(session, size=sequencer.size(session)) == []
