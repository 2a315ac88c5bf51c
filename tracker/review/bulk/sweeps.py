"""Sweeps of a flood: a search through what came in, and steps taken with all that it found.

The rows are listed once, so that what is restored is exactly what was suspended. Each step is a
decision in bulk: the worker carries it out, it can be stopped and gone on with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Row, Select, case, func, or_, select
from sqlalchemy.orm import Session, joinedload

from tracker.accounts.models import User
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.core.orm import has_rows
from tracker.endorsements.abuse.flags import HELD
from tracker.endorsements.abuse.holds import HOLDABLE
from tracker.endorsements.abuse.traces import Trace
from tracker.endorsements.lifecycle import Action, ReasonCode, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.initiatives.models import Initiative
from tracker.review.bulk import services as bulks
from tracker.review.bulk import sweep_steps
from tracker.review.decisions import reasons
from tracker.review.models import Bulk, BulkRow, BulkState, Sweep
from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.names import fold, plain

MAX_ENTRIES = 200_000
"""The most entries of one sweep."""
SAMPLE_SIZE = 20
MAX_LISTED = 50
MIN_INDIVIDUALS = 5
"""Fewer individuals than this, found by a mail domain or a network, are found as persons."""
KINDS = (SupporterKind.INDIVIDUAL, SupporterKind.ORGANISATION, SupporterKind.PARLIAMENTARIAN)
"""Never governments: each of their changes takes two people who looked at it."""
SWEPT = frozenset({Status.VERIFIED}) | HOLDABLE
"""Statuses that count, or may come to count."""
NEXT_STEPS: dict[Action, tuple[Action, ...]] = {
    Action.SUSPEND: (Action.REINSTATE, Action.INVALIDATE),
    Action.REINSTATE: (Action.SUSPEND,),
    Action.INVALIDATE: (Action.REINSTATE,),
}
"""Steps, and those that may follow each."""


@dataclass(frozen=True, kw_only=True)
class Query:
    """A search among sign-ups: all that is given holds at once."""

    initiative: str = ""
    kind: SupporterKind | None = None
    network: str = ""
    """A network's mark for a day, or the beginning of one."""
    mail_domain: str = ""
    since: datetime | None = None
    until: datetime | None = None
    flag: str = ""
    name: str = ""
    """A part of an organisation's or a parliamentarian's name."""

    @property
    def says_enough(self) -> bool:
        """Return whether it names more than a kind or an initiative, which would sweep up
        everybody."""
        found_by = (self.network, self.mail_domain, self.since, self.flag, fold(self.name))
        return any(found_by)

    @property
    def tells_of_persons(self) -> bool:
        """Return whether what is found says of somebody whose mail domain or network is known that
        they signed, or did not."""
        return bool(self.mail_domain or self.network) and SupporterKind.INDIVIDUAL in self._kinds()

    def kept(self) -> dict[str, str]:
        """Return what is given, as texts."""
        return {
            name: f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else str(value)
            for name, value in asdict(self).items()
            if value
        }

    def _kinds(self) -> list[SupporterKind]:
        """Return the kinds that are searched: by name no individuals, whose it would tell."""
        kinds = [self.kind] if self.kind in KINDS else KINDS
        return [kind for kind in kinds if not self.name or kind is not SupporterKind.INDIVIDUAL]

    def conditions(self) -> list[ColumnElement[bool]]:
        chosen: list[ColumnElement[bool]] = [
            Endorsement.origin == Origin.SIGN_UP,
            Endorsement.kind.in_(self._kinds()),
            Endorsement.status.in_(sorted(SWEPT)),
        ]
        if self.initiative:
            named = select(Initiative.id).where(Initiative.slug == self.initiative)
            chosen.append(Endorsement.initiative_id.in_(named))
        if self.since:
            chosen.append(Endorsement.submitted_at >= self.since)
        if self.until:
            chosen.append(Endorsement.submitted_at < self.until)
        if self.flag == HELD:
            chosen.append(Endorsement.flag.startswith(HELD))
        elif self.flag:
            chosen.append(Endorsement.flag == self.flag)
        if self.name:
            alike = or_(
                Supporter.name_key.contains(fold(self.name), autoescape=True),
                Supporter.plain_key.contains(plain(self.name), autoescape=True),
            )
            chosen.append(Endorsement.supporter_id.in_(select(Supporter.id).where(alike)))
        traced: list[ColumnElement[bool]] = []
        if self.network:
            traced.append(Trace.network.startswith(self.network, autoescape=True))
        if self.mail_domain:
            traced.append(Trace.mail_domain == self.mail_domain)
        if traced:
            chosen.append(Endorsement.id.in_(select(Trace.endorsement_id).where(*traced)))
        return chosen


