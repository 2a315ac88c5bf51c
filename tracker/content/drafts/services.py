"""Writing content: drafts, publishing, taking off, restoring. Nobody's words are ever lost."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.content import queries
from tracker.content.drafts import publication, second_person
from tracker.content.models import ContentItem, ContentRevision, RevisionState
from tracker.content.queries import Subject
from tracker.content.schema import rules
from tracker.content.schema.fields import Kind, Row, Values
from tracker.content.schema.places import Place, Problems
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.core.words import translatable as _t

CHANGED_MEANWHILE = _t("Somebody else changed this since you opened it. Nothing was overwritten.")
DRAFT_WAITS = _t("A draft waits. Publish or discard it first.")
NO_DRAFT = _t("There is no draft of this any more.")
REMOVAL_WAITS = _t("It is proposed to unpublish this. Agree to that or discard it first.")
RESTORED = _t("An earlier version, restored.")
TAKEN_OVER = _t("From the shipped record.")
MAX_NOTE = 500


def begin(
    session: Session,
    kind: Kind,
    parent: Subject | None,
    values: Values,
    editor: User,
    *,
    now: datetime,
    note: str = "",
) -> Subject:
    """Begin a new piece of content, as a draft that nobody outside sees.

    Raises Refused for values that no draft may hold, RuleBroken where nothing may be added.
    """
    if (parent.kind.kind if parent is not None else None) not in (kind.belongs_to or (None,)):
        raise NotFound(queries.NOT_FOUND)
    rules.refuse(rules.malformed(kind, values) | _note_problems(note))
    _refuse_archived(parent)
    above = publication.ensure_item(session, parent, now=now) if parent is not None else None
    item = ContentItem(kind=kind.kind, parent_id=above.id if above is not None else None)
    session.add(item)
    session.flush()
    content = kind.canonical(values)
    publication.add_revision(session, item, RevisionState.DRAFT, content, editor.id, note, now)
    return queries.of_item(session, item)


def save_draft(
    session: Session,
    subject: Subject,
    values: Values,
    editor: User,
    *,
    seen: str,
    now: datetime,
    note: str = "",
) -> ContentRevision:
    """Keep what an editor wrote; the public pages stay as they are.

    `seen` is the subject's own `seen` when the editor began. Raises Conflict when somebody changed
    it since, Refused for values that no draft may hold.
    """
    _refuse_stale(subject, seen)
    if subject.draft is not None and subject.draft.retires:
        raise RuleBroken(REMOVAL_WAITS)
    rules.refuse(rules.malformed(subject.kind, values) | _note_problems(note))
    kept = {name: subject.values[name] for name in subject.kind.kept if name in subject.values}
    content = subject.kind.canonical(kept | dict(values))
    if subject.draft is None and subject.row is not None and content == subject.public:
        raise RuleBroken("Nothing was changed, so nothing was saved.")
    draft = subject.draft
    if draft is not None and publication.is_newer(session, subject):
        # The newer record goes into the history before what is written in view of it.
        draft.state, draft.version = RevisionState.DISCARDED, draft.version + 1
        publication.flush(session)
        draft = None
    item = publication.ensure_item(session, subject, now=now)
    if draft is None:
        return publication.add_revision(
            session, item, RevisionState.DRAFT, content, editor.id, note, now
        )
    draft.content, draft.note, draft.editor_id, draft.at = content, note, editor.id, now
    draft.writer_ids = publication.joined_by(draft.writer_ids, editor.id)
    draft.version += 1
    return draft


def problems(session: Session, subject: Subject, *, now: datetime) -> Problems:
    """Return what stands in the way of publishing the draft, field by field."""
    parent = queries.parent_of(session, subject)
    slug = ""
    if parent is not None:
        slug = (parent.public or parent.values).get("slug") or ""
    place = Place(
        session=session,
        item=subject.item,
        row=subject.row,
        parent_slug=slug,
        parent_kind=parent.kind.kind if parent is not None else None,
        today=now.date(),
    )
    return rules.unpublishable(subject.kind, subject.values, place)


def publish(session: Session, subject: Subject, editor: User, *, seen: str, now: datetime) -> Row:
    """Put the draft on the public pages, and return its row.

    Raises Conflict when somebody changed it since, Refused while it breaks a rule, RuleBroken
    under an archived initiative or under something that is not published itself, and
    NeedsSecondPerson for its writer where it takes two people. A draft that proposes to unpublish
    its row does so.
    """
    _refuse_stale(subject, seen)
    item, draft = subject.item, subject.draft
    if item is None or draft is None:
        raise Conflict(NO_DRAFT)
    if publication.is_newer(session, subject):
        raise Conflict(
            "A newer shipped record came while the draft waited. Compare them, save the draft again"
            " and publish it then."
        )
    _refuse_archived(queries.parent_of(session, subject))
    if draft.retires:
        second_person.refuse_writer(session, draft.writer_ids, editor, now=now)
        row = _public_row(subject)
        draft.content = subject.public or {}
        publication.end(draft, RevisionState.RETIRED, editor, now=now)
        publication.flush(session)
        _take_off(session, item, row, now=now)
        return row
    _refuse_archived(subject, unless=bool(subject.row and not draft.content.get("archived_on")))
    rules.refuse(problems(session, subject, now=now))
    if second_person.is_due(subject):
        second_person.refuse_writer(session, draft.writer_ids, editor, now=now)
    row = publication.write(session, item, draft.content, now=now)
    _accept_shipped(item, row, subject.kind)
    publication.end(draft, RevisionState.PUBLISHED, editor, now=now)
    publication.flush(session)
    return row


def publish_all(
    session: Session, subject: Subject, editor: User, *, seen: str, now: datetime
) -> int:
    """Publish a draft and every draft below it, all or none, and return how many.

    What takes a second person goes on waiting for one.

    Raises Refused with the problems of the first that breaks a rule.
    """
    publish(session, subject, editor, seen=seen, now=now)
    below = queries.drafts_below(session, subject.item) if subject.item is not None else []
    below = [draft for draft in below if second_person.may_publish(session, draft, editor, now=now)]
    for draft in below:
        # Read again: what it stands under may have been published by this loop.
        fresh = queries.of_item(session, draft.item) if draft.item is not None else draft
        try:
            publish(session, fresh, editor, seen=fresh.seen, now=now)
        except rules.Refused as error:
            raise BelowRefused(fresh, error.problems) from error
    return 1 + len(below)


class BelowRefused(RuleBroken):
    """A draft below the one that was to be published breaks a rule; none was published."""

    def __init__(self, below: Subject, problems: Problems) -> None:
        super().__init__("Nothing was published: a draft below it is not ready.")
        self.below = below
        self.problems = problems


def discard(session: Session, subject: Subject, editor: User, *, seen: str, now: datetime) -> None:
    """Discard a draft; the history keeps it. Raises Conflict, or RuleBroken with drafts below."""
    _refuse_stale(subject, seen)
    item, draft = subject.item, subject.draft
    if item is None or draft is None:
        raise Conflict(NO_DRAFT)
    if subject.row is None and queries.drafts_below(session, item):
        raise RuleBroken("Drafts stand below this one. Discard those first.")
    publication.end(draft, RevisionState.DISCARDED, editor, now=now)


def retire(
    session: Session, subject: Subject, editor: User, *, seen: str, why: str, now: datetime
) -> bool:
    """Take a row off the public pages, or propose that where it takes two people.

    Return whether it is off. Its history stays, and no seed brings it back.

    Raises RuleBroken for a campaign or an initiative, without a reason, and while a draft waits.
    """
    _refuse_stale(subject, seen)
    if not subject.kind.can_be_retired:
        raise RuleBroken("This is not taken off. Close and archive the initiative instead.")
    if subject.draft is not None:
        raise RuleBroken(DRAFT_WAITS)
    row = _public_row(subject)
    if not why.strip():
        raise RuleBroken("Please say why it is taken off.")
    rules.refuse(_note_problems(why))
    _refuse_archived(queries.parent_of(session, subject))
    item = publication.ensure_item(session, subject, now=now)
    content = subject.public or {}
    if second_person.is_due(subject):
        draft = publication.add_revision(
            session, item, RevisionState.DRAFT, content, editor.id, why, now
        )
        draft.retires = True
        publication.flush(session)
        return False
    publication.add_revision(session, item, RevisionState.RETIRED, content, editor.id, why, now)
    _take_off(session, item, row, now=now)
    return True


def _public_row(subject: Subject) -> Row:
    row: Row | None = subject.row
    if row is None:
        raise Conflict("This is not on the public pages any more.")
    return row


def _take_off(session: Session, item: ContentItem, row: Row, *, now: datetime) -> None:
    publication.raise_versions(session, row)
    item.seed_key, item.seed_digest = row.seed_key, row.seed_digest
    item.row_id, item.retired_at = None, now
    item.shipped, item.shipped_digest = None, None
    session.delete(row)
    publication.flush(session)


def restore(
    session: Session, subject: Subject, revision_id: int, editor: User, *, seen: str, now: datetime
) -> ContentRevision:
    """Make an earlier revision the draft. Raises RuleBroken while another draft waits."""
    _refuse_stale(subject, seen)
    if subject.draft is not None:
        raise RuleBroken(DRAFT_WAITS)
    earlier = session.get(ContentRevision, revision_id)
    if earlier is None or subject.item is None or earlier.item_id != subject.item.id:
        raise NotFound(queries.NOT_FOUND)
    item = publication.ensure_item(session, subject, now=now)
    return publication.add_revision(
        session, item, RevisionState.DRAFT, earlier.content, editor.id, RESTORED, now
    )


def take_over(
    session: Session, subject: Subject, editor: User, *, seen: str, now: datetime
) -> ContentRevision:
    """Make what the shipped record says now the draft. Raises RuleBroken while another waits."""
    _refuse_stale(subject, seen)
    if subject.draft is not None:
        raise RuleBroken(DRAFT_WAITS)
    if subject.item is None or subject.item.shipped is None:
        raise Conflict("The shipped record says nothing new of this any more.")
    content = (subject.public or {}) | subject.item.shipped
    return publication.add_revision(
        session,
        subject.item,
        RevisionState.DRAFT,
        content,
        editor.id,
        TAKEN_OVER,
        now,
    )


def keep_ours(session: Session, subject: Subject, *, seen: str) -> None:
    """Leave the row as editors wrote it, and be told again only of a later change."""
    _refuse_stale(subject, seen)
    if subject.item is None or subject.item.shipped is None or subject.row is None:
        raise Conflict("The shipped record says nothing new of this any more.")
    subject.row.seed_digest = subject.item.shipped_digest
    subject.item.shipped, subject.item.shipped_digest = None, None


def _accept_shipped(item: ContentItem, row: Row, kind: Kind) -> None:
    """Forget the shipped record's words once the row says the same: nothing is left to choose."""
    if item.shipped is None:
        return
    public = kind.values(row)
    if all(public.get(name) == value for name, value in item.shipped.items()):
        row.seed_digest = item.shipped_digest
        item.shipped, item.shipped_digest = None, None


def _refuse_stale(subject: Subject, seen: str) -> None:
    if subject.seen != seen:
        raise Conflict(CHANGED_MEANWHILE)


def _refuse_archived(subject: Subject | None, *, unless: bool = False) -> None:
    archived = queries.archive(subject)
    if archived is not None and not unless:
        raise RuleBroken("%(name)s is archived: its content can only be read.", name=archived.name)


def _note_problems(note: str) -> Problems:
    if len(note) > MAX_NOTE:
        return {"note": RuleBroken("Use at most %(n)s characters.", n=MAX_NOTE)}
    return {}
