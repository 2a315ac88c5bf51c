"""The page behind the mailed link: all that would be recorded, to be corrected and confirmed."""

from __future__ import annotations

from contextlib import suppress

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from tracker.core.audience import supporter_link
from tracker.core.clock import utcnow
from tracker.core.components import config, signer
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict, RuleBroken
from tracker.core.i18n import locale_code, localized
from tracker.core.limits import network
from tracker.endorsements import labels, queries, services
from tracker.endorsements.blueprint import bp, link_refused
from tracker.endorsements.evidence import held_files
from tracker.endorsements.lifecycle import LINK_LIFE, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.signup import choices, standing_record
from tracker.endorsements.signup import queries as signup_queries
from tracker.endorsements.signup.confirmation_forms import Correctable, form_for
from tracker.endorsements.signup.kinds_forms import (
    GovernmentForm,
)
from tracker.endorsements.signup.standing_record import Recorded
from tracker.endorsements.signup.submission import Submission
from tracker.supporters.models import Supporter

ENDED = frozenset({Status.EXPIRED, Status.ERASED})
"""Statuses of which a link tells nothing any more."""


@bp.get("/confirm/<token>", strict_slashes=False)
@supporter_link
def confirm(token: str) -> ResponseReturnValue:
    """Show all that would be recorded and made public, to be corrected, and a button. Only the POST
    confirms, since mail scanners follow links (and never press)."""
    ids = _submission_of(token)
    entries = queries.by_ids(db.session(), ids)
    outcomes = {entry: signup_queries.outcome(db.session(), entry) for entry in entries}
    if ENDED.issuperset(outcomes.values()):
        return link_refused(expired=True)
    waiting = queries.unconfirmed(entries)
    if not waiting:
        labelled = [
            (entry, labels.for_outcome(entry, outcome)) for entry, outcome in outcomes.items()
        ]
        return render_template("endorsements/confirmed.html", entries=labelled)
    known = signup_queries.known(db.session(), waiting[0])
    offered = choices.offered(db.session(), locale_code()[:2])
    form = form_for(waiting, known, offered)
    return _confirmation_page(token, waiting, known, form)


@bp.post("/confirm/<token>", strict_slashes=False)
@supporter_link
def press_confirm(token: str) -> ResponseReturnValue:
    """Confirm what the page shows, as corrected there."""
    ids = _submission_of(token)
    if not request.form:
        _confirm(ids, None)
        return redirect(url_for(".confirm", token=token), code=303)
    waiting = queries.unconfirmed(queries.by_ids(db.session(), ids))
    if waiting:
        known = signup_queries.known(db.session(), waiting[0])
        offered = choices.offered(db.session(), locale_code()[:2])
        form = form_for(waiting, known, offered, request.form, request.files)
        if not form.validate():
            return _shown_again(token, ids, waiting, known, form)
        briefs = choices.initiatives_in_brief(db.session(), utcnow().date()).values()
        try:
            _confirm(ids, form.corrected(briefs, locale_code()))
        except RuleBroken as error:
            form.form_errors.append(localized(error))
            return _shown_again(token, ids, waiting, known, form)
    return redirect(url_for(".confirm", token=token), code=303)


def _confirm(ids: list[int], corrected: Submission | None) -> None:
    """Confirm, and once more if another link of the same address was quicker."""

    def attempt() -> None:
        with transaction() as session:
            if waiting := services.confirm(session, ids, now=utcnow(), corrected=corrected):
                held_files.store(session, config().upload_dir, waiting)

    try:
        attempt()
    except Conflict:
        attempt()


def _shown_again(
    token: str, ids: list[int], waiting: list[Endorsement], known: Supporter, form: Correctable
) -> ResponseReturnValue:
    """Show the page with what is wrong. A file that came with it waits here, if there is room."""
    file = form.file.handed() if isinstance(form, GovernmentForm) and not form.file.errors else None
    if file is not None:
        with suppress(held_files.NoRoom), transaction() as session:
            held_files.keep(session, ids, file, network(), now=utcnow())
            form.file.data = None  # a file that is still there is asked for again
    return _confirmation_page(token, waiting, known, form, 422)


def _confirmation_page(
    token: str, waiting: list[Endorsement], known: Supporter, form: Correctable, status: int = 200
) -> ResponseReturnValue:
    page = render_template(
        "endorsements/confirm.html",
        token=token,
        first=waiting[0],
        waiting=waiting,
        is_known=known is not waiting[0].supporter,
        files=held_files.waiting(db.session(), [entry.id for entry in waiting]),
        recorded=_recorded(waiting, form),
        form=form,
    )
    return page, status


def _recorded(waiting: list[Endorsement], form: Correctable) -> list[Recorded]:
    """Return what counts already of the State that a confirmation page names."""
    if not isinstance(form, GovernmentForm) or not form.state.data:
        return []
    ids = [entry.initiative_id for entry in waiting]
    return standing_record.of_states(db.session(), ids, form.state.data)


@bp.route("/confirm/<token>/not-me", methods=["GET", "POST"], strict_slashes=False)
@supporter_link
def disown(token: str) -> ResponseReturnValue:
    """Offer a button to whoever never signed up; only the POST erases."""
    ids = _submission_of(token)
    if request.method == "POST":
        with transaction() as session:
            services.disown(session, ids, now=utcnow())
        return redirect(url_for(".disown", token=token), code=303)
    entries = queries.by_ids(db.session(), ids)
    return render_template(
        "endorsements/disown.html",
        waiting=queries.unconfirmed(entries),
        recorded=[entry for entry in entries if entry.status not in ENDED],
    )


def _submission_of(token: str) -> list[int]:
    """Return the endorsements of the sign-up that a link is for. Raises LinkRefused."""
    ids: list[int] = signer().read("confirm", token, max_age=int(LINK_LIFE.total_seconds()))
    return ids
