"""Look-alike organisations, their records side by side, and what staff found of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select, true, update
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased, joinedload

from tracker.core.crypto import Vault
from tracker.core.errors import Conflict, NotFound
from tracker.core.orm import affected
from tracker.endorsements.lifecycle import AWAITING, PUBLIC, Status
from tracker.endorsements.merging.models import Merge
from tracker.endorsements.merging.plan import entries_of, organisation
from tracker.endorsements.models import Endorsement
from tracker.review.decisions import mail_domain
from tracker.review.models import LookAlike, Verdict
from tracker.supporters import likeness
from tracker.supporters.models import Supporter, SupporterKind

PAGE = 10
"""Pairs on a page."""
MERGES = 50
"""Merges on a page."""
MAX_LIKELY = 8
"""Entries that a page shows as perhaps the same supporter's."""
MAX_COMPARED = 20_000
"""Names that one comparison reads at most: 24 ms."""
OF_INTEREST = sorted(AWAITING | PUBLIC)
"""A record with none of these is nobody's: it expired, was rejected or never confirmed."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """One organisation's record as staff compare it."""

    supporter: Supporter
    entries: list[Endorsement]
    mail_domains: list[str]
    """The registrable domains from which its officers wrote."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two records that resemble each other."""

    found: LookAlike
    left: Record
    right: Record


def unjudged(session: Session, vault: Vault, *, after: int = 0) -> tuple[list[Pair], int | None]:
    """Return pairs that nobody has judged, the likest first, after a pair; and where the next page
    begins.

    A shared domain alone is a weak sign (umbrella bodies share theirs), so its pairs come last.
    """
    a, b = aliased(Supporter), aliased(Supporter)
    query = (
        select(LookAlike)
        .join(a, a.id == LookAlike.a_id)
        .join(b, b.id == LookAlike.b_id)
        .where(
            LookAlike.verdict.is_(None),
            a.merged_into_id.is_(None),
            b.merged_into_id.is_(None),
            _of_interest(LookAlike.a_id),
            _of_interest(LookAlike.b_id),
        )
        .order_by(LookAlike.score.desc(), LookAlike.id.desc())
        .limit(PAGE + 1)
    )
    last = session.get(LookAlike, after) if after else None
    if last is not None:
        lower = and_(LookAlike.score == last.score, LookAlike.id < last.id)
        query = query.where(or_(LookAlike.score < last.score, lower))
    look_alikes = session.scalars(query).all()
    pairs = [
        Pair(
            found=look_alike,
            left=record(session, vault, look_alike.a_id),
            right=record(session, vault, look_alike.b_id),
        )
        for look_alike in look_alikes[:PAGE]
    ]
    return pairs, look_alikes[PAGE - 1].id if len(look_alikes) > PAGE else None


