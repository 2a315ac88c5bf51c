"""The messages of signing in, in plain words and in the reader's language, in place of
Flask-Security's English."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

NOT_SIGNED_IN = _l("The address and the password do not go together. Please look at both.")
"""Says the same of an unknown address, a wrong password and a locked account."""
WRONG_CODE = _l("This code is not valid.")
WRONG_PASSWORD = _l("This password is not valid.")
_TOO_LATE = _l("That took longer than %(within)s. Please begin again.")

_ERRORS = {
    "GENERIC_AUTHN_FAILED": NOT_SIGNED_IN,
    "UNAUTHENTICATED": _l("Please sign in to go on."),
    "REAUTHENTICATION_REQUIRED": _l("Please sign in again before you go on."),
    "REFRESH": _l("Please sign in again before you go on."),
    "INVALID_PASSWORD": WRONG_PASSWORD,
    "INVALID_PASSWORD_CODE": _l("This password or code is not valid."),
    "PASSWORD_NOT_PROVIDED": _l("Please type your password."),
    "PASSWORD_IS_THE_SAME": _l("The new password must differ from the old one."),
    "RETYPE_PASSWORD_MISMATCH": _l("The two passwords differ."),
    "INVALID_CODE": WRONG_CODE,
    "TWO_FACTOR_INVALID_TOKEN": WRONG_CODE,
    "TWO_FACTOR_SETUP_EXPIRED": _TOO_LATE,
    "INVALID_RECOVERY_CODE": _l("This recovery code is not valid, or has been used."),
    "NO_RECOVERY_CODES_SETUP": _l("No recovery codes have been made yet."),
    "WEBAUTHN_EXPIRED": _TOO_LATE,
    "WEBAUTHN_NAME_REQUIRED": _l("Please give the passkey a name."),
    "WEBAUTHN_NAME_INUSE": _l("You have a passkey named %(name)s already."),
    "WEBAUTHN_CREDENTIAL_ID_INUSE": _l("This passkey is set up already."),
    "WEBAUTHN_UNKNOWN_CREDENTIAL_ID": _l("This passkey is not known here."),
}
_SUCCESSES = {
    "REAUTHENTICATION_SUCCESSFUL": _l("Thank you. You can go on."),
    "PASSWORD_CHANGE": _l("Your password is changed."),
    "TWO_FACTOR_LOGIN_SUCCESSFUL": _l("You are signed in."),
    "TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL": _l("Your authenticator app is set up."),
    "WEBAUTHN_REGISTER_SUCCESSFUL": _l("The passkey %(name)s is added."),
    "WEBAUTHN_CREDENTIAL_DELETED": _l("The passkey %(name)s is removed."),
}


def settings() -> dict[str, object]:
    """Return Flask-Security's settings for them."""
    messages = {name: (words, "error") for name, words in _ERRORS.items()}
    messages |= {name: (words, "success") for name, words in _SUCCESSES.items()}
    return {f"SECURITY_MSG_{name}": message for name, message in messages.items()}
