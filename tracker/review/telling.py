"""Telling supporters what was decided about their entry."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.core import outbox
from tracker.core.crypto import Vault
from tracker.endorsements.models import Endorsement
from tracker.endorsements.queries import sealed_address


def tell(
    session: Session,
    vault: Vault,
    endorsement: Endorsement,
    template: str,
    *,
    now: datetime,
    words: str = "",
) -> None:
    """Queue a mail to whoever submitted an entry; nobody is mailed about the published record."""
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
        },
        now=now,
        locale=endorsement.locale,
    )
