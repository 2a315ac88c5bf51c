"""Settings of one running Rollcall: frozen, typed, read from the environment in one place.

Development makes its own secrets under ``var/``; production has no default for any secret and
refuses to start without them.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from cryptography.fernet import Fernet

from tracker.core import mailboxes
from tracker.core.errors import BadInput

ROOT = Path(__file__).resolve().parent
DATABASES = ("postgresql", "sqlite")
SECRETS = ("TRACKER_SECRET_KEY", "TRACKER_DATA_KEYS", "TRACKER_LOOKUP_KEY")
REQUIRED_IN_PRODUCTION = (
    *SECRETS,
    "TRACKER_DATABASE_URL",
    "TRACKER_PUBLIC_URL",
    "TRACKER_SMTP_URL",
    "TRACKER_CONTACT_EMAIL",
)
WAIT_DAYS = 7
"""How long a new reviewer waits in production."""


class SettingsError(Exception):
    """The environment does not allow Rollcall to start; the message names each setting at fault."""


@dataclass(frozen=True, kw_only=True)
class Config:
    """Everything that one process needs to know about where it runs."""

    environment: str
    """``development``, ``test`` or ``production``."""
    var_dir: Path
    """Where development keeps its database, mail, secrets, and every environment its uploads."""
    database_url: str
    secret_key: str
    """Signs sessions and the links in mails."""
    data_keys: tuple[str, ...]
    """Fernet keys for personal data at rest; the first encrypts, all decrypt."""
    lookup_key: str
    """Keys the hash by which an e-mail address is found. Changing it orphans every address."""
    public_url: str
    """The scheme and host that links in mail carry; never taken from a request's Host header."""
    contact_email: str
    mail_from: str
    smtp_url: str | None = None
    """``smtp://user:password@host:port``; without one, mail is written to ``var/mail``."""
    log_level: str = "INFO"
    """What is logged: ``INFO`` has a line for each request, ``WARNING`` only what went wrong."""
    port: int = 8000
    trusted_proxies: int = 0
    web_processes: int = 1
    web_threads: int = 4
    redis_url: str | None = None
    rate_limits: bool = True
    demo: bool = False
    """Whether this is a demonstration with invented supporters, in a database of its own."""
    reviewer_wait_days: int = WAIT_DAYS
    """How many days a new reviewer waits before governments can be approved with the role, where no
    second administrator confirms it; 0 rests the rule, for development and demonstrations."""
    check_links: bool = False
    """Whether the worker looks whether the links on public pages still lead somewhere."""
    link_pause: float = 10.0
    """Seconds between two requests to one host, when links are checked."""
    check_internal_links: bool = False
    """Whether addresses inside a network are looked at too: for development and tests only."""

    @property
    def production(self) -> bool:
        return self.environment == "production"

    @property
    def reviewer_wait(self) -> timedelta:
        return timedelta(days=self.reviewer_wait_days)

    @property
    def https(self) -> bool:
        """True where visitors come by HTTPS."""
        return self.public_url.startswith("https://")

    def cookie_name(self, name: str) -> str:
        """Return a cookie's full name: under HTTPS so that no other site, subdomain or unencrypted
        answer can set it (RFC 6265bis, 4.1.3.2). It must be Secure, with the path / and without a
        domain, which ours are."""
        return f"__Host-{name}" if self.https else name

    @property
    def mail_dir(self) -> Path:
        return self.var_dir / "mail"

    @property
    def upload_dir(self) -> Path:
        return self.var_dir / "uploads"

    @property
    def import_dir(self) -> Path:
        """The folder of published lists, each under its SHA-256."""
        return self.var_dir / "imports"

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Read the settings; this function alone reads the environment.

        Raises SettingsError naming every setting that is missing or cannot be understood.
        """
        env = {key: value.strip() for key, value in environ.items() if value.strip()}
        environment = env.get("TRACKER_ENV", "development")
        if environment not in ("development", "test", "production"):
            raise SettingsError("TRACKER_ENV must be development, test or production.")
        if environment == "production":
            missing = [name for name in REQUIRED_IN_PRODUCTION if name not in env]
            if missing:
                raise SettingsError(
                    "Production needs these settings, which are not set: " + ", ".join(missing)
                )
        demo = _switch(env, "TRACKER_DEMO")
        usual = ROOT / "var" / "demo" if demo else ROOT / "var"
        var_dir = Path(env.get("TRACKER_VAR_DIR", usual)).resolve()
        kept = env if environment == "production" else _development_secrets(var_dir) | env
        port = _whole_number(env, "TRACKER_PORT", 8001 if demo else 8000)
        config = cls(
            environment=environment,
            var_dir=var_dir,
            database_url=env.get("TRACKER_DATABASE_URL", f"sqlite:///{var_dir / 'rollcall.db'}"),
            secret_key=kept["TRACKER_SECRET_KEY"],
            data_keys=tuple(key.strip() for key in kept["TRACKER_DATA_KEYS"].split(",")),
            lookup_key=kept["TRACKER_LOOKUP_KEY"],
            public_url=env.get("TRACKER_PUBLIC_URL", f"http://127.0.0.1:{port}").rstrip("/"),
            contact_email=env.get("TRACKER_CONTACT_EMAIL", "contact@rollcall.example"),
            mail_from=env.get(
                "TRACKER_MAIL_FROM", env.get("TRACKER_CONTACT_EMAIL", "rollcall@rollcall.example")
            ),
            smtp_url=env.get("TRACKER_SMTP_URL"),
            log_level=env.get("TRACKER_LOG_LEVEL", "INFO").upper(),
            port=port,
            trusted_proxies=_whole_number(env, "TRACKER_TRUSTED_PROXIES", 0),
            web_processes=_whole_number(env, "TRACKER_WEB_PROCESSES", 1),
            web_threads=_whole_number(env, "TRACKER_WEB_THREADS", 4),
            redis_url=env.get("TRACKER_REDIS_URL"),
            rate_limits=environment != "test",
            demo=demo,
            reviewer_wait_days=_whole_number(
                env,
                "TRACKER_REVIEWER_WAIT_DAYS",
                WAIT_DAYS if environment == "production" and not demo else 0,
            ),
            check_links=_switch(env, "TRACKER_CHECK_LINKS"),
            check_internal_links=_switch(env, "TRACKER_CHECK_INTERNAL_LINKS"),
        )
        config.check()
        return config

    def check(self) -> None:
        """Refuse settings that would only fail later. Raises SettingsError."""
        faults = [*self._secrets_at_fault(), *self._addresses_at_fault()]
        if self.log_level not in ("DEBUG", "INFO", "WARNING", "ERROR"):
            faults.append("TRACKER_LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR")
        if self.production and self.check_internal_links:
            faults.append("TRACKER_CHECK_INTERNAL_LINKS is not for production")
        if self.production and not self.demo and self.reviewer_wait_days < 1:
            faults.append("TRACKER_REVIEWER_WAIT_DAYS must be 1 or more in production")
        if faults:
            raise SettingsError("; ".join(faults) + ".")

    def _secrets_at_fault(self) -> Iterator[str]:
        for key in self.data_keys:
            try:
                Fernet(key)
            except ValueError:
                yield "TRACKER_DATA_KEYS holds a key that is not a Fernet key"
                break
        if self.production and len(self.secret_key) < 32:
            yield "TRACKER_SECRET_KEY is shorter than 32 characters"
        if self.production and len(self.lookup_key) < 32:
            yield "TRACKER_LOOKUP_KEY is shorter than 32 characters"

    def _addresses_at_fault(self) -> Iterator[str]:
        if not _leads_to(self.public_url, "http", "https"):
            yield "TRACKER_PUBLIC_URL is not an http or https address"
        elif self.production and not _leads_to(self.public_url, "https"):
            yield "TRACKER_PUBLIC_URL must be https in production"
        if urlsplit(self.database_url).scheme.partition("+")[0] not in DATABASES:
            yield "TRACKER_DATABASE_URL must begin with postgresql:// or sqlite:///"
        if self.smtp_url and not _leads_to(self.smtp_url, "smtp", "smtps"):
            yield "TRACKER_SMTP_URL must be like smtp://user:password@host:port"
        if self.redis_url and not _leads_to(self.redis_url, "redis", "rediss"):
            yield "TRACKER_REDIS_URL must be like redis://host:port"
        for name, address in (
            ("TRACKER_CONTACT_EMAIL", self.contact_email),
            ("TRACKER_MAIL_FROM", self.mail_from),
        ):
            if not _is_address(address):
                yield f"{name} is not an email address"


def _is_address(text: str) -> bool:
    """Return whether mail can be sent to an address, and so from it."""
    try:
        mailboxes.parse(text)
    except BadInput:
        return False
    return True


def _leads_to(address: str, *schemes: str) -> bool:
    """Return whether an address has one of the schemes, and a host."""
    parts = urlsplit(address)
    return parts.scheme in schemes and bool(parts.hostname)


def _switch(env: Mapping[str, str], name: str) -> bool:
    value = env.get(name, "0")
    if value not in ("0", "1"):
        raise SettingsError(f"{name} must be 0 or 1, not {value!r}.")
    return value == "1"


def _whole_number(env: Mapping[str, str], name: str, default: int) -> int:
    value = env.get(name, str(default))
    if not value.isdecimal():
        raise SettingsError(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def _development_secrets(var_dir: Path) -> dict[str, str]:
    """Secrets of a development machine: made once, kept in ``var/secrets.env``, mode 0600."""
    path = var_dir / "secrets.env"
    if not path.exists():
        var_dir.mkdir(parents=True, exist_ok=True)
        made = {
            "TRACKER_SECRET_KEY": secrets.token_urlsafe(48),
            "TRACKER_DATA_KEYS": Fernet.generate_key().decode(),
            "TRACKER_LOOKUP_KEY": secrets.token_urlsafe(48),
        }
        draft = path.with_suffix(f".{secrets.token_hex(4)}")
        draft.touch(mode=0o600)
        draft.write_text("".join(f"{name}={value}\n" for name, value in made.items()))
        try:
            os.link(draft, path)  # whoever links first wins; nobody overwrites a kept secret
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    lines = (line.partition("=") for line in path.read_text().splitlines() if line)
    return {name: value for name, _, value in lines}
