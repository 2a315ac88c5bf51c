"""Content for tests, written as editors write it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.webclient import Runner
from tracker.accounts.models import StaffRole, User
from tracker.content import queries
from tracker.content.drafts import services
from tracker.content.models import ContentKind
from tracker.content.queries import Subject
from tracker.content.schema.kinds import KINDS

CAMPAIGN = {
    "name": "Charter Review",
    "slug": "charter-review",
    "theme": "Review of the Charter",
    "lead": "A conference to review the Charter.",
    "position": 9,
}
INITIATIVE = {
    "name": "Article 109",
    "slug": "article-109",
    "official_name": "Call for a General Conference under Article 109",
    "asks": "A General Conference to review the Charter.",
    "summary": "Article 109 foresees a conference. It was never held.",
    "launched": "2024-09",
    "reference": "Charter of the United Nations, Article 109",
    "website": "https://www.article109.example.org",
    "signatory_kinds": ["government", "organisation"],
    "open_kinds": ["government", "organisation"],
    "position": 1,
    "notice": "",
    "closed_on": None,
    "archived_on": None,
}
DOCUMENT = {
    "title": "The call",
    "category": "founding text",
    "dated": "2024-09-20",
    "reference": "A/79/1",
    "publisher": "United Nations",
    "source": "",
}
TALLY = {
    "value": 130,
    "qualifier": "exact",
    "unit": "states",
    "observers": None,
    "reported_on": "2026-10-01",
    "date_precision": "day",
    "what": "Announced at the opening of the debate",
    "source": "Example Mission, statement of 1 October 2026",
    "preferred": "yes",
}


def editors(app: Flask, session: Session, *names: str) -> list[User]:
    """Editors by these names, written but not yet committed."""
    datastore = app.extensions["security"].datastore
    role = datastore.find_or_create_role(StaffRole.EDITOR.value)
    made = [
        datastore.create_user(email=f"{name}@staff.example", name=name.title(), roles=[role])
        for name in names
    ]
    session.flush()
    return made


def row_of(session: Session, kind: ContentKind, **where: Any) -> Any:
    """The first public row of a kind with these values."""
    return session.scalars(select(KINDS[kind].model).filter_by(**where)).first()


def subject(session: Session, kind: ContentKind, **where: Any) -> Subject:
    """What an editor sees of the first public row with these values."""
    return queries.subject(session, KINDS[kind], str(row_of(session, kind, **where).id))


def again(session: Session, content: Subject) -> Subject:
    """The same content, read anew."""
    session.flush()
    return queries.subject(session, content.kind, content.ref)


def saved(
    session: Session, content: Subject, editor: User, *, now: datetime, **changes: Any
) -> Subject:
    """A draft with these changes."""
    services.save_draft(
        session, content, content.values | changes, editor, seen=content.seen, now=now
    )
    return again(session, content)


def published(
    session: Session, content: Subject, editor: User, *, now: datetime, **changes: Any
) -> Subject:
    """The same, on the public pages."""
    draft = saved(session, content, editor, now=now, **changes)
    services.publish(session, draft, editor, seen=draft.seen, now=now)
    assert draft.item is not None
    return queries.of_item(session, draft.item)


def begun(
    session: Session,
    kind: ContentKind,
    parent: Subject | None,
    values: dict[str, Any],
    editor: User,
    *,
    now: datetime,
) -> Subject:
    """A new draft."""
    return services.begin(session, KINDS[kind], parent, values, editor, now=now)


def content_command(runner: Runner, *words: str) -> Any:
    """What `flask content` says to these words."""
    return runner.invoke(args=["content", *words])


def taken_in(runner: Runner, folder: Path, content: Any, *options: str) -> Any:
    """What `flask content import` says of a file with this content."""
    file = folder / "content.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content))
    return content_command(runner, "import", str(file), *options)
