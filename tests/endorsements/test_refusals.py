"""What code would never do, the database refuses: each rule is broken here by plain SQL."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.support import factories, merges
from tracker.endorsements import engine, services
from tracker.endorsements.decisions import ProposedEdit
from tracker.endorsements.evidence.models import Instrument
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.models import Initiative
from tracker.supporters.models import Supporter, SupporterKind

pytestmark = pytest.mark.usefixtures("empty_app")
GOVERNMENT, ORGANISATION = SupporterKind.GOVERNMENT, SupporterKind.ORGANISATION
PERSON = SupporterKind.INDIVIDUAL
KINDS = [
    pytest.param(kind, status, id=f"{kind.value}-{status.value}")
    for kind in (GOVERNMENT, ORGANISATION, PERSON)
    for status in (Status.VERIFIED, Status.SUSPENDED, Status.WITHDRAWN)
]


@pytest.fixture
def made(session: Session) -> Initiative:
    return factories.initiative(session)


def refused(session: Session, statement: str, match: str, **values: Any) -> None:
    """A statement that the database refuses, and the reason that it says."""
    session.commit()
    with pytest.raises(DBAPIError, match=match):
        session.execute(text(statement), values)
    session.rollback()


def done(session: Session, statement: str, **values: Any) -> None:
    """A statement that the database takes; nothing of it stays."""
    session.commit()
    session.execute(text(statement), values)
    session.rollback()


def entry_in(
    session: Session, made: Initiative, kind: SupporterKind, status: Status, now: datetime
) -> Endorsement:
    """An entry that was verified, and what became of it."""
    state = "FRA" if kind is GOVERNMENT else None
    entry = factories.verified(session, made, kind, now=now, state=state)
    step = {Status.SUSPENDED: Action.SUSPEND, Status.WITHDRAWN: Action.WITHDRAW}.get(status)
    if step is Action.WITHDRAW and kind is PERSON:
        engine.move(session, entry, step, SUPPORTER, now=now)
    elif step:
        factories.by_staff(session, entry, step, now=now)
    return entry


@pytest.mark.parametrize(("kind", "status"), KINDS)
def test_an_entry_stays_with_its_supporter(
    session: Session, made: Initiative, now: datetime, kind: SupporterKind, status: Status
) -> None:
    entry = entry_in(session, made, kind, status, now)
    other = factories.supporter(session, kind, now=now, state="KEN" if kind is GOVERNMENT else None)
    refused(
        session,
        "UPDATE endorsements SET supporter_id = :other WHERE id = :id",
        "stays with its supporter",
        other=other.id,
        id=entry.id,
    )


@pytest.mark.parametrize("column", ["initiative_id", "kind", "origin", "recorder_id"])
@pytest.mark.parametrize(("kind", "status"), KINDS)
def test_what_an_entry_is_stays(
    session: Session,
    made: Initiative,
    now: datetime,
    kind: SupporterKind,
    status: Status,
    column: str,
) -> None:
    entry = entry_in(session, made, kind, status, now)
    values = {
        "initiative_id": factories.initiative(session, "another-reform").id,
        "kind": "parliamentarian",
        "origin": "published_record",
        "recorder_id": factories.staff(session),
    }
    refused(
        session,
        f"UPDATE endorsements SET {column} = :value WHERE id = :id",
        "cannot change",
        value=values[column],
        id=entry.id,
    )


@pytest.mark.parametrize("column", ["first_approver_id", "second_approver_id"])
@pytest.mark.parametrize(("kind", "status"), KINDS)
def test_approvers_stay(
    session: Session,
    made: Initiative,
    now: datetime,
    kind: SupporterKind,
    status: Status,
    column: str,
) -> None:
    entry = entry_in(session, made, kind, status, now)
    statement = f"UPDATE endorsements SET {column} = :other WHERE id = :id"
    refused(session, statement, "approved", other=factories.staff(session), id=entry.id)
    if kind is GOVERNMENT:
        refused(session, statement, "approved", other=None, id=entry.id)


def test_approvals_are_those_of_who_decided(
    session: Session, made: Initiative, now: datetime
) -> None:
    """Neither approval of a government is taken without the decision of that very person."""
    entry = factories.pending(session, made, GOVERNMENT, now=now, state="FRA")
    engine.move(session, entry, Action.CONFIRM, SUPPORTER, now=now, target=Status.IN_REVIEW)
    first, second, third = (factories.staff(session) for _ in range(3))
    step = "UPDATE endorsements SET status = :status, status_since = :now, {} = :who WHERE id = :id"
    at = {"now": session.scalar(text("SELECT status_since FROM endorsements")), "id": entry.id}
    refused(
        session,
        step.format("first_approver_id"),
        "needs its decision",
        status="approved_once",
        who=first,
        **at,
    )
    engine.move(
        session, entry, Action.APPROVE, Actor.staff(first), now=now, first_approver_id=first
    )
    refused(
        session,
        step.format("second_approver_id"),
        "needs its decision",
        status="verified",
        who=third,
        **at,
    )
    engine.decide(
        session,
        entry,
        Action.VERIFY,
        Actor.staff(second),
        now=now,
        source=Status.APPROVED_ONCE,
        target=Status.VERIFIED,
    )
    verify = step.format("second_approver_id")
    refused(session, verify, "needs its decision", status="verified", who=third, **at)
    done(session, verify, status="verified", who=second, **at)


@pytest.mark.parametrize("target", ["suspended", "withdrawn", "superseded", "in_review"])
@pytest.mark.parametrize("kind", [GOVERNMENT, ORGANISATION, PERSON])
def test_a_verified_entry_takes_no_step_without_a_decision(
    session: Session, made: Initiative, now: datetime, kind: SupporterKind, target: str
) -> None:
    entry = entry_in(session, made, kind, Status.VERIFIED, now)
    refused(
        session,
        "UPDATE endorsements SET status = :target, superseded_by_id = id WHERE id = :id",
        "needs its decision|cannot follow|takes two reviewers",
        target=target,
        id=entry.id,
    )


def test_nor_is_one_verified_or_counted_again(
    session: Session, made: Initiative, now: datetime
) -> None:
    waiting = factories.pending(session, made, ORGANISATION, now=now)
    engine.move(session, waiting, Action.CONFIRM, SUPPORTER, now=now, target=Status.IN_REVIEW)
    suspended = entry_in(session, made, ORGANISATION, Status.SUSPENDED, now)
    for entry in (waiting, suspended):
        refused(
            session,
            "UPDATE endorsements SET status = 'verified' WHERE id = :id",
            "needs its decision",
            id=entry.id,
        )


@pytest.mark.parametrize(
    "change", ["effective_on = '2001-01-01'", "effective_precision = 'by'", "grade = 'voiced'"]
)
@pytest.mark.parametrize("kind", [GOVERNMENT, ORGANISATION, PERSON])
def test_a_verified_entry_keeps_its_day_and_grade(
    session: Session, made: Initiative, now: datetime, kind: SupporterKind, change: str
) -> None:
    entry = entry_in(session, made, kind, Status.VERIFIED, now)
    refused(
        session,
        f"UPDATE endorsements SET {change} WHERE id = :id",
        "with a decision|takes two reviewers|CHECK|violates check",
        id=entry.id,
    )


@pytest.mark.parametrize(("kind", "status"), KINDS)
def test_an_entry_keeps_its_number(
    session: Session, made: Initiative, now: datetime, kind: SupporterKind, status: Status
) -> None:
    """Its number is what the ledger, its address and its reference name it by."""
    entry = entry_in(session, made, kind, status, now)
    move = "UPDATE endorsements SET id = :other WHERE id = :id"
    refused(session, move, "keeps its number", other=entry.id + 1000, id=entry.id)
    refused(session, "UPDATE endorsements SET id = id + 1000", "keeps its number")


def test_an_unconfirmed_sign_up_keeps_its_number_too(
    session: Session, made: Initiative, now: datetime
) -> None:
    """With nothing that names it yet, nothing else would stand in the way."""
    entry = factories.pending(session, made, PERSON, now=now)
    move = "UPDATE endorsements SET id = :other WHERE id = :id"
    refused(session, move, "keeps its number", other=entry.id + 1000, id=entry.id)


@pytest.mark.parametrize("status", ["verified", "suspended"])
@pytest.mark.parametrize("column", ["verified_at", "status_since"])
@pytest.mark.parametrize("kind", [GOVERNMENT, ORGANISATION, PERSON])
def test_since_when_an_entry_counts_changes_only_with_its_status(
    session: Session,
    made: Initiative,
    now: datetime,
    kind: SupporterKind,
    column: str,
    status: str,
) -> None:
    entry = entry_in(session, made, kind, Status(status), now)
    move = f"UPDATE endorsements SET {column} = :value WHERE id = :id"
    for value in ("2001-01-01 00:00:00", None):
        if value is not None or column == "verified_at":
            refused(session, move, "only with its status", value=value, id=entry.id)


@pytest.mark.parametrize(("kind", "status"), KINDS)
def test_nor_does_its_end(
    session: Session, made: Initiative, now: datetime, kind: SupporterKind, status: Status
) -> None:
    entry = entry_in(session, made, kind, status, now)
    for value in ("'2001-01-01'", "NULL"):
        if value != "NULL" or status is Status.WITHDRAWN:
            end = f"UPDATE endorsements SET ended_on = {value} WHERE id = :id"
            refused(session, end, "only with its status", id=entry.id)


@pytest.mark.parametrize("status", ["verified", "suspended", "withdrawn"])
def test_a_salt_only_goes_and_with_the_person(
    session: Session, made: Initiative, now: datetime, status: str
) -> None:
    """It opens the ledger's entry to its person: another one would disown it."""
    entry = entry_in(session, made, PERSON, Status(status), now)
    for value in ("'forged'", "NULL"):
        forge = f"UPDATE endorsements SET commitment_salt = {value} WHERE id = :id"
        refused(session, forge, "only with its status", id=entry.id)
    forget = "UPDATE endorsements SET commitment_salt = NULL, forgotten_at = :now WHERE id = :id"
    done(session, forget, now=now, id=entry.id)


