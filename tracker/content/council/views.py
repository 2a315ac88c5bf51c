"""Editors add years to the record of the Security Council's members: drafts, versions, the step to
the public pages."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.accounts.events import record
from tracker.accounts.freshness import needs_fresh_proof
from tracker.accounts.models import StaffAction, User
from tracker.accounts.queries import staff_names
from tracker.accounts.security_signals import themself
from tracker.content.blueprint import EDITORS, SECONDERS, bp, me
from tracker.content.council import services
from tracker.content.council.forms import CouncilForm
from tracker.content.council.services import Year
from tracker.content.drafts import differences, second_person
from tracker.content.forms import ActForm
from tracker.content.models import CouncilRevision, RevisionState
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict, RuleBroken
from tracker.core.i18n import localized
from tracker.pages.blueprint import state_names
from tracker.supporters import council
from tracker.supporters.recognition import StateNames

MAX_SHOWN = 5
"""Years that the page lists; the older ones stand on each State's page."""


@bp.route("/security-council", methods=["GET", "POST"])
@staff(*EDITORS)
def security_council() -> ResponseReturnValue:
    """Show the years on record and those that wait, and a form for one of them or one more."""
    session, form = db.session(), CouncilForm()
    names = state_names(session)
    if not form.is_submitted():
        year = query_args.number("year")
        council_year = services.of(session, year) if year is not None else None
        if council_year is not None:
            draft = council_year.draft
            form.year.data = year
            form.members.data = _said(council_year.members, names)
            form.source.data = draft.source if draft is not None else council_year.source
            form.note.data = draft.note if draft is not None else ""
            form.seen.data = council_year.seen
        return _page(session, form, names, council_year), 200
    members = _read(session, form) if form.validate() else []
    if form.errors:
        return _page(session, form, names), 422
    try:
        with transaction() as writing:
            _save(writing, form, members)
    except RuleBroken as error:
        form.form_errors.append(localized(error))
        return _page(session, form, names), 409 if isinstance(error, Conflict) else 422
    flash(_("The draft is saved. A different person publishes it."), "done")
    return redirect(url_for(".security_council", year=form.year.data), code=303)


@bp.post("/security-council/<int:year>/discard")
@staff(*EDITORS)
def discard_year(year: int) -> ResponseReturnValue:
    """Discard the draft of a year."""
    seen = ActForm().seen.data or ""
    try:
        with transaction() as session:
            services.discard(session, year, me(), seen=seen, now=utcnow())
    except RuleBroken as error:
        flash(localized(error), "error")
    else:
        flash(_("The draft was given up. The history keeps it."), "done")
    return redirect(url_for(".security_council", year=year), code=303)


@bp.post("/security-council/<int:year>/publish")
@staff(*SECONDERS)
@needs_fresh_proof(".second")
def publish_year(year: int) -> ResponseReturnValue:
    """Publish the draft of a year, which somebody else wrote."""
    seen = ActForm().seen.data or ""
    try:
        with transaction() as session:
            _publish(session, year, seen)
    except RuleBroken as error:
        flash(localized(error), "error")
    else:
        flash(_("Published. The public pages show it within a second."), "done")
    return redirect(url_for(".second"), code=303)


@bp.get("/security-council/<int:year>/history")
@staff(*EDITORS)
def history_of_year(year: int) -> str:
    """Show every version of a year: who, when, why, and what it changed."""
    session = db.session()
    council_year, names = services.of(session, year), state_names(session)
    return render_template(
        "content/council_history.html",
        council_year=council_year,
        versions=_versions(council_year, names),
        names=staff_names(session),
        token=ActForm(formdata=None),
        State=RevisionState,
    )


@bp.post("/security-council/<int:year>/restore/<int:revision_id>")
@staff(*EDITORS)
def restore_year(year: int, revision_id: int) -> ResponseReturnValue:
    """Make an earlier version of a year the draft."""
    seen = ActForm().seen.data or ""
    try:
        with transaction() as session:
            services.restore(session, year, revision_id, me(), seen=seen, now=utcnow())
    except RuleBroken as error:
        flash(localized(error), "error")
        return redirect(url_for(".history_of_year", year=year), code=303)
    flash(_("That version is a draft now. Look at it and publish it."), "done")
    return redirect(url_for(".security_council", year=year), code=303)


def _save(session: Session, form: CouncilForm, members: list[str]) -> None:
    services.save_draft(
        session,
        form.year.data or 0,
        members,
        me(),
        source=(form.source.data or "").strip(),
        note=(form.note.data or "").strip(),
        seen=form.seen.data or "0",
        now=utcnow(),
    )


def _publish(session: Session, year: int, seen: str) -> None:
    now, person = utcnow(), session.get_one(User, me().id)
    services.publish(session, year, person, seen=seen, now=now)
    record(session, StaffAction.COUNCIL_YEAR, person, themself(person), now=now, detail=str(year))


def _read(session: Session, form: CouncilForm) -> list[str]:
    """Return the codes of the States that the lines mean; an unclear line becomes an error."""
    known, codes = StateNames(session), []
    unclear: list[str] = []
    for line in filter(None, map(str.strip, (form.members.data or "").splitlines())):
        fits = known.find(line)
        if len(fits) == 1:
            codes.append(fits[0])
        else:
            unclear.append(line)
    if unclear:
        form.members.errors = [
            str(_("“%(line)s” is not one State that we know.", line=line)) for line in unclear
        ]
    return codes


def _page(
    session: Session, form: CouncilForm, names: dict[str, str], council_year: Year | None = None
) -> str:
    draft = council_year.draft if council_year is not None else None
    return render_template(
        "content/council.html",
        form=form,
        council_year=council_year,
        changes=changes_of(
            council_year.public, council_year.source, draft.members, draft.source, names
        )
        if council_year is not None and draft is not None
        else [],
        step=ActForm(formdata=None, seen=council_year.seen if council_year is not None else ""),
        drafts=services.drafts(session),
        may_publish=draft is not None
        and second_person.is_second(session, draft.writer_ids, me(), now=utcnow()),
        staff_names=staff_names(session),
        years=[
            (year, by_editors, sorted(names[iso3] for iso3 in council.elected(session, year)))
            for year, by_editors in council.years(session)[:MAX_SHOWN]
        ],
    )


@dataclass(frozen=True)
class Version:
    """A version of a year with its difference from what was public before it."""

    revision: CouncilRevision
    changes: list[tuple[str, list[differences.Part]]]


def _versions(year: Year, names: dict[str, str]) -> list[Version]:
    """Return the versions of a year, newest first."""
    versions: list[Version] = []
    members: list[str] = []
    source = ""
    for revision in year.versions:
        changes = changes_of(members, source, revision.members, revision.source, names)
        versions.append(Version(revision, changes))
        if revision.state is RevisionState.PUBLISHED:
            members, source = revision.members, revision.source
    return versions[::-1]


def changes_of(
    before: list[str], source_before: str, after: list[str], source: str, names: dict[str, str]
) -> list[tuple[str, list[differences.Part]]]:
    """Return what a version says otherwise than another, in words."""
    said_of = {
        str(_("The ten elected members")): (_said(before, names), _said(after, names)),
        str(_("Source")): (source_before, source),
    }
    return [
        (label, differences.between(old, new))
        for label, (old, new) in said_of.items()
        if old != new
    ]


def _said(members: list[str], names: dict[str, str]) -> str:
    return "\n".join(sorted(names[iso3] for iso3 in members))
