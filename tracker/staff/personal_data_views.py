"""The export of personal data: who supports, with names and addresses, for staff alone.

Individuals stand in it by reference: their details open one by one (`review.audit.personal_reads`).

Not public, not cached, proved anew, and logged before it begins: who took it, when, of what.
"""

from __future__ import annotations

from collections.abc import Iterator

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload

from tracker.accounts import freshness, security_signals
from tracker.accounts.current_account import ADMIN, REVIEWER, me
from tracker.accounts.events import record
from tracker.accounts.models import StaffAction, User
from tracker.core import downloads
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.crypto import Vault
from tracker.core.db import db, transaction
from tracker.core.errors import BadInput
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.models import Initiative
from tracker.initiatives.queries import all_initiatives
from tracker.review.audit.personal_reads import is_individual
from tracker.staff.blueprint import bp
from tracker.staff.forms.personal_data import FindForm, PersonalForm

HEAD = (
    "reference",
    "initiative",
    "kind",
    "status",
    "since",
    "name",
    "country",
    "be_named",
    "language",
    "email",
    "officer",
    "officer_title",
    "officer_body",
    "officer_email",
)
LEFT_OUT = (Status.STAGED, Status.UNCONFIRMED, Status.EXPIRED, Status.ERASED)
"""Statuses of entries that are handed to nobody: never confirmed, or erased."""
BATCH = 500


@bp.get("/staff/personal-data")
@staff(REVIEWER, ADMIN)
def personal_data() -> ResponseReturnValue:
    """Show what can be exported, and what that means."""
    form = _form()
    valid = form.validate()
    page = render_template(
        "staff/personal_data.html",
        form=form,
        chosen=form.chosen(),
        find_form=freshness.refill(FindForm(formdata=None)),
    )
    return page, 200 if valid else 422


@bp.get("/staff/personal-data.csv")
@staff(REVIEWER, ADMIN)
def export_personal_data() -> ResponseReturnValue:
    """Export supporters with their personal data, as CSV. The export is logged before it begins."""
    form = _form()
    if not form.validate():
        raise BadInput("One of the filters cannot be understood.")
    chosen = form.chosen()
    if not freshness.is_fresh():
        return freshness.prove_first(url_for(".personal_data"), **chosen)
    with transaction() as session:
        person = session.get_one(User, me().id)
        record(
            session,
            StaffAction.EXPORTED_PERSONAL,
            person,
            security_signals.themself(person),
            now=utcnow(),
            detail=" ".join(chosen.values())[:160],
        )
    opener, reading = vault(), db.session()
    body = (_row(entry, opener) for entry in _entries(reading, chosen))
    lines = downloads.table(HEAD, body)
    return downloads.streamed(
        reading, lines, name="rollcall-personal-data.csv", content_type="text/csv; charset=utf-8"
    )


def _form() -> PersonalForm:
    return PersonalForm(list(all_initiatives(db.session())))


def _entries(session: Session, chosen: dict[str, str]) -> Iterator[Endorsement]:
    """Return the entries as chosen, in the order of their numbers, read in pieces; what was read is
    let go."""
    query = (
        select(Endorsement)
        .join(Endorsement.initiative)
        .options(
            contains_eager(Endorsement.initiative),
            joinedload(Endorsement.supporter),
            joinedload(Endorsement.officer),
        )
        .where(Endorsement.status.not_in(LEFT_OUT))
        .order_by(Endorsement.id)
        .limit(BATCH)
    )
    if "initiative" in chosen:
        query = query.where(Initiative.slug == chosen["initiative"])
    if "kind" in chosen:
        query = query.where(Endorsement.kind == chosen["kind"])
    last = 0
    while page := session.scalars(query.where(Endorsement.id > last)).all():
        yield from page
        last = page[-1].id
        session.expunge_all()


def _row(entry: Endorsement, vault: Vault) -> list[object]:
    supporter, officer = entry.supporter, entry.officer
    shown = not is_individual(entry)
    return [
        entry.reference,
        entry.initiative.slug,
        entry.kind.value,
        entry.status.value,
        entry.effective_on,
        supporter.name if shown else None,
        supporter.country if shown else None,
        str(entry.be_named).lower() if entry.kind.is_person else None,
        entry.locale,
        _address(supporter.email_sealed, vault) if shown else None,
        officer.name if officer else None,
        officer.title if officer else None,
        officer.body if officer else None,
        _address(officer.email_sealed, vault) if officer else None,
    ]


def _address(sealed: str | None, vault: Vault) -> str | None:
    return vault.open(sealed) if sealed else None
