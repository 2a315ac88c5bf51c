"""Pages of the instruments: all of them, one with what rests on it, its edit and its file."""

from __future__ import annotations

from collections.abc import Callable

from flask import flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.accounts.current_account import EVERYBODY, REVIEWER, me
from tracker.accounts.queries import staff_names
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import config
from tracker.core.db import db, transaction
from tracker.core.errors import NotFound, RuleBroken
from tracker.core.i18n import localized
from tracker.endorsements.evidence.models import Instrument
from tracker.review.decisions import corrections
from tracker.review.evidence import queries as evidence_queries
from tracker.review.evidence import services, text_proposals
from tracker.staff.blueprint import bp
from tracker.staff.forms.evidence import EditTextForm, FileForm, SeenForm


@bp.get("/staff/instruments")
@staff(*EVERYBODY)
def instrument_list() -> str:
    """Show every text that is kept, newest first, or those that match a search."""
    q = query_args.search_text("q")
    before = query_args.row_number("before")
    matches, following = evidence_queries.matching(db.session(), q, before=before)
    return render_template(
        "staff/instruments.html", matches=matches, q=q, before=before, following=following
    )


@bp.get("/staff/instruments/<int:id>")
@staff(*EVERYBODY)
def instrument(id: int) -> str:
    """Show one text: what is said of it, and which entries rest on it."""
    return _page(id)


@bp.route("/staff/instruments/<int:id>/edit", methods=["GET", "POST"])
@staff(REVIEWER)
def edit_instrument(id: int) -> ResponseReturnValue:
    """Change a text: the first sending shows the difference, the second saves it."""
    text = evidence_queries.instrument(db.session(), id)
    form = EditTextForm(text)
    if request.method == "GET":
        return _edit_page(text, form, [])
    if not form.validate():
        return _edit_page(text, form, []), 422
    differences = services.difference(text, form.values(), now=utcnow())
    if not differences:
        form.form_errors.append(_("Nothing differs from what is recorded."))
        return _edit_page(text, form, []), 422
    if "save" not in request.form:
        return _edit_page(text, form, differences)

    def act(session: Session, text: Instrument) -> None:
        words = (form.why.data or "").strip()
        seen = form.seen.data
        text_proposals.edit(
            session, text, me(), form.values(), seen=seen, words=words, now=utcnow()
        )

    refused = _refused(id, act)
    if refused is None:
        return _changed(id)
    text = evidence_queries.instrument(db.session(), id)
    form.form_errors.append(localized(refused))
    form.seen.data = text.revision
    return _edit_page(text, form, []), 409


@bp.post("/staff/instruments/<int:id>/checked")
@staff(REVIEWER)
def check_instrument(id: int) -> ResponseReturnValue:
    """Note that the text was found and read today."""
    with transaction() as session:
        services.mark_checked(evidence_queries.for_change(session, id), me(), now=utcnow())
    flash(_("Noted: checked today."), "done")
    return redirect(url_for(".instrument", id=id), code=303)


@bp.post("/staff/instruments/<int:id>/<any(publish,hold):what>")
@staff(REVIEWER)
def publish_file(id: int, what: str) -> ResponseReturnValue:
    """Let anybody download the file, or hold it back."""
    form = SeenForm()
    if not form.validate():
        return redirect(url_for(".instrument", id=id), code=303)

    def act(session: Session, text: Instrument) -> None:
        services.publish(session, text, me(), what == "publish", seen=form.seen.data, now=utcnow())

    refused = _refused(id, act)
    if refused is None:
        return _changed(id, alone=True)
    flash(localized(refused), "error")
    return _page(id), 409


@bp.post("/staff/instruments/<int:id>/file")
@staff(REVIEWER)
def attach_file(id: int) -> ResponseReturnValue:
    """Keep a file with the text, in place of an earlier one."""
    form = FileForm()
    file = form.file.store(config().upload_dir) if form.validate() else None
    if file is None:
        return _page(id, form), 422

    def act(session: Session, text: Instrument) -> None:
        text_proposals.attach(session, text, me(), file, seen=form.seen.data, now=utcnow())

    refused = _refused(id, act)
    if refused is None:
        return _changed(id)
    form.form_errors.append(localized(refused))
    form.seen.data = evidence_queries.instrument(db.session(), id).revision
    return _page(id, form), 409


@bp.get("/staff/instruments/<int:id>/file")
@staff(*EVERYBODY)
def instrument_file(id: int) -> ResponseReturnValue:
    """Send the file, held back or not, always as a download: it is a stranger's."""
    return send(evidence_queries.instrument(db.session(), id))


def send(text: Instrument) -> ResponseReturnValue:
    """Return a text's file for staff, under the name with which it came. Raises NotFound."""
    if text.file_sha256 is None:
        raise NotFound("No file is kept with this text.")
    path = config().upload_dir / text.file_sha256
    if not path.is_file():
        raise NotFound("The file is not kept any more.")
    return send_file(
        path,
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=text.file_name or text.file_sha256,
    )


def _refused(id: int, act: Callable[[Session, Instrument], None]) -> RuleBroken | None:
    """Act on the text; why not, if a rule forbids it."""
    try:
        with transaction() as session:
            act(session, evidence_queries.for_change(session, id))
    except RuleBroken as error:
        return error
    return None


def _changed(id: int, *, alone: bool = False) -> ResponseReturnValue:
    text = evidence_queries.instrument(db.session(), id)
    if not alone and services.takes_two(db.session(), text):
        flash(_("Proposed. A second reviewer must agree."), "done")
    else:
        flash(_("Changed. The difference is in the history of each entry."), "done")
    return redirect(url_for(".instrument", id=id), code=303)


def _edit_page(
    text: Instrument, form: EditTextForm, differences: list[corrections.Difference]
) -> str:
    return render_template(
        "staff/edit_instrument.html",
        instrument=text,
        form=form,
        difference=differences,
        entries=evidence_queries.count_entries(db.session(), text.id),
        fields=services.FIELDS,
        takes_two=services.takes_two(db.session(), text),
    )


def _page(id: int, form: FileForm | None = None) -> str:
    session = db.session()
    text = evidence_queries.instrument(session, id)
    if form is None:
        form = FileForm(formdata=None, seen=text.revision)
    after = query_args.row_number("after") or 0
    resting, following = evidence_queries.resting_on(session, id, after=after)
    return render_template(
        "staff/instrument.html",
        instrument=text,
        entries=evidence_queries.count_entries(session, id),
        resting=resting,
        after=after,
        following=following,
        form=form,
        names=staff_names(session),
        edits=text_proposals.waiting(session, id),
        takes_two=services.takes_two(session, text),
        me_id=me().id,
        now=utcnow(),
    )