def resting(session: Session, made: Initiative, kind: SupporterKind, now: datetime) -> Instrument:
    """The text on which a verified entry rests, put there before it was verified."""
    state = "FRA" if kind is GOVERNMENT else None
    entry = factories.pending(session, made, kind, now=now, state=state)
    merges.evidence(session, entry)
    engine.move(session, entry, Action.CONFIRM, SUPPORTER, now=now, target=Status.IN_REVIEW)
    factories.verify(session, entry, now=now)
    return session.scalars(select(Instrument)).one()


@pytest.mark.parametrize(
    "change",
    [
        "source = 'Another letter'",
        "dated = '2001-01-01'",
        "symbol = 'A/1'",
        "type = 'letter'",
        "link = 'https://else.example'",
        "secondary_copy = true",
        "file_sha256 = 'abc'",
    ],
)
def test_the_text_of_a_verified_government_changes_as_two_agreed(
    session: Session, made: Initiative, now: datetime, change: str
) -> None:
    text_ = resting(session, made, GOVERNMENT, now)
    alone = f"UPDATE instruments SET {change}, revision = revision + 1 WHERE id = :id"
    refused(session, alone, "with two people", id=text_.id)
    edit = ProposedEdit(
        instrument_id=text_.id,
        revision=text_.revision,
        proposer_id=factories.staff(session),
        proposed_at=now,
        wanted={},
    )
    session.add(edit)
    session.flush()
    refused(session, alone, "with two people", id=text_.id)
    edit.seconder_id, edit.settled_at, edit.applied = factories.staff(session), now, True
    session.flush()
    refused(session, f"UPDATE instruments SET {change} WHERE id = :id", "with two", id=text_.id)
    done(session, alone, id=text_.id)


