"""Costly work of which a site does one piece at a time, whatever the number of its processes."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO


class QueueFull(Exception):
    """As many wait already as may."""


class SiteQueue:
    """A queue of bounded length before one place, kept by locks on files (flock(2)): a process
    that dies leaves both."""

    def __init__(self, folder: Path, *, waiting: int) -> None:
        self.folder = folder
        self.waiting = waiting

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the place, and have it. Raises QueueFull at once when too many wait."""
        with ExitStack() as held:
            self.stand_in_line(held)
            place = held.enter_context((self.folder / ".place").open("ab"))
            fcntl.flock(place, fcntl.LOCK_EX)
            yield

    def stand_in_line(self, held: ExitStack) -> None:
        """Take one of the places in the queue. Raises QueueFull."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for number in range(self.waiting + 1):
            file = (self.folder / f".waiting-{number}").open("ab")
            if _locked(file):
                held.enter_context(file)
                return
            file.close()
        raise QueueFull


def _locked(file: IO[bytes]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
