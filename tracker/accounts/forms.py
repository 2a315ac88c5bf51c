"""Forms of accounts: Flask-Security's where we ask more of them, and those of administrators."""

from __future__ import annotations

import unicodedata
from typing import Any

from flask import current_app
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from flask_security import (
    ChangePasswordForm,
    LoginForm,
    MfRecoveryForm,
    TwoFactorRescueForm,
    TwoFactorSetupForm,
    TwoFactorVerifyCodeForm,
    VerifyForm,
    WebAuthnRegisterForm,
)
from flask_wtf import FlaskForm
from wtforms import EmailField, Field, PasswordField, RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, EqualTo, Length, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from tracker.accounts import lockout, passwords
from tracker.accounts.labels import ROLES
from tracker.accounts.models import StaffRole
from tracker.accounts.security_signals import note_new_hash, note_unknown, source
from tracker.accounts.sign_in_messages import WRONG_CODE, WRONG_PASSWORD
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.core.errors import RuleBroken
from tracker.core.forms import email_address, person_name
from tracker.core.i18n import localized

FILLED = DataRequired(_l("Please fill this in."))


def plain_code(typed: str | None) -> str:
    """Return a code in ASCII, whatever stands between its characters: apps show “123 456”, and a
    keyboard may have digits of its own (Unicode, 4.6)."""
    characters = (character for character in typed or "" if character.isalnum())
    return "".join(str(unicodedata.decimal(character, character)) for character in characters)


def _is_refused(user: Any) -> bool:
    return lockout.is_refused(db.session(), user, source(), now=utcnow())


class SignInForm(LoginForm):
    """The sign-in. Who has to wait is refused in the same words as a wrong password."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.email.label.text = _l("E-mail address")

    def validate(self, **kwargs: object) -> bool:
        valid: bool = super().validate(**kwargs)
        if self.user is None and self.email.data and self.password.data:
            note_unknown(self.email.data)
        if valid:
            note_new_hash(self.user)
        if valid and self.user is not None and _is_refused(self.user):
            self.user.track_failed_authn("locked")
            self.password.errors.append("")  # the view replaces it by what it always says
            return False
        return valid


class CodeForm(TwoFactorVerifyCodeForm):
    """A code of the app. From where one has to wait, the right one is as wrong as any other.

    No `pattern`: a browser would refuse “123 456” (HTML, 4.10.5.1.2 lets the server be lenient).
    """

    code = StringField(
        _l("Code of the app"),
        filters=[plain_code],
        validators=[FILLED],
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric"},
    )

    def validate(self, **kwargs: object) -> bool:
        if self.user is not None and _is_refused(self.user) and not self.is_setup:
            self.user.track_failed_authn("locked", True)
            self.code.errors = [WRONG_CODE]
            return False
        return bool(super().validate(**kwargs))


class RecoveryForm(MfRecoveryForm):
    """A recovery code. Wrong ones count like wrong passwords."""

    code = StringField(
        _l("Recovery code"),
        filters=[lambda typed: (typed or "").strip().lower()],
        validators=[FILLED],
        render_kw={"autocomplete": "off"},
    )

    user: Any

    def validate(self, **kwargs: object) -> bool:
        if _is_refused(self.user):
            self.user.track_failed_authn("locked", True)
            self.code.errors = [WRONG_CODE]
            return False
        valid: bool = super().validate(**kwargs)
        if not valid and self.code.data:
            self.user.track_failed_authn("recovery_code", True)
        return valid


class AgainForm(VerifyForm):
    """The password once more, in an open session."""

    def validate(self, **kwargs: object) -> bool:
        if _is_refused(self.user):
            self.user.track_failed_authn("locked")
            self.password.errors = [WRONG_PASSWORD]
            return False
        valid: bool = super().validate(**kwargs)
        if valid:
            note_new_hash(self.user)
        return valid


class NewPasswordForm(ChangePasswordForm):
    """Whoever sits at an open session cannot try passwords here for ever either."""

    def validate(self, **kwargs: object) -> bool:
        valid: bool = super().validate(**kwargs)
        if not valid and self.password.errors and self.password.data:
            current_user.track_failed_authn("password")
        if valid and _is_refused(current_user):
            self.password.errors.append(WRONG_PASSWORD)
            return False
        return valid


class SetupForm(TwoFactorSetupForm):
    """There is one way: an authenticator app."""

    setup = RadioField(
        _l("Second factor"),
        choices=[SelectChoice("authenticator", _l("Authenticator app"))],
        validate_choice=False,
    )


class RescueForm(TwoFactorRescueForm):
    """The way in without the device: a recovery code, which Flask-Security adds, or an admin."""

    help_setup = RadioField(
        _l("The device is lost"), choices=[SelectChoice("help", _l("Ask an administrator"))]
    )


class PasskeyForm(WebAuthnRegisterForm):
    """A new passkey: its name, and what it stands in for."""

    name = StringField(_l("What to call it"), description=_l("Such as the device it is on."))

    usage = RadioField(
        _l("It stands in for"),
        choices=[
            SelectChoice("secondary", _l("the code of the app")),
            SelectChoice("first", _l("the password and the code")),
        ],
        default="secondary",
        validate_choice=True,
    )


class RenamePasskeyForm(FlaskForm):
    """The new name of a passkey, by the rules under which it was named at first."""

    name = StringField(
        _l("What to call it"),
        description=_l("Such as the device it is on."),
        validators=[FILLED, Length(max=64)],
    )

    def validate_name(self, field: Field) -> None:
        refused, clean = current_app.extensions["security"].webauthn_util.name_svn(field.data)
        if refused or not clean or not clean.strip():
            raise ValidationError(_l("Use letters, numbers and common punctuation."))
        field.data = clean.strip()


class TickBoxes(SelectMultipleField):
    """Several of a few."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class RolesForm(FlaskForm):
    """The roles of somebody."""

    roles = TickBoxes(
        _l("Roles"), choices=[SelectChoice(role.value, ROLES[role]) for role in StaffRole]
    )

    def validate_roles(self, field: Field) -> None:
        if not field.data:
            raise ValidationError(_l("Choose at least one role."))

    def chosen(self) -> frozenset[StaffRole]:
        return frozenset(StaffRole(role) for role in self.roles.data or ())


class InviteForm(RolesForm):
    """Somebody who is to have an account."""

    email = EmailField(
        _l("E-mail address"),
        validators=[FILLED, email_address],
    )
    name = StringField(
        _l("Name that colleagues see"), validators=[FILLED, Length(max=120), person_name]
    )


class AcceptForm(FlaskForm):
    """The name and the first password of somebody who was invited."""

    name = StringField(
        _l("Name that colleagues see"),
        validators=[FILLED, Length(max=120)],
        render_kw={"autocomplete": "name"},
    )
    password = PasswordField(
        _l("Password"),
        validators=[FILLED, Length(max=200)],
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        _l("The same once more"),
        validators=[EqualTo("password", _l("The two differ."))],
        render_kw={"autocomplete": "new-password"},
    )

    def __init__(self, email: str, name: str, **kwargs: object) -> None:
        super().__init__(name=name, **kwargs)
        self._email = email

    def validate_password(self, field: Field) -> None:
        try:
            passwords.check(field.data, email=self._email, name=self.name.data or "")
        except RuleBroken as error:
            raise ValidationError(localized(error)) from error


class ButtonForm(FlaskForm):
    """A button, and the token that proves the page was ours."""
