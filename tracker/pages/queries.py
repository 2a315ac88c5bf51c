"""Reads of public pages: entries with what they rest on, and what was said and reported beside
them. Only what may be public leaves here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, literal, or_, select, text, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased, joinedload

from tracker.core.dates import day_of
from tracker.core.errors import NotFound
from tracker.core.orm import has_rows
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.merging.models import Merge, MergeRow
from tracker.endorsements.models import Endorsement
from tracker.endorsements.publication import public, with_evidence
from tracker.initiatives import queries as initiatives
from tracker.initiatives.grades import Grade
from tracker.initiatives.reported_figures import ReportedTally
from tracker.initiatives.statements import Statement, Voice
from tracker.ledger import sequencer
from tracker.ledger.models import DatePrecision
from tracker.supporters import histories
from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.names import fold, plain
from tracker.tallies import sources, standing
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.standing import GovernmentRow, OrganisationRow

PAGE = 100
MAX_MATCHES = 30
"""Organisations that a search shows."""
MARK_LENGTH = 12
"""Hexadecimal digits of a person's secret salt that a pager's link may show; the other 52 keep it
secret."""
NAMED = text(
    "endorsements.status = 'verified' AND endorsements.be_named"
    " AND endorsements.kind IN ('individual', 'parliamentarian')"
)
"""Word for word the condition of `ix_endorsements_named`: only so do both databases use it."""


class PersonPlace(NamedTuple):
    """A person's place in the list: the day, and the beginning of a number drawn by lot."""

    day: date
    mark: str

    @classmethod
    def of(cls, endorsement: Endorsement) -> PersonPlace | None:
        if endorsement.effective_on is None:
            return None
        return cls(endorsement.effective_on, (endorsement.commitment_salt or "")[:MARK_LENGTH])


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An endorsement as it stood on a day."""

    endorsement: Endorsement
    grade: Grade
    since: date
    precision: DatePrecision
    date_known: bool
    once: str = ""
    """The name on that day, where it was another one."""

    @property
    def name(self) -> str:
        return self.once or self.endorsement.supporter.name


def entries(session: Session, rows: Sequence[GovernmentRow | OrganisationRow]) -> list[Entry]:
    """The endorsements behind counted rows, in their order, in three queries. Without those that
    are not public any more: among what was known earlier, there may be some."""
    wanted = _by_id(session, [row.endorsement_id for row in rows])
    return [
        Entry(
            endorsement=endorsement,
            grade=getattr(row, "grade", Grade.ENDORSED),
            since=row.since,
            precision=row.precision,
            date_known=endorsement.date_known or row.since != endorsement.effective_on,
        )
        for row in rows
        if (endorsement := wanted.get(row.endorsement_id)) is not None
    ]


def named_as_then(
    session: Session, entries: Sequence[Entry], as_of: date, *, known_at: datetime | None
) -> list[Entry]:
    """Entries under the names that their organisations had on a day, as known at an instant."""
    ids = [entry.endorsement.supporter_id for entry in entries]
    once = histories.names_on(session, ids, as_of, known_at=known_at)
    return [replace(entry, once=once.get(entry.endorsement.supporter_id, "")) for entry in entries]


def grades(entries: Iterable[Entry]) -> dict[str, Grade]:
    """The grade of each government, by its State's code."""
    return {entry.endorsement.supporter.state_iso3 or "": entry.grade for entry in entries}


def present(endorsement: Endorsement) -> Entry:
    """An endorsement as it stands now."""
    return Entry(
        endorsement=endorsement,
        grade=endorsement.grade,
        since=endorsement.effective_on or endorsement.submitted_at.date(),
        precision=endorsement.effective_precision,
        date_known=endorsement.date_known,
    )


def _by_id(session: Session, ids: Iterable[int]) -> dict[int, Endorsement]:
    endorsements = session.scalars(with_evidence().where(Endorsement.id.in_(list(ids)), *public()))
    return {endorsement.id: endorsement for endorsement in endorsements}


def of_supporter(session: Session, supporter: Supporter) -> Sequence[Endorsement]:
    """The public entries of a government or an organisation, with their initiatives."""
    return session.scalars(
        with_evidence()
        .options(joinedload(Endorsement.initiative))
        .where(Endorsement.supporter_id == supporter.id, *public())
        .order_by(Endorsement.initiative_id, Endorsement.id)
    ).all()


def of_state(session: Session, iso3: str) -> Sequence[Endorsement]:
    """The public entries of a State's government."""
    return session.scalars(
        with_evidence()
        .join(Supporter, Endorsement.supporter_id == Supporter.id)
        .where(Supporter.state_iso3 == iso3, *public())
        .order_by(Endorsement.initiative_id, Endorsement.id)
    ).all()


def organisation(session: Session, supporter_id: int) -> Supporter:
    """An organisation, merged or not. Raises NotFound."""
    supporter = session.get(Supporter, supporter_id)
    if supporter is None or supporter.kind is not SupporterKind.ORGANISATION:
        raise NotFound("There is no organisation of that number here.")
    return supporter


