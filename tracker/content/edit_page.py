"""The page on which editors change one piece of content: what it says and offers."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from flask import url_for
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.accounts.queries import staff_names
from tracker.content import labels, queries
from tracker.content.drafts import second_person, services
from tracker.content.drafts.differences import Part
from tracker.content.forms import ActForm, ContentForm
from tracker.content.models import ContentKind
from tracker.content.queries import Subject
from tracker.core.i18n import localized

BELOW: dict[ContentKind, tuple[tuple[str, LazyString], ...]] = {
    ContentKind.CAMPAIGN: (
        ("initiatives", _l("an initiative")),
        ("statements", _l("a statement")),
        ("reported-tallies", _l("a reported tally")),
    ),
    ContentKind.INITIATIVE: (
        ("documents", _l("a document")),
        ("milestones", _l("a milestone")),
        ("reforms", _l("a reform")),
        ("convenors", _l("a convenor")),
        ("statements", _l("a statement")),
        ("reported-tallies", _l("a reported tally")),
    ),
}
PUBLIC_PAGES = {
    ContentKind.CAMPAIGN: "pages.campaign",
    ContentKind.INITIATIVE: "pages.initiative",
}


class EditPage:
    """One piece of content in its form, with what its editor can do next."""

    def __init__(
        self, session: Session, content: Subject, form: ContentForm, editor: User, *, now: datetime
    ) -> None:
        self.content = content
        self.form = form
        self.draft = content.draft
        self.title = labels.title(content.kind, content.values)
        self.parent = queries.parent_of(session, content)
        self.archive = queries.archive(content, self.parent)
        self.names = staff_names(session)
        self.step_form = ActForm(formdata=None, seen=content.seen)
        self.takes_two = second_person.is_due(content)
        self.may_publish = second_person.may_publish(session, content, editor, now=now)
        self.drafts_below = queries.drafts_below(session, content.item) if content.item else []
        problems = services.problems(session, content, now=now) if self.shows_draft else {}
        names = {field.name: field.label for field in content.kind.fields}
        self.waiting = [
            (_(names.get(name, "")), localized(problem)) for name, problem in problems.items()
        ]
        """Obstacles to publishing the draft: the field and the problem."""

    @property
    def is_archived_itself(self) -> bool:
        return self.archive is not None and self.archive is self.content.row

    @property
    def can_only_be_read(self) -> bool:
        """Return whether what it belongs to is archived."""
        return self.archive is not None and not self.is_archived_itself

    @cached_property
    def public_page(self) -> str | None:
        """The address of its public page, or of what it belongs to; none while that is a draft."""
        for subject in (self.content, self.parent):
            if subject is not None and subject.row is not None:
                view = PUBLIC_PAGES.get(subject.kind.kind)
                if view is not None:
                    return url_for(view, slug=subject.row.slug)
        return None

    @property
    def shows_draft(self) -> bool:
        return self.draft is not None and not self.form.errors

    @cached_property
    def draft_changes(self) -> list[tuple[str, list[Part]]]:
        before = self.content.public or {}
        return labels.changes(self.content.kind, before, self.draft.content) if self.draft else []

    @cached_property
    def shipped_changes(self) -> list[tuple[str, list[Part]]]:
        """Differences of the shipped record; none if it has not changed since."""
        shipped = self.content.item.shipped if self.content.item is not None else None
        before = self.content.public or {}
        return labels.changes(self.content.kind, before, before | shipped) if shipped else []

    @property
    def second_person_note(self) -> str:
        """Say who publishes a figure that leads a page."""
        if self.may_publish:
            return str(_("Compare it with its source before you publish it."))
        if self.draft is not None and self.draft.writer_ids:
            return str(_("This figure leads a page. Another editor, or a reviewer, publishes it."))
        return str(
            _(
                "It came from a file. Save the draft once you have compared it with its source; "
                "a different person then publishes it."
            )
        )

    @property
    def may_publish_all(self) -> bool:
        """Return whether the drafts below can be published along with what holds them."""
        return bool(self.drafts_below) and self.content.row is None

    @property
    def shows_below(self) -> bool:
        """Return whether something stands below it, or can be added there."""
        is_there = self.content.row is not None or self.draft is not None
        holds = self.content.kind.kind in BELOW and is_there
        return holds and (bool(self.drafts_below) or self.archive is None)

    @property
    def kinds_below(self) -> tuple[tuple[str, LazyString], ...]:
        """Kinds that can be added below it: as addresses name them, and as links say them."""
        return BELOW[self.content.kind.kind] if self.archive is None else ()

    @property
    def may_retire(self) -> bool:
        """Return whether it can be taken off the public pages."""
        waits = self.draft is not None or self.archive is not None
        return self.content.row is not None and self.content.kind.can_be_retired and not waits
