"""Emails that could not be sent, and what upgrades found. Never an address."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from tracker.accounts.current_account import ADMIN, REVIEWER
from tracker.core import outbox, upgrade_notes
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.staff.blueprint import bp

REASONS = {
    "BadInput": _l("No email can be written to this address."),
    "ValueError": _l("We couldn't read it: no data key opens it, or it is damaged."),
    "Misaddressed": _l("The address would be read as another one."),
    "SMTPNotSupportedError": _l("The mail relay can't send to this address (no SMTPUTF8)."),
    "SMTPRecipientsRefused": _l("The mail relay refused the address."),
    "AnotherAddress": _l("It was going to another address than the one that is recorded."),
}
NOTE_LABELS = {
    "same_mailbox": _l(
        "Supporters that have the same mailbox. Both stay as they are; a link by email opens the "
        "first one's page."
    ),
    "unreadable_supporter": _l("Supporters whose address no data key opens."),
    "unreadable_officer": _l("Entries whose officer's address no data key opens."),
    "unreadable": _l("Reports whose author's address no data key opens."),
    "unreadable_mail": _l("Emails that no data key opens."),
    "unwritable_supporter": _l(
        "Supporters to whose address no email can be written. Run “flask addresses check”."
    ),
    "unwritable_officer": _l(
        "Entries to whose officer's address no email can be written. Run “flask addresses check”."
    ),
    "unwritable_staff": _l("Staff accounts to whose address no email can be written."),
    "mailed_elsewhere": _l(
        "Emails that went to a domain that only looks like the recorded one. Look at the entries "
        "of their day."
    ),
    "same_name": _l("Organisations that have the same name and domain."),
}


@bp.get("/staff/mail")
@staff(REVIEWER, ADMIN)
def mail() -> str:
    """Emails that were given up, the latest first, and the notes of upgrades."""
    session = db.session()
    return render_template(
        "staff/unsent_mail.html",
        mails=outbox.given_up(session),
        notes=upgrade_notes.every(session),
        reasons=REASONS,
        note_labels=NOTE_LABELS,
    )


@bp.post("/staff/mail/<int:id>/again")
@staff(REVIEWER, ADMIN)
def try_mail_again(id: int) -> ResponseReturnValue:
    """Send an email that was given up once more."""
    with transaction() as session:
        outbox.try_again(session, id, now=utcnow())
    flash(_("We'll try to send this email again in a moment."), "done")
    return redirect(url_for(".mail"), code=303)
