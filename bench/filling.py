"""A database of a given size, made by statements: individuals over ten years."""

from __future__ import annotations

import time

from sqlalchemy import text

from tracker import seed
from tracker.core import migrations
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.ledger import sequencer
from tracker.worker_tasks import PROJECTIONS

PEOPLE = """
INSERT INTO supporters (kind, name, name_key, created_at, role, chamber, email_sealed, email_digest)
SELECT 'individual', 'Person ' || n, 'person ' || n, now(), '', '', repeat('x', 120),
       md5('a' || n) || md5('b' || n)
FROM generate_series(1, :size) n
"""
ENDORSEMENTS = """
INSERT INTO endorsements (initiative_id, supporter_id, kind, origin, submitted_at, status,
    status_since, grade, effective_on, effective_precision, date_known, be_named, words, locale,
    flag, verified_at, commitment_salt)
SELECT i.id, s.id, 'individual', 'sign_up', now(), 'verified', now(), 'endorsed',
       current_date - (s.id % 3650)::int, 'on', true, s.id % 10 = 0, '', 'en', '', now(), 'salt'
FROM supporters s, initiatives i WHERE s.email_digest IS NOT NULL AND i.slug = 'unpa'
"""
DECISIONS = """
INSERT INTO decisions (endorsement_id, initiative_id, kind, action, actor_kind, decided_at,
    from_status, to_status, cites)
SELECT id, initiative_id, kind, 'confirm', 'supporter', verified_at, 'unconfirmed', 'verified', ''
FROM endorsements WHERE kind = 'individual' AND origin = 'sign_up'
"""
EVENTS = """
INSERT INTO ledger_events (initiative_id, endorsement_id, kind, grade, delta, effective_on,
    effective_precision, cause, commitment)
SELECT e.initiative_id, e.id, 'individual', 'endorsed', 1, e.effective_on, 'on', 'confirm',
       repeat('0', 64)
FROM endorsements e WHERE e.kind = 'individual' AND e.origin = 'sign_up'
"""
WAITING = """
INSERT INTO endorsements (initiative_id, supporter_id, kind, origin, submitted_at, status,
    status_since, grade, effective_precision, date_known, be_named, words, locale, flag)
SELECT i.id, s.id, 'individual', 'sign_up', now(), 'unconfirmed', now(), 'endorsed', 'on', true,
       false, '', 'en', ''
FROM supporters s, initiatives i WHERE s.name = 'Waiting' AND i.slug = '1-for-7-billion'
RETURNING id
"""
ORGANISATIONS = """
INSERT INTO supporters (kind, name, name_key, created_at, role, chamber, country, domain)
SELECT 'organisation', 'Institute ' || n || ' for Peace', 'institute ' || n || ' for peace', now(),
       '', '', 'KE', 'institute' || n % 4000 || '.example'
FROM generate_series(1, :count) n
"""
IN_REVIEW = """
INSERT INTO endorsements (initiative_id, supporter_id, kind, origin, submitted_at, status,
    status_since, grade, effective_on, effective_precision, date_known, be_named, words, locale,
    flag)
SELECT i.id, s.id, 'organisation', 'sign_up', now(), 'in_review', now(), 'endorsed', current_date,
       'on', true, false, '', 'en', ''
FROM supporters s, initiatives i
WHERE s.kind = 'organisation' AND s.seed_key IS NULL AND i.slug = '1-for-7-billion'
"""
OFFICERS = """
INSERT INTO officers (endorsement_id, name, title, body)
SELECT id, 'Ola Berg', 'Director', '' FROM endorsements WHERE status = 'in_review'
"""
CONFIRMATIONS = """
INSERT INTO decisions (endorsement_id, initiative_id, kind, action, actor_kind, decided_at,
    from_status, to_status, cites)
SELECT id, initiative_id, kind, 'confirm', 'supporter', now(), 'unconfirmed', 'in_review', ''
FROM endorsements WHERE status = 'in_review'
"""


def fill(size: int) -> None:
    """Migrate, seed, and add `size` counted individuals whose events await the sequencer."""
    migrations.upgrade()
    with transaction() as session:
        seed.load(session, now=utcnow())
    with transaction() as session:
        session.execute(text("SET LOCAL session_replication_role = replica"))  # no triggers
        session.execute(text(PEOPLE), {"size": size})
        session.execute(text(ENDORSEMENTS))
        session.execute(text(DECISIONS))
        session.execute(text(EVENTS))


def organisations_in_review(count: int) -> None:
    """Add so many organisations that wait for staff, some alike, each with an officer."""
    with transaction() as session:
        session.execute(text(ORGANISATIONS), {"count": count})
        for statement in (IN_REVIEW, OFFICERS, CONFIRMATIONS):
            session.execute(text(statement))


def sequence_all() -> float:
    """Sequence everything that waits; return entries a second."""
    total, began = 0, time.perf_counter()
    while True:
        with transaction() as session:
            taken = sequencer.sequence(session, now=utcnow(), projections=PROJECTIONS)
        if not taken:
            break
        total += taken
    rate = total / (time.perf_counter() - began)
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    return rate


def unconfirmed(count: int) -> list[int]:
    """Add so many sign-ups that wait for their confirmation; return their ids."""
    with transaction() as session:
        session.execute(
            text(
                "INSERT INTO supporters (kind, name, name_key, created_at, role, chamber,"
                " email_sealed, claimed_digest) SELECT 'individual', 'Waiting', 'waiting', now(),"
                " '', '', repeat('x', 120), md5('c' || n) || md5('d' || n)"
                " FROM generate_series(1, :count) n"
            ),
            {"count": count},
        )
        return list(session.scalars(text(WAITING)))
