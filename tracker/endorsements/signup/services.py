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
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import ConsentPurpose, Officer, Origin
from tracker.endorsements.signup import addresses, standing_record, statements
from tracker.endorsements.signup.consent_wording import VERSION
from tracker.endorsements.signup.submission import Submission
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.supporters import domains, mandates
from tracker.supporters import queries as supporters
from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.names import fold, plain_key

CLOSED = "This initiative does not take endorsements of this kind."


def submit(session: Session, vault: Vault, submission: Submission, *, now: datetime) -> None:
    """Record a sign-up, unconfirmed, and mail its owner a link to confirm.

    What the mail says depends on what is recorded with the address; that is found when the mail is
    composed (`sign_up_mail`). Raises RuleBroken when an initiative is closed to this kind, and for
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
            "initiatives": [one.name for one in submission.initiatives],
            "recorded": _recorded(session, submission),
        },
        now=now,
        locale=submission.locale,
    )
    rows = [_endorsement_row(submission, one.id, now) for one in submission.initiatives]
    consents, trace = _consent_rows(submission, now), _trace_row(submission, now)
    if submission.kind.is_person:
        supporter = _supporter_row(vault, submission, digest, now)
        made, mailed = statements.person(
            session.connection(), supporter, rows, consents, trace, mail()
        )
        if mailed:
            return
    else:
        supporter_id = _body(session, vault, submission, now)
        instrument_id = _instrument(session, submission, now)
        made = []
        for row in rows:
            row |= {"supporter_id": supporter_id}
            made.append(statements.endorsement(session.connection(), row, consents, trace))
            _attach(session, vault, submission, made[-1], instrument_id, digest)
    queue_by_form(session, mail(about=made))


def refuse_unfit(submission: Submission, *, now: datetime) -> None:
    """Raises RuleBroken for words, names, a mandate or addresses that cannot be recorded."""
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


def _body(session: Session, vault: Vault, submission: Submission, now: datetime) -> int:
    """For whom an officer signs: a State, or an organisation that is compared with others, and
    joined with one that is known, once the officer's address is confirmed."""
    if submission.kind is SupporterKind.GOVERNMENT:
        return supporters.government(session, submission.iso3 or "").id
    row = _supporter_row(vault, submission, None, now) | {"compared_at": now}
    return statements.supporter(session.connection(), row)


def _recorded(session: Session, submission: Submission) -> list[dict[str, object]]:
    """What counts of the same State already: the instrument will be further evidence of it."""
    if submission.kind is not SupporterKind.GOVERNMENT:
        return []
    ids = [one.id for one in submission.initiatives]
    found = standing_record.of_states(session, ids, (submission.iso3 or "").upper())
    return [one.told() for one in found]


def _behalf(session: Session, submission: Submission) -> str:
    """In whose name an officer signs; empty for who signs for nobody else."""
    if submission.kind is SupporterKind.GOVERNMENT:
        return supporters.government(session, submission.iso3 or "").name
    return submission.name if submission.officer else ""


def details(submission: Submission) -> dict[str, object]:
    """What a sign-up says of a person or an organisation, as the columns of its supporter."""
    return {
        "name": submission.name,
        "name_key": fold(submission.name),
        "plain_key": plain_key(submission.name),
        "country": submission.country,
        "website": submission.website,
        "domain": submission.domain,
        "chamber": submission.chamber,
        "sitting": submission.sitting,
        "mandate_from": submission.mandate_from,
        "mandate_until": submission.mandate_until,
        "official_page": submission.official_page,
    }


def _supporter_row(
    vault: Vault, submission: Submission, digest: str | None, now: datetime
) -> dict[str, object]:
    return details(submission) | {
        "kind": submission.kind,
        "created_at": now,
        "role": "",
        "claimed_digest": digest,
        "email_sealed": vault.seal(submission.email) if digest else None,
    }


def _endorsement_row(
    submission: Submission, initiative_id: int, now: datetime
) -> dict[str, object]:
    details = submission.instrument
    return {
        "initiative_id": initiative_id,
        "kind": submission.kind,
        "origin": Origin.SIGN_UP,
        "submitted_at": now,
        "status": Status.UNCONFIRMED,
        "status_since": now,
        "grade": Grade.ENDORSED,
        "effective_on": details.dated if details else None,
        "effective_precision": DatePrecision.ON,
        "date_known": True,
        "be_named": submission.be_named,
        "words": submission.words,
        "reach": submission.reach,
        "locale": submission.locale,
        "flag": submission.flag,
    }


def _consent_rows(submission: Submission, now: datetime) -> list[dict[str, object]]:
    """What is agreed to with the form. To be named is only chosen there; it is agreed to, and
    dated, when the sign-up is confirmed."""
    return [
        {
            "purpose": purpose,
            "version": VERSION,
            "language": submission.locale,
            "given_at": now,
        }
        for purpose in submission.consents
        if purpose is not ConsentPurpose.NAMED
    ]


def _trace_row(submission: Submission, now: datetime) -> dict[str, object]:
    return {
        "network": submission.network,
        "mail_domain": addresses.domain_of(submission.email),
        "seen_at": now,
    }


def _attach(
    session: Session,
    vault: Vault,
    submission: Submission,
    endorsement_id: int,
    instrument_id: int | None,
    digest: str,
) -> None:
    """Who acted for a government or an organisation, and what its support rests on."""
    if not submission.kind.is_person:
        session.add(
            Officer(
                endorsement_id=endorsement_id,
                name=submission.officer,
                title=submission.title,
                body=submission.body,
                email_sealed=vault.seal(submission.email),
                email_digest=digest,
            )
        )
    if instrument_id is not None:
        session.add(Evidence(endorsement_id=endorsement_id, instrument_id=instrument_id))


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
