"""Years of the Security Council as editors write them: drafts, publishing, the way back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.content.drafts import publication, second_person
from tracker.content.drafts.services import CHANGED_MEANWHILE, DRAFT_WAITS, NO_DRAFT, RESTORED
from tracker.content.models import CouncilRevision, RevisionState
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.core.words import translatable as _t
from tracker.supporters import council

YEAR_LIMIT = 10_000
"""A year has four digits."""
RECORDED = _t("As it was recorded.")


@dataclass(frozen=True, kw_only=True)
class Year:
    """A year of the Council: what is public of it, and every version, the oldest first."""

    year: int
    public: list[str]
    source: str
    versions: Sequence[CouncilRevision]

    @property
    def draft(self) -> CouncilRevision | None:
        """The draft that waits, if one does."""
        newest = self.versions[-1] if self.versions else None
        return newest if newest is not None and newest.state is RevisionState.DRAFT else None

    @property
    def was_offered(self) -> bool:
        """True if the data files ever said something else of it than what was public."""
        return any(version.seed_digest is not None for version in self.versions)

    @property
    def seen(self) -> str:
        """Changes whenever an editor changes it: what a form shows back to say what it saw."""
        return f"{self.versions[-1].id}.{self.versions[-1].version}" if self.versions else "0"

    @property
    def members(self) -> list[str]:
        """The members that an editor goes on from."""
        return self.draft.members if self.draft is not None else self.public


def of(session: Session, year: int) -> Year:
    """Return a year with its versions. Raises NotFound for what can be no year."""
    if not council.FIRST_YEAR <= year < YEAR_LIMIT:
        raise NotFound("There is no such year of the Security Council.")
    versions = session.scalars(
        select(CouncilRevision).where(CouncilRevision.year == year).order_by(CouncilRevision.id)
    ).all()
    return Year(
        year=year,
        public=council.elected(session, year),
        source=council.source_of(session, year),
        versions=versions,
    )


def drafts(session: Session) -> Sequence[CouncilRevision]:
    """Return the years that wait to be published, the oldest draft first."""
    return session.scalars(
        select(CouncilRevision)
        .where(CouncilRevision.state == RevisionState.DRAFT)
        .order_by(CouncilRevision.at, CouncilRevision.id)
    ).all()


def save_draft(
    session: Session,
    year: int,
    members: Collection[str],
    editor: User,
    *,
    source: str,
    note: str,
    seen: str,
    now: datetime,
) -> CouncilRevision:
    """Keep what an editor wrote of a year; the public pages stay as they are.

    A draft may be half finished. Raises Conflict when somebody changed the year since, RuleBroken
    for a year or a State that cannot be meant.
    """
    council.refuse_year(session, year, now=now, offered=of(session, year).was_offered)
    council.refuse_members(session, members)
    record = _fresh(session, year, seen)
    _begin(session, record, now=now)
    return _draft(session, record, members, editor, source=source, note=note, now=now)


def publish(session: Session, year: int, editor: User, *, seen: str, now: datetime) -> None:
    """Put the draft of a year on the public pages.

    Raises Conflict when somebody changed it since, RuleBroken for what is no whole Council,
    NeedsSecondPerson for its writer.
    """
    record = _fresh(session, year, seen)
    draft = record.draft
    if draft is None:
        raise Conflict(NO_DRAFT)
    second_person.refuse_writer(session, draft.writer_ids, editor, now=now)
    if not draft.source:
        raise RuleBroken("Please say on whose word the year is recorded.")
    council.record_year(
        session,
        year,
        draft.members,
        source=draft.source,
        seen=record.public,
        now=now,
        offered=record.was_offered,
        digest=draft.seed_digest,
    )
    publication.end(draft, RevisionState.PUBLISHED, editor, now=now)


def discard(session: Session, year: int, editor: User, *, seen: str, now: datetime) -> None:
    """Discard a draft; the history keeps it. Raises Conflict.

    That of the data files is not made again until they say something else.
    """
    draft = _fresh(session, year, seen).draft
    if draft is None:
        raise Conflict(NO_DRAFT)
    publication.end(draft, RevisionState.DISCARDED, editor, now=now)
    if draft.seed_digest is not None:
        council.pass_over(session, year, draft.seed_digest)


def offer(
    session: Session,
    year: int,
    members: Sequence[str],
    *,
    source: str,
    digest: str,
    note: str,
    now: datetime,
) -> bool:
    """Let what the data files say of a year wait as a draft that nobody has written yet.

    Return whether it waits: not where somebody discarded the same. Raises Conflict where a draft of
    an editor's own does.
    """
    record = of(session, year)
    draft = record.draft
    if draft is not None:
        if draft.seed_digest is None:
            raise Conflict(DRAFT_WAITS)
        return True
    offers = (version for version in reversed(record.versions) if version.seed_digest)
    last = next(offers, None)
    discarded = last is not None and last.seed_digest == digest and last.editor_id is not None
    if discarded and not record.public:  # no seats are here to remember it
        return False
    _begin(session, record, now=now)
    session.add(
        CouncilRevision(
            year=year,
            state=RevisionState.DRAFT,
            members=sorted(members),
            source=source,
            editor_id=None,
            at=now,
            note=note,
            seed_digest=digest,
        )
    )
    publication.flush(session)
    return True


def lapse(session: Session, draft: CouncilRevision, *, note: str, now: datetime) -> None:
    """End a draft that the data files brought and no longer say; nobody discarded it."""
    draft.state, draft.editor_id, draft.at, draft.note = RevisionState.DISCARDED, None, now, note
    draft.version += 1
    publication.flush(session)


def restore(
    session: Session, year: int, revision_id: int, editor: User, *, seen: str, now: datetime
) -> CouncilRevision:
    """Make an earlier version the draft. Raises RuleBroken while another draft waits."""
    record = _fresh(session, year, seen)
    if record.draft is not None:
        raise RuleBroken(DRAFT_WAITS)
    earlier = next((version for version in record.versions if version.id == revision_id), None)
    if earlier is None:
        raise NotFound("There is no such version of this year.")
    return _draft(
        session,
        record,
        earlier.members,
        editor,
        source=earlier.source,
        note=RESTORED,
        now=now,
    )


def _fresh(session: Session, year: int, seen: str) -> Year:
    record = of(session, year)
    if record.seen != seen:
        raise Conflict(CHANGED_MEANWHILE)
    return record


def _begin(session: Session, record: Year, *, now: datetime) -> None:
    """Put what is public into the history before anything is written over it."""
    if record.public and not record.versions:
        session.add(
            CouncilRevision(
                year=record.year,
                state=RevisionState.PUBLISHED,
                members=record.public,
                source=record.source,
                editor_id=None,
                at=now,
                note=RECORDED,
            )
        )
        publication.flush(session)


def _draft(
    session: Session,
    record: Year,
    members: Collection[str],
    editor: User,
    *,
    source: str,
    note: str,
    now: datetime,
) -> CouncilRevision:
    draft = record.draft
    if draft is None:
        draft = CouncilRevision(
            year=record.year,
            state=RevisionState.DRAFT,
            members=sorted(members),
            source=source,
            editor_id=editor.id,
            at=now,
            note=note,
            writer_ids=[editor.id],
        )
        session.add(draft)
    else:
        draft.members, draft.source, draft.note = sorted(members), source, note
        draft.editor_id, draft.at, draft.version = editor.id, now, draft.version + 1
        draft.writer_ids = publication.joined_by(draft.writer_ids, editor.id)
    publication.flush(session)
    return draft
