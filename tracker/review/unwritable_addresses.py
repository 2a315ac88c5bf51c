"""Sign-ups under addresses to which no mail can be written, such as encoded words: one mailbox may
stand behind many of them. New ones are refused (`core.mailboxes`); these were recorded before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core import mailboxes
from tracker.core.crypto import Vault
from tracker.core.errors import BadInput
from tracker.core.words import translatable as _t
from tracker.endorsements import engine
from tracker.endorsements.abuse import holds
from tracker.endorsements.abuse.holds import HOLDABLE, Ground
from tracker.endorsements.lifecycle import Action, Actor, ReasonCode, Status
from tracker.endorsements.models import Endorsement, Officer
from tracker.supporters.models import Supporter, SupporterKind

FLAG = _t("address that takes no mail")
WORDS = "No email can be written to the address, so it may stand for another one."
STANDING = frozenset({*HOLDABLE, Status.APPROVED_ONCE, Status.VERIFIED})
BATCH = 5_000


def entries(session: Session, vault: Vault) -> list[Endorsement]:
    """Return every entry that counts or waits and whose supporter or officer has such an
    address."""
    sealed = (
        select(Endorsement.id, Supporter.email_sealed)
        .join(Supporter, Supporter.id == Endorsement.supporter_id)
        .where(Supporter.email_sealed.is_not(None)),
        select(Endorsement.id, Officer.email_sealed)
        .join(Officer, Officer.endorsement_id == Endorsement.id)
        .where(Officer.email_sealed.is_not(None)),
    )
    entry_ids = [
        row.id
        for query in sealed
        for row in session.execute(
            query.where(Endorsement.status.in_(STANDING)).execution_options(yield_per=BATCH)
        )
        if _takes_no_mail(vault, row.email_sealed)
    ]
    return [
        session.get_one(Endorsement, endorsement_id) for endorsement_id in sorted(set(entry_ids))
    ]


def suspend(
    session: Session, entries: Sequence[Endorsement], staff: User, *, now: datetime
) -> list[Endorsement]:
    """Suspend what counts and hold what waits, each by a decision; those left to two people.

    Changing a government's entry takes two, so it is only named.
    """
    by, left = Actor.staff(staff.id), []
    for entry in entries:
        if entry.status is Status.VERIFIED and entry.kind is not SupporterKind.GOVERNMENT:
            engine.move(
                session,
                entry,
                Action.SUSPEND,
                by,
                now=now,
                reason=ReasonCode.NOT_SUBSTANTIATED,
                words=WORDS,
            )
        elif entry.status in HOLDABLE and entry.flag != FLAG:
            ground = Ground(by=by, reason=ReasonCode.NOT_SUBSTANTIATED, words=WORDS)
            holds.hold(session, entry, FLAG, ground, now=now)
        elif entry.flag != FLAG:
            left.append(entry)
    return left


def _takes_no_mail(vault: Vault, sealed: str) -> bool:
    try:
        mailboxes.parse(vault.open(sealed))
    except BadInput:
        return True
    except ValueError:  # no key opens it: nothing is known of it
        return False
    return False
