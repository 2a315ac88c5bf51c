"""Reading endorsements and whom they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from tracker.core.errors import NotFound
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, ActorKind, Status
from tracker.endorsements.models import Endorsement, Officer
from tracker.supporters import histories
from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.names import fold

PENDING = (Status.UNCONFIRMED, Status.IN_REVIEW, Status.APPROVED_ONCE, Status.NEEDS_INFO)
COUNTED = (Status.VERIFIED, Status.SUSPENDED)


def by_ids(session: Session, ids: Sequence[int]) -> list[Endorsement]:
    """Endorsements with supporter, initiative and officer, in the order of their ids."""
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


def of_address(session: Session, digest: str) -> list[Endorsement]:
    """Everything recorded by one address, as a person or as an officer, newest first."""
    mine = select(Supporter.id).where(Supporter.email_digest == digest)
    acted = select(Officer.endorsement_id).where(Officer.email_digest == digest)
    return list(
        session.scalars(
            select(Endorsement)
            .where(or_(Endorsement.supporter_id.in_(mine), Endorsement.id.in_(acted)))
            .order_by(Endorsement.id.desc())
            .options(
                joinedload(Endorsement.supporter).joinedload(Supporter.state),
                joinedload(Endorsement.initiative),
                joinedload(Endorsement.officer),
                selectinload(Endorsement.decisions).joinedload(Decision.note),
            )
        )
    )


def mine(session: Session, digest: str, endorsement_id: int) -> Endorsement:
    """One of an address's endorsements. Raises NotFound."""
    for endorsement in of_address(session, digest):
        if endorsement.id == endorsement_id:
            return endorsement
    raise NotFound("This entry is not among those recorded with your address.")


def was_erased(session: Session, endorsement_id: int) -> bool:
    """Whether the owner of an entry has had its personal data erased."""
    made = Decision.endorsement_id == endorsement_id, Decision.action == Action.ERASE
    return bool(session.scalar(select(exists().where(*made))))


def standing(
    session: Session, kind: SupporterKind, supporter_id: int, digest: str
) -> tuple[dict[int, int], set[int]]:
    """What a supporter has with each initiative already: claims of the same address that wait for
    its confirmation, by initiative; and the initiatives where nothing is left to do, since one is
    confirmed or counts. A government may be claimed again by another address."""
    rows = session.execute(
        select(Endorsement.initiative_id, Endorsement.id, Endorsement.status, Officer.email_digest)
        .outerjoin(Officer, Officer.endorsement_id == Endorsement.id)
        .where(
            Endorsement.supporter_id == supporter_id,
            Endorsement.status.in_((*PENDING, *COUNTED)),
        )
    ).all()
    mine = [
        row
        for row in rows
        if row.status in PENDING and (kind.is_person or row.email_digest == digest)
    ]
    waiting = {row.initiative_id: row.id for row in mine if row.status is Status.UNCONFIRMED}
    recorded = {row.initiative_id for row in mine}
    if kind is not SupporterKind.GOVERNMENT:
        recorded |= {row.initiative_id for row in rows if row.status in COUNTED}
    return waiting, recorded


def person(session: Session, kind: SupporterKind, digest: str) -> Supporter:
    """A person by the keyed hash of its address. Raises NotFound."""
    found = session.scalars(
        select(Supporter).where(Supporter.kind == kind, Supporter.email_digest == digest)
    ).first()
    if found is None:
        raise NotFound("Nobody is recorded with this address.")
    return found


def has_been_confirmed(session: Session, supporter_id: int) -> bool:
    """Whether the owner ever confirmed anything; before that, details may still change."""
    return bool(
        session.scalar(
            select(
                exists().where(
                    Endorsement.supporter_id == supporter_id,
                    Endorsement.status.not_in((Status.UNCONFIRMED, Status.EXPIRED)),
                )
            )
        )
    )


_STANDING = func.coalesce(Supporter.merged_into_id, Supporter.id)
"""The record that stands for an organisation's."""


def confirmed_organisation(session: Session, name: str, domain: str | None) -> int | None:
    """The organisation of this registered name, or formerly of this name, and of this domain that
    staff have verified, if any. For a record that was merged, the one that stands for it."""
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
    """The organisations that staff ever verified which somebody means by a number, or by a present
    or former name."""
    number = text.strip().removeprefix("#")
    meant = (
        Supporter.id == int(number)
        if number.isascii() and number.isdecimal() and len(number) < 18
        else Supporter.id.in_(histories.organisations_called(fold(text)))
    )
    ever = select(Endorsement.id).where(
        Endorsement.supporter_id == Supporter.id, Endorsement.verified_at.is_not(None)
    )
    return list(
        session.scalars(
            select(Supporter)
            .where(meant, Supporter.kind == SupporterKind.ORGANISATION, ever.exists())
            .order_by(Supporter.id)
        )
    )


def of_supporter(session: Session, supporter_id: int) -> list[Endorsement]:
    """Everything ever recorded of a supporter, with the initiatives."""
    return list(
        session.scalars(
            select(Endorsement)
            .where(Endorsement.supporter_id == supporter_id)
            .order_by(Endorsement.id)
            .options(joinedload(Endorsement.initiative))
        )
    )


def claimed_organisation(session: Session, name: str, digest: str) -> int | None:
    """The organisation that the same officer entered under the same name before, if any.

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
        )
        .limit(1)
    )


def sealed_address(endorsement: Endorsement) -> str | None:
    """The encrypted address to which mail about an endorsement goes; none for listed entries."""
    if endorsement.officer is not None:
        return endorsement.officer.email_sealed
    return endorsement.supporter.email_sealed


def question(endorsement: Endorsement) -> str:
    """What staff last asked, for an endorsement that needs an answer."""
    asked = [one for one in endorsement.decisions if one.action is Action.ASK]
    return asked[-1].note.words if asked and asked[-1].note else ""


def own_words(endorsement: Endorsement) -> Decision | None:
    """The supporter's latest answer or appeal, with its words."""
    said = [
        one
        for one in endorsement.decisions
        if one.action in (Action.ANSWER, Action.APPEAL) and one.actor_kind is ActorKind.SUPPORTER
    ]
    return said[-1] if said else None
