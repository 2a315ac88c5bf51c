"""Pages on which staff say what an entry rests on."""

from __future__ import annotations

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.accounts.current_account import REVIEWER, me
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import config, vault
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict, RuleBroken
from tracker.core.i18n import localized
from tracker.endorsements.evidence.models import Instrument
from tracker.endorsements.models import Endorsement
from tracker.review.evidence import citations, proposals, services
from tracker.review.evidence import queries as evidence_queries
from tracker.review.evidence.proposals import EvidenceChange
from tracker.review.queue import queries as queue_queries
from tracker.staff.blueprint import bp
from tracker.staff.forms.evidence import ChangePlaceForm, NewTextForm, PlaceForm

MAX_MATCHES = 10
"""Texts that a search on an entry's page offers."""


@bp.route("/staff/endorsements/<int:id>/evidence/add", methods=["GET", "POST"])
@staff(REVIEWER)
def add_evidence(id: int) -> ResponseReturnValue:
    """Find a text that is here already, or describe a new one."""
    session = db.session()
    entry = queue_queries.item(session, id)
    form = NewTextForm()
    if request.method == "GET":
        form.seen.data = queue_queries.newest_decision_id(session, id)
        return _add_page(entry, form)
    if not form.validate():
        return _add_page(entry, form), 422
    file = form.file.store(config().upload_dir)

    def cite(session: Session, endorsement: Endorsement) -> None:
        instrument = services.enter(session, form.values(), file, me(), utcnow())
        _cite(session, endorsement, instrument, form)

    return _done(id, form, cite) or (_add_page(entry, form), 409)


@bp.route("/staff/endorsements/<int:id>/evidence/add/<int:instrument_id>", methods=["GET", "POST"])
@staff(REVIEWER)
def cite_existing(id: int, instrument_id: int) -> ResponseReturnValue:
    """Let an entry rest on a text that is here already."""
    session = db.session()
    entry, instrument = (
        queue_queries.item(session, id),
        evidence_queries.instrument(session, instrument_id),
    )
    form = PlaceForm()
    status = 422
    if request.method == "GET":
        form.seen.data, status = queue_queries.newest_decision_id(session, id), 200
    elif form.validate():

        def cite(session: Session, endorsement: Endorsement) -> None:
            _cite(session, endorsement, evidence_queries.for_change(session, instrument_id), form)

        response = _done(id, form, cite)
        if response:
            return response
        status = 409
    page = render_template("staff/cite.html", entry=entry, instrument=instrument, form=form)
    return page, status


@bp.route("/staff/endorsements/<int:id>/evidence/<int:evidence_id>/change", methods=["GET", "POST"])
@staff(REVIEWER)
def change_evidence(id: int, evidence_id: int) -> ResponseReturnValue:
    """Change the page and the words, or take the evidence off."""
    session = db.session()
    entry, evidence = (
        queue_queries.item(session, id),
        evidence_queries.evidence(session, id, evidence_id),
    )
    form = ChangePlaceForm(evidence, queue_queries.newest_decision_id(session, id))
    status = 200 if request.method == "GET" else 422
    if request.method == "POST" and form.validate():
        what = proposals.REMOVE if "off" in request.form else proposals.CHANGE

        def change(session: Session, endorsement: Endorsement) -> None:
            current = evidence_queries.evidence(session, id, evidence_id)
            wanted = EvidenceChange(
                what=what,
                instrument=current.instrument,
                piece=current,
                words=(form.why.data or "").strip(),
                **form.place(),
            )
            _change(session, endorsement, wanted, form)

        response = _done(id, form, change)
        if response:
            return response
        status = 409
    page = render_template(
        "staff/cite.html",
        entry=entry,
        instrument=evidence.instrument,
        piece=evidence,
        form=form,
        keeps=citations.keeps_its_last(entry) and len(entry.evidence) == 1,
    )
    return page, status


def _cite(session: Session, endorsement: Endorsement, text: Instrument, form: PlaceForm) -> None:
    wanted = EvidenceChange(what=proposals.ADD, instrument=text, **form.place())
    _change(session, endorsement, wanted, form)


def _change(
    session: Session, endorsement: Endorsement, wanted: EvidenceChange, form: PlaceForm
) -> None:
    seen, now = form.seen.data, utcnow()
    proposals.change(session, vault(), endorsement, wanted, me(), seen=seen, now=now)


def _done(
    id: int, form: PlaceForm, act: Callable[[Session, Endorsement], None]
) -> ResponseReturnValue | None:
    """Act on the entry and return to it; none, with the reason in the form, if it is refused."""
    try:
        with transaction() as session:
            entry = queue_queries.for_change(session, id)
            act(session, entry)
            proposed = citations.takes_two(entry)
    except RuleBroken as error:
        form.form_errors.append(localized(error))
        if isinstance(error, Conflict):
            form.seen.data = queue_queries.newest_decision_id(db.session(), id)
        return None
    if proposed:
        flash(_("Proposed. A second reviewer must agree."), "done")
    else:
        flash(_("The evidence was changed. The difference is in the history."), "done")
    return redirect(url_for(".item", id=id) + "#evidence", code=303)


def _add_page(entry: Endorsement, form: NewTextForm) -> str:
    q = query_args.search_text("q")
    matches = evidence_queries.matching(db.session(), q, limit=MAX_MATCHES)[0] if q else []
    return render_template(
        "staff/add_evidence.html",
        entry=entry,
        form=form,
        q=q,
        matches=matches,
        cited={evidence.instrument_id for evidence in entry.evidence},
    )
