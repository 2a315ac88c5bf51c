"""Editors add years to the record of the Security Council's members."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.accounts.events import record
from tracker.accounts.listening import themself
from tracker.accounts.models import StaffAction, User
from tracker.content.blueprint import EDITORS, bp, me
from tracker.content.council_forms import CouncilForm
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict, RuleBroken
from tracker.core.i18n import said
from tracker.pages.blueprint import number, state_names
from tracker.supporters import council
from tracker.supporters.recognise import StateNames


@bp.route("/security-council", methods=["GET", "POST"])
@staff(*EDITORS)
def security_council() -> ResponseReturnValue:
    """The years on record, and the form for one more, or for a year that editors recorded."""
    session = db.session()
    names = state_names(session)
    form = CouncilForm()
    if not form.is_submitted():
        year = number("year")
        present = council.elected(session, year) if year is not None else []
        form.year.data = year
        form.members.data = "\n".join(names[iso3] for iso3 in present)
        form.seen.data = " ".join(present)
        return _page(session, form, names), 200
    members = _read(session, form) if form.validate() else []
    if form.errors:
        return _page(session, form, names), 422
    try:
        with transaction() as writing:
            now, person = utcnow(), writing.get_one(User, me().id)
            council.record_year(
                writing,
                form.year.data or 0,
                members,
                source=(form.source.data or "").strip(),
                seen=(form.seen.data or "").split(),
                now=now,
            )
            record(
                writing,
                StaffAction.COUNCIL_YEAR,
                person,
                themself(person),
                now=now,
                detail=str(form.year.data),
            )
    except RuleBroken as error:
        form.form_errors.append(said(error))
        return _page(session, form, names), 409 if isinstance(error, Conflict) else 422
    flash(_("Recorded. The public pages show it within a second."), "done")
    return redirect(url_for(request.endpoint or "", year=form.year.data), code=303)


def _read(session: Session, form: CouncilForm) -> list[str]:
    """The codes of the States that the lines mean; a line that is unclear becomes an error."""
    known, found = StateNames(session), []
    unclear: list[str] = []
    for line in filter(None, map(str.strip, (form.members.data or "").splitlines())):
        fits = known.find(line)
        if len(fits) == 1:
            found.append(fits[0])
        else:
            unclear.append(line)
    if unclear:
        form.members.errors = [
            str(_("“%(line)s” is not one State that we know.", line=line)) for line in unclear
        ]
    return found


def _page(session: Session, form: CouncilForm, names: dict[str, str]) -> str:
    return render_template(
        "content/council.html",
        form=form,
        years=[
            (year, by_editors, sorted(names[iso3] for iso3 in council.elected(session, year)))
            for year, by_editors in council.years(session)[:SHOWN]
        ],
    )


SHOWN = 5
"""How many years the page lists; what is older stands on each State's page."""
