"""Passkeys: which we take, and for which host."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flask import Flask, current_app, request
from flask_security import UserMixin, WebauthnUtil
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from tracker.core.errors import BadInput


def relying_party(public_url: str) -> str:
    """Return the origin to which passkeys are bound. An address of numbers cannot have any, so on
    one's own machine it is localhost."""
    return re.sub(r"//127\.0\.0\.1(?=[:/]|$)", "//localhost", public_url)


def refuse_other_hosts() -> None:
    """Refuse any host but the right one: Flask-Security takes a passkey's host from the request."""
    if request.method != "POST" or not (request.endpoint or "").startswith("security.wan_"):
        return
    address: str = current_app.extensions["security"].webauthn_util.origin()
    if request.host.partition(":")[0] != urlsplit(address).hostname:
        raise BadInput("Passkeys work only at %(address)s.", address=address)


class Passkeys(WebauthnUtil):
    """The passkeys that we take: of any device, with the person verified where it stands alone.

    A passkey is bound to a host (WebAuthn Level 2, 5.4.2). It is the one of the configured public
    address, whatever a request says of itself.
    """

    def __init__(self, app: Flask) -> None:
        super().__init__(app)
        self._origin = relying_party(app.extensions["rollcall"].public_url)

    def origin(self) -> str:
        return self._origin

    def authenticator_selection(
        self, user: UserMixin, usage: str
    ) -> AuthenticatorSelectionCriteria:
        return AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=(
                UserVerificationRequirement.REQUIRED
                if usage == "first"
                else UserVerificationRequirement.PREFERRED
            ),
        )
