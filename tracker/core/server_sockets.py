"""The server's own sockets, of which no Python object knows: found to cut off a slow client."""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Iterator


def close_connections(address: str, *, silent_for: float) -> int:
    """Shut this server's connections with a client that were sent nothing for so many seconds:
    to those that wait for an answer since then, and to no other. How many.

    The descriptors are the server's, and no Python object knows them: they are found among those
    that the process has open, by the port they listen on or came in by. That is Linux's and
    macOS's way; what tells how long nothing was sent is Linux's alone (tcp(7), TCP_INFO).
    """
    sockets = list(_open_sockets())
    try:
        ports = {handle.getsockname()[1] for handle in sockets if _listens(handle)}
        mine = [handle for handle in sockets if _is_client(handle, address, ports)]
        late = [handle for handle in mine if _silent_seconds(handle) >= silent_for - 0.5]
        return sum(map(_shut, late))
    finally:
        for handle in sockets:
            handle.close()


def _open_sockets() -> Iterator[socket.socket]:
    """A handle of our own for each TCP socket of the process."""
    for name in os.listdir("/dev/fd"):  # noqa: PTH208  names, not files that could be opened
        try:
            handle = os.dup(int(name))
        except OSError:
            continue  # closed in the meantime, as the one for the folder itself
        try:
            candidate = socket.socket(fileno=handle)
        except OSError:
            os.close(handle)
            continue
        if (
            candidate.family in (socket.AF_INET, socket.AF_INET6)
            and candidate.type == socket.SOCK_STREAM
        ):
            yield candidate
        else:
            candidate.close()


def _listens(handle: socket.socket) -> bool:
    return bool(handle.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))


def _is_client(handle: socket.socket, address: str, ports: set[int]) -> bool:
    try:
        peer: str = handle.getpeername()[0]
        return handle.getsockname()[1] in ports and peer.removeprefix("::ffff:") == address
    except OSError:
        return False  # not connected any more


def _silent_seconds(handle: socket.socket) -> float:
    """Return for how long nothing was sent to a client: ``tcpi_last_data_sent``, in
    milliseconds."""
    info = handle.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 48)
    silent: int = struct.unpack_from("=I", info, 44)[0]
    return silent / 1000


def _shut(handle: socket.socket) -> bool:
    try:
        handle.shutdown(socket.SHUT_RDWR)
    except OSError:
        return False
    return True
