"""Pages on which staff record a State's own declarations, and that they were withdrawn."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from tracker.accounts.current_account import REVIEWER, me
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.core.i18n import localized
from tracker.endorsements import declarations as recorded
from tracker.endorsements.declarations import Declared
from tracker.endorsements.models import Endorsement
from tracker.review.evidence import declarations
from tracker.review.queue import queries
from tracker.staff.blueprint import bp
from tracker.staff.forms.declarations import DeclarationForm, WithdrawalForm


@bp.route("/staff/endorsements/<int:id>/declarations/add", methods=["GET", "POST"])
@staff(REVIEWER)
def declare(id: int) -> ResponseReturnValue:
    """Propose to record a declaration that a State made with its endorsement."""
    entry = _entry(id)
    return _page(entry, DeclarationForm(entry), None)


@bp.route(
    "/staff/endorsements/<int:id>/declarations/<int:declaration_id>/withdraw",
    methods=["GET", "POST"],
)
@staff(REVIEWER)
def withdraw_declaration(id: int, declaration_id: int) -> ResponseReturnValue:
    """Propose to record that a declaration was withdrawn; it stays, and says so."""
    entry = _entry(id)
    declared = recorded.of_entry(db.session(), entry, declaration_id)
    return _page(entry, WithdrawalForm(entry), declared)


def _entry(id: int) -> Endorsement:
    entry = queries.item(db.session(), id)
    if not recorded.may_have_one(entry):
        raise NotFound("A declaration stands with a verified entry of a government.")
    return entry


def _page(
    entry: Endorsement, form: WithdrawalForm, withdraws: Declared | None
) -> ResponseReturnValue:
    """Show the form, or propose what it says and return to the entry."""
    id, status = entry.id, 422
    if request.method == "GET":
        form.seen.data, status = queries.newest_decision_id(db.session(), id), 200
    elif form.validate():
        try:
            _propose(id, form, withdraws.declaration.id if withdraws else None)
        except RuleBroken as error:
            form.form_errors.append(localized(error))
            status = 409
            if isinstance(error, Conflict):
                form.seen.data = queries.newest_decision_id(db.session(), id)
        else:
            flash(_("Proposed. A second reviewer must agree."), "done")
            return redirect(url_for(".item", id=id) + "#declarations", code=303)
    page = render_template("staff/declare.html", entry=entry, form=form, declared=withdraws)
    return page, status


def _propose(id: int, form: WithdrawalForm, declaration_id: int | None) -> None:
    with transaction() as session:
        entry = queries.for_change(session, id)
        declarations.propose(
            session,
            vault(),
            entry,
            me(),
            seen=form.seen.data,
            instrument_id=int(form.instrument.data),
            on=form.on.data,
            text=form.text.data if isinstance(form, DeclarationForm) else "",
            language=form.language.data if isinstance(form, DeclarationForm) else "",
            withdraws=recorded.of_entry(session, entry, declaration_id) if declaration_id else None,
            words=form.words,
            now=utcnow(),
        )
