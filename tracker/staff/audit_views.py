"""The log of decisions and accounts: read by all staff, exported by administrators."""

from __future__ import annotations

from dataclasses import replace

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from tracker.accounts import freshness, security_signals
from tracker.accounts.current_account import ADMIN, EVERYBODY, REVIEWER, me
from tracker.accounts.events import record
from tracker.accounts.labels import DETAILS, EVENTS
from tracker.accounts.models import StaffAction, StaffRole, User
from tracker.accounts.queries import staff_names
from tracker.core import downloads, query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import BadInput
from tracker.initiatives.queries import all_initiatives
from tracker.review.audit import queries as logbook
from tracker.review.audit.personal_reads import shown_name
from tracker.staff.blueprint import bp
from tracker.staff.forms.audit import LogForm

HEAD = (
    "at",
    "log",
    "number",
    "action",
    "by",
    "reference",
    "supporter",
    "kind",
    "initiative",
    "from_status",
    "to_status",
    "reason",
    "words",
    "account",
    "detail",
)


@bp.get("/staff/log")
@staff(*EVERYBODY)
def log() -> ResponseReturnValue:
    """Show what was decided and what happened to accounts, the newest first."""
    session = db.session()
    form = _form()
    valid = form.validate()
    after = logbook.Place.read(query_args.text("after"))
    lines = (
        logbook.lines(session, sought(form), after=after, limit=logbook.PAGE + 1) if valid else []
    )
    shown = lines[: logbook.PAGE]
    page = render_template(
        "staff/log.html",
        form=form,
        lines=shown,
        older=str(shown[-1].place) if len(lines) > logbook.PAGE else None,
        after=after,
        chosen=form.chosen(),
        names=staff_names(session),
        events=EVENTS,
        details=DETAILS,
        sees_officers=sees_officers(),
        may_export=StaffRole.ADMIN.value in me().role_names,
    )
    return page, 200 if valid else 422


@bp.get("/staff/log.csv")
@staff(StaffRole.ADMIN.value)
def export_log() -> ResponseReturnValue:
    """Export the log as sought, whole, as CSV. The export is itself logged before it begins."""
    form = _form()
    if not form.validate():
        raise BadInput("One of the filters cannot be understood.")
    if not freshness.is_fresh():
        return freshness.prove_first(url_for(".log"), **form.chosen())
    chosen = sought(form)
    with transaction() as session:
        person = session.get_one(User, me().id)
        record(
            session,
            StaffAction.EXPORTED,
            person,
            security_signals.themself(person),
            now=utcnow(),
            detail=" ".join(form.chosen())[:160],
        )
    names = staff_names(db.session())
    reading = db.session()
    body = (_row(line, names) for line in logbook.every_line(reading, chosen))
    lines = downloads.table(HEAD, body)
    return downloads.streamed(
        reading, lines, name="rollcall-log.csv", content_type="text/csv; charset=utf-8"
    )


def sees_officers() -> bool:
    """Return whether who is signed in sees who acts for an institution: corrections name them."""
    return bool(me().role_names & {REVIEWER, ADMIN})


def sought(form: LogForm) -> logbook.Sought:
    """Return what is asked for, within what who asks may learn."""
    return replace(form.sought(), officers=sees_officers())


def _form() -> LogForm:
    session = db.session()
    return LogForm(
        sorted(staff_names(session).items(), key=lambda person: person[1].casefold()),
        list(all_initiatives(session)),
    )


def _row(line: logbook.Line, names: dict[int, str]) -> list[object]:
    moment = line.place.at.isoformat(timespec="seconds")
    if isinstance(line, logbook.AccountLine):
        event = line.event
        by = names[event.by_id] if event.by_id else event.cites
        account = names[event.staff_id] if event.staff_id else "unknown address"
        about = [None] * 8 + [account, event.detail]
        return [moment, "accounts", event.id, event.action.value, by, *about]
    decision, entry = line.decision, line.entry
    by = names[decision.staff_id] if decision.staff_id else decision.cites
    return [
        moment,
        "decisions",
        decision.id,
        decision.action.value,
        by or decision.actor_kind.value,
        entry.reference,
        shown_name(entry),
        entry.kind.value,
        entry.initiative.slug,
        decision.from_status,
        decision.to_status,
        decision.reason,
        line.words(officers=True),
        None,
        None,
    ]
