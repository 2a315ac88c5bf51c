"""The veto record from ``tracker/data``: `vetoes.csv` and `veto_classifications.csv`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.core.seed_files import Report, Seeder
from tracker.supporters.seed import rows
from tracker.vetoes import queries
from tracker.vetoes.models import Basis, Classification, MemberVote, Seat, TextKind, Veto, Vote
from tracker.vetoes.services import Statement, classify, statement_of

CLASSIFIED = "veto_classifications.csv"
VOTES = "veto_votes.csv"
MEMBERS = {
    Vote.IN_FAVOUR: "members_in_favour",
    Vote.AGAINST: "members_against",
    Vote.ABSTAINED: "members_abstained",
}
"""The column of each vote's members, as far as the source names them."""


def load(session: Session, report: Report, *, now: datetime) -> None:
    """Vetoed texts, then classifications: what the files changed becomes a new version, and what
    an editor recorded since is left and named in the report."""
    texts = Seeder(session, Veto, report)
    counts = {row["veto_id"]: row for row in rows(VOTES)}
    for row in rows("vetoes.csv"):
        texts.put(
            f"veto {row['veto_id']}",
            veto_id=row["veto_id"],
            vetoed_on=date.fromisoformat(row["date"]),
            symbol=row["draft_symbol"],
            meeting=row["meeting"],
            instrument=TextKind(row["instrument"]),
            agenda_item=row["agenda_item"],
            situation=row["situation"],
            members=frozenset(map(Seat, row["vetoing_members"].split())),
            as_listed=row["vetoing_members_as_listed"],
            note=row["note"],
            quality=row["quality"],
            source=row["source"],
            read_on=date.fromisoformat(row["as_of"]),
            **_counted(counts.get(row["veto_id"])),
        )
    session.flush()
    _vote(session, report)
    _classify(session, report, now=now)


def _counted(row: dict[str, str] | None) -> dict[str, Any]:
    """Return the result of a vote. A text of which no source that was read has it stays as it
    was taken over."""
    if row is None:
        return {}
    numbers = ("in_favour", "against", "abstentions")
    counts = {name: int(row[name]) if row[name] else None for name in numbers}
    return {**counts, "vote_source": row["source"]}


def _vote(session: Session, report: Report) -> None:
    """Load the votes of members that a source names."""
    votes = Seeder(session, MemberVote, report)
    for row in rows(VOTES):
        for vote, column in MEMBERS.items():
            for iso3 in row[column].split():
                votes.put(
                    f"vote {row['veto_id']} {iso3}",
                    veto_id=row["veto_id"],
                    iso3=iso3,
                    vote=vote,
                    source=row["source"],
                )


def _classify(session: Session, report: Report, *, now: datetime) -> None:
    last = {
        (version.veto_id, version.classifier): version
        for version in session.scalars(select(Classification).order_by(Classification.id))
    }
    shipped = {(row["veto_id"], row["classifier"]): _statement(row) for row in rows(CLASSIFIED)}
    for key, statement in shipped.items():
        _put(session, report, last.get(key), key[0], statement, now)
    for key, version in last.items():
        if key not in shipped and version.staff_id is None and not version.takes_back:
            withdrawal = Statement(
                classifier=version.classifier,
                classified=version.classified,
                evidence=version.evidence,
                takes_back=True,
            )
            _put(session, report, version, version.veto_id, withdrawal, now)


def _put(
    session: Session,
    report: Report,
    before: Classification | None,
    veto_id: str,
    statement: Statement,
    now: datetime,
) -> None:
    table = Classification.__tablename__
    if before is not None and statement_of(before) == statement:
        return
    if before is not None and before.staff_id is not None:
        report.kept.append(f"{table} {veto_id} {statement.classifier}")
        return
    versions = queries.versions(session, veto_id)
    classify(
        session,
        veto_id,
        statement,
        seen=versions[-1].id if versions else 0,
        now=now,
        cites=f"{CLASSIFIED}, {veto_id}",
    )
    report.count(report.added if before is None else report.changed, table)


def _statement(row: dict[str, str]) -> Statement:
    return Statement(
        classifier=row["classifier"],
        classified=row["classified"],
        situation=row["situation"],
        basis=Basis(row["basis"]),
        evidence=row["evidence"],
        note=row["note"],
    )
