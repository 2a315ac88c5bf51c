"""Reporting an error in a public entry, and confirming the report by mail."""

from __future__ import annotations

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from tracker.challenges import queries, services
from tracker.challenges.forms import GROUNDS, ReportForm
from tracker.core.audience import public, supporter_link
from tracker.core.clock import utcnow
from tracker.core.components import signer, vault
from tracker.core.db import db, transaction
from tracker.core.errors import LinkRefused
from tracker.core.i18n import locale_code
from tracker.core.limits import MAILS, limiter
from tracker.endorsements import publication
from tracker.endorsements.lifecycle import LINK_LIFE

bp = Blueprint("challenges", __name__)


@bp.route("/endorsements/<int:endorsement_id>/report", methods=["GET", "POST"])
@public
@limiter.limit(MAILS, methods=["POST"])
def report(endorsement_id: int) -> ResponseReturnValue:
    """Say what is wrong with an entry. Answers alike for every address."""
    entry = publication.entry(db.session(), endorsement_id)
    form = ReportForm()
    if form.validate_on_submit():
        if not form.nickname.data:
            with transaction() as session:
                entry = publication.entry(session, endorsement_id)
                services.submit(session, vault(), entry, form.report(locale_code()), now=utcnow())
        return redirect(url_for(".sent", endorsement_id=endorsement_id), code=303)
    status = 422 if form.is_submitted() else 200
    page = make_response(render_template("challenges/report.html", form=form, entry=entry), status)
    if entry.kind.is_person:
        page.headers["Cache-Control"] = "no-store"  # it names them, until they withdraw
    return page


@bp.get("/endorsements/<int:endorsement_id>/report/sent")
@public
def sent(endorsement_id: int) -> str:
    """Show where to look next."""
    entry = publication.entry(db.session(), endorsement_id)
    return render_template("challenges/sent.html", entry=entry)


@bp.route("/report/<token>", methods=["GET", "POST"], strict_slashes=False)
@supporter_link
def confirm(token: str) -> ResponseReturnValue:
    """Show a button that puts the report before staff; only the POST does."""
    number = _report_of(token)
    challenge = queries.unless_deleted(db.session(), number)
    if challenge is None:
        raise LinkRefused("This report was deleted.", expired=True)
    if request.method == "POST":
        with transaction() as session:
            services.confirm(session, queries.challenge(session, number), now=utcnow())
        return redirect(url_for(".confirm", token=token), code=303)
    return render_template(
        "challenges/confirm.html",
        token=token,
        challenge=challenge,
        ground=GROUNDS[challenge.ground],
    )


@bp.route("/report/<token>/not-me", methods=["GET", "POST"], strict_slashes=False)
@supporter_link
def disown(token: str) -> ResponseReturnValue:
    """Show a button for whoever never sent a report; only the POST deletes it."""
    number = _report_of(token)
    if request.method == "POST":
        with transaction() as session:
            challenge = queries.unless_deleted(session, number)
            if challenge is not None:
                services.disown(session, challenge, now=utcnow())
        return redirect(url_for(".disown", token=token), code=303)
    challenge = queries.unless_deleted(db.session(), number)
    return render_template("challenges/disown.html", challenge=challenge)


@bp.errorhandler(LinkRefused)
def refuse_link(error: LinkRefused) -> tuple[str, int]:
    return render_template("challenges/link_refused.html", expired=error.expired), 410


def _report_of(token: str) -> int:
    """Return the number of the report that a link is for. Raises LinkRefused."""
    return int(signer().read("report", token, max_age=int(LINK_LIFE.total_seconds())))


WITHOUT_COOKIE = (report, confirm, disown)
"""Their POST needs no session: it does nothing in anybody's name before the mailed link is used."""
