"""The labels of roles and of events of accounts."""

from __future__ import annotations

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from tracker.accounts.models import StaffAction, StaffRole

ROLES: dict[StaffRole, LazyString] = {
    StaffRole.REVIEWER: _l("Reviewer: decides about entries"),
    StaffRole.EDITOR: _l("Editor: reads the queue, edits pages"),
    StaffRole.ADMIN: _l("Administrator: gives accounts and exports the log"),
}
ROLE_NAMES: dict[StaffRole, LazyString] = {
    StaffRole.REVIEWER: _l("reviewer"),
    StaffRole.EDITOR: _l("editor"),
    StaffRole.ADMIN: _l("administrator"),
}
EVENTS: dict[StaffAction, LazyString] = {
    StaffAction.SIGNED_IN: _l("Signed in"),
    StaffAction.SIGN_IN_FAILED: _l("Sign-in failed"),
    StaffAction.GUESSED: _l("Wrong passwords from unknown browsers; owner told"),
    StaffAction.LOCKED: _l("Locked for unknown browsers"),
    StaffAction.UNLOCKED: _l("Account unlocked"),
    StaffAction.SIGNED_OUT: _l("Signed out"),
    StaffAction.SESSION_REVOKED: _l("Session ended from another one"),
    StaffAction.ADDED: _l("Account added"),
    StaffAction.INVITED: _l("Invited"),
    StaffAction.INVITATION_CANCELLED: _l("Invitation cancelled"),
    StaffAction.INVITATION_ACCEPTED: _l("Invitation accepted"),
    StaffAction.ROLE_GIVEN: _l("Role given"),
    StaffAction.ROLE_TAKEN: _l("Role taken"),
    StaffAction.ROLE_CONFIRMED: _l("Role confirmed by a second administrator"),
    StaffAction.DEACTIVATED: _l("Deactivated"),
    StaffAction.REACTIVATED: _l("Reactivated"),
    StaffAction.SECOND_FACTOR_SET: _l("Authenticator app set up"),
    StaffAction.SECOND_FACTOR_RESET: _l("Second factor reset"),
    StaffAction.PASSKEY_ADDED: _l("Passkey added"),
    StaffAction.PASSKEY_RENAMED: _l("Passkey renamed"),
    StaffAction.PASSKEY_REMOVED: _l("Passkey removed"),
    StaffAction.PASSWORD_CHANGED: _l("Password changed"),
    StaffAction.RECOVERY_CODES_MADE: _l("Recovery codes made"),
    StaffAction.EXPORTED: _l("Log exported"),
    StaffAction.EXPORTED_PERSONAL: _l("Personal data exported"),
    StaffAction.READ_LIMIT: _l("Refused: too many individuals’ details"),
    StaffAction.COUNCIL_YEAR: _l("Year of the Security Council recorded"),
    StaffAction.VETO_CLASSIFIED: _l("Classification of a vetoed text recorded"),
}
DETAILS: dict[str, LazyString] = {
    "app": _l("password and app"),
    "recovery_code": _l("recovery code"),
    "passkey": _l("passkey alone"),
    "password_and_passkey": _l("password and passkey"),
    "password": _l("password"),
    "code": _l("code of the app"),
    "locked": _l("while locked"),
    "unknown_address": _l("unknown address"),
    "first": _l("instead of password and code"),
    "secondary": _l("instead of the code"),
    "one": _l("one session"),
    **{role.value: name for role, name in ROLE_NAMES.items()},
}
"""Short codes in the log."""
