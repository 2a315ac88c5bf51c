"""Readers' reports of errors, and settling them. Entries are changed on their own pages."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from tracker.accounts.current_account import EVERYBODY, REVIEWER, me
from tracker.accounts.queries import staff_names
from tracker.challenges import queries, services
from tracker.challenges.forms import GROUNDS, OUTCOMES, SettleReportForm
from tracker.challenges.models import Challenge, Outcome
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict
from tracker.core.i18n import localized
from tracker.staff.blueprint import bp, decides, shows_person


@bp.get("/staff/challenges")
@staff(*EVERYBODY)
def challenges() -> str:
    """Show confirmed reports that wait for an answer, oldest first."""
    after = query_args.row_number("after") or 0
    waiting = queries.waiting(db.session(), after=after, limit=queries.PAGE + 1)
    return render_template(
        "staff/challenges.html",
        challenges=waiting[: queries.PAGE],
        next_after=waiting[queries.PAGE - 1].id if len(waiting) > queries.PAGE else None,
        grounds=GROUNDS,
        now=utcnow(),
    )


@bp.get("/staff/challenges/<int:id>")
@staff(*EVERYBODY)
def challenge(id: int) -> str:
    """Show one report, what it is about, and its answer."""
    return _page(queries.challenge(db.session(), id), SettleReportForm(formdata=None))


@bp.post("/staff/challenges/<int:id>")
@staff(REVIEWER)
def settle_challenge(id: int) -> ResponseReturnValue:
    """Answer a report by mail and close it."""
    form = SettleReportForm()
    if not form.validate():
        return _page(queries.challenge(db.session(), id), form), 422
    try:
        with transaction() as session:
            challenge = queries.challenge(session, id)
            outcome, words = Outcome(form.outcome.data), (form.words.data or "").strip()
            services.settle(session, vault(), challenge, me().id, outcome, words, now=utcnow())
    except Conflict as error:
        flash(localized(error), "error")
        return _page(queries.challenge(db.session(), id), form), 409
    flash(_("Answered."), "done")
    return redirect(url_for(".challenges"))


def _page(challenge: Challenge, form: SettleReportForm) -> str:
    session = db.session()
    email = None
    if decides() and challenge.email_sealed is not None:
        email = vault().open(challenge.email_sealed)
    return render_template(
        "staff/challenge.html",
        challenge=challenge,
        entry=challenge.endorsement,
        ground=GROUNDS[challenge.ground],
        outcome=OUTCOMES[challenge.outcome] if challenge.outcome else None,
        email=email,
        shows_person=shows_person(challenge.endorsement),
        names=staff_names(session),
        form=form,
        now=utcnow(),
    )
