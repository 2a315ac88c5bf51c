"""Editors record what others classified vetoed texts as. What was recorded stays readable."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.accounts.events import record
from tracker.accounts.models import StaffAction, User
from tracker.accounts.queries import staff_names
from tracker.accounts.security_signals import themself
from tracker.content.blueprint import EDITORS, bp, me
from tracker.content.classifications.forms import ClassificationForm
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict, RuleBroken
from tracker.core.i18n import localized
from tracker.vetoes import queries, services
from tracker.vetoes.models import Veto


@bp.get("/vetoes")
@staff(*EDITORS)
def vetoes() -> str:
    """List every vetoed text, the latest first, with its classification of today."""
    texts = queries.record(db.session(), as_of=utcnow().date())
    return render_template("content/vetoes.html", texts=list(reversed(texts)))


@bp.route("/vetoes/<veto_id>", methods=["GET", "POST"])
@staff(*EDITORS)
def classify(veto_id: str) -> ResponseReturnValue:
    """Show the classifications of a text, and a form for one more or a new version."""
    session = db.session()
    veto = queries.veto(session, veto_id)
    form = ClassificationForm()
    if not form.is_submitted():
        form.seen.data = _newest(session, veto_id)
        return _page(session, form, veto), 200
    if not form.validate():
        return _page(session, form, veto), 422
    seen = form.seen.data or ""
    try:
        with transaction() as writing:
            now, person = utcnow(), writing.get_one(User, me().id)
            services.classify(
                writing,
                veto_id,
                form.said(),
                seen=int(seen) if seen.isascii() and seen.isdecimal() else -1,
                now=now,
                staff_id=person.id,
            )
            record(
                writing,
                StaffAction.VETO_CLASSIFIED,
                person,
                themself(person),
                now=now,
                detail=veto_id,
            )
    except RuleBroken as error:
        form.form_errors.append(localized(error))
        if isinstance(error, Conflict):  # what the other one recorded stands on this page
            form.seen.data = _newest(session, veto_id)
        return _page(session, form, veto), 409 if isinstance(error, Conflict) else 422
    flash(_("Recorded. The public pages show it within a second."), "done")
    return redirect(url_for(".classify", veto_id=veto_id), code=303)


def _newest(session: Session, veto_id: str) -> str:
    """Return the number of the newest version of a text's classifications; 0 for none."""
    versions = queries.versions(session, veto_id)
    return str(versions[-1].id if versions else 0)


def _page(session: Session, form: ClassificationForm, veto: Veto) -> str:
    versions = queries.versions(session, veto.veto_id)
    return render_template(
        "content/classify.html",
        form=form,
        veto=veto,
        versions=list(reversed(versions)),
        standing=queries.standing(versions, as_of=utcnow().date()),
        editors=staff_names(session),
    )
