"""What the page that changes a piece of content offers, without its HTML."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support.content import CAMPAIGN, DOCUMENT, INITIATIVE, begun, editors, saved, subject
from tracker.accounts.models import User
from tracker.content.edit_page import EditPage
from tracker.content.forms import ContentForm
from tracker.content.models import ContentKind
from tracker.content.queries import Subject

pytestmark = pytest.mark.by_turns


def page_of(
    app: Flask, session: Session, content: Subject, reader: User, now: datetime
) -> EditPage:
    with app.test_request_context():
        form = ContentForm.of(content.kind, {}, values=content.values, sent=False)
        page = EditPage(session, content, form, reader, now=now)
        assert page.public_page is None or page.public_page.startswith("/")
        return page


def test_new_content_has_no_public_page_and_holds_drafts(
    app: Flask, session: Session, now: datetime
) -> None:
    (ada,) = editors(app, session, "ada")
    campaign = begun(session, ContentKind.CAMPAIGN, None, CAMPAIGN, ada, now=now)
    initiative = begun(session, ContentKind.INITIATIVE, campaign, INITIATIVE, ada, now=now)
    begun(session, ContentKind.DOCUMENT, initiative, DOCUMENT, ada, now=now)
    page = page_of(app, session, campaign, ada, now)
    assert page.public_page is None and page.may_publish and page.may_publish_all
    assert len(page.drafts_below) == 2 and page.shows_below and not page.may_retire
    assert next(kind for kind, _text in page.kinds_below) == "initiatives"


def test_below_an_archive_nothing_is_added_or_changed(
    app: Flask, session: Session, now: datetime
) -> None:
    initiative = subject(session, ContentKind.INITIATIVE, slug="unpa")
    document = subject(session, ContentKind.DOCUMENT, initiative_id=initiative.row.id)
    (ada,) = editors(app, session, "ada")
    page = page_of(app, session, document, ada, now)
    assert page.may_retire and not (page.can_only_be_read or page.shows_below or page.shows_draft)
    with session.no_autoflush:
        initiative.row.archived_on = now.date()
        page = page_of(app, session, document, ada, now)
        assert page.can_only_be_read and not page.may_retire
        page = page_of(app, session, initiative, ada, now)
        assert page.is_archived_itself and not (page.can_only_be_read or page.shows_below)


def test_a_draft_shows_what_it_changes(app: Flask, session: Session, now: datetime) -> None:
    (ada,) = editors(app, session, "ada")
    public = subject(session, ContentKind.INITIATIVE, slug="unpa")
    draft = saved(session, public, ada, now=now, asks="")
    page = page_of(app, session, draft, ada, now)
    assert page.shows_draft and len(page.draft_changes) == len(page.waiting) == 1
    assert page.may_publish and not page.may_publish_all and page.shipped_changes == []
