"""The account that is signed in, and the roles that a route may ask for."""

from __future__ import annotations

from flask_login import current_user

from tracker.accounts.models import StaffRole, User

REVIEWER = StaffRole.REVIEWER.value
EDITOR = StaffRole.EDITOR.value
ADMIN = StaffRole.ADMIN.value
EVERYBODY = tuple(role.value for role in StaffRole)


def me() -> User:
    """Return the account of whoever is signed in."""
    account: User = current_user._get_current_object()
    return account
