"""Staff sign-in: Flask-Security with argon2 passwords and a second factor for everybody.

The second factor is an authenticator app (TOTP, RFC 6238) that each member of staff must set up at
the first sign-in, before any staff page opens; a passkey may stand in for it, or for both factors.
Nobody registers and nobody recovers a password by mail: an admin invites people and resets their
second factor. What happens here is written down by `accounts.security_signals`.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from flask import Flask, has_request_context, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_security import (
    EmailValidateException,
    MailUtil,
    PasswordUtil,
    Security,
    SQLAlchemyUserDatastore,
    Totp,
)
from passlib.exc import TokenError
from passlib.totp import TOTP, AppWallet
from sqlalchemy import or_, update

from config import Config
from tracker.accounts import passwords, sign_in_messages
from tracker.accounts.forms import (
    AgainForm,
    CodeForm,
    NewPasswordForm,
    PasskeyForm,
    RecoveryForm,
    RescueForm,
    SetupForm,
    SignInForm,
)
from tracker.accounts.freshness import PROOF_TTL
from tracker.accounts.models import Role, StaffRole, User, WebAuthn
from tracker.accounts.passkeys import Passkeys, refuse_other_hosts
from tracker.accounts.security_signals import RecoveryCodes, init_listening, is_known_browser
from tracker.core import audience, mailboxes, query_args
from tracker.core.db import WRITES, db
from tracker.core.errors import BadInput, RuleBroken
from tracker.core.i18n import localized
from tracker.core.library_internals import ask_before_sign_in_pages, keep_session_off_public_pages
from tracker.core.limits import SIGN_INS, limit_posts
from tracker.core.orm import affected

BEFORE_SIGN_IN = frozenset(
    {
        "static",
        "login",
        "tf_select",
        "two_factor_setup",
        "two_factor_token_validation",
        "mf_recovery",
        "wan_signin",
        "wan_signin_response",
    }
)
"""Flask-Security's views that somebody not yet signed in needs. Each checks its own state."""
CLOSED = frozenset({"two_factor_rescue"})
"""Views we do not offer: without mail there is no rescue but a recovery code or an admin."""
GUESSED = (
    "login",
    "two_factor_token_validation",
    "mf_recovery",
    "wan_signin",
    "wan_signin_response",
    "verify",
    "wan_verify_response",
    "change_password",
)
"""Views on which somebody could try passwords and codes one after the other."""
SLOW_HASH = frozenset({"security.login", "security.verify"})
"""Views that hash a password and only read: they must not hold SQLite's write lock. What they have
to keep is written after them (`security_signals`)."""


class DerivedTotp(Totp):
    """TOTP secrets under keys derived from the data keys: the first encrypts, all decrypt.

    Each key is found by a tag made from itself, so keys rotate like those of personal data.
    """

    def __init__(self, secrets: dict[str, str], issuer: str) -> None:
        self.wallet = AppWallet(secrets=secrets, default_tag=next(iter(secrets)))
        self._totp = TOTP.using(issuer=issuer, wallet=self.wallet)

    def verify_totp(self, token: str, totp_secret: str, user: Any, window: int = 0) -> bool:
        """Return whether a code is right and was not used before (RFC 6238, 5.2).

        The last time step is kept by an update that only one of two at once can make.
        """
        known = user.tf_totp_secret == totp_secret
        try:
            match = self._totp.verify(
                token, totp_secret, window=window, last_counter=user.last_code if known else None
            )
        except TokenError:
            return False
        newer = or_(User.last_code.is_(None), User.last_code < match.counter)
        taken = db.session().execute(
            update(User)
            .where(User.id == user.id, *((newer,) if known else ()))
            .values(last_code=match.counter)
        )
        return affected(taken) > 0


class Passwords(PasswordUtil):
    """Refuses the short and the commonest (`accounts.passwords`)."""

    def validate(
        self, password: str, is_register: bool, user: User | None = None, **_rest: object
    ) -> tuple[list[str] | None, str]:
        plain = self.normalize(password)
        own = {"email": user.email, "name": user.name} if user else {}
        try:
            passwords.check(plain, **own)
        except RuleBroken as error:
            return [localized(error)], plain
        return None, plain


class StaffAddresses(MailUtil):
    """Reads the address that is typed in at sign-in as it was read when the account was made."""

    def normalize(self, email: str) -> str:
        try:
            return mailboxes.parse(email).folded
        except BadInput as error:
            raise EmailValidateException(error.message) from error

    def validate(self, email: str) -> str:
        return self.normalize(email)


def derived(keys: Iterable[str], purpose: str) -> list[bytes]:
    """Return a key of 32 bytes for one purpose from each data key (HMAC-SHA-256, RFC 2104)."""
    return [hmac.new(key.encode(), purpose.encode(), hashlib.sha256).digest() for key in keys]


