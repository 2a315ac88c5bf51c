"""E-mail addresses as identities."""

from __future__ import annotations

from tracker.core.crypto import Vault


def canonical(address: str) -> str:
    """The form in which one mailbox has one address: case is folded, spaces are dropped.

    RFC 5321, 2.4 lets a server tell capitals apart in the part before the @; none in use does.
    """
    return address.strip().casefold()


def digest(vault: Vault, address: str) -> str:
    """The keyed hash by which an address is found."""
    return vault.digest(canonical(address))
