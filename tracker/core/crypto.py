"""Secrets at rest, look-ups without plain text, and links that cannot be forged."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Sequence
from typing import Any, TypeVar, cast

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from itsdangerous import (
    BadSignature,
    SignatureExpired,
    URLSafeSerializer,
    URLSafeTimedSerializer,
)

from tracker.core.errors import LinkRefused

Made = TypeVar("Made", URLSafeSerializer, URLSafeTimedSerializer)


class Vault:
    """Encrypts personal data and finds it again by a keyed hash.

    `keys` are Fernet keys: the first encrypts, all decrypt, so keys rotate without an outage.
    `lookup_key` keys the hash (HMAC-SHA-256, RFC 2104); it does not rotate.
    """

    def __init__(self, keys: Sequence[str], lookup_key: str) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])
        self._lookup_key = lookup_key.encode()

    def seal(self, text: str) -> str:
        """Encrypt text for the database."""
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """Decrypt what `seal` made. Raises ValueError when no key fits."""
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise ValueError("No data key opens this value.") from error

    def seal_json(self, value: object) -> str:
        return self.seal(json.dumps(value, ensure_ascii=False))

    def open_json(self, sealed: str) -> Any:
        return json.loads(self.open(sealed))

    def digest(self, text: str) -> str:
        """A keyed hash, 64 hexadecimal digits, equal for equal text."""
        return hmac.new(self._lookup_key, text.encode(), hashlib.sha256).hexdigest()


_BEHIND = re.compile(r"\.*[^A-Za-z0-9_.-].*$|\.+$", re.DOTALL)
"""Characters behind a token: base64url (RFC 4648, section 5) with dots between its parts."""


class Signer:
    """Makes and reads the tokens in mailed links, and the secrets of others that sign.

    A token names its purpose, so a link for one thing opens no other; it is signed and dated. A
    mark is the same without a date: equal for equal values, and good for ever.
    """

    def __init__(self, secret_key: str) -> None:
        self._secret_key = secret_key
        self._serializers: dict[str, object] = {}

    def _serializer(self, purpose: str) -> URLSafeTimedSerializer:
        return self._kept(URLSafeTimedSerializer, f"rollcall.{purpose}")

    def key(self, purpose: str) -> bytes:
        """A secret of 32 bytes for one purpose, for a library that signs by itself."""
        named = f"rollcall.key.{purpose}".encode()
        return hmac.new(self._secret_key.encode(), named, hashlib.sha256).digest()

    def sign(self, purpose: str, value: object) -> str:
        return self._serializer(purpose).dumps(value)

    def read(self, purpose: str, token: str, *, max_age: int) -> Any:
        """The value behind a token of at most `max_age` seconds. Raises LinkRefused.

        What a sentence or a mail program puts behind an address is no part of it.
        """
        try:
            return self._serializer(purpose).loads(_BEHIND.sub("", token), max_age=max_age)
        except SignatureExpired as error:
            raise LinkRefused("This link has expired.", expired=True) from error
        except BadSignature as error:
            raise LinkRefused("This link is not complete or was changed on its way.") from error

    def mark(self, purpose: str, value: object) -> str:
        return self._undated(purpose).dumps(value)

    def marked(self, purpose: str, mark: str) -> Any:
        """The value behind a mark, in its one spelling. Raises LinkRefused."""
        try:
            value = self._undated(purpose).loads(mark)
        except BadSignature as error:
            raise LinkRefused("This link is not complete or was changed on its way.") from error
        if self.mark(purpose, value) != mark:  # the last letter of base64 has bits to spare
            raise LinkRefused("This link is not complete or was changed on its way.")
        return value

    def _undated(self, purpose: str) -> URLSafeSerializer:
        return self._kept(URLSafeSerializer, f"rollcall.mark.{purpose}")

    def _kept(self, kind: type[Made], salt: str) -> Made:
        """The one serializer of a salt, made when it is first asked for."""
        if salt not in self._serializers:
            self._serializers[salt] = kind(
                self._secret_key, salt=salt, signer_kwargs={"digest_method": hashlib.sha256}
            )
        return cast("Made", self._serializers[salt])
