"""The short way to confirm does exactly what the engine does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, func, or_, select
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.signup import post, sign_ups
from tests.support.sql_statements import query_plan
from tests.support.webclient import Client
from tracker.core.crypto import Vault
from tracker.core.db import transaction
from tracker.core.errors import RuleBroken
from tracker.core.orm import Base, table_of
from tracker.core.outbox import OutboxMail
from tracker.endorsements import engine_fast_path, queries
from tracker.endorsements import services as endorsements_services
from tracker.endorsements.abuse import flags
from tracker.endorsements.abuse.disownments import Disownment
from tracker.endorsements.abuse.traces import Trace
from tracker.endorsements.decisions import Decision, DecisionNote
from tracker.endorsements.evidence.held_files import HeldFile
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.manage_links import ManageLink
from tracker.endorsements.models import (
    Consent,
    ConsentPurpose,
    Endorsement,
    Officer,
    Reach,
    still,
)
from tracker.endorsements.signup import addresses, confirmation
from tracker.endorsements.signup import services as signup_services
from tracker.endorsements.signup.consent_wording import REQUIRED
from tracker.endorsements.signup.submission import InstrumentDetails, Submission
from tracker.initiatives import queries as initiatives
from tracker.initiatives.queries import Brief
from tracker.ledger.events import commitment
from tracker.ledger.models import LedgerEvent
from tracker.supporters.models import Supporter, SupporterKind

SLUGS = ("unpa", "act-code-of-conduct")
PERSON = SupporterKind.INDIVIDUAL
SIGN_UP = {
    "name": st.sampled_from(["Łukasz Ó Briain", "Søren Weiß"]),
    "words": st.sampled_from(["", "It is time."]),
    "be_named": st.booleans(),
    "locale": st.just("en"),
    "country": st.sampled_from(["SN", "KE"]),
    "reach": st.sampled_from(Reach),
    "sitting": st.booleans(),
    "dated": st.dates(date(1991, 1, 1), date(2009, 11, 1)),
    "symbol": st.just(""),
    "initiatives": st.sets(st.integers(0, 2), min_size=1),
    "email": st.sampled_from(["amina@people.example", "b@people.example"]),
    "agreed": st.booleans(),
}
SIGN_UPS = st.fixed_dictionaries(
    SIGN_UP
    | {
        "kind": st.sampled_from(SupporterKind),
        "flag": st.sampled_from(["", "", flags.TRAPPED]),
    }
)
PLAIN_SIGN_UPS = st.fixed_dictionaries(SIGN_UP | {"kind": st.just(PERSON), "flag": st.just("")})
CORRECTION = {
    "name": st.sampled_from(["Amina Diallo", "Amína Diallo"]),
    "words": st.sampled_from(["", "C’est l’heure."]),
    "be_named": st.booleans(),
    "locale": st.just("fr"),
    "country": st.sampled_from(["IE", "FR"]),
    "reach": st.sampled_from(Reach),
    "sitting": st.booleans(),
    "dated": st.dates(date(2010, 1, 1), date(2026, 11, 1)),
    "symbol": st.just("A/70/621"),
}
"""Nothing that stays as it came, so that a column which is forgotten shows."""
CORRECTIONS = st.fixed_dictionaries(CORRECTION) | st.fixed_dictionaries(
    CORRECTION | {"initiatives": SIGN_UP["initiatives"]}
)
STORIES = st.tuples(
    st.lists(st.tuples(SIGN_UPS, st.booleans()), max_size=2), SIGN_UPS, st.none() | CORRECTIONS
)
"""Earlier sign-ups, each with whether it was confirmed; one more; and what its page corrects."""
NEWCOMERS = st.tuples(
    st.just([]), PLAIN_SIGN_UPS, st.none() | st.fixed_dictionaries(CORRECTION) | CORRECTIONS
)
WRITTEN: tuple[type[Base], ...] = (
    *(Endorsement, Supporter, Officer, Consent, Decision, DecisionNote, LedgerEvent),
    *(Instrument, Evidence, HeldFile, Trace, Disownment, OutboxMail, ManageLink),
)
Said = dict[str, Any]


@dataclass
class Registry:
    """Three initiatives and a State, for which somebody signs up and confirms."""

    session: Session
    vault: Vault
    now: datetime

    def __post_init__(self) -> None:
        for slug in ("one", "two", "three"):
            factories.initiative(self.session, slug)
        factories.supporter(self.session, SupporterKind.GOVERNMENT, now=self.now, state="FRA")
        self.briefs = tuple(initiatives.briefs(self.session, self.now.date()).values())

    def submission(self, said: Said) -> Submission:
        kind = said["kind"]
        member, body = kind is SupporterKind.PARLIAMENTARIAN, not kind.is_person
        state = kind is SupporterKind.GOVERNMENT
        required = REQUIRED[kind]
        return Submission(
            kind=kind,
            initiatives=tuple(self.briefs[place] for place in sorted(said["initiatives"])),
            email=said["email"],
            name="" if state else said["name"],
            consents=(*required, ConsentPurpose.NAMED) if said["agreed"] else required,
            country=None if state else said["country"],
            locale=said["locale"],
            be_named=kind.is_person and said["be_named"],
            words=said["words"] if kind is PERSON else "",
            flag=said["flag"] if kind is PERSON else "",
            website="https://forum.example.org" if body and not state else None,
            domain="forum.example.org" if body and not state else None,
            reach=said["reach"] if body and not state else None,
            officer="Jean Peeters" if body else "",
            title="Director" if body else "",
            body="Permanent Mission" if state else "",
            chamber="Senate" if member else "",
            sitting=said["sitting"] if member else None,
            mandate_from=date(2020, 1, 1) if member else None,
            mandate_until=date(2024, 1, 1) if member and not said["sitting"] else None,
            official_page="https://senate.example.org/diallo" if member else None,
            iso3="FRA" if state else None,
            instrument=InstrumentDetails(
                type=InstrumentType.LETTER, dated=said["dated"], symbol=said["symbol"]
            )
            if state
            else None,
        )

    def sign_up(self, submission: Submission) -> list[int]:
        last = self.session.scalar(select(func.max(Endorsement.id))) or 0
        signup_services.submit(self.session, self.vault, submission, now=self.now)
        return list(self.session.scalars(select(Endorsement.id).where(Endorsement.id > last)))

    def confirm(self, ids: list[int], corrected: Submission | None) -> None:
        """Confirm as a pressed button does, by whichever way is free."""
        endorsements_services.confirm(self.session, ids, now=self.now, corrected=corrected)

    def confirm_by_engine(self, ids: list[int], corrected: Submission | None) -> None:
        """Confirm by the ordinary way alone."""
        waiting = queries.by_ids(self.session, ids)
        confirmation.take(self.session, waiting, corrected, now=self.now)

    def is_newcomer(self, submission: Submission, corrected: Submission | None) -> bool:
        """Whether the fast path is for somebody whose sign-up is the latest."""
        digest = addresses.digest(self.vault, submission.email)
        theirs = or_(Supporter.claimed_digest == digest, Supporter.email_digest == digest)
        people = select(func.count()).where(Supporter.kind == PERSON, theirs)
        wanted = submission if corrected is None else corrected
        return (
            submission.kind is PERSON
            and submission.flag == ""
            and set(submission.initiatives) == set(wanted.initiatives)
            and self.session.scalar(people) == 1
        )

    def rows_after(self, confirm: Callable[[], None]) -> dict[str, Any]:
        """The rows of all that a confirmation may write, or its refusal; then it is undone."""
        self.session.expire_all()
        step = self.session.begin_nested()
        try:
            confirm()
            self.session.flush()
            return {model.__tablename__: self._rows(table_of(model)) for model in WRITTEN}
        except RuleBroken as error:
            return {"refused": error.message}
        finally:
            step.rollback()

    def _rows(self, table: Table) -> list[Said]:
        """The rows of a table, without numbers of new ones, and with salts as what they prove."""
        rows = [dict(row) for row in self.session.execute(select(table)).mappings()]
        for row in rows:
            if table.name in ("decisions", "ledger_events"):
                del row["id"]
            if row.get("commitment_salt"):
                row["commitment_salt"] = len(row["commitment_salt"])
            if row.get("commitment"):
                number = row["endorsement_id"]
                salt = self.session.get_one(Endorsement, number).commitment_salt or ""
                row["commitment"] = row["commitment"] == commitment(salt, number)
        return sorted(rows, key=str)


def compare(app: Flask, session: Session, now: datetime, *, examples: int) -> None:
    """Whoever signs up, known here or new: what the fast path leaves is what the engine leaves."""
    ways: Counter[bool] = Counter()

    @settings(
        max_examples=examples,
        derandomize=True,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(story=NEWCOMERS | STORIES)
    def check(story: tuple[list[tuple[Said, bool]], Said, Said | None]) -> None:
        before, said, other = story
        session.rollback()
        registry = Registry(session, app.extensions["vault"], now)
        for earlier, is_confirmed in before:
            ids = registry.sign_up(registry.submission(earlier))
            with suppress(RuleBroken), session.begin_nested():
                if is_confirmed:
                    registry.confirm_by_engine(ids, registry.submission(earlier))
        submission = registry.submission(said)
        ids = registry.sign_up(submission)
        corrected = registry.submission(said | other) if other else None
        by_engine = registry.rows_after(lambda: registry.confirm_by_engine(ids, corrected))
        assert registry.rows_after(lambda: registry.confirm(ids, corrected)) == by_engine
        is_newcomer = registry.is_newcomer(submission, corrected)
        counted = engine_fast_path.count_newcomer(session, ids, corrected, now=now)
        assert counted is is_newcomer
        ways[counted] += 1

    check()
    assert min(ways[True], ways[False]) > examples / 8, ways


def test_both_ways_leave_the_same_rows(empty_app: Flask, session: Session, now: datetime) -> None:
    compare(empty_app, session, now, examples=24)


@pytest.mark.long
def test_both_ways_leave_the_same_rows_however_many_sign_up(
    empty_app: Flask, session: Session, now: datetime
) -> None:
    compare(empty_app, session, now, examples=300)


@pytest.mark.parametrize("left_out", ["unpa", "act-code-of-conduct"])
def test_a_part_of_what_a_link_names_is_left_to_the_engine(
    app: Flask, client: Client, session: Session, now: datetime, left_out: str
) -> None:
    every = initiatives.briefs(session, now.date())
    post(client, "individual", also=str(every["act-code-of-conduct"].id))
    ids = [entry.id for entry in sign_ups(app)]
    kept = tuple(one for slug, one in every.items() if slug in SLUGS and slug != left_out)
    with app.app_context(), transaction() as session:
        assert not engine_fast_path.count_newcomer(
            session, ids, _corrected(kept, named=True), now=now
        )
        other = _corrected((*kept, every["1-for-7-billion"]), named=True)
        assert not engine_fast_path.count_newcomer(session, ids, other, now=now)
    assert {entry.status for entry in sign_ups(app)} == {Status.UNCONFIRMED}


def _corrected(asked: tuple[Brief, ...], *, named: bool) -> Submission:
    return Submission(
        kind=SupporterKind.INDIVIDUAL,
        initiatives=asked,
        email="",
        name="Amina D.",
        country=None,
        words="No.",
        be_named=named,
        consents=(),
        locale="fr",
    )


def test_a_link_that_names_nothing_counts_nothing(app: Flask, now: datetime) -> None:
    with app.app_context(), transaction() as session:
        assert not engine_fast_path.count_newcomer(session, [], None, now=now)


def test_it_takes_nobody_else(app: Flask, client: Client, now: datetime) -> None:
    post(client, "organisation")
    post(client, "individual", nickname="bot")
    with app.app_context():
        for entry in sign_ups(app):
            with transaction() as session:
                assert not engine_fast_path.count_newcomer(session, [entry.id], None, now=now)


@pytest.mark.only_postgresql
def test_a_row_is_found_by_its_key_however_many_wait(app: Flask, session: Session) -> None:
    guarded = select(Endorsement.id).where(Endorsement.id == 1, still(Status.UNCONFIRMED))
    sql = guarded.compile(session.connection(), compile_kwargs={"literal_binds": True})
    planned = query_plan(session, str(sql))
    assert "pk_endorsements" in planned and "ix_endorsements_unconfirmed" not in planned
