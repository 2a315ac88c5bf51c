"""Pages on which staff write entries themselves: a letter recorded, a typing error corrected."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from tracker.accounts import freshness
from tracker.accounts.current_account import REVIEWER, me
from tracker.accounts.freshness import needs_fresh_proof
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import config, vault
from tracker.core.db import db, transaction
from tracker.core.errors import RuleBroken
from tracker.core.i18n import locale_code, localized
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.signup import choices
from tracker.initiatives.queries import all_initiatives
from tracker.review.audit.personal_reads import READ_TTL, TO_CORRECT
from tracker.review.decisions import corrections, letters, record_proposals
from tracker.review.queue import queries
from tracker.staff.blueprint import bp, shows_person
from tracker.staff.forms.decisions import CorrectionForm
from tracker.staff.forms.letters import LetterForm
from tracker.staff.reauthentication import entry_of_government, letter_of_government
from tracker.supporters.models import SupporterKind


@bp.route("/staff/record", methods=["GET", "POST"])
@staff(REVIEWER)
@needs_fresh_proof(".record", "kind", when=letter_of_government)
def record() -> ResponseReturnValue:
    """Record one endorsement that came by letter; who writes is chosen first by ``?kind=``."""
    chosen = query_args.text("kind")
    kind = SupporterKind(chosen) if chosen in letters.RECORDED else None
    if kind is None:
        page = render_template("staff/record_letter.html", kinds=letters.RECORDED, form=None)
        return page, 400 if chosen or request.method == "POST" else 200
    session = db.session()
    today = utcnow().date()
    open_now = [initiative for initiative in all_initiatives(session) if initiative.is_open(today)]
    form = LetterForm(kind, open_now, choices.offered(session, locale_code()[:2]))
    if request.method == "GET":
        return _letter_page(freshness.refill(form)), 200
    if not form.validate():
        return _letter_page(form), 422
    try:
        entry_id = _record(form)
    except RuleBroken as error:
        form.form_errors.append(localized(error))
        return _letter_page(form), 422
    flash(_("Recorded. Somebody else must now judge it."), "done")
    return redirect(url_for(".item", id=entry_id))


@bp.route("/staff/endorsements/<int:id>/correct", methods=["GET", "POST"])
@staff(REVIEWER)
@needs_fresh_proof(".correct", "id", when=entry_of_government)
def correct(id: int) -> ResponseReturnValue:
    """Correct typing errors: the first sending shows the difference, the second saves it."""
    session = db.session()
    entry = queries.item(session, id)
    if not shows_person(entry, TO_CORRECT if request.method == "POST" else READ_TTL):
        flash(_("Show the personal details first: a correction needs them."), "error")
        return redirect(url_for(".item", id=id), code=303)
    form = CorrectionForm(entry, queries.newest_decision_id(session, id))
    if not form.names:
        raise RuleBroken("An entry of this status is not corrected any more.")
    freshness.refill(form)
    differences: list[corrections.Difference] = []
    status = 200
    if request.method == "POST":
        if form.validate():
            differences = corrections.difference(entry, form.wanted())
            if "save" in request.form and differences:
                try:
                    return _correct(id, form)
                except RuleBroken as error:
                    form.form_errors.append(localized(error))
                    status = 409
            elif not differences:
                form.form_errors.append(_("Nothing differs from what is recorded."))
                status = 422
        else:
            status = 422
    page = render_template(
        "staff/correct.html",
        entry=entry,
        form=form,
        difference=differences,
        two_people=corrections.takes_two(session, entry, differences),
    )
    return page, status


def _letter_page(form: LetterForm) -> str:
    return render_template("staff/record_letter.html", kinds=letters.RECORDED, form=form)


def _record(form: LetterForm) -> int:
    letter_file = form.file.store(config().upload_dir)
    with transaction() as session:
        letter = form.letter(letter_file)
        entry = letters.record(session, vault(), letter, me(), now=utcnow())
    return entry.id


def _correct(id: int, form: CorrectionForm) -> ResponseReturnValue:
    with transaction() as session:
        outcome = record_proposals.correct(
            session,
            vault(),
            queries.for_change(session, id),
            me(),
            form.wanted(),
            seen=form.seen.data or 0,
            words=(form.why.data or "").strip(),
            now=utcnow(),
        )
    if isinstance(outcome, ProposedChange):
        flash(_("Proposed. A second reviewer must agree."), "done")
        return redirect(url_for(".item", id=id))
    flash(_("Corrected. The difference stands in the history."), "done")
    return redirect(url_for(".item", id=id))
