"""Reading endorsements and whom they belong to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from tracker.core.errors import NotFound
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import AWAITING, Action, ActorKind, Status
from tracker.endorsements.models import Endorsement, Officer, still
from tracker.supporters import histories
from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.names import fold

PENDING = (Status.UNCONFIRMED, Status.IN_REVIEW, Status.APPROVED_ONCE, Status.NEEDS_INFO)
COUNTED = (Status.VERIFIED, Status.SUSPENDED)


def by_ids(session: Session, ids: Sequence[int]) -> list[Endorsement]:
    """Return endorsements with supporter, initiative and officer, in the order of their ids."""
    return list(
        session.scalars(
            select(Endorsement)
            .where(Endorsement.id.in_(ids))
            .order_by(Endorsement.id)
            .options(
                joinedload(Endorsement.supporter).joinedload(Supporter.state),
                joinedload(Endorsement.initiative),
                joinedload(Endorsement.officer),
            )
        )
    )


def unconfirmed(endorsements: Iterable[Endorsement]) -> list[Endorsement]:
    """Return those that wait for their confirmation."""
    return [entry for entry in endorsements if entry.status is Status.UNCONFIRMED]


def of_address(session: Session, digest: str) -> list[Endorsement]:
    """Return everything confirmed by one address, or recorded for it by staff, as a person or as an
    officer, newest first. What only waits for a confirmation may be a stranger's."""
    people = select(Supporter.id).where(Supporter.email_digest == digest)
    acted_for = select(Officer.endorsement_id).where(Officer.email_digest == digest)
    return list(
        session.scalars(
            select(Endorsement)
            .where(
                or_(Endorsement.supporter_id.in_(people), Endorsement.id.in_(acted_for)),
                Endorsement.status != Status.UNCONFIRMED,
            )
            .order_by(Endorsement.id.desc())
            .options(
                joinedload(Endorsement.supporter).joinedload(Supporter.state),
                joinedload(Endorsement.initiative),
                joinedload(Endorsement.officer),
                selectinload(Endorsement.decisions).joinedload(Decision.note),
            )
        )
    )


@dataclass(frozen=True, kw_only=True)
class Owner:
    """The person who has confirmed an address: how to address them, and the encrypted address
    itself."""

    name: str
    email_sealed: str


def owner(session: Session, digest: str) -> Owner | None:
    """Return the owner of a confirmed address, as first recorded; none while nobody has confirmed
    it."""
    person = session.execute(
        select(Supporter.name, Supporter.email_sealed)
        .where(Supporter.email_digest == digest, Supporter.email_sealed.is_not(None))
        .order_by(Supporter.id)
        .limit(1)
    ).first()
    officer = session.execute(
        select(Officer.name, Officer.email_sealed)
        .join(Endorsement, Endorsement.id == Officer.endorsement_id)
        .where(
            Officer.email_digest == digest,
            Officer.email_sealed.is_not(None),
            Endorsement.status != Status.UNCONFIRMED,
        )
        .order_by(Officer.endorsement_id)
        .limit(1)
    ).first()
    row = person or officer
    return Owner(name=row.name, email_sealed=row.email_sealed) if row else None


def claims(session: Session, digest: str, *, limit: int) -> list[Endorsement]:
    """Return what waits for the confirmation of an address, whoever filled it in, newest first."""
    # One after the other: for a join in the order of ids PostgreSQL reads the whole table.
    people = session.scalars(
        select(Supporter.id).where(
            or_(Supporter.claimed_digest == digest, Supporter.email_digest == digest)
        )
    ).all()
    acted_for = session.scalars(
        select(Officer.endorsement_id).where(Officer.email_digest == digest)
    ).all()
    return list(
        session.scalars(
            select(Endorsement)
            .where(
                or_(Endorsement.supporter_id.in_(people), Endorsement.id.in_(acted_for)),
                still(Status.UNCONFIRMED),
            )
            .order_by(Endorsement.id.desc())
            .limit(limit)
            .options(
                joinedload(Endorsement.supporter).joinedload(Supporter.state),
                joinedload(Endorsement.initiative),
                joinedload(Endorsement.officer),
            )
        )
    )


def claimed_by(endorsement: Endorsement) -> str | None:
    """Return the keyed hash of the address with which an endorsement was signed up; none once
    erased."""
    if endorsement.officer is not None:
        return endorsement.officer.email_digest
    return endorsement.supporter.claimed_digest or endorsement.supporter.email_digest


def entry_of_address(session: Session, digest: str, endorsement_id: int) -> Endorsement:
    """Return one of an address's endorsements. Raises NotFound."""
    for endorsement in of_address(session, digest):
        if endorsement.id == endorsement_id:
            return endorsement
    raise NotFound("This entry is not among those recorded with your address.")


