"""The independence of reviewers: nobody judges an entry that they have to do with.

Nobody is two people: a mailbox stands for one person, and a small domain for one house. An appeal
is decided by somebody who took no part in what is appealed. Whoever has just been made a reviewer
waits before governments can be approved, or is confirmed by a second administrator (`accounts`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session, aliased

from tracker.accounts import confirmations
from tracker.accounts.models import StaffRole, User
from tracker.accounts.queries import reviewers
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.core.orm import has_rows
from tracker.endorsements.decisions import Decision, ProposedChange
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement, Officer
from tracker.endorsements.signup import addresses
from tracker.supporters.domains import registrable
from tracker.supporters.models import Supporter, SupporterKind

JUDGING = frozenset(
    {Action.APPROVE, Action.VERIFY, Action.ASK, Action.REJECT, Action.REOPEN, Action.ERASE}
)
"""Actions that decide an appeal, put it off, end it, or take the decision back; the database
repeats this."""
NOT_THEIRS = (Status.STAGED, Status.UNCONFIRMED, Status.EXPIRED, Status.ERASED)
"""The statuses of entries whose address nobody has confirmed, or nobody keeps."""
REFUSED = (Status.REJECTED, Status.INVALIDATED)


def refuse_dependent(session: Session, vault: Vault, endorsement: Endorsement, staff: User) -> None:
    """Refuse who recorded an entry, or shares a mailbox or a small domain with those whose it is.

    Raises RuleBroken.
    """
    recorders = {endorsement.recorder_id, endorsement.second_recorder_id} - {None}
    if staff.id in recorders:
        raise RuleBroken("You recorded this entry. Somebody else must judge it.")
    refuse_same_mailbox(session, staff, *recorders, endorsement.first_approver_id)
    digest, house = addresses.digest(vault, staff.email), _house(staff.email)
    for owner in _owners(session, endorsement):
        if owner.digest == digest:
            raise RuleBroken(
                "This entry was submitted with your own address. Somebody else must judge it."
            )
        if house and owner.sealed and owner.stands and _house(vault.open(owner.sealed)) == house:
            raise RuleBroken(
                "This entry was submitted with an address at %(domain)s, as yours is. Somebody"
                " else must judge it.",
                domain=house,
            )


def refuse_same_mailbox(session: Session, staff: User, *colleagues: int | None) -> None:
    """Refuse a second account of one of these colleagues. Raises RuleBroken."""
    colleague_ids = {colleague_id for colleague_id in colleagues if colleague_id is not None} - {
        staff.id
    }
    accounts = session.scalars(select(User).where(User.id.in_(colleague_ids))).unique()
    if any(share_mailbox(staff, account) for account in accounts):
        raise RuleBroken(
            "Your account has the same mailbox as that of somebody who recorded, proposed or"
            " approved this. Somebody else must judge it."
        )


def share_mailbox(account: User, other: User) -> bool:
    """Return whether two accounts are one person's."""
    return addresses.canonical(account.email) == addresses.canonical(other.email)


confirmations.SAME_PERSON.append(share_mailbox)


def refuse_one_person(session: Session, staff: User, *proposers: int | None, now: datetime) -> None:
    """Refuse to agree to what only oneself, or nobody who counts yet, has proposed: one mailbox is
    one person, and a new account is nobody's second. Raises RuleBroken."""
    refuse_same_mailbox(session, staff, *proposers)
    if not staff.counts(now):
        raise RuleBroken(
            "Your role is new. You can agree to this once a second administrator has confirmed the"
            " role, or it has waited."
        )
    accounts = [session.get(User, staff_id) for staff_id in proposers if staff_id is not None]
    if not any(account is not None and account.counts(now) for account in accounts):
        raise RuleBroken(
            "Whoever proposed this is not on the staff any more, or their role is new. Somebody"
            " else must propose it."
        )


@dataclass(frozen=True, kw_only=True)
class _Owner:
    """An address with which an entry, or another of the same supporter, was submitted."""

    digest: str | None
    sealed: str | None
    stands: bool
    """True if its whole domain speaks for the supporter: not once its claim was refused, so that a
    stranger's false claim keeps no house from judging."""


