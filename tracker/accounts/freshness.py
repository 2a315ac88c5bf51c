"""A fresh proof of identity before something weighty, without losing what was filled in.

A sign-in, or the password or passkey given again since, counts for 30 minutes (Flask-Security's own
mark in the session). Later, a form that needs it is kept, sealed, for a day; its sender proves who
they are and comes back to the page with the form as it was, to look at it and send it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import TypeVar
from urllib.parse import urlencode

from flask import flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf import FlaskForm
from sqlalchemy import delete
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from tracker.accounts.models import Draft
from tracker.core import query_args
from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.db import db, transaction
from tracker.core.orm import affected

PROOF_TTL = timedelta(minutes=30)
DRAFT_TTL = timedelta(days=1)
"""Time for which a form waits for its sender."""
DRAFT = "draft"
"""The name in an address that says which kept form belongs on the page."""
Form = TypeVar("Form", bound=FlaskForm)
View = Callable[..., ResponseReturnValue]


def always(**_arguments: object) -> bool:
    return True


def needs_fresh_proof(
    page: str, *names: str, when: Callable[..., bool] = always
) -> Callable[[View], View]:
    """Declare that sending the form of a view needs a fresh proof of its sender.

    `when` says from the view's arguments whether this request does. `page` is the endpoint with the
    form, to which the sender comes back; `names` are the values of this request that its address
    repeats. Stands below the declaration of the audience, since only staff can prove themselves.
    """

    def declare(view: View) -> View:
        @wraps(view)
        def proved(**arguments: object) -> ResponseReturnValue:
            if request.method != "POST" or is_fresh() or not when(**arguments):
                return view(**arguments)
            values = request.values.to_dict() | arguments
            kept = {name: str(values[name]) for name in names if values.get(name)}
            return prove_first(url_for(page, _external=False, **kept))

        proved.needs_fresh_proof = True  # type: ignore[attr-defined]  # read by the tests
        return proved

    return declare


def is_fresh() -> bool:
    """Return whether who is signed in proved it in the last 30 minutes."""
    proved_at: float = session.get("fs_paa", 0)
    return utcnow().timestamp() - proved_at < PROOF_TTL.total_seconds()


def prove_first(back: str, /, **query: str) -> ResponseReturnValue:
    """Ask for the proof, then lead to `back`, an address of ours, with what was sent kept."""
    if request.method == "POST":
        query[DRAFT] = str(_keep())
    after = f"{back}{'&' if '?' in back else '?'}{urlencode(query)}" if query else back
    if any(file.filename for file in request.files.values()):
        flash(_("The file was not kept: choose it again when you are back."), "error")
    return redirect(url_for("security.verify", next=after), code=303)


def refill(form: Form) -> Form:
    """Put into a form what its sender had filled in before the proof, if that is why they come."""
    fields = kept_fields()
    if fields is not None:
        form.process(formdata=fields)
    return form


def kept_fields() -> MultiDict[str, str] | None:
    """Return what was filled in, if the address of this page says so and it is the reader's own."""
    draft_id = query_args.row_number(DRAFT)
    if draft_id is None or request.method != "GET":
        return None
    draft = db.session().get(Draft, draft_id)
    if draft is None or draft.staff_id != current_user.id:
        return None
    return MultiDict(vault().open_json(draft.fields_sealed))


def forget_drafts(session: Session, *, now: datetime) -> int:
    """Delete forms that waited for more than a day; the number deleted."""
    deleted = session.execute(delete(Draft).where(Draft.kept_at < now - DRAFT_TTL))
    return affected(deleted)


def _keep() -> int:
    fields = [
        [name, value]
        for name, value in request.form.items(multi=True)
        if not name.endswith("csrf_token")
    ]
    staff_id = current_user.id
    with transaction() as own:
        draft = Draft(staff_id=staff_id, kept_at=utcnow(), fields_sealed=vault().seal_json(fields))
        own.add(draft)
        own.flush()
        return draft.id
