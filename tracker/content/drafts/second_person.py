"""The content that takes two people: figures that lead a page, years of the Security Council."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.content.models import ContentKind
from tracker.content.queries import Subject
from tracker.content.schema.fields import Values
from tracker.core.errors import RuleBroken
from tracker.core.words import translatable as _t
from tracker.initiatives.reported_figures import Preference
from tracker.review.decisions import independence

NOT_ALONE = _t(
    "This needs a second person: somebody who did not write the draft looks at it and publishes it."
)
NOBODY_YET = _t(
    "This draft came from a file. An editor saves it first, and a different person publishes it."
)


class NeedsSecondPerson(RuleBroken):
    """A draft that its own writer would publish; nothing was changed."""


def leads(kind: ContentKind, values: Values | None) -> bool:
    """Return whether some content may stand as *the* reported figure of a page."""
    if kind is not ContentKind.REPORTED_TALLY or values is None:
        return False
    return (values.get("preferred") or Preference.NO) != Preference.NO


def is_due(content: Subject) -> bool:
    """Return whether it takes a second person to publish the draft, or to take off what has none:
    the figure leads a page now, or would."""
    draft = content.draft.content if content.draft is not None else None
    return any(leads(content.kind.kind, values) for values in (content.public, draft))


def refuse_writer(
    session: Session, writer_ids: Sequence[int] | None, staff: User, *, now: datetime
) -> None:
    """Refuse whoever may not publish what these people wrote.

    Raises NeedsSecondPerson for one of them, and for a draft that nobody has saved; RuleBroken for
    another account of a writer's, and for people who do not count yet.
    """
    if not writer_ids:
        raise NeedsSecondPerson(NOBODY_YET)
    if staff.id in writer_ids:
        raise NeedsSecondPerson(NOT_ALONE)
    independence.refuse_one_person(session, staff, *writer_ids, now=now)


def is_second(
    session: Session, writer_ids: Sequence[int] | None, staff: User, *, now: datetime
) -> bool:
    """Return whether somebody may publish what these people wrote."""
    try:
        refuse_writer(session, writer_ids, staff, now=now)
    except RuleBroken:
        return False
    return True


def may_publish(session: Session, content: Subject, staff: User, *, now: datetime) -> bool:
    """Return whether somebody may publish the draft, as far as it takes two people."""
    draft = content.draft
    if draft is None or not is_due(content):
        return draft is not None
    return is_second(session, draft.writer_ids, staff, now=now)