def counts(session: Session, query: Query) -> Sequence[Row[SupporterKind, Status, int]]:
    """Return how many entries of which kind and status a query finds now."""
    return session.execute(
        select(Endorsement.kind, Endorsement.status, func.count())
        .where(*query.conditions())
        .group_by(Endorsement.kind, Endorsement.status)
        .order_by(Endorsement.kind, Endorsement.status)
    ).all()


def sample(session: Session, query: Query) -> Sequence[Endorsement]:
    """Return the newest few of what a query finds."""
    return session.scalars(
        select(Endorsement)
        .where(*query.conditions())
        .order_by(Endorsement.id.desc())
        .limit(SAMPLE_SIZE)
        .options(joinedload(Endorsement.supporter), joinedload(Endorsement.initiative))
    ).all()


def singled_out(session: Session, query: Query) -> list[int] | None:
    """Return the entries, one for each individual, of a search that finds so few that it tells of
    persons; empty if it finds none, which tells as much. None of a search that tells of nobody."""
    return _few(session, query.conditions()) if query.tells_of_persons else None


def singled_out_by(session: Session, sweep: Sweep) -> list[int] | None:
    """Return the same of what a sweep listed."""
    kept = sweep.query
    query = Query(
        kind=SupporterKind(kept["kind"]) if "kind" in kept else None,
        network=kept.get("network", ""),
        mail_domain=kept.get("mail_domain", ""),
        name=kept.get("name", ""),
    )
    touched = _touched(sweep.id, everything=True).subquery()
    listed = Endorsement.id.in_(select(touched.c.id))
    return _few(session, [listed]) if query.tells_of_persons else None


def _few(session: Session, conditions: Sequence[ColumnElement[bool]]) -> list[int] | None:
    """Strangers can sign anybody up, so only who confirmed is one of many."""
    confirmed = func.max(case((Endorsement.status == Status.UNCONFIRMED, 0), else_=1))
    rows = session.execute(
        select(func.max(Endorsement.id).label("id"), confirmed.label("confirmed"))
        .where(*conditions, Endorsement.kind == SupporterKind.INDIVIDUAL)
        .group_by(Endorsement.supporter_id)
        .order_by(confirmed.desc(), func.max(Endorsement.id).desc())
        .limit(MIN_INDIVIDUALS)
    ).all()
    if sum(row.confirmed for row in rows) >= MIN_INDIVIDUALS:
        return None
    return [row.id for row in rows]


def prepare(session: Session, staff: User, query: Query, *, now: datetime) -> Sweep:
    """List what a query finds now, for a first step.

    Raises RuleBroken when it finds nothing or too much, or would sweep up everybody.
    """
    if not query.says_enough:
        raise RuleBroken("Say more than the kind and the initiative: this would be everybody.")
    chosen = select(Endorsement.id).where(*query.conditions())
    count = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    if count == 0:
        raise RuleBroken("This finds nothing.")
    if count > MAX_ENTRIES:
        raise RuleBroken("This finds more than %(most)s entries. Narrow it down.", most=MAX_ENTRIES)
    sweep = Sweep(staff_id=staff.id, created_at=now, query=query.kept())
    session.add(sweep)
    session.flush()
    step = Bulk(staff_id=staff.id, created_at=now, sweep_id=sweep.id)
    session.add(step)
    session.flush()
    bulks.list_rows(session, step, chosen)
    return sweep


