"""The life of a challenge: submitted, confirmed, settled, forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from tracker.challenges.models import Challenge, Ground, Outcome
from tracker.core import mailboxes, outbox
from tracker.core.crypto import Vault
from tracker.core.errors import Conflict
from tracker.core.orm import affected
from tracker.endorsements.abuse import disownments
from tracker.endorsements.lifecycle import LINK_LIFE
from tracker.endorsements.models import Endorsement
from tracker.endorsements.signup import addresses

SETTLED_TTL = timedelta(days=60)
"""Time for which the address and the words of a settled challenge are kept."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """The form that a reader filled in."""

    ground: Ground
    words: str
    source: str
    email: str
    locale: str
    network: str = ""
    """The mark that the network has today which it comes from."""


def submit(
    session: Session, vault: Vault, endorsement: Endorsement, report: Report, *, now: datetime
) -> None:
    """Keep a challenge unconfirmed and mail its author a link; nobody sees it before that.

    The mail repeats none of the words: the address is not yet known to be the author's. Raises
    BadInput for an address to which no mail can be sent.
    """
    mailboxes.parse(report.email)
    digest = addresses.digest(vault, report.email)
    challenge = Challenge(
        endorsement_id=endorsement.id,
        ground=report.ground,
        words=report.words,
        source=report.source,
        email_sealed=vault.seal(report.email),
        email_digest=digest,
        locale=report.locale,
        submitted_at=now,
        network=report.network,
    )
    session.add(challenge)
    session.flush()
    mail = outbox.form_mail(
        vault,
        template="challenge_confirm",
        to=report.email,
        address_digest=digest,
        context={
            "challenge_id": challenge.id,
            "entry": endorsement.reference,
        },
        now=now,
        locale=report.locale,
    )
    outbox.queue_by_form(session, mail)


def confirm(session: Session, challenge: Challenge, *, now: datetime) -> None:
    """Put a challenge before staff. Safe to repeat."""
    if challenge.confirmed_at is None:
        challenge.confirmed_at = now
        challenge.network = ""


def disown(session: Session, challenge: Challenge, *, now: datetime) -> None:
    """Delete a report of which the owner of the address says "I did not do this", and hold the
    network back that sent it. One that was confirmed stays."""
    if challenge.confirmed_at is None:
        disownments.note(session, {challenge.network} - {""}, now=now)
        session.delete(challenge)


def settle(
    session: Session,
    vault: Vault,
    challenge: Challenge,
    staff_id: int,
    outcome: Outcome,
    answer: str,
    *,
    now: datetime,
) -> None:
    """Close a challenge and tell its author. The entry itself is changed by decisions alone.

    Raises Conflict when somebody else has settled it.
    """
    settled = session.execute(
        update(Challenge)
        .where(
            Challenge.id == challenge.id,
            Challenge.confirmed_at.is_not(None),
            Challenge.settled_at.is_(None),
        )
        .values(settled_at=now, settled_by_id=staff_id, outcome=outcome, answer=answer)
        .execution_options(synchronize_session=False)
    )
    if affected(settled) != 1:
        raise Conflict("Somebody else has settled this report. Look at it again.")
    if challenge.email_sealed is None:
        return
    outbox.queue(
        session,
        vault,
        template="challenge_settled",
        to=vault.open(challenge.email_sealed),
        context={
            "reference": challenge.reference,
            "entry": challenge.endorsement.reference,
            "entry_id": challenge.endorsement_id,
            "outcome": outcome.value,
            "words": answer,
        },
        now=now,
        locale=challenge.locale,
    )


def forget(session: Session, *, now: datetime) -> int:
    """Delete what was not confirmed in 7 days, and the address and words of what was settled 60
    days ago; the number of challenges concerned."""
    deleted = session.execute(
        delete(Challenge).where(
            Challenge.confirmed_at.is_(None), Challenge.submitted_at < now - LINK_LIFE
        )
    )
    faded = session.execute(
        update(Challenge)
        .where(Challenge.settled_at < now - SETTLED_TTL, Challenge.email_digest.is_not(None))
        .values(email_sealed=None, email_digest=None, words="", answer="", source="")
        .execution_options(synchronize_session=False)
    )
    return affected(deleted) + affected(faded)
