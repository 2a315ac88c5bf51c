"""The actions of supporters on their entries: confirm, answer, withdraw, be forgotten."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tracker.core.crypto import Vault
from tracker.core.errors import Conflict, RuleBroken
from tracker.core.outbox import form_mail, queue_by_form
from tracker.endorsements import consents, engine, engine_fast_path, queries, succession
from tracker.endorsements.abuse import disownments, traces
from tracker.endorsements.evidence import uploads
from tracker.endorsements.evidence.uploads import HandedFile, file_columns
from tracker.endorsements.lifecycle import SUPPORTER, Action, Status
from tracker.endorsements.models import (
    ConsentPurpose,
    Endorsement,
    Origin,
)
from tracker.endorsements.retention import services as retention_services
from tracker.endorsements.signup import addresses, confirmation
from tracker.endorsements.signup.services import refuse_unfit
from tracker.endorsements.signup.submission import Submission
from tracker.supporters.events import Happened
from tracker.supporters.models import SupporterKind


def confirm(
    session: Session,
    endorsement_ids: list[int],
    *,
    now: datetime,
    corrected: Submission | None = None,
) -> list[int]:
    """Confirm what a mailed link names, as `corrected` on its page: individuals are counted, the
    rest goes to review. To be named is agreed to here, so without it nobody is.

    The numbers of what was not counted at once, of which files may wait.
    Safe to repeat: what is no longer unconfirmed stays as it is. Raises Conflict when the same
    address confirms another submission at the same time; then it can be tried again.
    """
    if corrected is not None:
        refuse_unfit(corrected, now=now)
    try:
        if engine_fast_path.count_newcomer(session, endorsement_ids, corrected, now=now):
            return []
        confirmation.take_turns(session, endorsement_ids)
        waiting = queries.unconfirmed(queries.by_ids(session, endorsement_ids))
        if waiting:
            confirmation.take(session, waiting, corrected, now=now)
        return [endorsement.id for endorsement in waiting]
    except IntegrityError as error:
        raise Conflict("Something else was confirmed at the same moment. Try again.") from error


def disown(session: Session, endorsement_ids: list[int], *, now: datetime) -> None:
    """Erase a submission of which the owner of the address says "I did not do this", and hold the
    network back that sent it. What was confirmed stays; so twice is once."""
    waiting = queries.unconfirmed(queries.by_ids(session, endorsement_ids))
    networks = traces.networks(session, [endorsement.id for endorsement in waiting])
    confirmation.disown(session, waiting, now=now)
    disownments.note(session, networks, now=now)


def ask_manage_link(
    session: Session,
    vault: Vault,
    address: str,
    *,
    network: str,
    now: datetime,
    locale: str,
) -> None:
    """Queue a mail for whoever has anything recorded here; whether anybody has is looked up when
    it is composed (`signup.mail`). `network` asked for it, and has a quota of its own."""
    mail = form_mail(
        vault,
        template="manage_link",
        to=address,
        address_digest=addresses.digest(vault, address),
        context={},
        now=now,
        locale=locale,
        lane=network,
    )
    queue_by_form(session, mail)


def withdraw(session: Session, endorsement: Endorsement, *, now: datetime) -> None:
    """End support: at once for an individual or an entry not yet verified; otherwise as a request
    that staff confirm. What was suspended counts no further than to the day of that. Asked twice,
    as by a second press of the button, it is done once."""
    if endorsement.status is Status.WITHDRAWN:
        return
    if endorsement.status is Status.VERIFIED and endorsement.kind is not SupporterKind.INDIVIDUAL:
        if endorsement.withdrawal_requested_at is None:
            endorsement.withdrawal_requested_at = now
            engine.decide(session, endorsement, Action.REQUEST_WITHDRAWAL, SUPPORTER, now=now)
        return
    suspended = endorsement.status is Status.SUSPENDED
    ended_on = endorsement.status_since.date() if suspended else None
    engine.move(session, endorsement, Action.WITHDRAW, SUPPORTER, now=now, ended_on=ended_on)


def answer(session: Session, endorsement: Endorsement, words: str, *, now: datetime) -> None:
    """Answer the question of staff; the entry goes back into the queue.

    The same words sent twice, as by a second press of the button, are sent once. Raises Conflict
    when nothing is asked any more.
    """
    if endorsement.status is not Status.NEEDS_INFO:
        if _was_sent_already(endorsement, words):
            return
        raise Conflict("Our question has been answered already, so this was not sent.")
    engine.move(
        session,
        endorsement,
        Action.ANSWER,
        SUPPORTER,
        now=now,
        words=words,
        first_approver_id=None,
    )


def appeal(session: Session, endorsement: Endorsement, words: str, *, now: datetime) -> None:
    """Ask once that a rejection, or an entry's being invalidated, be looked at by somebody else; as
    for `answer`, twice is once."""
    if endorsement.appealed_at is not None:
        if _was_sent_already(endorsement, words):
            return
        raise Conflict("You have asked once already, so this was not sent.")
    engine.move(
        session,
        endorsement,
        Action.APPEAL,
        SUPPORTER,
        now=now,
        words=words,
        appealed_at=now,
        first_approver_id=None,
    )


def _was_sent_already(endorsement: Endorsement, words: str) -> bool:
    latest = queries.own_words(endorsement)
    return latest is not None and latest.note is not None and latest.note.words == words


def lacks_file(endorsement: Endorsement) -> bool:
    """Return whether the owner can still add the document as a file, before anybody has approved
    it."""
    return (
        endorsement.kind is SupporterKind.GOVERNMENT
        and endorsement.origin is Origin.SIGN_UP
        and endorsement.status in (Status.IN_REVIEW, Status.NEEDS_INFO)
        and any(evidence.instrument.file_sha256 is None for evidence in endorsement.evidence)
    )


def add_file(
    session: Session, endorsement: Endorsement, folder: Path, file: HandedFile, *, now: datetime
) -> None:
    """Add the document of a government's confirmed sign-up, if it came without one.

    Raises RuleBroken when there is one, or when it is too late.
    """
    if not lacks_file(endorsement):
        raise RuleBroken("This entry takes no file, or has one already.")
    instrument = next(
        evidence.instrument
        for evidence in endorsement.evidence
        if evidence.instrument.file_sha256 is None
    )
    kept = uploads.store(folder, file.name, file.content)
    for column, value in file_columns(kept).items():
        setattr(instrument, column, value)
    engine.decide(
        session,
        endorsement,
        Action.CITE,
        SUPPORTER,
        now=now,
        difference={"file": ["", kept.sha256]},
    )


def end_mandate(session: Session, endorsement: Endorsement, on: date, *, now: datetime) -> None:
    """Record a parliamentarian's own word that the mandate ended; the support goes on.

    Raises RuleBroken when it had ended already, or the day cannot be.
    """
    succession.end_mandate(
        session,
        endorsement.supporter,
        Happened(on=on, source=succession.OWN_WORD, cites=succession.OWN_PAGE),
        now=now,
    )


def choose_naming(
    session: Session, endorsement: Endorsement, named: bool, *, now: datetime, language: str
) -> None:
    """Show a person's name in public, or no longer. `language` is that in which it was asked."""
    if not endorsement.kind.is_person:
        raise RuleBroken("Governments and organisations are always named.")
    if endorsement.be_named == named:
        return
    endorsement.be_named = named
    if named:
        consents.give(session, endorsement, ConsentPurpose.NAMED, now=now, language=language)
    else:
        consents.withdraw(session, endorsement, ConsentPurpose.NAMED, now=now)
    engine.decide(session, endorsement, Action.CHOOSE_NAMING, SUPPORTER, now=now)


def erase(session: Session, endorsement: Endorsement, *, now: datetime) -> None:
    """Forget a person: support ends today, earlier days keep the count without a name.

    For an officer, the contact details go; an entry still in review is withdrawn first.
    """
    if endorsement.kind.is_person:
        engine.move(session, endorsement, Action.ERASE, SUPPORTER, now=now)
    else:
        if endorsement.status in (Status.IN_REVIEW, Status.APPROVED_ONCE, Status.NEEDS_INFO):
            engine.move(session, endorsement, Action.WITHDRAW, SUPPORTER, now=now)
        engine.decide(session, endorsement, Action.ERASE, SUPPORTER, now=now)
    retention_services.forget(session, endorsement, now=now)
