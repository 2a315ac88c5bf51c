"""The mails that visitors' forms queue: what they say is looked up by the worker, where nobody can
time it.

Links to an own page are in every mail to a confirmed address, and go to the address that is on
record, never to what was typed into a form (links go only to the stored address).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session

from tracker.core import name_rules
from tracker.core.clock import utcnow
from tracker.core.crypto import Vault
from tracker.core.mail import Letter, Writer
from tracker.core.outbox import MAX_MAILS_PER_DAY, OutboxMail, queued_before
from tracker.endorsements import manage_links, queries
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.signup import queries as signup_queries
from tracker.supporters.models import SupporterKind

MAX_CLAIMS = 20
"""Entries that wait for a confirmation of which one mail tells, the newest: anybody may make more
of them for any address."""


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One sign-up that waits for its confirmation, as a mail tells it."""

    ids: list[int]
    initiatives: list[str]
    kind: SupporterKind
    behalf: str
    """For whom an officer signs; empty for a person, and where a mail may not carry the name."""


def confirm(
    session: Session, vault: Vault, mail: OutboxMail, payload: dict[str, Any]
) -> Letter | None:
    """Ask the address of a sign-up to confirm it; tell the owner of a confirmed address that
    everything in it is on record already, if it is. None once it has expired or been discarded, or
    when an address that was never confirmed had its mails of the day."""
    context = payload["context"]
    context |= {"behalf": _behalf(SupporterKind(context["kind"]), context["behalf"])}
    ids = mail.about or context.get("endorsement_ids", [])
    entries = queries.by_ids(session, ids)
    if all(entry.status in (Status.EXPIRED, Status.ERASED) for entry in entries):
        return None
    digest = mail.address_digest or context["digest"]
    owner = queries.owner(session, digest)
    if owner is None:
        if queued_before(session, mail) >= MAX_MAILS_PER_DAY:
            return None
        return Letter(to=payload["to"], template="confirm", values=context | {"ids": ids})
    waiting = queries.unconfirmed(entries)
    left = signup_queries.still_to_record(session, waiting)
    values = {
        "ids": ids,
        "initiatives": [entry.initiative.name for entry in left] or context["initiatives"],
        "manage": manage_links.make(session, digest, mail.id, now=utcnow()),
    }
    return Letter(
        to=vault.open(owner.email_sealed),
        template="confirm" if left or not waiting else "already",
        values=context | values | {"name": context["name"] if left else owner.name},
    )


def manage_link(
    session: Session, vault: Vault, mail: OutboxMail, payload: dict[str, Any]
) -> Letter | None:
    """Send the owner of a confirmed address the link to their own page, and everybody the links of
    what waits for a confirmation. None where neither is recorded.

    An address that was never confirmed gets no more mails a day than from strangers' forms.
    """
    digest = mail.address_digest or payload["context"]["digest"]
    owner = queries.owner(session, digest)
    claims = queries.claims(session, digest, limit=MAX_CLAIMS)
    waiting = _claims(session, claims)
    if owner is not None:
        values = {
            "name": owner.name,
            "manage": manage_links.make(session, digest, mail.id, now=utcnow()),
            "waiting": waiting,
        }
        return Letter(to=vault.open(owner.email_sealed), template="manage_link", values=values)
    if not waiting or queued_before(session, mail) >= MAX_MAILS_PER_DAY:
        return None
    sealed = queries.sealed_address(claims[0])
    if sealed is None:
        return None
    return Letter(to=vault.open(sealed), template="claims", values={"waiting": waiting})


WRITERS: dict[str, Writer] = {"confirm": confirm, "manage_link": manage_link}
"""By the template under which a form queues its mail."""


def _behalf(kind: SupporterKind, name: str) -> str:
    """Return for whom an officer signs, as strangers may have it mailed: a State is chosen from a
    list, an organisation's name is typed."""
    return name if kind is SupporterKind.GOVERNMENT else name_rules.for_first_mail(name)


def _claims(session: Session, endorsements: list[Endorsement]) -> list[Claim]:
    """Return what waits and is not on record already, by sign-up, the newest first."""

    def sign_up(endorsement: Endorsement) -> tuple[datetime, int, str | None]:
        officer = endorsement.officer
        return (
            endorsement.submitted_at,
            endorsement.supporter_id,
            officer.email_sealed if officer else "",
        )

    by_sign_up = []
    for _key, rows in groupby(endorsements, key=sign_up):
        entries = sorted(rows, key=lambda entry: entry.id)
        left = signup_queries.still_to_record(session, entries)
        if left:
            by_sign_up.append(
                Claim(
                    ids=[entry.id for entry in entries],
                    initiatives=[entry.initiative.name for entry in left],
                    kind=left[0].kind,
                    behalf=_behalf(left[0].kind, left[0].supporter.name if left[0].officer else ""),
                )
            )
    return by_sign_up
