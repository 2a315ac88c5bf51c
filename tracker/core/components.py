"""Parts that the factory made for the whole application, for views and commands to take."""

from __future__ import annotations

from typing import cast

from flask import current_app

from config import Config
from tracker.core.cache import Caches
from tracker.core.crypto import Signer, Vault
from tracker.core.mail import Postman


def config() -> Config:
    """Return the settings under which the application runs."""
    return cast(Config, current_app.extensions["rollcall"])


def caches() -> Caches:
    """Return the answers that this application keeps for a moment."""
    return cast(Caches, current_app.extensions["caches"])


def postman() -> Postman:
    """Return what sends mail, and knows to whom it can."""
    return cast(Postman, current_app.extensions["postman"])


def vault() -> Vault:
    """Return what encrypts personal data."""
    return cast(Vault, current_app.extensions["vault"])


def signer() -> Signer:
    """Return what signs the links in mails."""
    return cast(Signer, current_app.extensions["signer"])