def test_the_text_of_anybody_else_changes_as_before(
    session: Session, made: Initiative, now: datetime
) -> None:
    text_ = resting(session, made, ORGANISATION, now)
    done(session, "UPDATE instruments SET source = 'Another' WHERE id = :id", id=text_.id)


@pytest.mark.parametrize("kind", [GOVERNMENT, ORGANISATION, PERSON])
def test_a_verified_entry_is_not_deleted(
    session: Session, made: Initiative, now: datetime, kind: SupporterKind
) -> None:
    entry = entry_in(session, made, kind, Status.VERIFIED, now)
    refused(session, "DELETE FROM endorsements WHERE id = :id", "stays", id=entry.id)


def test_a_government_stays_that_of_its_state(
    session: Session, made: Initiative, now: datetime
) -> None:
    """To move the supporter to another State would move all its entries."""
    entry = entry_in(session, made, GOVERNMENT, Status.VERIFIED, now)
    factories.supporter(session, GOVERNMENT, now=now, state="KEN")
    session.execute(text("UPDATE supporters SET name = 'Kenya' WHERE state_iso3 = 'KEN'"))
    refused(
        session,
        "UPDATE supporters SET state_iso3 = 'MEX' WHERE id = :id",
        "cannot change|FOREIGN KEY|foreign key",
        id=entry.supporter_id,
    )
    refused(
        session,
        "UPDATE supporters SET kind = 'organisation', state_iso3 = NULL WHERE id = :id",
        "cannot change",
        id=entry.supporter_id,
    )


