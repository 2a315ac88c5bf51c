"""Recording a sign-up: the one write path that must stand a crowd.

Each submission has rows of its own, whoever's address it gives. Nothing is looked up by the address
and nothing waits on it, so that what is done, and how long it takes, tells nobody who signed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.core import mailboxes, name_rules
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.core.outbox import form_mail, queue_by_form
from tracker.endorsements import own_words
from tracker.endorsements.abuse import flags, proof_of_work
from tracker.endorsements.evidence import held_files
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.models import Officer
from tracker.endorsements.signup import addresses, rows, standing_record, statements
from tracker.endorsements.signup.submission import Submission
from tracker.supporters import domains, mandates
from tracker.supporters import queries as supporters
from tracker.supporters.models import Supporter, SupporterKind

CLOSED = "This initiative does not take endorsements of this kind."


def submit(session: Session, vault: Vault, submission: Submission, *, now: datetime) -> None:
    """Record a sign-up, unconfirmed, and mail its owner a link to confirm.

    What the mail says depends on what is recorded with the address; that is found when the mail is
    composed (`signup.mail`). Raises RuleBroken when an initiative is closed to this kind, and for
    a mandate or a name that cannot be; BadInput for an address to which no mail can be sent.
    """
    for initiative in submission.initiatives:
        if submission.kind not in initiative.open_to:
            raise RuleBroken(CLOSED)
    mailboxes.parse(submission.email)
    refuse_unfit(submission, now=now)
    if submission.proof is not None and not proof_of_work.spend(session, submission.proof):
        submission = replace(submission, flag=flags.WITHOUT_PROOF)
    digest = addresses.digest(vault, submission.email)
    mail = partial(
        form_mail,
        vault,
        template="confirm",
        to=submission.email,
        address_digest=digest,
        context={
            "name": name_rules.for_first_mail(submission.officer or submission.name),
            "behalf": _behalf(session, submission),
            "kind": submission.kind.value,
            "initiatives": [initiative.name for initiative in submission.initiatives],
            "recorded": _recorded(session, submission),
        },
        now=now,
        locale=submission.locale,
    )
    connection = session.connection()
    new = rows.of(submission, now=now)
    if submission.kind.is_person:
        person = rows.supporter(submission, now=now) | {
            "claimed_digest": digest,
            "email_sealed": vault.seal(submission.email),
        }
        ids, is_mailed = statements.person(connection, person, new, mail())
        if is_mailed:
            return
    else:
        supporter_id = _body(session, submission, now)
        instrument_id = _instrument(session, submission, now)
        ids = statements.endorsements(connection, supporter_id, new)
        for endorsement_id in ids:
            session.add(_officer(vault, submission, endorsement_id, digest))
            if instrument_id is not None:
                session.add(Evidence(endorsement_id=endorsement_id, instrument_id=instrument_id))
    queue_by_form(session, mail(about=ids))


def refuse_unfit(submission: Submission, *, now: datetime) -> None:
    """Refuse words, names, a mandate or addresses that cannot be recorded. Raises RuleBroken."""
    own_words.refuse_links(submission.words)
    _check_names(submission)
    mandates.refuse(mandates.problems(submission.mandate, now.date()))
    link = submission.instrument.link if submission.instrument else ""
    for address in filter(None, (submission.website, submission.official_page, link)):
        if domains.plain_address(address) is None:
            raise RuleBroken("Please give a web address, such as https://www.example.org.")


def _check_names(submission: Submission) -> None:
    if submission.kind is SupporterKind.ORGANISATION:
        name_rules.check_organisation(submission.name)
    persons = (submission.officer, submission.title, submission.body, submission.chamber)
    own = (submission.name,) if submission.kind.is_person else ()
    for name in filter(None, (*own, *persons)):
        name_rules.check_person(name)


def _body(session: Session, submission: Submission, now: datetime) -> int:
    """Return the supporter for whom an officer signs: a State, or an organisation that is compared
    with others, and joined with one that is known, once the officer's address is confirmed."""
    if submission.kind is SupporterKind.GOVERNMENT:
        return supporters.government(session, submission.iso3 or "").id
    organisation = rows.supporter(submission, now=now) | {"compared_at": now}
    return statements.supporter(session.connection(), organisation)


def _recorded(session: Session, submission: Submission) -> list[dict[str, object]]:
    """Return what counts of the same State already, for which the instrument is more evidence."""
    if submission.kind is not SupporterKind.GOVERNMENT:
        return []
    ids = [initiative.id for initiative in submission.initiatives]
    recorded = standing_record.of_states(session, ids, (submission.iso3 or "").upper())
    return [entry.for_mail() for entry in recorded]


def _behalf(session: Session, submission: Submission) -> str:
    """Return in whose name an officer signs; empty where somebody signs for themselves."""
    if submission.kind is SupporterKind.GOVERNMENT:
        return supporters.government(session, submission.iso3 or "").name
    return submission.name if submission.officer else ""


def _officer(vault: Vault, submission: Submission, endorsement_id: int, digest: str) -> Officer:
    return Officer(
        endorsement_id=endorsement_id,
        name=submission.officer,
        title=submission.title,
        body=submission.body,
        email_sealed=vault.seal(submission.email),
        email_digest=digest,
    )


def _instrument(session: Session, submission: Submission, now: datetime) -> int | None:
    details = submission.instrument
    if details is None:
        return None
    state = session.scalar(
        select(Supporter.name).where(Supporter.state_iso3 == func.upper(submission.iso3))
    )
    instrument = Instrument(
        type=details.type,
        source=f"{state}, {submission.body}",
        dated=details.dated.isoformat(),
        symbol=details.symbol,
        link=details.link,
    )
    session.add(instrument)
    session.flush()
    if details.file is not None:
        held_files.hold(session, instrument.id, details.file, submission.network, now=now)
    return instrument.id
