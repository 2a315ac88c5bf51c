"""The confirmation of one submission by a mailed link, as it came or as corrected on its page.

Only then does an address become an identity: the submission joins what the same address confirmed
before, and other submissions that claim the same are discarded.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from tracker.core.errors import RuleBroken
from tracker.core.orm import has_rows, take_lock
from tracker.endorsements import consents, engine, own_words, queries
from tracker.endorsements.evidence import held_files
from tracker.endorsements.evidence.models import Evidence
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, Status
from tracker.endorsements.models import (
    ConsentPurpose,
    Endorsement,
    Officer,
    still,
)
from tracker.endorsements.retention import services as retention_services
from tracker.endorsements.signup import queries as signup_queries
from tracker.endorsements.signup import rows
from tracker.endorsements.signup.submission import InstrumentDetails, Submission
from tracker.supporters import queries as supporters
from tracker.supporters.models import Supporter, SupporterKind

LEFT_OUT = "confirmation: left out"
ANOTHER = "confirmation: another sign-up of the same address was confirmed"
DISOWNED = "confirmation: the owner of the address did not do it"
MAX_DISCARDED = 200
"""Other submissions that one confirmation discards; more of them expire by themselves."""


def take_turns(session: Session, endorsement_ids: Sequence[int]) -> None:
    """Let what one address confirms be confirmed one after the other, until the transaction ends.

    Each discards what else waits for the address, so two links pressed at once would wait for each
    other's rows. SQLite has one writer anyway.
    """
    claimed = func.coalesce(Officer.email_digest, Supporter.claimed_digest, Supporter.email_digest)
    address = (
        select(claimed)
        .select_from(Endorsement)
        .join(Supporter, Supporter.id == Endorsement.supporter_id)
        .outerjoin(Officer, Officer.endorsement_id == Endorsement.id)
        .where(Endorsement.id.in_(endorsement_ids))
        .order_by(Endorsement.id)
        .limit(1)
    )
    take_lock(session, func.hashtextextended(address.scalar_subquery(), 0))


def take(
    session: Session,
    waiting: Sequence[Endorsement],
    corrected: Submission | None,
    *,
    now: datetime,
) -> None:
    """Record what one submission says: its unconfirmed endorsements, as `corrected` on the page.

    Without corrections nobody agreed to be named. Raises RuleBroken for what cannot be recorded.
    """
    first = waiting[0]
    described = first.supporter
    digest = queries.claimed_by(first) or ""
    supporter = _identity(session, described, digest, corrected)
    chosen = {endorsement.initiative_id for endorsement in waiting}
    if corrected is not None:
        chosen &= {initiative.id for initiative in corrected.initiatives}
    recorded = queries.recorded(session, first.kind, supporter.id, digest, chosen)
    owner = None if first.kind.is_person else queries.owner(session, digest)
    for endorsement in waiting:
        if endorsement.initiative_id not in chosen:
            _discard(session, endorsement, LEFT_OUT, now)
        elif endorsement.initiative_id in recorded:
            _discard(session, endorsement, signup_queries.ON_RECORD, now)
        else:
            endorsement.supporter = supporter
            _correct(session, endorsement, corrected, owner, now)
            _record(session, endorsement, corrected, now)
    for rival in _rivals(session, waiting, supporter, digest, chosen):
        _discard(session, rival, ANOTHER, now)
    session.flush()
    if described is not supporter and described.kind is not SupporterKind.GOVERNMENT:
        _forget_unused(session, described)


def disown(session: Session, waiting: Sequence[Endorsement], *, now: datetime) -> None:
    """Erase a submission that the owner of its address never made."""
    for endorsement in waiting:
        _discard(session, endorsement, DISOWNED, now)
        if endorsement.kind is SupporterKind.ORGANISATION:
            _forget_unused(session, endorsement.supporter)


def _record(
    session: Session, endorsement: Endorsement, corrected: Submission | None, now: datetime
) -> None:
    counted = endorsement.kind is SupporterKind.INDIVIDUAL and endorsement.flag == ""
    engine.move(
        session,
        endorsement,
        Action.CONFIRM,
        SUPPORTER,
        now=now,
        target=Status.VERIFIED if counted else Status.IN_REVIEW,
        effective_on=endorsement.effective_on or now.date(),
    )
    if corrected is not None and endorsement.be_named:
        consents.give(
            session, endorsement, ConsentPurpose.NAMED, now=now, language=corrected.locale
        )


def _identity(
    session: Session, described: Supporter, digest: str, corrected: Submission | None
) -> Supporter:
    """Return the supporter for whom a submission is recorded. A person's address becomes theirs."""
    if described.kind is SupporterKind.GOVERNMENT:
        return supporters.government(session, corrected.iso3 or "") if corrected else described
    if described.kind is SupporterKind.ORGANISATION:
        if corrected is not None:
            _describe(described, corrected)
        session.flush()
        known = signup_queries.joined(session, described, digest)
        if known is described:
            described.compared_at = None  # from now on it may be somebody's look-alike
        return known
    known = signup_queries.joined(session, described, digest)
    if known.email_digest is None:
        known.email_digest, known.claimed_digest = digest, None
    elif corrected is not None and known.kind is SupporterKind.PARLIAMENTARIAN:
        _refuse_changes(known, corrected)
    if corrected is not None:
        _describe(known, corrected)
    session.flush()
    return known