def test_a_merge_moves_entries_and_its_undoing_gives_back_no_others(
    session: Session, made: Initiative, now: datetime
) -> None:
    """The one lawful way: an open merge of the two records, and back what it moved."""
    other = factories.initiative(session, "another-reform")
    kept, gone, third = (factories.supporter(session, ORGANISATION, now=now) for _ in range(3))
    own = merges.verified(session, kept, made, now=now, on=now.date())
    moved = merges.verified(session, gone, other, now=now, on=now.date())
    merge = merges.merged(session, kept, gone, now=now)
    assert moved.supporter_id == kept.id
    move = "UPDATE endorsements SET supporter_id = :to WHERE id = :id"
    for entry, to in ((moved, gone), (moved, third), (own, gone), (own, third)):
        refused(session, move, "stays with its supporter", to=to.id, id=entry.id)
    merges.parted(session, merge, now=now)
    assert moved.supporter_id == gone.id
    for entry, to in ((own, gone), (own, third), (moved, third), (moved, kept)):
        refused(session, move, "stays with its supporter", to=to.id, id=entry.id)


def test_what_a_merge_did_stays_on_record(
    session: Session, made: Initiative, now: datetime
) -> None:
    kept, gone = (factories.supporter(session, ORGANISATION, now=now) for _ in range(2))
    merges.verified(session, gone, made, now=now, on=now.date())
    merges.merged(session, kept, gone, now=now)
    refused(session, "UPDATE merge_rows SET what = 'superseded'", "stays on record")
    refused(session, "DELETE FROM merge_rows", "stays on record")


def test_an_unconfirmed_sign_up_may_find_its_supporter_yet(
    session: Session, made: Initiative, now: datetime
) -> None:
    entry = factories.pending(session, made, PERSON, now=now)
    other = factories.supporter(session, PERSON, now=now)
    done(
        session,
        "UPDATE endorsements SET supporter_id = :other WHERE id = :id",
        other=other.id,
        id=entry.id,
    )


@pytest.mark.parametrize("status", ["verified", "suspended", "withdrawn", "approved_once"])
@pytest.mark.parametrize("origin", ["published_record", "recorded_by_staff", "sign_up"])
@pytest.mark.parametrize("kind", [GOVERNMENT, ORGANISATION, PERSON])
def test_no_entry_begins_as_counted(
    session: Session,
    made: Initiative,
    now: datetime,
    kind: SupporterKind,
    origin: str,
    status: str,
) -> None:
    supporter = factories.supporter(
        session, kind, now=now, state="FRA" if kind is GOVERNMENT else None
    )
    refused(
        session,
        "INSERT INTO endorsements (initiative_id, supporter_id, kind, origin, submitted_at, status,"
        " status_since, grade, effective_on, effective_precision, date_known, be_named, words,"
        " locale, flag, verified_at) VALUES (:initiative, :supporter, :kind, :origin, :now,"
        " :status, :now, 'endorsed', '2020-01-01', 'on', true, true, '', 'en', '', :now)",
        "begins unconfirmed|CHECK|violates check",
        initiative=made.id,
        supporter=supporter.id,
        kind=kind.value,
        origin=origin,
        status=status,
        now=now,
    )


@pytest.fixture
def staged(session: Session, made: Initiative, now: datetime) -> Endorsement:
    """A row of the published record before anything is known of it."""
    supporter = factories.supporter(session, GOVERNMENT, now=now, state="FRA")
    return merges.staged(session, supporter, made, now=now)


