"""The mails that tell supporters, and colleagues, what was decided about an entry."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.accounts.queries import reviewers_and_admins
from tracker.core import outbox
from tracker.core.crypto import Vault
from tracker.endorsements.models import Endorsement
from tracker.endorsements.queries import sealed_address
from tracker.review.queue import queries


def tell_staff(
    session: Session,
    vault: Vault,
    endorsement: Endorsement,
    approved: Endorsement,
    *,
    now: datetime,
) -> None:
    """Mail to all reviewers and administrators that a government counts, and by whose approvals,
    so that nobody verifies one unseen. `approved` is the entry that was approved."""
    names = {approver.id: approver.shown for approver in queries.approvers(session, approved)}
    for member in reviewers_and_admins(session):
        outbox.queue(
            session,
            vault,
            template="government_verified",
            to=member.email,
            context={
                "name": member.shown,
                "supporter": endorsement.supporter.name,
                "initiative": endorsement.initiative.name,
                "reference": endorsement.reference,
                "endorsement_id": endorsement.id,
                "first": names.get(approved.first_approver_id or 0, "–"),
                "second": names.get(approved.second_approver_id or 0, "–"),
            },
            now=now,
        )


def tell(
    session: Session,
    vault: Vault,
    endorsement: Endorsement,
    template: str,
    *,
    now: datetime,
    words: str = "",
    **more: object,
) -> None:
    """Queue a mail to whoever submitted an entry; nobody is mailed about the published record.
    `more` is what its template says besides."""
    sealed = sealed_address(endorsement)
    if sealed is None:
        return
    officer, supporter = endorsement.officer, endorsement.supporter
    outbox.queue(
        session,
        vault,
        template=template,
        to=vault.open(sealed),
        context={
            "name": officer.name if officer else supporter.name,
            "behalf": supporter.name if officer else "",
            "kind": endorsement.kind.value,
            "initiative": endorsement.initiative.name,
            "slug": endorsement.initiative.slug,
            "reference": endorsement.reference,
            "endorsement_ids": [endorsement.id],
            "digest": officer.email_digest if officer else supporter.email_digest,
            "words": words,
            **more,
        },
        now=now,
        locale=endorsement.locale,
    )
