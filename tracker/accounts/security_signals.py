"""Flask-Security's reports about sign-ins and accounts, written down: sessions, log, mails.

Its views commit by themselves once they have succeeded, so what its signals report then is added to
the same session and stands or falls with it. Failures are never committed by it: they are noted
during the request and written after it, in a transaction of their own.
"""

from __future__ import annotations

from typing import Any

from flask import (
    Flask,
    Response,
    after_this_request,
    current_app,
    g,
    request,
    session,
    url_for,
)
from flask_login import current_user, user_logged_out
from flask_security import MfRecoveryCodesUtil
from flask_security.signals import (
    password_changed,
    tf_code_confirmed,
    tf_profile_changed,
    user_authenticated,
    user_failed_authn,
    wan_deleted,
    wan_registered,
)
from sqlalchemy import inspect, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from tracker.accounts import known_browsers, lockout, queries, sessions, user_agents
from tracker.accounts.events import By, record, tell
from tracker.accounts.models import KnownBrowser, StaffAction, StaffSession, User, WebAuthn
from tracker.core.clock import utcnow
from tracker.core.components import signer, vault
from tracker.core.db import db, transaction
from tracker.core.errors import LinkRefused
from tracker.core.library_internals import narrow_user_loader
from tracker.core.limits import network

TOKEN = "seat"  # noqa: S105  the name under which the cookie holds the session's token
SIGN_IN_METHODS = {
    "security.two_factor_token_validation": "app",
    "security.mf_recovery": "recovery_code",
}
"""Ways of signing in, by the view that somebody came through."""


class RecoveryCodes(MfRecoveryCodesUtil):
    """Recovery codes, with a line in the log when new ones are made."""

    def create_recovery_codes(self, user: Any) -> list[str]:
        codes: list[str] = super().create_recovery_codes(user)
        _note(StaffAction.RECOVERY_CODES_MADE, user)
        return codes


def init_listening(app: Flask) -> None:
    """Connect to the signals, and check the session of whoever comes."""
    user_authenticated.connect(_signed_in, app)
    user_failed_authn.connect(_failed, app)
    user_logged_out.connect(_signed_out, app)
    tf_code_confirmed.connect(_app_confirmed, app)
    tf_profile_changed.connect(_app_changed, app)
    password_changed.connect(_password_changed, app)
    wan_registered.connect(_passkey_added, app)
    wan_deleted.connect(_passkey_removed, app)
    narrow_user_loader(app, _has_open_session)
    app.before_request(_seen)


def _has_open_session(person: User) -> bool:
    """Return whether the session that a cookie came with is open and the person's; note which."""
    staff_session = sessions.opened_by(db.session(), session.get(TOKEN, ""), now=utcnow())
    if staff_session is None or staff_session.staff_id != person.id:
        return False
    g.staff_session = staff_session
    return True


def current_session() -> StaffSession | None:
    """Return the session that this request came with."""
    staff_session: StaffSession | None = g.get("staff_session")
    return staff_session


def current_browser(own: Session) -> KnownBrowser | None:
    """Return the known browser from which who is signed in comes."""
    return known_browsers.known(own, current_user.id, _tokens(), now=utcnow())


def is_known_browser() -> bool:
    """Return whether a password or code comes from a known browser of the account that it is for.

    What strangers send from the same network does not count against it. It answers for itself, so
    no more can be tried there.
    """
    tokens = _tokens()
    if not tokens:
        return False
    own, now = db.session(), utcnow()
    person = _guessed_at(own)
    return person is not None and lockout.is_trusted(own, person, tokens, now=now)


def _guessed_at(own: Session) -> User | None:
    """Return whose password or code was sent."""
    if request.endpoint == "security.login":
        return queries.by_email(own, request.form.get("email", ""))
    if "tf_user_id" in session:
        return own.scalars(select(User).where(User.fs_uniquifier == session["tf_user_id"])).first()
    return current_user if isinstance(current_user._get_current_object(), User) else None


def request_origin() -> dict[str, str]:
    """Return where this request comes from: browser, system, and the mark of its network."""
    browser, system = user_agents.named(request.headers.get("User-Agent", ""))
    return {"browser": browser, "system": system, "network": network()}


def source() -> lockout.Source:
    """Return the same, with what the browser knows of earlier sign-ins."""
    return lockout.Source(**request_origin(), tokens=_tokens())


def themself(user: User) -> By:
    return By(staff_id=user.id, network=network())


def note_unknown(address: str) -> None:
    """Note that a password was tried on an address without an account."""
    g.unknown_address = address
    after_this_request(_write_failures)


def _seen() -> None:
    staff_session = current_session()
    if (
        staff_session is not None
        and staff_session.last_seen_at <= utcnow() - sessions.LAST_USED_PRECISION
    ):
        session_id = staff_session.id
        with transaction() as own:
            sessions.seen(own, session_id, now=utcnow())


def _failed(_app: Flask, user: User, auth_type: str, **_rest: object) -> None:
    g.failed_sign_in = (user.id, auth_type)
    after_this_request(_write_failures)