def settings(config: Config) -> dict[str, object]:
    """Return Flask-Security's settings."""
    totp = derived(config.data_keys, "rollcall.totp")
    codes = derived(config.data_keys, "rollcall.recovery-codes")
    return {
        "SECURITY_BLUEPRINT_NAME": "security",
        "SECURITY_URL_PREFIX": "/staff/account",
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SCHEMES": ["argon2"],
        # argon2 takes a password of any length, so none is hashed beforehand
        "SECURITY_PASSWORD_SINGLE_HASH": ["argon2"],
        "SECURITY_PASSWORD_SALT": None,
        "SECURITY_PASSWORD_LENGTH_MIN": passwords.MIN_LENGTH,
        "SECURITY_RETURN_GENERIC_RESPONSES": True,
        "SECURITY_CHANGEABLE": True,
        "SECURITY_SEND_PASSWORD_CHANGE_EMAIL": False,
        "SECURITY_TWO_FACTOR": True,
        "SECURITY_TWO_FACTOR_REQUIRED": True,
        "SECURITY_TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
        "SECURITY_TWO_FACTOR_RESCUE_EMAIL": False,
        "SECURITY_TWO_FACTOR_ALWAYS_VALIDATE": True,
        "SECURITY_TWO_FACTOR_POST_SETUP_VIEW": "/staff/account/mf-recovery-codes",
        "SECURITY_TOTP_SECRETS": {hashlib.sha256(key).hexdigest()[:8]: key.hex() for key in totp},
        "SECURITY_TOTP_ISSUER": "Rollcall",
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES": True,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_N": 8,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_KEYS": [base64.urlsafe_b64encode(k) for k in codes],
        "SECURITY_WEBAUTHN": True,
        "SECURITY_WAN_RP_NAME": "Rollcall",
        "SECURITY_WAN_ALLOW_AS_FIRST_FACTOR": True,
        "SECURITY_WAN_ALLOW_AS_MULTI_FACTOR": True,
        # else the page would tell a stranger which passkeys an address has
        "SECURITY_WAN_ALLOW_USER_HINTS": False,
        "SECURITY_FRESHNESS": PROOF_TTL,
        "SECURITY_FRESHNESS_GRACE_PERIOD": timedelta(minutes=10),
        "SECURITY_API_ENABLED_METHODS": ["session"],
        "SECURITY_POST_LOGIN_VIEW": "/staff/",
        "SECURITY_POST_LOGOUT_VIEW": "/staff/account/login",
        "SECURITY_POST_CHANGE_VIEW": "/staff/account/",
        "SECURITY_CLI_USERS_NAME": None,
        "SECURITY_CLI_ROLES_NAME": None,
        "SESSION_PROTECTION": "strong",
    }


def init_signin(app: Flask, config: Config) -> None:
    """Set up Flask-Security for staff, and keep it off the public pages."""
    app.config.update(settings(config) | sign_in_messages.settings())
    security = Security(
        app,
        SQLAlchemyUserDatastore(db, User, Role, WebAuthn),
        login_form=SignInForm,
        verify_form=AgainForm,
        change_password_form=NewPasswordForm,
        mf_recovery_form=RecoveryForm,
        two_factor_verify_code_form=CodeForm,
        two_factor_setup_form=SetupForm,
        two_factor_rescue_form=RescueForm,
        wan_register_form=PasskeyForm,
        totp_cls=DerivedTotp,
        webauthn_util_cls=Passkeys,
        password_util_cls=Passwords,
        mail_util_cls=StaffAddresses,
        mf_recovery_codes_util_cls=RecoveryCodes,
    )
    security.want_json(lambda _request: False)
    _declare_audiences(app)
    for endpoint in GUESSED:
        limit_posts(app, f"security.{endpoint}", SIGN_INS, is_known_browser)
    keep_session_off_public_pages(app)
    app.context_processor(lambda: _of_staff() if is_staff_page(app) else {})
    init_listening(app)
    ask_before_sign_in_pages(app, refuse_other_hosts, _leave_signed_in, _write_from_the_start)


def is_staff_page(app: Flask) -> bool:
    """Return whether this request is for a page of staff, their sign-in included."""
    if not has_request_context() or request.endpoint is None:  # the worker renders mails
        return False
    if request.blueprint == "security":
        return True
    return (audience.of(app, request.endpoint) or "").startswith("staff")


def _declare_audiences(app: Flask) -> None:
    everybody = "staff: " + " ".join(StaffRole)
    for endpoint in app.view_functions:
        blueprint, _, name = endpoint.partition(".")
        if blueprint != "security":
            continue
        if name in BEFORE_SIGN_IN:
            audience.declare(app, endpoint, "public")
        else:
            audience.declare(app, endpoint, "staff: nobody" if name in CLOSED else everybody)


def _of_staff() -> dict[str, object]:
    return {"current_user": current_user, "may_enter": audience.may_enter}


def _leave_signed_in() -> ResponseReturnValue | None:
    """Let only the button “Sign out” end a session.

    Flask-Security signs out whoever comes to the second factor while signed in, so a picture on
    somebody's page could end a session. What was shown once is not shown again either.
    """
    if not current_user.is_authenticated:
        return None
    if request.endpoint == "security.two_factor_token_validation":
        begun = session.get("tf_state") == "validating_profile"
        if not (begun and session.get("tf_primary_method") and session.get("tf_totp_secret")):
            return redirect(url_for("accounts.mine"), code=303)
    if request.endpoint == "security.mf_recovery_codes" and "show_codes" in query_args.arguments():
        return redirect(url_for("security.mf_recovery_codes"), code=303)
    return None


def _write_from_the_start() -> None:
    """Let Flask-Security's own writes begin as writes.

    It reads and then commits in one transaction. On SQLite such a transaction must take the write
    lock when it begins (`core.db`), or a writer in between would make its commit fail.
    """
    if request.method == "POST" and request.endpoint not in SLOW_HASH:
        own = db.session()
        own.rollback()
        own.connection(execution_options={WRITES: True})
