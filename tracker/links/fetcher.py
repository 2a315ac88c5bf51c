"""Looking at a page of somebody else's, as a guest should.

One request at a time; HEAD first, GET only where HEAD tells nothing; a pause between two requests
to one host; robots.txt (RFC 9309) obeyed; who asks is said. No address inside a network is ever
asked: each name is resolved first, and the connection goes to the very address that was judged, so
that a name cannot lead elsewhere a moment later. Redirections are judged like first addresses.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from tracker.links import page_text
from tracker.links.models import MAX_ADDRESS, Outcome

MAX_REDIRECTS = 5
OK = 200
REDIRECTS = frozenset([301, 302, 303, 307, 308])
PERMANENT_REDIRECTS = frozenset([301, 308])
MAX_ROBOTS_SIZE = 500 * 1024
"""Bytes of a robots.txt that are read (RFC 9309, 2.5)."""
MAX_PAGE_SIZE = 4 * 1024 * 1024
"""Bytes of a page whose text is read; a longer one is not compared."""
MAX_PAUSE = 60.0
"""Seconds. A robots.txt may ask for a longer pause than ours, up to this."""
NAT64 = ipaddress.ip_network("64:ff9b::/96")
NAME = "rollcall"
"""Our name in a robots.txt."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """The result of looking at an address."""

    outcome: Outcome
    status: int | None = None
    leads_to: str = ""
    text_sha256: str | None = None
    """The digest of the page's text, if that was asked for and the page itself was found there."""


@dataclass(frozen=True)
class Guest:
    """The manners of whoever looks."""

    public_url: str
    pause: float
    """Seconds between the end of one request to a host and the next."""
    internal: bool = False
    """True if addresses inside a network may be asked, on any port: never on a public site."""
    timeout: float = 10.0
    """Seconds that a server may be silent."""

    @property
    def user_agent(self) -> str:
        return f"Rollcall-link-check (+{self.public_url})"


class NotPublicError(Exception):
    """An address that is not asked, as it is none of the public internet."""


@dataclass(frozen=True)
class _Answer:
    status: int
    location: str = ""
    body: bytes = b""
    content_type: str = ""


class _Connection(http.client.HTTPConnection):
    """A connection to the one address that was judged, whatever the name resolves to by now."""

    def __init__(self, parts: SplitResult, at: str, guest: Guest) -> None:
        self.secure = parts.scheme == "https"
        super().__init__(parts.hostname or "", _port(parts), timeout=guest.timeout)
        self.at = at

    def connect(self) -> None:
        plain = socket.create_connection((self.at, self.port), self.timeout)
        self.sock = plain
        if self.secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(plain, server_hostname=self.host)


