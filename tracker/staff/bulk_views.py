"""Pages of decisions about many entries: the exact rows, start, progress, cancel, undo."""

from __future__ import annotations

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from tracker.accounts import freshness
from tracker.accounts.current_account import EVERYBODY, REVIEWER, me
from tracker.accounts.freshness import needs_fresh_proof
from tracker.accounts.queries import staff_names
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import RuleBroken
from tracker.core.i18n import localized
from tracker.review.bulk import queries as bulk_queries
from tracker.review.bulk import services as bulks
from tracker.review.models import Bulk, BulkState
from tracker.staff.blueprint import bp
from tracker.staff.forms.decisions import BulkForm
from tracker.staff.queue_views import filters, part
from tracker.staff.reauthentication import bulk_with_government


@bp.post("/staff/bulk")
@staff(REVIEWER)
def prepare_bulk() -> ResponseReturnValue:
    """List the chosen entries, or this whole part of the queue, for one decision."""
    everything = request.form.get("everything") == "1"
    ids = None if everything else request.form.getlist("entry", type=query_args.parse_row_number)
    try:
        with transaction() as session:
            bulk = bulks.prepare(session, me(), ids, filters(session), now=utcnow())
            bulk_id = bulk.id
    except RuleBroken as error:
        flash(localized(error), "error")
        return redirect(url_for(".queue", **part()), code=303)
    return redirect(url_for(".bulk", id=bulk_id), code=303)


@bp.get("/staff/bulk")
@staff(*EVERYBODY)
def bulk_list() -> str:
    """Show decisions in bulk, newest first."""
    session = db.session()
    listed = bulk_queries.bulks(session)
    return render_template(
        "staff/bulks.html",
        bulks=[(bulk, bulks.progress(session, bulk)) for bulk in listed],
        names=staff_names(session),
    )


@bp.get("/staff/bulk/<int:id>")
@staff(*EVERYBODY)
def bulk(id: int) -> ResponseReturnValue:
    """Show one decision in bulk: its rows and how far it is."""
    bulk = bulks.bulk(db.session(), id)
    if bulk.sweep_id is not None:
        return redirect(url_for(".sweep", id=bulk.sweep_id), code=303)
    return _page(bulk, freshness.refill(BulkForm(formdata=None)))


@bp.get("/staff/bulk/<int:id>/progress.json")
@staff(*EVERYBODY)
def bulk_progress(id: int) -> ResponseReturnValue:
    """Tell how far it is, for the page's own script."""
    session = db.session()
    bulk = bulks.bulk(session, id)
    progress = bulks.progress(session, bulk)
    return jsonify(
        state=bulk.state.value, total=progress.total, done=progress.done, undone=progress.undone
    )


@bp.post("/staff/bulk/<int:id>/start")
@staff(REVIEWER)
@needs_fresh_proof(".bulk", "id", when=bulk_with_government)
def start_bulk(id: int) -> ResponseReturnValue:
    """Let the worker decide."""
    form = BulkForm()
    if not form.validate():
        return _page(bulks.bulk(db.session(), id), form), 422
    try:
        with transaction() as session:
            bulk = bulks.bulk(session, id)
            bulks.start(session, bulk, me(), *form.decision(), now=utcnow())
    except RuleBroken as error:
        form.form_errors.append(localized(error))
        return _page(bulks.bulk(db.session(), id), form), 409
    return redirect(url_for(".bulk", id=id), code=303)


@bp.post("/staff/bulk/<int:id>/<any(cancel,undo):what>")
@staff(REVIEWER)
@needs_fresh_proof(".bulk", "id", when=bulk_with_government)
def turn_bulk(id: int, what: str) -> ResponseReturnValue:
    """Stop it where it is, or take back what it decided."""
    try:
        with transaction() as session:
            bulk = bulks.bulk(session, id)
            turn = bulks.cancel if what == "cancel" else bulks.undo
            turn(session, bulk, me(), now=utcnow())
    except RuleBroken as error:
        flash(localized(error), "error")
    return redirect(url_for(".bulk", id=id), code=303)


def _page(bulk: Bulk, form: BulkForm) -> str:
    session = db.session()
    after = query_args.row_number("after") or 0
    rows = bulk_queries.rows(session, bulk.id, after=after, limit=bulk_queries.PAGE + 1)
    return render_template(
        "staff/bulk.html",
        bulk=bulk,
        form=form,
        rows=rows[: bulk_queries.PAGE],
        next_after=rows[bulk_queries.PAGE - 1][0].endorsement_id
        if len(rows) > bulk_queries.PAGE
        else None,
        progress=bulks.progress(session, bulk),
        kinds=bulk_queries.kinds(session, bulk.id),
        names=staff_names(session),
        mine=bulk.staff_id == me().id,
        working=bulk.state in bulks.UNFINISHED,
        State=BulkState,
    )
