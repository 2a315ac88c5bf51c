"""The record of others' classifications of vetoed texts."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tracker.core.dates import last_day
from tracker.core.errors import Conflict, RuleBroken
from tracker.core.words import translatable as _t
from tracker.vetoes import queries
from tracker.vetoes.models import Basis, Classification

FIRST_YEAR = 1946
"""The year of the first veto in the record."""
CHANGED = _t("Somebody else recorded a classification meanwhile. Look at it and try again.")


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A classifier's word on a text: what, when, and where it can be read."""

    classifier: str
    classified: str
    """A day, a month or a year, as ISO 8601 writes it."""
    situation: str = ""
    basis: Basis = Basis.STATED
    evidence: str = ""
    note: str = ""
    takes_back: bool = False


def classify(
    session: Session,
    veto_id: str,
    statement: Statement,
    *,
    seen: int,
    now: datetime,
    staff_id: int | None = None,
    cites: str = "",
) -> Classification:
    """Record a classification, or a new version of the same classifier's. Nothing is overwritten.

    `seen` is the newest version of the text's classifications that the editor saw, 0 for none.
    Raises NotFound; RuleBroken without classifier, date, evidence or situation, or where there is
    nothing to take back or nothing new; Conflict if somebody else recorded one meanwhile.
    """
    veto = queries.veto(session, veto_id)
    _check(statement, now)
    versions = queries.versions(session, veto.veto_id)
    if (versions[-1].id if versions else 0) != seen:
        raise Conflict(CHANGED)
    before = next(
        (version for version in reversed(versions) if version.classifier == statement.classifier),
        None,
    )
    if statement.takes_back and (before is None or before.takes_back):
        raise RuleBroken(
            "Nothing of this classifier stands here that could be taken back. Write its name as it"
            " was recorded."
        )
    if before is not None and statement_of(before) == statement:
        raise RuleBroken("This is recorded already, word for word.")
    classification = Classification(
        **asdict(statement),
        veto_id=veto.veto_id,
        recorded_at=now,
        supersedes_id=before.id if before else None,
        staff_id=staff_id,
        cites=cites,
    )
    try:
        with session.begin_nested():
            session.add(classification)
    except IntegrityError as error:
        raise Conflict(CHANGED) from error
    return classification


def statement_of(version: Classification) -> Statement:
    """Return what a version says."""
    return Statement(**{field.name: getattr(version, field.name) for field in fields(Statement)})


def _check(statement: Statement, now: datetime) -> None:
    if not statement.classifier:
        raise RuleBroken("Say who classified the text. This site classifies nothing itself.")
    if not statement.evidence:
        raise RuleBroken("Say where the classification can be read.")
    if statement.takes_back and statement.situation:
        raise RuleBroken("Leave the situation empty when a classification is taken back.")
    if not statement.takes_back and not statement.situation:
        raise RuleBroken("Say which situation the classifier names.")
    try:
        by = last_day(statement.classified)
    except ValueError as error:
        raise RuleBroken(
            "Say when the text was classified: a day, a month or a year, written like 2017-03-31,"
            " 2017-03 or 2017."
        ) from error
    if by.year < FIRST_YEAR or statement.classified > now.date().isoformat():
        raise RuleBroken("The classifier’s date must lie between 1946 and today.")
