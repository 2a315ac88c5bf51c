"""Pages that open an individual's details or find somebody by address, and the record of both."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import structlog
from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.accounts import freshness, security_signals
from tracker.accounts.current_account import ADMIN, REVIEWER, me
from tracker.accounts.freshness import needs_fresh_proof
from tracker.accounts.models import User
from tracker.accounts.queries import staff_names
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.db import db, transaction
from tracker.core.errors import RuleBroken
from tracker.core.i18n import localized
from tracker.review.audit import personal_reads
from tracker.review.audit.personal_reads import TooManyReads
from tracker.review.queue import queries
from tracker.staff.blueprint import bp
from tracker.staff.forms.personal_data import FindForm, ReadsForm
from tracker.staff.queue_views import PART, part

logger = structlog.get_logger()
Read = TypeVar("Read")


@bp.post("/staff/endorsements/<int:id>/personal-details")
@staff(REVIEWER)
@needs_fresh_proof(".item", "id", *PART)
def open_personal_details(id: int) -> ResponseReturnValue:
    """Record that I read an individual's details, and show them for a few minutes."""
    page = url_for(".item", id=id, **part())
    try:
        on_record(
            lambda session: personal_reads.open_entry(
                session, queries.entry(session, id), me(), now=utcnow()
            )
        )
    except RuleBroken as error:
        flash(localized(error), "error")
    return redirect(page, code=303)


@bp.post("/staff/personal-data/find")
@staff(REVIEWER)
def find_personal_data() -> ResponseReturnValue:
    """Find the entries of exactly one address, for somebody who calls or writes."""
    form = FindForm()
    if not form.validate():
        return _found(form), 422
    if not freshness.is_fresh():
        return freshness.prove_first(url_for(".personal_data"))
    try:
        entry_ids = on_record(
            lambda session: [
                entry.id
                for entry in personal_reads.find_by_address(
                    session, vault(), form.email.data or "", me(), now=utcnow()
                )
            ]
        )
    except RuleBroken as error:
        form.form_errors.append(localized(error))
        return _found(form), 409
    return _found(form, [queries.item(db.session(), entry_id) for entry_id in entry_ids])


@bp.get("/staff/personal-reads")
@staff(ADMIN)
def reads() -> ResponseReturnValue:
    """Show who read which individual's details and when, the newest first."""
    session = db.session()
    names = staff_names(session)
    form = ReadsForm(sorted(names.items(), key=lambda one: one[1].casefold()))
    valid = form.validate()
    before = query_args.row_number("before") or 0
    matches = (
        personal_reads.reads(
            session,
            staff_id=int(form.person.data) if form.person.data else None,
            day=form.day.data,
            before=before,
            limit=personal_reads.PAGE + 1,
        )
        if valid
        else []
    )
    shown = matches[: personal_reads.PAGE]
    page = render_template(
        "staff/personal_reads.html",
        form=form,
        reads=shown,
        names=names,
        before=before,
        next_before=shown[-1].id if len(matches) > len(shown) else None,
        chosen=form.chosen(),
    )
    return page, 200 if valid else 422


def on_record(read: Callable[[Session], Read]) -> Read:
    """Do what is recorded; when it is refused as too much, that is recorded instead."""
    try:
        with transaction() as session:
            return read(session)
    except TooManyReads:
        with transaction() as session:
            person = session.get_one(User, me().id)
            personal_reads.note_limit(
                session, person, security_signals.themself(me()), now=utcnow()
            )
        logger.warning("limit_reached", what="personal details", staff_id=me().id)
        raise


def _found(form: FindForm, entries: list[object] | None = None) -> str:
    return render_template("staff/entries_of_address.html", form=form, entries=entries)
