"""The record of one endorsement that came by letter. Who records it is not its judge."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core import mailboxes, name_rules
from tracker.core.crypto import Vault
from tracker.core.dates import latest_day, refuse_before_founding
from tracker.core.errors import RuleBroken
from tracker.endorsements import engine, initiative_terms
from tracker.endorsements.evidence.models import Evidence, InstrumentType
from tracker.endorsements.evidence.uploads import StoredFile
from tracker.endorsements.lifecycle import Action, Actor, Status
from tracker.endorsements.models import Endorsement, Officer, Origin, Reach
from tracker.endorsements.queries import COUNTED, confirmed_organisation
from tracker.endorsements.signup import addresses
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.ledger.models import DatePrecision
from tracker.review.evidence import services
from tracker.supporters import domains, mandates
from tracker.supporters.mandates import Mandate
from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.names import fold
from tracker.supporters.queries import government

RECORDED = (SupporterKind.GOVERNMENT, SupporterKind.ORGANISATION, SupporterKind.PARLIAMENTARIAN)
"""The kinds that write letters; individuals sign up themselves."""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """An endorsement as a letter states it, and the letter itself."""

    kind: SupporterKind
    initiative: Initiative
    effective_on: date
    instrument_type: InstrumentType
    source: str
    """The citation: from whom, to whom, where the letter is kept."""
    dated: str
    effective_precision: DatePrecision = DatePrecision.ON
    grade: Grade = Grade.ENDORSED
    iso3: str = ""
    name: str = ""
    website: str = ""
    country: str = ""
    reach: Reach | None = None
    chamber: str = ""
    mandate: Mandate = field(default_factory=Mandate)
    be_named: bool = False
    officer: str = ""
    title: str = ""
    body: str = ""
    email: str = ""
    symbol: str = ""
    link: str = ""
    quote: str = ""
    file: StoredFile | None = None


def record(
    session: Session, vault: Vault, letter: Letter, staff: User, *, now: datetime
) -> Endorsement:
    """Put a letter's endorsement into review, with its instrument as evidence.

    Raises RuleBroken when the initiative is closed to this kind, the day is still to come, the
    mandate cannot be, or the supporter, unless a government, is counted for this initiative
    already; BadInput for an address to which no mail can be sent.
    """
    if letter.email:
        mailboxes.parse(letter.email)
    for name in filter(None, (letter.officer, letter.title, letter.body, letter.chamber)):
        name_rules.check_person(name)
    if letter.kind not in RECORDED:
        raise RuleBroken("Individuals sign up themselves.")
    if letter.kind not in letter.initiative.open_to(now.date()):
        raise RuleBroken("This initiative does not take endorsements of this kind.")
    if letter.effective_on > latest_day(now):
        raise RuleBroken("Support cannot begin on a day that is still to come.")
    refuse_before_founding(letter.effective_on)
    mandates.refuse(mandates.problems(letter.mandate, now.date()))
    if letter.kind is not SupporterKind.GOVERNMENT and letter.grade is not Grade.ENDORSED:
        raise RuleBroken("Only governments announce or voice support; others endorse.")
    initiative_terms.refuse_unused_grade(letter.initiative, letter.grade)
    supporter = _supporter(session, vault, letter, now)
    _refuse_second(session, supporter, letter)
    endorsement = Endorsement(
        initiative_id=letter.initiative.id,
        supporter_id=supporter.id,
        kind=letter.kind,
        origin=Origin.RECORDED_BY_STAFF,
        submitted_at=now,
        status=Status.IN_REVIEW,
        status_since=now,
        grade=letter.grade,
        effective_on=letter.effective_on,
        effective_precision=letter.effective_precision,
        be_named=letter.be_named and letter.kind.is_person,
        reach=letter.reach,
        recorder_id=staff.id,
    )
    session.add(endorsement)
    session.flush()
    if letter.officer and not letter.kind.is_person:
        _add_officer(session, vault, endorsement, letter)
    _add_evidence(session, endorsement, letter, staff, now)
    engine.decide(
        session,
        endorsement,
        Action.RECORD,
        Actor.staff(staff.id),
        now=now,
        target=Status.IN_REVIEW,
    )
    return endorsement


def _supporter(session: Session, vault: Vault, letter: Letter, now: datetime) -> Supporter:
    if letter.kind is SupporterKind.GOVERNMENT:
        return government(session, letter.iso3)
    domain = domains.of_website(letter.website) if letter.website else None
    digest = None
    if letter.kind is SupporterKind.ORGANISATION:
        known_id = confirmed_organisation(session, letter.name, domain)
        if known_id is not None:
            return session.get_one(Supporter, known_id)
    elif letter.email:
        digest = addresses.digest(vault, letter.email)
        known = session.scalars(
            select(Supporter).where(Supporter.kind == letter.kind, Supporter.email_digest == digest)
        ).first()
        if known is not None:
            return known
    if not letter.name.strip():
        raise RuleBroken("Give the name of the organisation or person.")
    if letter.kind is SupporterKind.ORGANISATION:
        name_rules.check_organisation(letter.name)
    else:
        name_rules.check_person(letter.name)
    supporter = Supporter(
        kind=letter.kind,
        name=letter.name.strip(),
        name_key=fold(letter.name),
        created_at=now,
        country=letter.country or None,
        email_digest=digest,
        email_sealed=vault.seal(letter.email) if digest else None,
        website=letter.website or None,
        domain=domain,
        chamber=letter.chamber,
        sitting=letter.mandate.sitting,
        mandate_from=letter.mandate.since,
        mandate_until=letter.mandate.until,
    )
    session.add(supporter)
    session.flush()
    return supporter


def _refuse_second(session: Session, supporter: Supporter, letter: Letter) -> None:
    if letter.kind is SupporterKind.GOVERNMENT:
        return
    standing = session.scalars(
        select(Endorsement).where(
            Endorsement.supporter_id == supporter.id,
            Endorsement.initiative_id == letter.initiative.id,
            Endorsement.status.in_(COUNTED),
        )
    ).first()
    if standing is not None:
        raise RuleBroken(
            "%(reference)s already counts this supporter for this initiative.",
            reference=standing.reference,
        )


def _add_officer(session: Session, vault: Vault, endorsement: Endorsement, letter: Letter) -> None:
    session.add(
        Officer(
            endorsement_id=endorsement.id,
            name=letter.officer.strip(),
            title=letter.title.strip(),
            body=letter.body.strip(),
            email_sealed=vault.seal(letter.email) if letter.email else None,
            email_digest=addresses.digest(vault, letter.email) if letter.email else None,
        )
    )


def _add_evidence(
    session: Session, endorsement: Endorsement, letter: Letter, staff: User, now: datetime
) -> None:
    values = {
        "type": letter.instrument_type,
        "source": letter.source,
        "dated": letter.dated,
        "symbol": letter.symbol,
        "link": letter.link,
    }
    instrument = services.enter(session, values, letter.file, staff, now)
    session.add(
        Evidence(
            endorsement_id=endorsement.id, instrument_id=instrument.id, quote=letter.quote.strip()
        )
    )