def recorded(
    session: Session,
    kind: SupporterKind,
    supporter_id: int,
    digest: str,
    initiative_ids: Collection[int],
) -> set[int]:
    """Return those of the initiatives where nothing is left to do for a supporter: it counts, or
    what the same address confirmed waits for reviewers. A government may be claimed again by
    another address."""
    rows = session.execute(
        select(Endorsement.initiative_id, Endorsement.status, Officer.email_digest)
        .outerjoin(Officer, Officer.endorsement_id == Endorsement.id)
        .where(
            Endorsement.supporter_id == supporter_id,
            Endorsement.initiative_id.in_(initiative_ids),
            Endorsement.status.in_((*AWAITING, *COUNTED)),
        )
    )
    return {
        row.initiative_id
        for row in rows
        if (row.status in COUNTED and kind is not SupporterKind.GOVERNMENT)
        or (row.status in AWAITING and (kind.is_person or row.email_digest == digest))
    }


def person(session: Session, kind: SupporterKind, digest: str) -> Supporter | None:
    """Return the person of a kind who has confirmed an address, if any."""
    return session.scalars(
        select(Supporter).where(Supporter.kind == kind, Supporter.email_digest == digest)
    ).first()


_STANDING = func.coalesce(Supporter.merged_into_id, Supporter.id)
"""The record that stands for an organisation's."""


def confirmed_organisation(session: Session, name: str, domain: str | None) -> int | None:
    """Return the organisation of this registered or former name, and of this domain, that staff
    have verified, if any. For a record that was merged, the one that stands for it."""
    counted = exists().where(
        Endorsement.supporter_id == Supporter.id, Endorsement.status.in_(COUNTED)
    )
    return session.scalar(
        select(_STANDING)
        .where(
            Supporter.kind == SupporterKind.ORGANISATION,
            Supporter.id.in_(histories.organisations_called(fold(name))),
            Supporter.domain == domain,
            or_(Supporter.merged_into_id.is_not(None), counted),
        )
        .limit(1)
    )


def organisations_known(session: Session, text: str) -> list[Supporter]:
    """Return the organisations that staff ever verified which somebody means by a number, or by a
    present or former name."""
    number = text.strip().removeprefix("#")
    meant = (
        Supporter.id == int(number)
        if number.isascii() and number.isdecimal() and len(number) < 18
        else Supporter.id.in_(histories.organisations_called(fold(text)))
    )
    ever_verified = select(Endorsement.id).where(
        Endorsement.supporter_id == Supporter.id, Endorsement.verified_at.is_not(None)
    )
    return list(
        session.scalars(
            select(Supporter)
            .where(meant, Supporter.kind == SupporterKind.ORGANISATION, ever_verified.exists())
            .order_by(Supporter.id)
        )
    )


def of_supporter(session: Session, supporter_id: int) -> list[Endorsement]:
    """Return everything ever recorded of a supporter, with the initiatives."""
    return list(
        session.scalars(
            select(Endorsement)
            .where(Endorsement.supporter_id == supporter_id)
            .order_by(Endorsement.id)
            .options(joinedload(Endorsement.initiative))
        )
    )


def claimed_organisation(session: Session, name: str, digest: str) -> int | None:
    """Return the organisation that the same officer entered and confirmed under the same name
    before.

    For a record that was merged, the one that stands for it.
    """
    return session.scalar(
        select(_STANDING)
        .join(Endorsement, Endorsement.supporter_id == _STANDING)
        .join(Officer, Officer.endorsement_id == Endorsement.id)
        .where(
            Supporter.kind == SupporterKind.ORGANISATION,
            Supporter.id.in_(histories.organisations_called(fold(name))),
            Officer.email_digest == digest,
            Endorsement.status != Status.UNCONFIRMED,
        )
        .limit(1)
    )


def sealed_address(endorsement: Endorsement) -> str | None:
    """Return the encrypted address to which mail about an endorsement goes; none for listed
    entries."""
    if endorsement.officer is not None:
        return endorsement.officer.email_sealed
    return endorsement.supporter.email_sealed


def question(endorsement: Endorsement) -> str:
    """Return what staff last asked, for an endorsement that needs an answer."""
    questions = [decision for decision in endorsement.decisions if decision.action is Action.ASK]
    return questions[-1].note.words if questions and questions[-1].note else ""


def own_words(endorsement: Endorsement) -> Decision | None:
    """Return the supporter's latest answer or appeal, with its words."""
    decisions = [
        decision
        for decision in endorsement.decisions
        if decision.action in (Action.ANSWER, Action.APPEAL)
        and decision.actor_kind is ActorKind.SUPPORTER
    ]
    return decisions[-1] if decisions else None