def test_the_published_record_rests_on_decision_and_evidence(
    session: Session, staged: Endorsement, now: datetime
) -> None:
    publish = "UPDATE endorsements SET status = 'verified' WHERE id = :id"
    why = "needs its decision"
    refused(session, publish, why, id=staged.id)
    merges.evidence(session, staged)
    refused(session, publish, why, id=staged.id)
    by = Actor.system("list.csv, row 1")
    engine.decide(
        session,
        staged,
        Action.PUBLISH,
        by,
        now=now,
        source=Status.STAGED,
        target=Status.VERIFIED,
    )
    done(session, publish, id=staged.id)


def test_with_a_decision_it_still_needs_evidence(
    session: Session, staged: Endorsement, now: datetime
) -> None:
    engine.decide(
        session,
        staged,
        Action.PUBLISH,
        Actor.system("list.csv, row 1"),
        now=now,
        source=Status.STAGED,
        target=Status.VERIFIED,
    )
    refused(
        session,
        "UPDATE endorsements SET status = 'verified' WHERE id = :id",
        "its evidence first",
        id=staged.id,
    )


def test_only_the_published_record_is_published(
    session: Session, made: Initiative, now: datetime
) -> None:
    supporter = factories.supporter(session, ORGANISATION, now=now)
    entry = merges.staged(session, supporter, made, now=now, origin="sign_up")
    refused(
        session,
        "UPDATE endorsements SET status = 'verified' WHERE id = :id",
        "cannot follow|needs its decision",
        id=entry.id,
    )


EVENT = (
    "INSERT INTO ledger_events (initiative_id, endorsement_id, kind, grade, delta, effective_on,"
    " effective_precision, cause, membership, state_iso3, supporter_id, commitment)"
    " SELECT initiative_id, endorsement_id, kind, grade, {delta}, effective_on,"
    " effective_precision, {cause}, membership, {state}, supporter_id, commitment"
    " FROM ledger_events WHERE endorsement_id = :id"
)


@pytest.mark.parametrize(
    ("delta", "cause"),
    [
        ("1", "cause"),
        ("-1", "cause"),
        ("-1", "'withdraw'"),
        ("-1", "'invalidate'"),
        ("1", "'publish'"),
        ("1", "'reinstate'"),
        ("1", "'mistake'"),
    ],
)
@pytest.mark.parametrize("kind", [GOVERNMENT, ORGANISATION, PERSON])
def test_nothing_enters_the_ledger_without_a_decision(
    session: Session,
    made: Initiative,
    now: datetime,
    kind: SupporterKind,
    delta: str,
    cause: str,
) -> None:
    entry = entry_in(session, made, kind, Status.VERIFIED, now)
    statement = EVENT.format(delta=delta, cause=cause, state="state_iso3")
    refused(session, statement, "needs its decision", id=entry.id)


def test_nor_for_another_state(session: Session, made: Initiative, now: datetime) -> None:
    entry = entry_in(session, made, GOVERNMENT, Status.VERIFIED, now)
    factories.supporter(session, GOVERNMENT, now=now, state="KEN")
    by = Actor.staff(factories.staff(session))
    engine.decide(
        session,
        entry,
        Action.SUSPEND,
        by,
        now=now,
        source=Status.VERIFIED,
        target=Status.SUSPENDED,
    )
    other = EVENT.format(delta="-1", cause="'suspend'", state="'KEN'")
    refused(session, other, "needs its decision", id=entry.id)
    done(session, EVENT.format(delta="-1", cause="'suspend'", state="state_iso3"), id=entry.id)


def test_a_confirmation_that_led_to_review_counts_nobody(
    session: Session, made: Initiative, now: datetime
) -> None:
    entry = factories.pending(session, made, PERSON, now=now)
    engine.move(session, entry, Action.CONFIRM, SUPPORTER, now=now, target=Status.IN_REVIEW)
    refused(
        session,
        "INSERT INTO ledger_events (initiative_id, endorsement_id, kind, grade, delta,"
        " effective_on, effective_precision, cause) SELECT initiative_id, id, kind, grade, 1,"
        " effective_on, 'on', 'confirm' FROM endorsements WHERE id = :id",
        "needs its decision",
        id=entry.id,
    )


