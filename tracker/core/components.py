"""What the factory made for the whole application, for views and commands to take."""

from __future__ import annotations

from flask import current_app

from config import Config
from tracker.core.cache import Caches
from tracker.core.crypto import Signer, Vault
from tracker.core.mail import Postman


def config() -> Config:
    """The settings under which the application runs."""
    found: Config = current_app.extensions["rollcall"]
    return found


def caches() -> Caches:
    """The answers that this application keeps for a moment."""
    found: Caches = current_app.extensions["caches"]
    return found


def postman() -> Postman:
    """What sends mail, and knows to whom it can."""
    found: Postman = current_app.extensions["postman"]
    return found


def vault() -> Vault:
    """What encrypts personal data."""
    found: Vault = current_app.extensions["vault"]
    return found


def signer() -> Signer:
    """What signs the links in mails."""
    found: Signer = current_app.extensions["signer"]
    return found
