"""The queue, and working through it: the next entry at once, hand-over, taking a decision back, and
parts of the queue kept under a name."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.accounts import queries as accounts
from tracker.accounts.current_account import EVERYBODY, REVIEWER, me
from tracker.accounts.freshness import needs_fresh_proof
from tracker.challenges import queries as challenge_queries
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.db import db, transaction
from tracker.core.errors import NotFound, RuleBroken
from tracker.core.i18n import localized
from tracker.endorsements import waiting_times
from tracker.initiatives.queries import all_initiatives
from tracker.review.decisions import independence
from tracker.review.decisions import undo as decisions_undo
from tracker.review.models import SavedFilter
from tracker.review.queue import claims, queries
from tracker.review.queue.queries import Filters
from tracker.staff.blueprint import bp
from tracker.staff.forms.decisions import FilterForm, NameForm
from tracker.staff.item_page import NEEDED_REVIEWERS
from tracker.staff.reauthentication import entry_of_government
from tracker.supporters.models import SupporterKind

PART = ("kind", "initiative", "status", "going")


def part() -> dict[str, Any]:
    """Return the part of the queue that an address names, and whether somebody is working through
    it."""
    named = {name: request.values.get(name, "") for name in PART}
    return {name: value for name, value in named.items() if value}


def filters(session: Session) -> Filters:
    """Return the same part, checked."""
    return FilterForm(list(all_initiatives(session)), formdata=request.values).filters()


def go_on(done: int | None = None) -> ResponseReturnValue:
    """Claim the next entry of this part of the queue and open it; the queue when nothing is left.

    `done` is what was decided just now, so that the next page can offer to take it back.
    """
    with transaction() as session:
        entry_id = claims.claim_next(session, filters(session), me(), now=utcnow())
    named = part() | {"going": "1"}
    if entry_id is None:
        flash(_("Nothing more waits for you in this part of the queue."), "done")
        named.pop("going")
        return redirect(url_for(".queue", done=done, **named), code=303)
    return redirect(url_for(".item", id=entry_id, done=done, **named), code=303)


@bp.get("/staff/")
@staff(*EVERYBODY)
def queue() -> ResponseReturnValue:
    """Show everything that waits for staff, oldest first."""
    session = db.session()
    form = FilterForm(list(all_initiatives(session)))
    chosen = form.filters()
    after = query_args.row_number("after") or 0
    entries = queries.queue(session, chosen, after=after, limit=queries.PAGE + 1)
    more = len(entries) > queries.PAGE
    entries = entries[: queries.PAGE]
    return render_template(
        "staff/queue.html",
        form=form,
        entries=entries,
        not_mine=queries.matching(session, entries, independence.appealed_from(me().id)),
        next_after=entries[-1].id if more else None,
        after=after,
        awaiting=queries.awaiting(session),
        withdrawals=queries.withdrawals_requested(session),
        changes=queries.open_changes(session),
        challenged=challenge_queries.count_waiting(session),
        reviewers=len(accounts.reviewers(session)),
        needed=NEEDED_REVIEWERS,
        kinds=list(SupporterKind),
        saved=queries.saved_filters(session, me().id),
        ageing=waiting_times.ageing(session, now=utcnow()),
        medians=waiting_times.medians(session, now=utcnow()),
        handed=claims.count_handed_to(session, me().id),
        part=part(),
        now=utcnow(),
        **offered_undo(query_args.row_number("done") or 0),
    )


@bp.post("/staff/next")
@staff(REVIEWER)
def next_item() -> ResponseReturnValue:
    """Open the oldest entry that I may judge and nobody else is looking at."""
    return go_on()


@bp.post("/staff/endorsements/<int:id>/leave")
@staff(REVIEWER)
def leave(id: int) -> ResponseReturnValue:
    """Put an entry back for others."""
    with transaction() as session:
        if claims.holder(session, id, now=utcnow()) == me().id:
            claims.release(session, id)
    named = part()
    named.pop("going", None)
    return redirect(url_for(".queue", **named), code=303)


@bp.post("/staff/endorsements/<int:id>/hand-over")
@staff(REVIEWER)
def hand_over(id: int) -> ResponseReturnValue:
    """Ask a colleague for the second approval."""
    to = request.form.get("to", 0, type=query_args.parse_row_number)
    try:
        with transaction() as session:
            if not to:
                raise RuleBroken("Choose the colleague.")
            colleague = accounts.person(session, to)
            entry = queries.for_change(session, id)
            claims.hand_over(session, vault(), entry, colleague, me(), now=utcnow())
            name = colleague.name or colleague.email
    except RuleBroken as error:
        flash(localized(error), "error")
    else:
        flash(_("Handed over to %(name)s, who is told by mail.", name=name), "done")
    return redirect(url_for(".item", id=id, **part()), code=303)


@bp.post("/staff/endorsements/<int:id>/undo")
@staff(REVIEWER)
@needs_fresh_proof(".item", "id", when=entry_of_government)
def undo(id: int) -> ResponseReturnValue:
    """Take back my own newest decision."""
    try:
        with transaction() as session:
            entry = queries.for_change(session, id)
            decisions_undo.undo(session, vault(), entry, me(), now=utcnow())
            claims.claim(session, id, me(), now=utcnow())
    except RuleBroken as error:
        flash(localized(error), "error")
    else:
        flash(_("Taken back. The entry waits in review again."), "done")
    return redirect(url_for(".item", id=id, **part()), code=303)


@bp.post("/staff/filters")
@staff(*EVERYBODY)
def save_filter() -> ResponseReturnValue:
    """Keep this part of the queue under a name."""
    form = NameForm()
    if not form.validate():
        flash(_("Give it a name of up to 60 characters."), "error")
        return redirect(url_for(".queue", **part()), code=303)
    with transaction() as session:
        chosen = filters(session)
        name = (form.name.data or "").strip()
        saved = queries.saved_filter(session, me().id, name)
        if saved is None:
            saved = SavedFilter(staff_id=me().id, name=name)
            session.add(saved)
        saved.kind, saved.initiative, saved.status = chosen.kind, chosen.initiative, chosen.status
    return redirect(url_for(".queue", **part()), code=303)


@bp.post("/staff/filters/<int:filter_id>/forget")
@staff(*EVERYBODY)
def forget_filter(filter_id: int) -> ResponseReturnValue:
    """Forget a kept part of the queue."""
    with transaction() as session:
        saved = session.get(SavedFilter, filter_id)
        if saved is None or saved.staff_id != me().id:
            raise NotFound("There is no such filter of yours.")
        session.delete(saved)
    return redirect(url_for(".queue"), code=303)


def offered_undo(done: int | None) -> dict[str, object]:
    """Return what was decided just now, if it can still be taken back by me."""
    if not done:
        return {}
    try:
        entry = queries.entry(db.session(), done)
    except NotFound:
        return {}
    return {"undoable": entry} if decisions_undo.can_undo(entry, me(), now=utcnow()) else {}
