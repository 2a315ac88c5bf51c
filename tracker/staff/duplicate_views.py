"""Pages on which look-alike organisations are compared, merged, and parted again."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from tracker.accounts.current_account import REVIEWER, me
from tracker.accounts.queries import staff_names
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.core.i18n import localized
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.merging.plan import organisation as organisation_by_id
from tracker.endorsements.merging.plan import plan
from tracker.review.duplicates import proposals, queries
from tracker.review.queue.queries import public_entry_of
from tracker.staff.blueprint import bp
from tracker.staff.forms.duplicates import MergeForm, OtherRecordForm


@bp.get("/staff/look-alikes")
@staff(REVIEWER)
def look_alikes() -> str:
    """Show organisations that resemble each other, side by side, the likest first."""
    after = query_args.row_number("after") or 0
    pairs, next_after = queries.unjudged(db.session(), vault(), after=after)
    return render_template(
        "staff/look_alikes.html",
        pairs=pairs,
        next_after=next_after,
        after=after,
    )


@bp.post("/staff/look-alikes/<int:id>/different")
@staff(REVIEWER)
def say_different(id: int) -> ResponseReturnValue:
    """Remember that the two are two."""
    try:
        with transaction() as session:
            queries.say_different(session, id, me().id, now=utcnow())
    except (Conflict, NotFound) as error:
        flash(localized(error), "error")
    else:
        flash(_("They are two. They are not shown again unless one is renamed."), "done")
    return redirect(url_for(".look_alikes"), 303)


@bp.get("/staff/organisations/<int:id>")
@staff(REVIEWER)
def organisation(id: int) -> str:
    """Show one organisation: its entries, its other names, and whom it resembles."""
    return _organisation(id, OtherRecordForm(formdata=None))


@bp.route("/staff/organisations/<int:id>/merge", methods=["GET", "POST"])
@staff(REVIEWER)
def merge(id: int) -> ResponseReturnValue:
    """Show exactly what merging another record into this one would do, then do it."""
    which = OtherRecordForm()
    if not which.validate():
        return _organisation(id, which), 422
    try:
        return _merge(id, int(which.other.data or 0))
    except NotFound as error:
        which.other.errors = [localized(error)]
        return _organisation(id, which), 422


def _merge(id: int, other: int) -> ResponseReturnValue:
    form = MergeForm()
    if not form.is_submitted():
        return _preview(id, other, form)
    if not form.validate():
        return _preview(id, other, form), 422
    seen, reason = form.seen.data or "", (form.reason.data or "").strip()
    try:
        with transaction() as session:
            outcome = proposals.merge(
                session, vault(), id, other, me(), reason, seen=seen, now=utcnow()
            )
            if isinstance(outcome, ProposedChange):
                return _proposed()
            kept, merged = outcome.kept.name, outcome.merged.name
    except RuleBroken as error:
        form.form_errors.append(localized(error))
        return _preview(id, other, form), 409
    flash(_("“%(merged)s” is merged into “%(kept)s”.", merged=merged, kept=kept), "done")
    return redirect(url_for(".merges"), 303)


@bp.get("/staff/merges")
@staff(REVIEWER)
def merges() -> str:
    """Show merges, the newest first, each with its way back."""
    session = db.session()
    listed = queries.merges(session, before=query_args.row_number("before") or 0)
    return render_template(
        "staff/merges.html",
        merges=listed,
        next_before=listed[-1].id if len(listed) == queries.MERGES else None,
        names=staff_names(session),
    )


@bp.post("/staff/merges/<int:id>/undo")
@staff(REVIEWER)
def undo_merge(id: int) -> ResponseReturnValue:
    """Part the two records as they were."""
    try:
        with transaction() as session:
            outcome = proposals.unmerge(session, vault(), id, me(), now=utcnow())
            if isinstance(outcome, ProposedChange):
                return _proposed()
            kept, merged = outcome.kept.name, outcome.merged.name
    except RuleBroken as error:
        flash(localized(error), "error")
        return merges(), 409
    parted = _("“%(merged)s” and “%(kept)s” are two records again.", merged=merged, kept=kept)
    flash(parted, "done")
    return redirect(url_for(".merges"), 303)


def _proposed() -> ResponseReturnValue:
    flash(_("Proposed. A second reviewer must agree."), "done")
    return redirect(url_for(".proposed"), 303)


def _organisation(id: int, form: OtherRecordForm) -> str:
    session = db.session()
    record = queries.record(session, vault(), id)
    merged_into_id = record.supporter.merged_into_id
    return render_template(
        "staff/organisation.html",
        record=record,
        form=form,
        stands_for_it=organisation_by_id(session, merged_into_id) if merged_into_id else None,
        look_alikes=queries.look_alikes_of(session, id),
        merges=queries.merges_of(session, id),
    )


def _preview(id: int, other: int, form: MergeForm) -> str:
    session = db.session()
    merge_plan = plan(session, organisation_by_id(session, id), organisation_by_id(session, other))
    form.seen.data = merge_plan.seen
    return render_template(
        "staff/merge.html",
        plan=merge_plan,
        left=queries.record(session, vault(), id),
        right=queries.record(session, vault(), other),
        through={pairing.gives_way.id: pairing.stands for pairing in merge_plan.pairings},
        refusals=[localized(refusal) for refusal in merge_plan.refusals],
        two_people=public_entry_of(session, other) is not None,
        form=form,
    )
