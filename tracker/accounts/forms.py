"""Flask-Security's forms where they offer a choice, with choices as WTForms now wants them."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_security import TwoFactorRescueForm, TwoFactorSetupForm, WebAuthnRegisterForm
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice


class SetupForm(TwoFactorSetupForm):
    """There is one way: an authenticator app."""

    setup = RadioField(
        _l("Second factor"),
        choices=[SelectChoice("authenticator", _l("Authenticator app"))],
        validate_choice=False,
    )


class RescueForm(TwoFactorRescueForm):
    """Who lost the device uses a recovery code, which Flask-Security adds, or asks an admin."""

    help_setup = RadioField(
        _l("The device is lost"), choices=[SelectChoice("help", _l("Ask an administrator"))]
    )


class PasskeyForm(WebAuthnRegisterForm):
    """What a new passkey is called, and what it stands in for."""

    usage = RadioField(
        _l("It stands in for"),
        choices=[
            SelectChoice("secondary", _l("the code of the app")),
            SelectChoice("first", _l("the password and the code")),
        ],
        default="secondary",
        validate_choice=True,
    )