def has_page(session: Session, supporter_id: int) -> bool:
    """Return whether an organisation has a public page."""
    return has_rows(session, Endorsement.supporter_id == supporter_id, *public())


def other_names(session: Session, organisation: Supporter) -> list[str]:
    """The names under which an organisation is recorded beside its own, by name."""
    names = session.scalars(
        select(Supporter.name)
        .where(Supporter.merged_into_id == organisation.id, _had_a_public_entry(Supporter.id))
        .order_by(Supporter.name_key)
    )
    return [name for name in dict.fromkeys(names) if name != organisation.name]


def _had_a_public_entry(record_id: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """Return the condition that something was published under the name of a record that is merged
    now. A claim that nobody had verified then stays as unseen as it was."""
    return (
        select(MergeRow.endorsement_id)
        .join(Merge, Merge.id == MergeRow.merge_id)
        .join(Endorsement, Endorsement.id == MergeRow.endorsement_id)
        .where(
            Merge.merged_id == record_id,
            Merge.undone_at.is_(None),
            Endorsement.verified_at <= Merge.merged_at,
        )
        .exists()
    )


def organisations_matching(session: Session, q: str) -> Sequence[Supporter]:
    """Verified organisations, and those that are no more, of which a name contains the text: the
    present one, a former one, or one under which they are recorded beside their own."""
    key, letters = fold(q), plain(q)
    if not key:
        return []
    verified = select(Endorsement.id).where(
        Endorsement.supporter_id == Supporter.id,
        Endorsement.status.in_((Status.VERIFIED, Status.LAPSED)),
    )
    former = histories.once_called_like(session, letters)
    merged = aliased(Supporter)
    also = select(merged.id).where(
        merged.merged_into_id == Supporter.id,
        or_(
            merged.name_key.contains(key, autoescape=True),
            merged.plain_key.contains(letters, autoescape=True),
        ),
        _had_a_public_entry(merged.id),
    )
    return session.scalars(
        select(Supporter)
        .where(
            Supporter.kind == SupporterKind.ORGANISATION,
            or_(
                Supporter.name_key.contains(key, autoescape=True),
                Supporter.plain_key.contains(letters, autoescape=True),
                Supporter.id.in_(former),
                also.exists(),
            ),
            verified.exists(),
        )
        .order_by(Supporter.name_key)
        .limit(MAX_MATCHES)
    ).all()


def persons(
    session: Session,
    initiative_id: int,
    kind: SupporterKind,
    *,
    as_of: date,
    known_at: datetime | None = None,
    before: PersonPlace | None = None,
    limit: int = PAGE,
) -> tuple[Sequence[Endorsement], PersonPlace | None]:
    """Persons who are named now and were counted on a day, and where the next page begins; none at
    the end. Who is not named any more is named of no day.

    The newest day first, and within a day by chance: an order by number would tell who signed
    before whom, and so about when. Of individuals whole days are known (`sources`). Pages are cut
    by place (keyset), so the millionth costs as much as the first.
    """
    order = (Endorsement.effective_on, Endorsement.commitment_salt)
    query = (
        select(Endorsement)
        .options(joinedload(Endorsement.supporter))
        .where(
            NAMED,
            Endorsement.initiative_id == initiative_id,
            Endorsement.kind == kind,
            Endorsement.effective_on <= as_of,
        )
        .order_by(*(column.desc() for column in order))
        .limit(limit + 1)
    )
    if before is not None:
        query = query.where(tuple_(*order) < tuple_(literal(before.day), literal(before.mark)))
    if known_at is not None:
        if kind is SupporterKind.INDIVIDUAL:
            known_at = sources.day_end(known_at)
        until = sequencer.size_at(session, known_at)
        if not until:
            return [], None
        query = query.where(standing.counted(as_of, until=until))
    endorsements = session.scalars(query).all()
    last = endorsements[limit - 1] if len(endorsements) > limit else None
    return endorsements[:limit], PersonPlace.of(last) if last is not None else None


def reported_by(session: Session, subject: str, dates: AskedDates) -> list[ReportedTally]:
    """Return what was reported of a subject by a day, oldest first; undated figures for today only.

    A figure that is not confirmed stands where all are reconciled, and nowhere else.
    """
    return [
        reported
        for reported in initiatives.all_reported(session, subject, known_at=dates.known_at)
        if reported.is_confirmed and dates.includes(reported.stands_from)
    ]


def voices(
    statements: Sequence[Statement], dates: AskedDates
) -> list[tuple[Voice | None, list[Statement]]]:
    """Statements made by a day, as what their speakers spoke; undated ones for today only.

    UN officials first; those of whom it is not known last. No group is empty.
    """
    made = [statement for statement in statements if dates.includes(day_of(statement.dated))]
    groups = [
        (voice, [statement for statement in made if statement.voice is voice])
        for voice in (*Voice, None)
    ]
    return [(voice, spoken) for voice, spoken in groups if spoken]
