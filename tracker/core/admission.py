"""A gate between the server's threads and the application, so that slow clients stop nobody.

Granian hands a request to a thread when its header is there, and the thread then waits for the
body, for as long as the client likes: it has no deadline for a body (its issue 728) and does not
tell which connection a request came by. So the server has more threads than may work at once
(`spare_threads`), a body is read before the application starts, only so many may be waited for, and
whoever takes too long is cut off. The header's own deadline is granian's
(``--http1-header-read-timeout``). A proxy that buffers requests (docs/proxy.md) keeps all of this
from the server.
"""

from __future__ import annotations

import io
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import IO, TYPE_CHECKING

import structlog

from tracker.core.server_sockets import close_connections

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

MAX_BODY_BYTES = 12 * 1024 * 1024
"""Bytes of a form with files."""
MAX_TEXT_BYTES = 512 * 1024
"""Bytes of what is typed into one form, files apart."""
MAX_BODIES = 4
"""Bodies that a process waits for at once."""
MAX_STREAMS = 2
"""Answers without end that a process sends at once: exports, large files."""
BODY_SECONDS = 10.0
"""Until a body must be there, and a second more for each `BYTES_A_SECOND`."""
BYTES_A_SECOND = 64 * 1024
STALL_SECONDS = 30.0
"""For how long a client may read nothing of an answer that is sent piece by piece."""
MIN_BODY_SECONDS = 1.0
"""A body younger than this is not given up for a newer one."""
CHUNK_BYTES = 16 * 1024
MAX_CHUNK_BYTES = 1024 * 1024
"""Bytes up to which an answer is handed over in one piece, which no slow reader holds up."""

log = structlog.get_logger()


def spare_threads() -> int:
    """Return how many threads a server needs beside those that work: slow clients hold at most
    these, and one answers ``/healthz``."""
    return MAX_BODIES + MAX_STREAMS + 1


@dataclass(eq=False)
class Transfer:
    """A body that comes in, or an answer that goes out, piece by piece."""

    address: str
    began: float
    deadline: float
    moved: int = 0
    cut: threading.Event = field(default_factory=threading.Event)

    def rate(self, now: float) -> float:
        return self.moved / max(now - self.began, 0.001)


class Transfers:
    """Transfers of one kind that are under way, at most so many. One thread looks after all
    deadlines."""

    def __init__(self, most: int, watch: Watch) -> None:
        self.most = most
        self.open: set[Transfer] = set()
        self.lock = threading.Lock()
        self.watch = watch

    @contextmanager
    def place(self, address: str, seconds: float) -> Iterator[Transfer | None]:
        """A place for a transfer; none where all are taken by others that may keep theirs."""
        transfer = self.take(address, seconds)
        try:
            yield transfer
        finally:
            if transfer is not None:
                self.leave(transfer)

    def take(self, address: str, seconds: float) -> Transfer | None:
        now = time.monotonic()
        transfer = Transfer(address, now, now + seconds)
        slowest = None
        with self.lock:
            if len(self.open) >= self.most:
                slowest = self._slowest(now)
                if slowest is None:
                    return None
                self.open.discard(slowest)
            self.open.add(transfer)
        if slowest is not None:
            self.watch.cut(slowest, now)
        self.watch.wake()
        return transfer

    def leave(self, transfer: Transfer) -> None:
        with self.lock:
            self.open.discard(transfer)

    def overdue(self, now: float) -> list[Transfer]:
        with self.lock:
            return [transfer for transfer in self.open if transfer.deadline <= now]

    def _slowest(self, now: float) -> Transfer | None:
        """Return who gives way to a newcomer: whoever has sent least in its time, if it had any."""
        waited = [transfer for transfer in self.open if now - transfer.began >= MIN_BODY_SECONDS]
        return min(waited, key=lambda transfer: transfer.rate(now), default=None)


class Watch:
    """The thread that cuts off what is overdue. It rests while nothing is under way."""

    def __init__(self) -> None:
        self.kinds: list[Transfers] = []
        self._busy = threading.Event()
        self._pause = threading.Event()
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    def wake(self) -> None:
        if not self._busy.is_set():
            self._busy.set()
        if self._thread is None:
            with self._starting:
                if self._thread is None:
                    self._thread = threading.Thread(target=self._look, daemon=True)
                    self._thread.start()

    def cut(self, transfer: Transfer, now: float) -> None:
        """Cut a transfer's connection off, so that the thread that waits for it goes on."""
        transfer.cut.set()
        waited = now - transfer.began
        closed = close_connections(transfer.address, silent_for=waited)
        log.warning("slow_client_cut", seconds=round(waited, 1), connections=closed)

    def _look(self) -> None:
        while True:
            self._busy.wait()
            self._pause.wait(0.5)
            now = time.monotonic()
            for kind in self.kinds:
                for transfer in kind.overdue(now):
                    self.cut(transfer, now)
            if not any(kind.open for kind in self.kinds):
                self._busy.clear()


