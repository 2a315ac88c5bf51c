"""A guard that runs with every test: only the engine changes a status or appends to the ledger.

`test_one_engine` reads the code for the usual ways around it. This one looks at what is done, by
whatever words: each statement that writes a status of endorsements or the ledger, and each status
that is set on an object, must come from the engine, as its nearest caller in `tracker`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from sqlalchemy import Engine, event

from config import ROOT
from tracker.endorsements.models import Endorsement
from tracker.ledger.models import LedgerEvent

TRACKER = ROOT / "tracker"
ENGINE = {
    "endorsements/engine.py",
    "endorsements/engine_fast_path.py",  # its busiest step
    "endorsements/amendments.py",  # from which day, and in which grade, a verified entry counts
    "ledger/events.py",
    "ledger/sequencer.py",  # places
    "demonstration/filler.py",  # ten years of history, in a database of its own
    "demonstration/diary.py",
    "content/transfer/published_record.py",  # empties the shipped record on a site that begins anew
}
"""Modules that may, for the guard and for `test_one_engine`."""
WRITES = re.compile(
    r'\b(update\s+"?endorsements"?\s+set\b(?:(?!\bwhere\b).)*\bstatus\s*='
    r'|(insert\s+into|update|delete\s+from)\s+"?ledger_events"?\b)',
    re.IGNORECASE | re.DOTALL,
)


class AroundTheEngine(AssertionError):
    """A status or the ledger was written by something else."""


def _callers(frame: FrameType | None) -> Iterator[str]:
    while frame is not None:
        yield frame.f_code.co_filename
        frame = frame.f_back


def _refuse_others(what: str) -> None:
    for name in _callers(sys._getframe(2)):
        if name.endswith("sqlalchemy/orm/unitofwork.py"):
            return  # the object was looked at when it was changed
        path = Path(name)
        if path.is_relative_to(TRACKER) and not path.is_relative_to(TRACKER / "core"):
            if (place := path.relative_to(TRACKER).as_posix()) not in ENGINE:
                raise AroundTheEngine(f"{place} {what}.")
            return


def watch() -> None:
    """Look at everything that is written in this process from now on."""

    @event.listens_for(Engine, "before_cursor_execute")
    def statement(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if WRITES.search(statement):
            _refuse_others("writes a status or the ledger")

    @event.listens_for(Endorsement.status, "set")
    def status(_endorsement: Endorsement, value: Any, before: Any, _event: Any) -> None:
        if isinstance(before, str) and value != before:
            _refuse_others("sets a status")

    @event.listens_for(LedgerEvent, "init")
    def ledger_event(*_arguments: Any) -> None:
        _refuse_others("makes an entry of the ledger")