def test_only_the_sequencer_gives_places(session: Session, made: Initiative, now: datetime) -> None:
    entry = entry_in(session, made, ORGANISATION, Status.VERIFIED, now)
    refused(
        session,
        "INSERT INTO ledger_events (initiative_id, endorsement_id, kind, grade, delta,"
        " effective_on, effective_precision, cause, position, recorded_at) SELECT initiative_id,"
        " id, kind, grade, 1, effective_on, 'on', 'verify', 99, status_since FROM endorsements"
        " WHERE id = :id",
        "Only the sequencer|needs its decision",
        id=entry.id,
    )


@pytest.fixture
def checkpoints(
    session: Session, made: Initiative, sequence: Callable[..., int], now: datetime
) -> None:
    """A ledger of two passes."""
    for later in (0, 5):
        factories.verified(session, made, now=now)
        sequence(session, now=now + timedelta(seconds=later))


@pytest.mark.usefixtures("checkpoints")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE checkpoints SET recorded_at = :now",
        "UPDATE checkpoints SET size = 7 WHERE size = 2",
        "DELETE FROM checkpoints WHERE size = 2",
        "DELETE FROM checkpoints WHERE size = 1",
        "INSERT INTO checkpoints (size, recorded_at) VALUES (3, :now)",
        "INSERT INTO checkpoints (size, recorded_at) VALUES (3, :early)",
        "INSERT INTO checkpoints (size, recorded_at) VALUES (0, :late)",
        "INSERT INTO checkpoints (size, recorded_at) VALUES (1, :late)",
        "INSERT INTO checkpoints (size, recorded_at) VALUES (99, :late)",
    ],
)
def test_checkpoints_stay_and_grow(session: Session, now: datetime, statement: str) -> None:
    times = {"now": now, "early": now - timedelta(days=1), "late": now + timedelta(days=1)}
    values = {name: at for name, at in times.items() if f":{name}" in statement}
    refused(session, statement, "A checkpoint stays", **values)


@pytest.mark.usefixtures("checkpoints")
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "statement",
    [
        "REPLACE INTO checkpoints SELECT * FROM checkpoints",
        "REPLACE INTO decisions SELECT * FROM decisions",
        "REPLACE INTO endorsements SELECT * FROM endorsements",
        "REPLACE INTO ledger_events SELECT * FROM ledger_events",
        "UPDATE OR REPLACE ledger_events SET position = 0 WHERE position = 1",
    ],
)
def test_nothing_is_replaced_on_sqlite(session: Session, statement: str) -> None:
    """REPLACE deletes a row without asking the triggers for DELETE."""
    refused(session, statement, "kept whole|stays|append-only|begins|Only the|needs")


@pytest.mark.usefixtures("checkpoints")
@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    "table",
    [
        "checkpoints",
        "content_revisions",
        "council_revisions",
        "decisions",
        "endorsements",
        "evidence",
        "ledger_events",
        "merge_rows",
        "merges",
        "staff_events",
        "supporter_changes",
        "supporters",
        "veto_classifications",
    ],
)
def test_nothing_is_truncated_on_postgresql(session: Session, table: str) -> None:
    refused(session, f"TRUNCATE {table} CASCADE", "kept whole")


def test_the_words_of_a_decision_are_erased_not_changed(
    session: Session, made: Initiative, now: datetime
) -> None:
    entry = entry_in(session, made, ORGANISATION, Status.VERIFIED, now)
    by = Actor.staff(factories.staff(session))
    engine.move(session, entry, Action.SUSPEND, by, now=now, words="As they asked.")
    refused(session, "UPDATE decision_notes SET words = 'No.'", "not changed")
    done(session, "DELETE FROM decision_notes")


def test_forgetting_a_person_is_lawful(session: Session, made: Initiative, now: datetime) -> None:
    """None of the rules above stands in the way of erasure."""
    entry = entry_in(session, made, PERSON, Status.VERIFIED, now)
    services.erase(session, entry, now=now)
    session.commit()
    name = select(Supporter.name).where(Supporter.id == entry.supporter_id)
    assert session.scalars(name).one() == ""
