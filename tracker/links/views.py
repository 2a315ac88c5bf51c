"""Lists that have changed, and links that lead nowhere any more, for editors."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from tracker.accounts.models import StaffRole
from tracker.core.audience import may_enter, staff
from tracker.core.components import config
from tracker.core.db import db, transaction
from tracker.links import queries, services
from tracker.links.models import LinkCheck, Outcome
from tracker.links.queries import INSTRUMENTS, Place
from tracker.staff.blueprint import words
from tracker.staff.forms.decisions import SettleForm

bp = Blueprint("links", __name__, url_prefix="/staff/links")


@bp.context_processor
def _names_in_templates() -> dict[str, object]:
    return words() | {"part": {}, "outcome": outcome, "answered": answered, "edited_at": edited_at}


def outcome(result: Outcome | None) -> str:
    """Return an outcome in words."""
    return str(
        {
            None: _("not looked at yet"),
            Outcome.FOUND: _("found"),
            Outcome.GONE: _("gone"),
            Outcome.UNREACHABLE: _("out of reach"),
            Outcome.REFUSED: _("there, but not open to programs"),
            Outcome.NOT_ALLOWED: _("not looked at, as its site asks programs not to"),
            Outcome.NOT_PUBLIC: _("not looked at, as it is no public address"),
        }[result]
    )


def answered(check: LinkCheck) -> str:
    """Return what the server said when it was asked last."""
    if check.status is None:
        return str(_("no answer"))
    return str(_("answered %(status)s", status=check.status))


def edited_at(place: Place) -> str | None:
    """Return where staff may change what shows a link; none where the signed-in may not."""
    if place.table == INSTRUMENTS:
        may = may_enter("review.instrument")
        return url_for("review.instrument", id=place.row_id) if may else None
    return url_for("content.edit", kind=place.table.replace("_", "-"), ref=place.row_id)


@bp.get("")
@staff(StaffRole.EDITOR.value, StaffRole.ADMIN.value)
def index() -> str:
    """Show lists that have changed, dead links and those that have moved, with their places."""
    session = db.session()
    return render_template(
        "links/index.html",
        changed=queries.changed(session),
        token=SettleForm(formdata=None),
        dead=queries.dead(session),
        moved=queries.moved(session),
        counts=queries.counts(session),
        outcomes=[*Outcome, None],
        places=queries.shown(session),
        is_on=config().check_links,
    )


@bp.post("/<int:id>/seen")
@staff(StaffRole.EDITOR.value)
def seen(id: int) -> ResponseReturnValue:
    """Take a list that has changed off the queue: I have looked at it."""
    with transaction() as session:
        services.settle_change(session, id)
    flash(_("Marked as seen."), "done")
    return redirect(url_for(".index"), code=303)
