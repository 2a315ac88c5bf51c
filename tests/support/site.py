"""The whole site as processes, and a mail server: for tests that need the real thing."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_string, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from config import ROOT
from tests.support.databases import Templates

HOST = "127.0.0.1"
PATIENCE = 120.0
"""Seconds that a busy machine may take to start the site."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def until(true: Any, *, within: float = PATIENCE, every: float = 0.05) -> bool:
    """Whether a condition becomes true in time."""
    deadline = time.monotonic() + within
    pause = threading.Event()
    while time.monotonic() < deadline:
        if true():
            return True
        pause.wait(every)
    return False


@dataclass
class Site:
    """A site that a test visits: its port and where it keeps things."""

    port: int
    var_dir: Path

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def mail_dir(self) -> Path:
        return self.var_dir / "mail"

    @property
    def log(self) -> Path:
        return self.var_dir / "site.log"

    @property
    def output(self) -> str:
        """What it has printed and logged so far."""
        return self.log.read_text()

    def env(self, **more: str) -> dict[str, str]:
        """The environment of its processes: none of our own settings but these."""
        inherited = {key: value for key, value in os.environ.items() if "TRACKER_" not in key}
        own = {"TRACKER_PORT": str(self.port), "TRACKER_VAR_DIR": str(self.var_dir)}
        return inherited | own | {"FLASK_APP": "wsgi:app"} | more

    def get(self, path: str) -> tuple[int, bytes]:
        """One page; status 0 while nobody answers."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=10)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read()
        except (OSError, http.client.HTTPException):
            return 0, b""
        finally:
            connection.close()


@dataclass
class WholeSite(Site):
    """A running `python -m tracker.serve`."""

    process: subprocess.Popen[bytes]

    @classmethod
    @contextmanager
    def started(cls, templates: Templates | None, var_dir: Path, **env: str) -> Iterator[Self]:
        """Start it, wait until it is ready, and stop it afterwards."""
        site = cls.start(templates, var_dir, **env)
        try:
            assert until(lambda: "Rollcall is at" in site.output or site.process.poll() is not None)
            assert site.process.poll() is None, site.output
            yield site
        finally:
            site.stop()

    @classmethod
    def start(cls, templates: Templates | None, var_dir: Path, **env: str) -> Self:
        """Start it on a copy of the seeded database, or on none, without waiting."""
        if templates is not None:
            templates.copy("sqlite", "seeded", f"sqlite:///{var_dir / 'rollcall.db'}")
        site = Site(free_port(), var_dir)
        with site.log.open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "tracker.serve"],
                cwd=ROOT,
                env=site.env(**env),
                stdout=log,
                stderr=log,
            )
        return cls(site.port, var_dir, process)

    def children(self) -> list[int]:
        """The processes it started itself, oldest first."""
        listed = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=False,
        )
        return sorted(int(word) for word in listed.stdout.split())

    def stop(self) -> int:
        """Ask it to end; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


@dataclass
class MailServer:
    """Where mail goes, what came, and how many attempts it still refuses."""

    url: str = ""
    messages: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    refusals: int = 0

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802  aiosmtpd's name
        if self.refusals:
            self.refusals -= 1
            return "451 Try again later"
        message = message_from_string(envelope.content.decode(), policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        self.recipients.extend(envelope.rcpt_tos)
        return "250 OK"


@contextmanager
def smtp_server(
    tls: ssl.SSLContext | None = None,
    passwords: list[str] | None = None,
    *,
    smtputf8: bool = True,
) -> Iterator[MailServer]:
    """A real SMTP server (aiosmtpd), because only the protocol shows what a recipient gets. With
    `tls` it takes mail only behind STARTTLS. With a list for `passwords` it asks for them, takes
    any, and notes what it was told. Without `smtputf8` it does not offer that (RFC 6531)."""
    server = MailServer()

    def take(_server: Any, _session: Any, _envelope: Any, _how: str, said: Any) -> AuthResult:
        assert passwords is not None
        passwords.append(said.password.decode())
        return AuthResult(success=True)

    controller = Controller(
        server,
        hostname=HOST,
        port=free_port(),
        tls_context=tls,
        require_starttls=tls is not None,
        enable_SMTPUTF8=smtputf8,
        authenticator=take if passwords is not None else None,
        auth_require_tls=False,
    )
    controller.start()
    server.url = f"smtp://{HOST}:{controller.port}"
    try:
        yield server
    finally:
        controller.stop()