def _owners(session: Session, endorsement: Endorsement) -> Iterator[_Owner]:
    supporter = endorsement.supporter
    yield _Owner(digest=supporter.email_digest, sealed=supporter.email_sealed, stands=True)
    same = select(Supporter.id).where(
        or_(Supporter.id == supporter.id, Supporter.merged_into_id == supporter.id)
    )
    rows = session.execute(
        select(Endorsement.id, Endorsement.status, Officer.email_digest, Officer.email_sealed)
        .join(Officer, Officer.endorsement_id == Endorsement.id)
        .where(
            or_(
                Endorsement.id == endorsement.id,
                and_(
                    Endorsement.supporter_id.in_(same),
                    Endorsement.status.not_in(NOT_THEIRS),
                ),
            )
        )
    )
    for row in rows:
        stands = row.id == endorsement.id or row.status not in REFUSED
        yield _Owner(digest=row.email_digest, sealed=row.email_sealed, stands=stands)


def _house(address: str) -> str | None:
    """Return the registrable domain behind an address; none for a provider's, which unites
    nobody."""
    domain = addresses.domain_of(address)
    return None if addresses.is_large(domain) else registrable(domain) or domain


def is_reviewer(staff: User) -> bool:
    """Return whether somebody can decide at present."""
    return bool(staff.active) and StaffRole.REVIEWER.value in staff.role_names


def refuse_former(staff: User) -> None:
    """Refuse who is no reviewer any more, as when the worker carries out what they began."""
    if not is_reviewer(staff):
        raise RuleBroken("Only an active reviewer can decide.")


def refuse_new(endorsement: Endorsement, staff: User, *, now: datetime) -> None:
    """Refuse who may not approve governments yet. Raises RuleBroken."""
    if endorsement.kind is not SupporterKind.GOVERNMENT or staff.approves_governments(now):
        return
    if staff.waits_for_confirmation:
        raise RuleBroken(
            "A second administrator must confirm your role before you can approve governments."
        )
    raise RuleBroken(
        "You are a new reviewer: you can approve governments from %(day)s, or once a second"
        " administrator has confirmed your role.",
        day=staff.governments_from.date() if staff.governments_from else now.date(),
    )


def refuse_on_appeal(
    session: Session, endorsement: Endorsement, action: Action, staff: User
) -> None:
    """Leave an appeal to somebody who took no part before it. Raises RuleBroken."""
    if action in JUDGING and took_part(session, endorsement, staff.id):
        raise RuleBroken(
            "You decided on this entry before its appeal. Somebody else must decide the appeal."
        )


def took_part(session: Session, endorsement: Endorsement, staff_id: int) -> bool:
    """Return whether an entry was appealed, and somebody had a part in what was."""
    session.flush()
    return has_rows(session, Endorsement.id == endorsement.id, appealed_from(staff_id))


def appealed_from(staff_id: int) -> ColumnElement[bool]:
    """Return the condition that an entry was appealed, and this person had a part in it before."""
    earlier, appeal, later_appeal = aliased(Decision), aliased(Decision), aliased(Decision)
    before = (
        appeal.endorsement_id == Endorsement.id,
        appeal.action == Action.APPEAL,
    )
    decided = exists().where(
        earlier.endorsement_id == Endorsement.id,
        earlier.staff_id == staff_id,
        exists().where(*before, appeal.id > earlier.id),
    )
    changed = exists().where(
        ProposedChange.endorsement_id == Endorsement.id,
        or_(ProposedChange.proposer_id == staff_id, ProposedChange.seconder_id == staff_id),
        exists().where(
            later_appeal.endorsement_id == Endorsement.id,
            later_appeal.action == Action.APPEAL,
            later_appeal.decided_at >= ProposedChange.proposed_at,
        ),
    )
    return and_(
        Endorsement.appealed_at.is_not(None),
        or_(decided, changed),
    )


def others_on_appeal(session: Session, endorsement: Endorsement) -> int:
    """Return how many active reviewers took no part in what is appealed, and did not record the
    entry."""
    recorders = (endorsement.recorder_id, endorsement.second_recorder_id)
    return sum(
        reviewer.id not in recorders and not took_part(session, endorsement, reviewer.id)
        for reviewer in reviewers(session)
    )
