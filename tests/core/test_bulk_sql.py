"""Many rows at once: what is copied in is what is read back."""

from __future__ import annotations

from datetime import UTC, date, datetime

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.review_cases import reviewers
from tracker.core.bulk_sql import copy_rows, in_values
from tracker.imports.models import ImportRow, ImportRun, Outcome
from tracker.initiatives.queries import by_slug
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import SupporterKind

AWKWARD = "tab\there, line\nthere, \\N, \\., “quoted”, \"so\", 南非, ''"


def _run(app: Flask, session: Session) -> ImportRun:
    (ada,) = reviewers(app, session, "ada")
    run = ImportRun(
        initiative_id=by_slug(session, "un2020").id,
        staff_id=ada.id,
        kind=SupporterKind.ORGANISATION,
        source="A list",
        file_name="list.csv",
        file_sha256="0" * 64,
        mapping={},
        created_at=datetime(2026, 11, 20, tzinfo=UTC),
    )
    session.add(run)
    session.flush()
    return run


def test_every_type_of_value_comes_through(app: Flask, session: Session) -> None:
    run = _run(app, session)
    rows = [
        {
            "run_id": run.id,
            "line": line,
            "value": value,
            "outcome": outcome,
            "reason": "",
            "choices": choices,
            "name_key": "",
            "effective_on": day,
            "effective_precision": precision,
            "supporter_made": outcome is Outcome.ADDED,
            "undone": False,
        }
        for line, value, outcome, choices, day, precision in (
            (2, AWKWARD, Outcome.ADDED, None, date(2016, 5, 1), DatePrecision.BY),
            (3, "Korea", Outcome.UNREADABLE, ["KOR", "PRK"], None, None),
        )
    ]
    copy_rows(session, ImportRow, [])
    copy_rows(session, ImportRow, rows)
    found = session.scalars(
        select(ImportRow).where(ImportRow.run_id == run.id).order_by(ImportRow.line)
    ).all()
    assert [{name: getattr(row, name) for name in rows[0]} for row in found] == rows
    assert session.scalars(
        select(ImportRow.line).where(in_values(session, ImportRow.value, {AWKWARD, "", "Kenya"}))
    ).all() == [2]
    session.rollback()
    assert session.scalars(select(ImportRow)).all() == []  # part of the transaction, as any insert