def _write_failures(response: Response) -> Response:
    failed, unknown = g.pop("failed_sign_in", None), g.pop("unknown_address", None)
    if failed is not None:
        staff_id, how = failed
        with transaction() as own:
            lockout.failed(own, vault(), staff_id, how, source(), now=utcnow())
    elif unknown is not None:
        with transaction() as own:
            lockout.failed_by_nobody(own, vault(), unknown, source(), now=utcnow())
    return response


def note_new_hash(user: Any) -> None:
    """Let a password that was just hashed anew be kept, after the request: the views that ask for
    one only read. Flask-Security does so when the hash is of other parameters than today's."""
    before = inspect(user).attrs.password.history.deleted
    if before:
        g.new_hash = (user.id, before[0], user.password)
        set_committed_value(user, "password", user.password)
        after_this_request(_write_new_hash)


def _write_new_hash(response: Response) -> Response:
    staff_id, before, after = g.pop("new_hash")
    with transaction() as own:
        own.execute(
            update(User)
            .where(User.id == staff_id, User.password == before)
            .values(password=after)
            .execution_options(synchronize_session=False)
        )
    return response


def _signed_in(
    _app: Flask, user: User, authn_via: list[str] | None = None, **_rest: object
) -> None:
    if authn_via == ["change"]:  # the same session goes on after a new password
        return
    if authn_via == ["webauthn"]:
        how = "passkey"
    else:
        how = SIGN_IN_METHODS.get(request.endpoint or "", "password_and_passkey")
    now = utcnow()
    lockout.succeeded(db.session(), user, source(), now=now)
    g.known_browser = known_browsers.remember(db.session(), user, _tokens(), now=now)
    after_this_request(_remember_browser)
    session[TOKEN] = sessions.begin(db.session(), user, **request_origin(), now=now)
    record(db.session(), StaffAction.SIGNED_IN, user, themself(user), now=now, detail=how)


def _cookie() -> str:
    """Return the cookie that tells a known browser: named after that of sessions, and as well
    guarded."""
    return f"{current_app.config['SESSION_COOKIE_NAME']}_browser"


def _tokens() -> known_browsers.Tokens:
    """Return what the browser remembers of sign-ins: nothing, when its cookie is old or not
    ours."""
    cookie = request.cookies.get(_cookie(), "")
    max_age = int(known_browsers.BROWSER_TTL.total_seconds())
    try:
        tokens = signer().read(known_browsers.PURPOSE, cookie, max_age=max_age)
    except LinkRefused:
        return {}
    return tokens if isinstance(tokens, dict) else {}


def _remember_browser(response: Response) -> Response:
    response.set_cookie(
        _cookie(),
        signer().sign(known_browsers.PURPOSE, g.known_browser),
        max_age=known_browsers.BROWSER_TTL,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Strict",
    )
    return response


def _signed_out(_app: Flask, user: object, **_rest: object) -> None:
    token = session.pop(TOKEN, None)
    if token and isinstance(user, User):
        staff_id, now = user.id, utcnow()
        with transaction() as own:
            person = own.get_one(User, staff_id)
            sessions.sign_out(own, person, token, themself(person), now=now)


def _app_confirmed(_app: Flask, user: User, **_rest: object) -> None:
    if session.get("tf_state") == "validating_profile":  # a first set-up, not a sign-in
        _note(StaffAction.SECOND_FACTOR_SET, user)
        after_this_request(_offer_recovery_codes)


def _offer_recovery_codes(response: Response) -> Response:
    """Lead somebody who has just set up the app to what helps them when its device is lost."""
    if response.location:
        response.location = url_for("security.mf_recovery_codes", offered=1)
    return response


def _app_changed(_app: Flask, user: User, **_rest: object) -> None:
    _note(StaffAction.SECOND_FACTOR_SET, user)


def _password_changed(_app: Flask, user: User, **_rest: object) -> None:
    _note(StaffAction.PASSWORD_CHANGED, user)
    person = db.session().get_one(User, user.id)
    known_browsers.forget_all(db.session(), person, but=current_browser(db.session()))
    sessions.end_all(db.session(), person, now=utcnow(), but=session.get(TOKEN))


def _passkey_added(_app: Flask, user: User, name: str, **_rest: object) -> None:
    db.session().flush()
    _note(StaffAction.PASSKEY_ADDED, user, detail=_usage(user, name))


def _passkey_removed(_app: Flask, user: User, name: str, **_rest: object) -> None:
    _note(StaffAction.PASSKEY_REMOVED, user, detail=_usage(user, name))


def _usage(user: User, name: str) -> str:
    usage = select(WebAuthn.usage).where(WebAuthn.user_id == user.id, WebAuthn.name == name)
    return db.session().scalar(usage) or ""


def _note(what: StaffAction, user: User, *, detail: str = "") -> None:
    """Log what somebody changed of their own account, and tell them, in case it was not them."""
    own, now = db.session(), utcnow()
    person = own.get_one(User, user.id)
    record(own, what, person, themself(person), now=now, detail=detail)
    browser, system = (request_origin()[name] for name in ("browser", "system"))
    tell(own, vault(), person, what, now=now, browser=browser, system=system)
