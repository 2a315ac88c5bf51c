"""The history of a piece of content, and the way back to an earlier version."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.accounts.queries import staff_names
from tracker.content import labels, queries
from tracker.content.blueprint import EDITORS, bp, me
from tracker.content.drafts import services
from tracker.content.drafts.differences import Part
from tracker.content.forms import ActForm
from tracker.content.models import ContentRevision, RevisionState
from tracker.content.queries import Subject
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import RuleBroken
from tracker.core.i18n import localized


@bp.get("/<kind>/<ref>/history")
@staff(*EDITORS)
def history(kind: str, ref: str) -> str:
    """Show every version of a piece of content: who, when, why, and what it changed."""
    session = db.session()
    content = queries.subject(session, queries.kind_named(kind), ref)
    return render_template(
        "content/history.html",
        content=content,
        title=labels.title(content.kind, content.values),
        versions=_versions(session, content),
        names=staff_names(session),
        token=ActForm(formdata=None),
        State=RevisionState,
    )


@bp.post("/<kind>/<ref>/restore/<int:revision_id>")
@staff(*EDITORS)
def restore(kind: str, ref: str, revision_id: int) -> ResponseReturnValue:
    """Make an earlier version the draft."""
    described, form = queries.kind_named(kind), ActForm()
    try:
        with transaction() as session:
            content = queries.subject(session, described, ref, lock=True)
            services.restore(
                session, content, revision_id, me(), seen=form.seen.data or "", now=utcnow()
            )
    except RuleBroken as error:
        flash(localized(error), "error")
        return redirect(url_for(".history", kind=kind, ref=ref), code=303)
    flash(_("That version is a draft now. Look at it and publish it."), "done")
    return redirect(url_for(".edit", kind=kind, ref=ref), code=303)


@dataclass(frozen=True)
class Version:
    """A revision with its difference from what was public before it."""

    revision: ContentRevision
    changes: list[tuple[str, list[Part]]]
    first: bool


def _versions(session: Session, content: Subject) -> list[Version]:
    """Return the versions of a piece of content, newest first."""
    versions: list[Version] = []
    public: ContentRevision | None = None
    for revision in queries.history(session, content):
        changes = labels.changes(content.kind, public.content, revision.content) if public else []
        versions.append(Version(revision, changes, first=public is None))
        if revision.state is RevisionState.PUBLISHED:
            public = revision
    return versions[::-1]