class Visitor:
    """A visitor of one address after another, who remembers each host and its robots.txt."""

    def __init__(
        self,
        guest: Guest,
        *,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.guest = guest
        self._wait = wait
        self._clock = clock
        self._asked: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser] = {}

    def visit(self, address: str, *, read: bool = False) -> Finding:
        """Look at an address, and `read` its text too, or leave that. Never raises for anything
        that the address or its server does."""
        try:
            return self._visit(address, read=read)
        except NotPublicError:
            return Finding(outcome=Outcome.NOT_PUBLIC)
        except (OSError, http.client.HTTPException, ValueError):
            return Finding(outcome=Outcome.UNREACHABLE)

    def forget(self) -> None:
        """Read every robots.txt anew from now on."""
        self._robots.clear()

    def _visit(self, address: str, *, read: bool) -> Finding:
        at, moved = address, True
        for _hop in range(MAX_REDIRECTS + 1):
            parts = urlsplit(at)
            if not self._may_look(parts):
                return Finding(outcome=Outcome.NOT_ALLOWED)
            answer = self._ask("GET", parts, read=MAX_PAGE_SIZE + 1) if read else self._look(parts)
            if answer.status not in REDIRECTS or not answer.location:
                leads_to = at if moved and at != address and len(at) <= MAX_ADDRESS else ""
                outcome = _outcome(answer.status)
                return Finding(
                    outcome=outcome,
                    status=answer.status,
                    leads_to=leads_to if outcome is Outcome.FOUND else "",
                    # Where a site leads on only for now, another page may stand, such as an excuse.
                    text_sha256=_text(answer) if moved and answer.status == OK else None,
                )
            moved = moved and answer.status in PERMANENT_REDIRECTS
            at = urljoin(at, answer.location)
        return Finding(outcome=Outcome.UNREACHABLE, status=answer.status)

    def _look(self, parts: SplitResult) -> _Answer:
        """Ask with HEAD; then with GET, if that brought no page: some servers know no HEAD."""
        answer = self._ask("HEAD", parts)
        if answer.status < 400:
            return answer
        return self._ask("GET", parts)

    def _may_look(self, parts: SplitResult) -> bool:
        rules = self._robots.get(parts.netloc)
        if rules is None:
            rules = self._robots[parts.netloc] = self._read_robots(parts)
        return rules.can_fetch(NAME, parts.geturl())

    def _read_robots(self, parts: SplitResult) -> RobotFileParser:
        """Return the rules of a host: none for 4xx, everything closed for 5xx."""
        rules = RobotFileParser()
        at = parts._replace(path="/robots.txt", query="", fragment="")
        answer = self._ask("GET", at, read=MAX_ROBOTS_SIZE)
        for _hop in range(MAX_REDIRECTS):
            if answer.status not in REDIRECTS or not answer.location:
                break
            at = urlsplit(urljoin(at.geturl(), answer.location))
            answer = self._ask("GET", at, read=MAX_ROBOTS_SIZE)
        if 200 <= answer.status < 300:
            rules.parse(answer.body.decode("utf-8", "replace").splitlines())
        elif answer.status >= 500:
            rules.parse(["User-agent: *", "Disallow: /"])
        else:
            rules.parse([])
        return rules

    def _ask(self, method: str, parts: SplitResult, *, read: int = 0) -> _Answer:
        at = _public_address(parts, internal=self.guest.internal)
        self._keep_apart(parts.netloc)
        connection = _Connection(parts, at, self.guest)
        try:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            headers = {"User-Agent": self.guest.user_agent, "Accept": "*/*", "Connection": "close"}
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            body = answer.read(read) if read else b""
            return _Answer(
                answer.status,
                answer.headers.get("Location") or "",
                body,
                answer.headers.get("Content-Type") or "",
            )
        finally:
            connection.close()
            self._asked[parts.netloc] = self._clock()

    def _keep_apart(self, host: str) -> None:
        """Wait until the host has had its pause."""
        rules = self._robots.get(host)
        asked_for = float(rules.crawl_delay(NAME) or 0) if rules else 0.0
        pause = max(self.guest.pause, min(asked_for, MAX_PAUSE))
        before = self._asked.get(host)
        if before is not None and (left := before + pause - self._clock()) > 0:
            self._wait(left)


def _public_address(parts: SplitResult, *, internal: bool) -> str:
    """Return the IP address of a host that may be connected to.

    Raises NotPublicError, or OSError if there is none.
    """
    host = parts.hostname
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        raise NotPublicError
    if not internal and _port(parts) not in (80, 443):
        raise NotPublicError
    resolved = socket.getaddrinfo(host, _port(parts), type=socket.SOCK_STREAM)
    addresses = [str(socket_address[0]) for *_rest, socket_address in resolved]
    if not internal and not all(map(is_public, addresses)):
        raise NotPublicError
    return addresses[0]


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the public internet, whatever it is wrapped in."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if wrapped is None and ip in NAT64:
            wrapped = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if wrapped is not None:
            ip = wrapped
    return ip.is_global and not ip.is_multicast


def _text(answer: _Answer) -> str | None:
    """Return the digest of a page's text; none of a page that is too long or holds none."""
    if not 0 < len(answer.body) <= MAX_PAGE_SIZE:
        return None
    return page_text.digest(answer.body, answer.content_type)


def _outcome(status: int) -> Outcome:
    if status in (404, 410):
        return Outcome.GONE
    if status >= 500:
        return Outcome.UNREACHABLE
    return Outcome.FOUND if 200 <= status < 300 else Outcome.REFUSED
