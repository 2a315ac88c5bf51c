"""One initiative, four reviewers and a clock: what every history of several people needs.

Each step is a transaction of its own. What a rule refuses must leave no trace.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, ClassVar

from flask import Flask
from hypothesis.stateful import RuleBasedStateMachine
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from tests.support import factories, review_cases
from tracker import worker_tasks
from tracker.accounts.models import User
from tracker.core.crypto import Vault
from tracker.core.db import db, transaction
from tracker.core.errors import RuleBroken, TrackerError
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.models import Initiative
from tracker.initiatives.queries import by_slug
from tracker.ledger import sequencer
from tracker.review.decisions import reasons
from tracker.review.decisions.verdict import Verdict
from tracker.review.queue import queries
from tracker.supporters.models import Supporter, SupporterKind
from tracker.tallies import queries as tallies

_initiatives: Iterator[int] = count(1)


class Stage(RuleBasedStateMachine):
    """An initiative of its own for each history, on one application for all of them."""

    app: ClassVar[Flask]
    staff: ClassVar[list[int]]
    now: ClassVar[datetime]
    """It goes on from one history to the next: the ledger's time never decreases."""

    def __init__(self) -> None:
        super().__init__()
        self._context = self.app.app_context()
        self._context.push()
        with transaction() as session:
            made = factories.initiative(session, f"history-{next(_initiatives)}")
            self.slug, self.initiative_id = made.slug, made.id
        self.said: dict[datetime, dict[date, Any]] = {}
        type(self).now += timedelta(days=50)

    def teardown(self) -> None:
        db.session.remove()
        self._context.pop()

    @classmethod
    def employ(cls, app: Flask) -> None:
        """Four reviewers, for all histories."""
        cls.app, cls.now = app, datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
        with app.app_context(), transaction() as session:
            made = review_cases.reviewers(app, session, "ada", "ben", "eve", "ida")
            for member in made:
                member.password = "chosen"
            cls.staff = [member.id for member in made]

    @property
    def vault(self) -> Vault:
        return review_cases.vault(self.app)

    @contextmanager
    def step(self) -> Iterator[Session]:
        """One transaction, a minute later; what the rules refuse leaves no trace."""
        type(self).now += timedelta(minutes=1)
        with suppress(TrackerError), transaction() as session:
            yield session

    def member(self, session: Session, number: int) -> User:
        return session.get_one(User, self.staff[number])

    def initiative(self, session: Session) -> Initiative:
        return by_slug(session, self.slug)

    def ago(self, days: int) -> date:
        return self.now.date() - timedelta(days=days)

    def entry(
        self, session: Session, number: int, *statuses: Status, kind: SupporterKind | None = None
    ) -> Endorsement:
        """One of the entries, of these statuses if any are named."""
        query = select(Endorsement.id).where(Endorsement.initiative_id == self.initiative_id)
        if statuses:
            query = query.where(Endorsement.status.in_(statuses))
        if kind is not None:
            query = query.where(Endorsement.kind == kind)
        ids = session.scalars(query.order_by(Endorsement.id)).all()
        if not ids:
            raise RuleBroken("There is none.")
        return queries.for_change(session, ids[number % len(ids)])

    def verdict(
        self, session: Session, entry: Endorsement, by: int, action: Action, **said: Any
    ) -> Verdict:
        allowed = reasons.REASONS.get(action)
        return Verdict(
            staff=self.member(session, by),
            seen=queries.newest_decision_id(session, entry.id),
            reason=allowed[0] if allowed else None,
            words="As we read it.",
            **said,
        )

    def tally(self, as_of: date, known_at: datetime | None = None) -> tallies.Tally:
        return tallies.tally(
            db.session(),
            self.initiative_id,
            as_of=as_of,
            today=self.now.date(),
            known_at=known_at,
        )

    def sequence(self) -> None:
        with transaction() as session:
            sequencer.sequence(session, now=self.now, projections=worker_tasks.PROJECTIONS)

    def mine(self) -> list[Endorsement]:
        """Every entry of this history, with its decisions, as the database has it now."""
        session = db.session()
        session.rollback()
        session.expire_all()
        return list(
            session.scalars(
                select(Endorsement)
                .where(Endorsement.initiative_id == self.initiative_id)
                .order_by(Endorsement.id)
                .options(
                    joinedload(Endorsement.supporter).joinedload(Supporter.state),
                    selectinload(Endorsement.decisions),
                )
            )
        )