def follow(
    session: Session,
    sweep: Sweep,
    staff: User,
    action: Action,
    reason: ReasonCode | None,
    words: str,
    *,
    now: datetime,
) -> Bulk:
    """Begin another step with what this sweep has touched; what others decided since is left.
    Invalidating waits until a second reviewer has agreed (`bulk.services.second`).

    Raises RuleBroken when the step does not follow from the last one, Conflict while that runs.
    """
    session.execute(select(Sweep.id).where(Sweep.id == sweep.id).with_for_update())
    last = newest_step(session, sweep.id)
    if last.state in (BulkState.PREVIEW, BulkState.RUNNING):
        raise Conflict("This sweep is at work. Wait until it is done, or stop it first.")
    if action not in next_steps(session, last):
        raise RuleBroken("This step does not follow from the last one. Look at it again.")
    reasons.check(action, reason, words)
    takes_two = action is Action.INVALIDATE
    step = Bulk(
        staff_id=staff.id,
        created_at=now,
        state=BulkState.PREVIEW if takes_two else BulkState.RUNNING,
        action=action,
        reason=reason,
        words=words,
        started_at=None if takes_two else now,
        sweep_id=sweep.id,
    )
    session.add(step)
    session.flush()
    touched = _touched(sweep.id, everything=action is Action.SUSPEND).subquery()
    bulks.list_rows(session, step, select(touched.c.id, touched.c.seen), as_known=True)
    return step


def next_steps(session: Session, last: Bulk) -> tuple[Action, ...]:
    """Return what may be done after a step: nothing before it has ended, or when it was dropped;
    and nothing is restored where all of it was invalidated, since that is final."""
    if last.state is BulkState.PREVIEW:
        return () if last.action else sweep_steps.FIRST_STEPS
    if last.action is Action.INVALIDATE and last.seconded_by_id is None:
        return NEXT_STEPS[Action.SUSPEND]  # nobody agreed to it, so nothing was done
    if last.state is BulkState.RUNNING or last.reason is None or last.action is None:
        return ()
    restorable = _has_restorable(session, last.sweep_id or 0)
    return tuple(
        action for action in NEXT_STEPS[last.action] if action is not Action.REINSTATE or restorable
    )


def _has_restorable(session: Session, sweep_id: int) -> bool:
    """Return whether anything that this sweep touched is not invalidated."""
    touched = _touched(sweep_id, everything=False).subquery()
    in_sweep = Endorsement.id.in_(select(touched.c.id))
    return has_rows(session, in_sweep, Endorsement.status != Status.INVALIDATED)


def _touched(sweep_id: int, *, everything: bool) -> Select[int, int]:
    """Return the entries with which this sweep did something, or all that it listed, each with the
    decision that it last knew of."""
    query = (
        select(
            BulkRow.endorsement_id.label("id"),
            func.max(func.coalesce(BulkRow.decision_id, BulkRow.seen)).label("seen"),
        )
        .join(Bulk, Bulk.id == BulkRow.bulk_id)
        .where(Bulk.sweep_id == sweep_id)
        .group_by(BulkRow.endorsement_id)
    )
    return query if everything else query.where(BulkRow.decision_id.is_not(None))


def sweep(session: Session, sweep_id: int) -> Sweep:
    """Return one sweep. Raises NotFound."""
    sweep = session.get(Sweep, sweep_id)
    if sweep is None:
        raise NotFound("There is no sweep of this number.")
    return sweep


def steps(session: Session, sweep_id: int) -> Sequence[Bulk]:
    """Return the steps of a sweep, oldest first."""
    return session.scalars(select(Bulk).where(Bulk.sweep_id == sweep_id).order_by(Bulk.id)).all()


def newest_step(session: Session, sweep_id: int) -> Bulk:
    return steps(session, sweep_id)[-1]


def newest(session: Session) -> Sequence[Row[Sweep, Bulk]]:
    """Return the newest sweeps, each with its newest step."""
    last = select(func.max(Bulk.id)).where(Bulk.sweep_id.is_not(None)).group_by(Bulk.sweep_id)
    return session.execute(
        select(Sweep, Bulk)
        .join(Bulk, Bulk.sweep_id == Sweep.id)
        .where(Bulk.id.in_(last))
        .order_by(Sweep.id.desc())
        .limit(MAX_LISTED)
    ).all()


def utc(moment: datetime | None) -> datetime | None:
    """Return a moment that was typed in without a zone, and that the form says is UTC."""
    return moment.replace(tzinfo=UTC) if moment else None
