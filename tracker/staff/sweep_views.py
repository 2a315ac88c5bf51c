"""Sweeps: a search, what it finds, and the steps taken with it."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from tracker.accounts import freshness
from tracker.accounts.current_account import ADMIN, REVIEWER, me
from tracker.accounts.queries import staff_names
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import RuleBroken
from tracker.core.i18n import localized
from tracker.initiatives.queries import all_initiatives
from tracker.review.audit import personal_reads
from tracker.review.audit.personal_reads import TooManyReads
from tracker.review.bulk import queries as bulk_queries
from tracker.review.bulk import services as bulks
from tracker.review.bulk import sweeps
from tracker.review.models import BulkState
from tracker.staff.blueprint import bp
from tracker.staff.forms.sweeps import SearchForm, StepForm
from tracker.staff.labels import BECOMES, NEXT_STEPS, SEARCHED
from tracker.staff.personal_read_views import on_record


@bp.get("/staff/sweeps")
@staff(REVIEWER, ADMIN)
def sweep_list() -> ResponseReturnValue:
    """Search what came in, see what a sweep would do, and look at the sweeps so far."""
    session = db.session()
    form = SearchForm(list(all_initiatives(session)))
    page: dict[str, object] = {}
    status = 200
    if query_args.arguments() and not form.validate():
        status = 422
    elif query_args.arguments():
        singled_out = sweeps.singled_out(session, form.query())
        if singled_out is not None and not freshness.is_fresh():
            return freshness.prove_first(_address_of_search())
        try:
            _tell(singled_out)
        except TooManyReads as error:
            form.form_errors.append(localized(error))
            status = 409
        else:
            page = _finding(form)
    newest = sweeps.newest(session)
    return render_template(
        "staff/sweeps.html",
        form=form,
        sweeps=[(sweep, step, bulks.progress(session, step)) for sweep, step in newest],
        names=staff_names(session),
        becomes=BECOMES,
        searched=SEARCHED,
        **page,
    ), status


@bp.post("/staff/sweeps")
@staff(REVIEWER)
def prepare_sweep() -> ResponseReturnValue:
    """List what the search in the address finds now."""
    form = SearchForm(list(all_initiatives(db.session())))
    try:
        if not form.validate():
            raise RuleBroken("Something in the search cannot be understood. Look at it again.")
        singled_out = sweeps.singled_out(db.session(), form.query())
        if singled_out is not None and not freshness.is_fresh():
            return redirect(_address_of_search(), code=303)
        _tell(singled_out)
        with transaction() as session:
            sweep_id = sweeps.prepare(session, me(), form.query(), now=utcnow()).id
    except RuleBroken as error:
        flash(localized(error), "error")
        return redirect(_address_of_search(), code=303)
    return redirect(url_for(".sweep", id=sweep_id), code=303)


@bp.get("/staff/sweeps/<int:id>")
@staff(REVIEWER, ADMIN)
def sweep(id: int) -> ResponseReturnValue:
    """Show one sweep: what it searched for, its rows, how far it is, and what can follow."""
    singled_out = sweeps.singled_out_by(db.session(), sweeps.sweep(db.session(), id))
    if singled_out is not None and not freshness.is_fresh():
        return freshness.prove_first(url_for(".sweep", id=id))
    return _page(id)


@bp.post("/staff/sweeps/<int:id>/step")
@staff(REVIEWER)
def step_sweep(id: int) -> ResponseReturnValue:
    """Let the worker take the first or the next step."""
    sweep = sweeps.sweep(db.session(), id)
    last = sweeps.newest_step(db.session(), id)
    form = StepForm(sweeps.next_steps(db.session(), last))
    if not form.validate():
        return _page(id, form), 422
    try:
        with transaction() as session:
            last = sweeps.newest_step(session, id)
            if last.state is BulkState.PREVIEW:
                bulks.start(session, last, me(), *form.decision(), now=utcnow())
            else:
                sweeps.follow(session, sweep, me(), *form.decision(), now=utcnow())
    except RuleBroken as error:
        form.form_errors.append(localized(error))
        return _page(id, form), 409
    return redirect(url_for(".sweep", id=id), code=303)


@bp.post("/staff/sweeps/<int:id>/<any(stop,resume,second):what>")
@staff(REVIEWER)
def turn_sweep(id: int, what: str) -> ResponseReturnValue:
    """Stop the step at work, go on with it, or agree to one that takes two people."""
    try:
        with transaction() as session:
            last = sweeps.newest_step(session, sweeps.sweep(session, id).id)
            if what == "stop":
                bulks.cancel(session, last, me(), now=utcnow())
            elif what == "second":
                bulks.second(session, last, me(), now=utcnow())
            else:
                bulks.resume(session, last)
    except RuleBroken as error:
        flash(localized(error), "error")
    return redirect(url_for(".sweep", id=id), code=303)


def _address_of_search() -> str:
    """Return the address of the list with the search that this request's address has."""
    return f"{url_for('.sweep_list')}?{urlencode(query_args.arguments().to_dict())}"


def _tell(singled_out: list[int] | None) -> None:
    """Record first that I am told of few individuals. Raises TooManyReads above the limit."""
    if singled_out is not None:
        on_record(
            lambda session: personal_reads.note_found(session, singled_out, me(), now=utcnow())
        )


def _finding(form: SearchForm) -> dict[str, object]:
    session, query = db.session(), form.query()
    groups = sweeps.counts(session, query)
    return {
        "groups": groups,
        "total": sum(count for _kind, _status, count in groups),
        "sample": sweeps.sample(session, query),
        "arguments": query_args.arguments().to_dict(),
        "says_enough": query.says_enough,
        "most": sweeps.MAX_ENTRIES,
    }


def _page(id: int, form: StepForm | None = None) -> str:
    _tell(sweeps.singled_out_by(db.session(), sweeps.sweep(db.session(), id)))
    # Telling commits, and the worker may have ended a step meanwhile: all of the page is read now.
    session = db.session()
    sweep = sweeps.sweep(session, id)
    steps = sweeps.steps(session, id)
    last = steps[-1]
    next_steps = sweeps.next_steps(session, last)
    if form is None:
        form = StepForm(next_steps, formdata=None)
    form.offer(next_steps)
    after = query_args.row_number("after") or 0
    rows = bulk_queries.rows(session, last.id, after=after, limit=bulk_queries.PAGE + 1)
    more = len(rows) > bulk_queries.PAGE
    return render_template(
        "staff/sweep.html",
        sweep=sweep,
        steps=[(step, bulks.progress(session, step)) for step in steps],
        last=last,
        progress=bulks.progress(session, last),
        kinds=bulk_queries.kinds(session, last.id),
        rows=rows[: bulk_queries.PAGE],
        next_after=rows[bulk_queries.PAGE - 1][0].endorsement_id if more else None,
        next_steps=next_steps,
        form=form,
        names=staff_names(session),
        mine=last.staff_id == me().id,
        can_resume=bulks.can_resume(last),
        to_second=last.state is BulkState.PREVIEW and last.action is not None,
        becomes=BECOMES,
        says=NEXT_STEPS,
        searched=SEARCHED,
        State=BulkState,
    )