def _of_interest(supporter_id: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    return (
        select(Endorsement.id)
        .where(Endorsement.supporter_id == supporter_id, Endorsement.status.in_(OF_INTEREST))
        .exists()
    )


def record(session: Session, vault: Vault, supporter_id: int) -> Record:
    """Return one organisation's record. Raises NotFound."""
    entries = entries_of(session, supporter_id)
    sealed = {entry.officer.email_sealed for entry in entries if entry.officer} - {None}
    mails = {mail_domain.compare(vault.open(address), None).mail for address in sealed if address}
    return Record(
        supporter=organisation(session, supporter_id), entries=entries, mail_domains=sorted(mails)
    )


def look_alikes_of(session: Session, supporter_id: int) -> Sequence[Supporter]:
    """Return the records that resemble one, unless staff found them to be others, the likest
    first."""
    of_supporter = or_(LookAlike.a_id == supporter_id, LookAlike.b_id == supporter_id)
    return session.scalars(
        select(Supporter)
        .join(LookAlike, or_(LookAlike.a_id == Supporter.id, LookAlike.b_id == Supporter.id))
        .where(
            of_supporter,
            LookAlike.verdict.is_(None),
            Supporter.id != supporter_id,
            Supporter.merged_into_id.is_(None),
        )
        .order_by(LookAlike.score.desc(), LookAlike.id.desc())
        .limit(PAGE)
    ).all()


def say_different(session: Session, pair_id: int, staff_id: int, *, now: datetime) -> LookAlike:
    """Remember that two look-alikes are two, until one of them is renamed.

    Raises NotFound, and Conflict when somebody said so before.
    """
    pair = session.get(LookAlike, pair_id)
    if pair is None:
        raise NotFound("There is no such pair. One of the two may have been renamed.")
    judged = session.execute(
        update(LookAlike)
        .where(LookAlike.id == pair_id, LookAlike.verdict.is_(None))
        .values(verdict=Verdict.DIFFERENT, judged_by_id=staff_id, judged_at=now)
        .execution_options(synchronize_session=False)
    )
    if affected(judged) != 1:
        raise Conflict("Somebody else has said so already.")
    return pair


def merges(session: Session, *, before: int = 0) -> Sequence[Merge]:
    """Return merges, the newest first, older than one of a number."""
    query = (
        select(Merge)
        .options(joinedload(Merge.kept), joinedload(Merge.merged))
        .order_by(Merge.id.desc())
        .limit(MERGES)
    )
    return session.scalars(query.where(Merge.id < before) if before else query).all()


def merges_of(session: Session, supporter_id: int) -> Sequence[Merge]:
    """Return the merges in which a record stands or stood for another, or another for it."""
    return session.scalars(
        select(Merge)
        .where(or_(Merge.kept_id == supporter_id, Merge.merged_id == supporter_id))
        .options(joinedload(Merge.kept), joinedload(Merge.merged))
        .order_by(Merge.id.desc())
    ).all()


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """Another entry that may be the same supporter's, and how alike the names are (0 to 100)."""

    endorsement: Endorsement
    alike: int
    same_domain: bool
    same_initiative: bool


def likely_duplicates(session: Session, endorsement: Endorsement) -> list[Likeness]:
    """Return entries of the same supporter, or of one with a similar name or the same domain,
    likest first. Individuals are one by their address, so only their own entries are compared."""
    supporter = endorsement.supporter
    scores = {supporter.id: 100}
    same_domain: set[int] = set()
    if endorsement.kind in (SupporterKind.ORGANISATION, SupporterKind.PARLIAMENTARIAN):
        scores |= _similar(session, supporter)
        if supporter.domain:
            same_domain = set(
                session.scalars(
                    select(Supporter.id)
                    .where(Supporter.kind == supporter.kind, Supporter.domain == supporter.domain)
                    .limit(MAX_LIKELY)
                )
            )
    entries = session.scalars(
        select(Endorsement)
        .where(
            Endorsement.supporter_id.in_(scores.keys() | same_domain),
            Endorsement.id != endorsement.id,
            Endorsement.status.not_in((Status.EXPIRED, Status.ERASED)),
        )
        .options(joinedload(Endorsement.supporter), joinedload(Endorsement.initiative))
        .limit(10 * MAX_LIKELY)
    ).all()
    likenesses = [
        Likeness(
            endorsement=entry,
            alike=scores.get(entry.supporter_id, 0),
            same_domain=entry.supporter_id in same_domain,
            same_initiative=entry.initiative_id == endorsement.initiative_id,
        )
        for entry in entries
    ]
    likenesses.sort(
        key=lambda other: (not other.same_initiative, -other.alike, other.endorsement.id)
    )
    return likenesses[:MAX_LIKELY]


def _similar(session: Session, supporter: Supporter) -> dict[int, int]:
    """Return supporters of the same kind, in the same country if known, by likeness of their
    names."""
    in_country = (
        or_(Supporter.country == supporter.country, Supporter.country.is_(None))
        if supporter.country
        else true()
    )
    cores = {
        row.id: likeness.core(row.name_key)
        for row in session.execute(
            select(Supporter.id, Supporter.name_key)
            .where(
                Supporter.kind == supporter.kind,
                Supporter.id != supporter.id,
                in_country,
                Supporter.name_key != "",
            )
            .order_by(Supporter.id.desc())
            .limit(MAX_COMPARED)
        )
    }
    scores = likeness.alike(likeness.core(supporter.name_key), cores)
    return dict(sorted(scores.items(), key=lambda item: -item[1])[:MAX_LIKELY])