class Admission:
    """A WSGI application before ours. `working` requests are worked at by threads at once."""

    def __init__(
        self, application: WSGIApplication, *, working: int, stall: float = STALL_SECONDS
    ) -> None:
        self.application = application
        self.stall = stall
        self.watch = Watch()
        self.bodies = Transfers(MAX_BODIES, self.watch)
        self.streams = Transfers(MAX_STREAMS, self.watch)
        self.watch.kinds += [self.bodies, self.streams]
        self._turns: SimpleQueue[None] = SimpleQueue()
        for _ in range(working):
            self._turns.put(None)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            environ["wsgi.input"] = io.BytesIO()
            if environ["PATH_INFO"] == "/healthz":
                return self.application(environ, start_response)
            return self._answer(environ, start_response)
        length = _length(environ)
        if length is None:
            return _refuse(start_response, "411 Length Required")
        if length > largest_body(environ):
            return self._answer(environ, start_response)  # refused there, unread, with a page
        with self.bodies.place(environ["REMOTE_ADDR"], _seconds(length)) as transfer:
            if transfer is None:
                log.warning("limit_reached", what="bodies")
                return _refuse(start_response, "503 Service Unavailable", ("Retry-After", "5"))
            body = _read(environ["wsgi.input"], length, transfer)
        if body is None:
            return _refuse(start_response, "408 Request Timeout")
        with body:
            environ["wsgi.input"] = body
            return self._answer(environ, start_response)

    def _answer(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started: tuple[str, list[tuple[str, str]]] = ("", [])

        def start(
            status: str, headers: list[tuple[str, str]], _error: object = None, /
        ) -> Callable[[bytes], object]:
            nonlocal started
            started = status, headers
            return _no_write

        self._turns.get()
        try:
            pieces = self.application(environ, start)
            size = next((value for name, value in started[1] if name == "Content-Length"), "")
            if environ["REQUEST_METHOD"] == "HEAD" or (size and int(size) <= MAX_CHUNK_BYTES):
                start_response(*started)
                return [_joined(pieces)]
        finally:
            self._turns.put(None)
        transfer = self.streams.take(environ["REMOTE_ADDR"], self.stall)
        if transfer is None:
            _close(pieces)
            log.warning("limit_reached", what="streams")
            return _refuse(start_response, "503 Service Unavailable", ("Retry-After", "5"))
        start_response(*started)
        return Stream(pieces, transfer, self.streams, self.stall)


class Stream:
    """An answer piece by piece, which must be read."""

    def __init__(
        self, pieces: Iterable[bytes], transfer: Transfer, streams: Transfers, stall: float
    ) -> None:
        self.pieces = pieces
        self.stall = stall
        self.rest = iter(pieces)
        self.transfer = transfer
        self.streams = streams

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if self.transfer.cut.is_set():
            raise StopIteration
        piece = next(self.rest)
        self.transfer.moved += len(piece)
        self.transfer.deadline = time.monotonic() + self.stall
        return piece

    def close(self) -> None:
        self.streams.leave(self.transfer)
        _close(self.pieces)


def largest_body(environ: WSGIEnvironment) -> int:
    """Bytes that a request's body may have: only a form with files is large."""
    kind = environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
    return MAX_BODY_BYTES if kind == "multipart/form-data" else MAX_TEXT_BYTES


def _length(environ: WSGIEnvironment) -> int | None:
    """A body's declared length; none of one without end (chunked), which no form of ours sends
    and no proxy that buffers passes on (RFC 9110, 15.5.12)."""
    if "HTTP_TRANSFER_ENCODING" in environ:
        return None
    declared = environ.get("CONTENT_LENGTH") or environ.get("HTTP_CONTENT_LENGTH") or "0"
    return int(declared) if declared.isascii() and declared.isdecimal() else None


def _seconds(length: int) -> float:
    return BODY_SECONDS + length / BYTES_A_SECOND


def _read(source: IO[bytes], length: int, transfer: Transfer) -> IO[bytes] | None:
    """A whole body; none if the client went away or was cut off before."""
    if length <= CHUNK_BYTES:
        whole = source.read(length) if length else b""
        return io.BytesIO(whole) if len(whole) == length else None
    body = tempfile.SpooledTemporaryFile(max_size=MAX_TEXT_BYTES)  # noqa: SIM115  its reader closes it
    while transfer.moved < length:
        piece = source.read(min(CHUNK_BYTES, length - transfer.moved))
        if not piece or transfer.cut.is_set():
            body.close()
            return None
        body.write(piece)
        transfer.moved += len(piece)
    body.seek(0)
    return body


def _refuse(
    start_response: StartResponse, status: str, *headers: tuple[str, str]
) -> Iterable[bytes]:
    text = status[4:].encode() + b"\n"
    given = [("Content-Type", "text/plain"), ("Content-Length", str(len(text)))]
    start_response(status, [*given, ("Connection", "close"), *headers])
    return [text]


def _no_write(_data: bytes) -> None:
    raise NotImplementedError("Nothing of ours uses WSGI's `write`.")


def _joined(pieces: Iterable[bytes]) -> bytes:
    try:
        return b"".join(pieces)
    finally:
        _close(pieces)


def _close(pieces: Iterable[bytes]) -> None:
    close = getattr(pieces, "close", None)
    if close is not None:
        close()
