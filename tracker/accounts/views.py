"""Pages of accounts: one's own, and those on which administrators give and change them."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user
from flask_security import hash_password

from tracker.accounts import (
    confirmations,
    freshness,
    invitations,
    known_browsers,
    lockout,
    queries,
    security_signals,
    services,
    sessions,
)
from tracker.accounts.current_account import ADMIN, EVERYBODY, me
from tracker.accounts.events import By
from tracker.accounts.forms import AcceptForm, ButtonForm, InviteForm, RenamePasskeyForm, RolesForm
from tracker.accounts.freshness import needs_fresh_proof
from tracker.accounts.labels import ROLE_NAMES
from tracker.accounts.models import User
from tracker.core.audience import staff, supporter_link
from tracker.core.clock import utcnow
from tracker.core.components import config, signer, vault
from tracker.core.db import db, transaction
from tracker.core.errors import LinkRefused, RuleBroken
from tracker.core.i18n import localized
from tracker.core.limits import SIGN_INS, limiter, network

bp = Blueprint("accounts", __name__)


@bp.get("/staff/account/")
@staff(*EVERYBODY)
def mine() -> str:
    """Show one's own account: sessions, second factors, password."""
    person = me()
    here = security_signals.current_session()
    return render_template(
        "accounts/account.html",
        person=person,
        sessions=sessions.open_sessions(db.session(), person, now=utcnow()),
        here_id=here.id if here else None,
        passkeys=sorted(person.webauthn, key=lambda passkey: passkey.id),
        codes_left=len(person.mf_recovery_codes or []),
        idle_hours=int(sessions.IDLE_TIMEOUT.total_seconds() // 3600),
        longest_days=sessions.MAX_SESSION_AGE.days,
        role_names=ROLE_NAMES,
        form=ButtonForm(formdata=None),
    )


@bp.route("/staff/account/passkeys/<int:id>", methods=["GET", "POST"])
@staff(*EVERYBODY)
def rename_passkey(id: int) -> ResponseReturnValue:
    """Call one of my passkeys otherwise."""
    passkey = queries.passkey(current_user, id)
    form = RenamePasskeyForm(name=passkey.name)
    status = 200
    if form.validate_on_submit():
        try:
            with transaction() as session:
                person = session.get_one(User, current_user.id)
                own = queries.passkey(person, id)
                services.rename_passkey(
                    session, person, own, form.name.data or "", _me(), now=utcnow()
                )
        except RuleBroken as error:
            form.name.errors = [localized(error)]
            status = 409
        else:
            flash(_("The passkey is now called “%(name)s”.", name=form.name.data), "done")
            return redirect(url_for(".mine"), code=303)
    elif form.is_submitted():
        status = 422
    return render_template("accounts/passkey.html", form=form, passkey=passkey), status


@bp.post("/staff/account/sessions/<int:id>/end")
@staff(*EVERYBODY)
def end_session(id: int) -> ResponseReturnValue:
    """End one of my sessions, this one perhaps."""
    with transaction() as session:
        person = session.get_one(User, current_user.id)
        sessions.revoke(session, person, id, _me(), now=utcnow())
    flash(_("That session has ended."), "done")
    return redirect(url_for(".mine"), code=303)


@bp.post("/staff/account/sessions/end-others")
@staff(*EVERYBODY)
def end_other_sessions() -> ResponseReturnValue:
    """Sign out everywhere else."""
    here = security_signals.current_session()
    kept_id = here.id if here else 0
    with transaction() as session:
        person = session.get_one(User, current_user.id)
        count = sessions.revoke_others(session, person, kept_id, _me(), now=utcnow())
        known_browsers.forget_all(session, person, but=security_signals.current_browser(session))
    text = ngettext("%(num)s other session has ended.", "%(num)s other sessions have ended.", count)
    flash(text if count else _("There was no other session."), "done")
    return redirect(url_for(".mine"), code=303)


@bp.get("/staff/people")
@staff(ADMIN)
def people() -> str:
    """Show everybody who has an account."""
    return _people(freshness.refill(InviteForm(formdata=None)))


@bp.post("/staff/people")
@staff(ADMIN)
@needs_fresh_proof(".people")
def invite() -> ResponseReturnValue:
    """Invite somebody by mail."""
    form = InviteForm()
    if not form.validate():
        return _people(form), 422
    try:
        with transaction() as session:
            person = invitations.invite(
                session,
                vault(),
                email=form.email.data or "",
                name=form.name.data or "",
                roles=form.chosen(),
                by=_me(),
                now=utcnow(),
                wait=config().reviewer_wait,
            )
            address = person.email
    except RuleBroken as error:
        form.form_errors.append(localized(error))
        return _people(form), 409
    flash(_("An invitation is on its way to %(address)s.", address=address), "done")
    return redirect(url_for(".people"), code=303)


@bp.get("/staff/people/<int:id>")
@staff(ADMIN)
def person(id: int) -> str:
    """Show one account and what can be done with it."""
    account = queries.person(db.session(), id)
    form = RolesForm(formdata=None, roles=sorted(account.role_names))
    return _person(account, freshness.refill(form))


@bp.post("/staff/people/<int:id>/roles")
@staff(ADMIN)
@needs_fresh_proof(".person", "id")
def change_roles(id: int) -> ResponseReturnValue:
    """Give somebody exactly the ticked roles."""
    form = RolesForm()
    if not form.validate():
        return _person(queries.person(db.session(), id), form), 422
    try:
        with transaction() as session:
            account = queries.person(session, id)
            services.change_roles(
                session,
                vault(),
                account,
                form.chosen(),
                _me(),
                now=utcnow(),
                wait=config().reviewer_wait,
            )
    except RuleBroken as error:
        form.form_errors.append(localized(error))
        return _person(queries.person(db.session(), id), form), 409
    flash(_("The roles hold at once."), "done")
    return redirect(url_for(".person", id=id), code=303)


@bp.post(
    "/staff/people/<int:id>/<any(deactivate,reactivate,reset,unlock,resend,cancel,confirm):what>"
)
@staff(ADMIN)
@needs_fresh_proof(".person", "id")
def turn(id: int, what: str) -> ResponseReturnValue:
    """Deactivate or reactivate somebody, reset, unlock, invite again or no more, confirm a role."""
    more = {"wait": config().reviewer_wait} if what in ("deactivate", "reactivate") else {}
    try:
        with transaction() as session:
            person = queries.person(session, id)
            ACTIONS[what](session, vault(), person, _me(), now=utcnow(), **more)
    except RuleBroken as error:
        flash(localized(error), "error")
    else:
        flash(_("Done. It stands in the log."), "done")
    return redirect(url_for(".person", id=id), code=303)


@bp.route("/staff/invitation/<token>", methods=["GET", "POST"], strict_slashes=False)
@supporter_link
@limiter.limit(SIGN_INS, methods=["POST"])
def invitation(token: str) -> ResponseReturnValue:
    """Choose a password; the second factor is set up at the sign-in that follows."""
    try:
        value = signer().read(
            invitations.PURPOSE, token, max_age=int(invitations.INVITATION_TTL.total_seconds())
        )
        guest = invitations.guest(db.session(), value, now=utcnow())
        form = AcceptForm(guest.email, guest.name)
        if not form.validate_on_submit():
            page = render_template("accounts/invitation.html", form=form, person=guest)
            return page, 422 if request.method == "POST" else 200
        hashed = hash_password(form.password.data or "")
        with transaction() as session:
            invitations.accept(
                session,
                value,
                name=form.name.data or "",
                password_hash=hashed,
                by=By(network=network()),
                now=utcnow(),
            )
    except LinkRefused as error:
        return render_template("accounts/invitation_refused.html", message=localized(error)), 410
    flash(_("Your password is set. Sign in with it; then you set up the second factor."), "done")
    return redirect(url_for("security.login"), code=303)


def _me() -> By:
    return security_signals.themself(current_user)


ACTIONS: dict[str, Callable[..., None]] = {
    "deactivate": services.deactivate,
    "reactivate": services.reactivate,
    "reset": services.reset_second_factor,
    "unlock": lockout.unlock,
    "resend": invitations.send,
    "cancel": invitations.cancel,
    "confirm": confirmations.confirm,
}


def _people(form: InviteForm) -> str:
    session = db.session()
    return render_template(
        "accounts/people.html",
        people=queries.everybody(session),
        form=form,
        **_standing(),
    )


def _person(account: User, form: RolesForm) -> str:
    return render_template(
        "accounts/person.html",
        person=account,
        form=form,
        button=ButtonForm(formdata=None),
        mine=account.id == current_user.id,
        waits=confirmations.waits(account, now=utcnow()),
        can_confirm=current_user.id
        in {
            confirmer.id
            for confirmer in confirmations.confirmers(db.session(), account, now=utcnow())
        },
        **_standing(),
    )


def _standing() -> dict[str, object]:
    """Return what pages about accounts say of each: invited, locked, last seen, second factor."""
    session, now = db.session(), utcnow()
    return {
        "invitations": queries.invitations(session),
        "last_sign_ins": queries.last_sign_ins(session),
        "passkeys": queries.passkey_counts(session),
        "is_locked": lambda account: lockout.is_locked(account, now=now),
        "role_names": ROLE_NAMES,
        "now": now,
        "life": invitations.INVITATION_TTL,
    }