def _describe(supporter: Supporter, corrected: Submission) -> None:
    for name, value in rows.details(corrected).items():
        setattr(supporter, name, value)


def _refuse_changes(known: Supporter, corrected: Submission) -> None:
    """Refuse to describe a person whom reviewers looked at as another, by signing once more."""
    if any(getattr(known, name) != value for name, value in rows.details(corrected).items()):
        raise RuleBroken(
            "Your name, country and mandate are on record already. Leave them as they are here;"
            " on your own page you can tell us what has changed."
        )


def _correct(
    session: Session,
    endorsement: Endorsement,
    corrected: Submission | None,
    owner: queries.Owner | None,
    now: datetime,
) -> None:
    """Put what was corrected in place of what was typed; without it, nobody agreed to be named."""
    endorsement.be_named = corrected is not None and corrected.be_named
    officer = session.get(Officer, endorsement.id)
    if officer is not None and owner is not None:
        officer.email_sealed = owner.email_sealed
    if corrected is None:
        return
    own_words.put(endorsement, corrected.words)
    endorsement.reach = corrected.reach
    if officer is not None:
        officer.name, officer.title = corrected.officer, corrected.title
        officer.body = corrected.body
    if corrected.instrument is not None:
        endorsement.effective_on = corrected.instrument.dated
        _correct_instrument(session, endorsement, corrected.instrument, corrected.body, now)


def _correct_instrument(
    session: Session,
    endorsement: Endorsement,
    corrected: InstrumentDetails,
    body: str,
    now: datetime,
) -> None:
    evidence = session.scalars(
        select(Evidence).where(Evidence.endorsement_id == endorsement.id)
    ).one()
    instrument = evidence.instrument
    instrument.type = corrected.type
    instrument.source = f"{endorsement.supporter.name}, {body}"
    instrument.dated = corrected.dated.isoformat()
    instrument.symbol, instrument.link = corrected.symbol, corrected.link
    if corrected.file is not None:
        held_files.replace(session, instrument.id, corrected.file, now=now)


def _rivals(
    session: Session,
    waiting: Sequence[Endorsement],
    supporter: Supporter,
    digest: str,
    initiative_ids: set[int],
) -> Sequence[Endorsement]:
    """Return what else waits for the same address, kind and initiatives; of an officer, who may act
    for several, only what is for the same State or organisation."""
    kind = supporter.kind
    if kind.is_person:
        claimed = select(Supporter.id).where(
            Supporter.kind == kind,
            or_(Supporter.claimed_digest == digest, Supporter.id == supporter.id),
        )
        people = session.scalars(claimed).all()
        theirs: ColumnElement[bool] = Endorsement.supporter_id.in_(people)
    else:
        acted_for = select(Officer.endorsement_id).where(Officer.email_digest == digest)
        same_body = select(Supporter.id).where(
            Supporter.kind == kind,
            or_(Supporter.id == supporter.id, Supporter.name_key == supporter.name_key),
        )
        theirs = Endorsement.id.in_(session.scalars(acted_for).all())
        theirs &= Endorsement.supporter_id.in_(same_body)
    return session.scalars(
        select(Endorsement)
        .where(
            theirs,
            Endorsement.initiative_id.in_(initiative_ids),
            Endorsement.kind == kind,
            Endorsement.id.not_in([endorsement.id for endorsement in waiting]),
            still(Status.UNCONFIRMED),
        )
        .order_by(Endorsement.id.desc())
        .limit(MAX_DISCARDED)
    ).all()


def _discard(session: Session, endorsement: Endorsement, why: str, now: datetime) -> None:
    engine.move(session, endorsement, Action.EXPIRE, Actor.system(why), now=now)
    retention_services.forget(session, endorsement, now=now)


def _forget_unused(session: Session, supporter: Supporter) -> None:
    """Empty what a submission said of a supporter that nothing is recorded for."""
    its_own = Endorsement.supporter_id == supporter.id
    if has_rows(session, its_own, Endorsement.status != Status.EXPIRED):
        return
    if supporter.kind.is_person and not has_rows(session, its_own):
        session.delete(supporter)
    else:
        supporter.name = supporter.name_key = ""
        supporter.website = supporter.domain = supporter.country = None
    session.flush()
