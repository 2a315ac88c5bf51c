"""The files of published lists: kept for the worker, and read row by row and within bounds.

A list is somebody else's file, so a process of its own reads it (`tracker.imports.spreadsheet`),
which ends when it takes too much; what that wrote down is read here.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO

from tracker.core import sandbox
from tracker.core.errors import BadInput

MAX_UPLOAD_BYTES = 10 * 1024 * 1024
"""Bytes of a file in the browser."""
MAX_FILE_BYTES = 200 * 1024 * 1024
"""Bytes of a file on the command line."""
SHARE = sandbox.Share(cpu_seconds=30, seconds=90)
"""The limits of reading one file: one of 200,000 rows as XLSX takes about a third of them."""
Cell = str | date | datetime
READER = threading.Lock()
"""A process reads one file at a time."""


@dataclass(frozen=True)
class Row:
    """One row under its headers, and the line of the file on which it stands."""

    line: int
    cells: dict[str, Cell]


def store(file: Path, folder: Path) -> str:
    """Keep a file under its SHA-256, where the worker finds it."""
    with file.open("rb") as content:
        sha256 = hashlib.file_digest(content, "sha256").hexdigest()
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / sha256
    if not kept.exists():
        draft = folder / f".{sha256}"
        shutil.copyfile(file, draft)
        draft.rename(kept)
    return sha256


def store_bytes(content: bytes, folder: Path) -> str:
    """Keep what a file would hold, likewise."""
    with tempfile.NamedTemporaryFile() as draft:
        draft.write(content)
        draft.flush()
        return store(Path(draft.name), folder)


def rows(path: Path, *, max_bytes: int = MAX_FILE_BYTES, wait: bool = True) -> Iterator[Row]:
    """Read the rows of a CSV or XLSX file below its header line, empty ones left out.

    Raises BadInput, saying what is wrong and where. Nothing is given of a file that cannot be read
    to its end, or, unless it may wait, while another file is read.
    """
    with _read(path, max_bytes, wait=wait) as file:
        names = json.loads(file.readline())
        for text in file:
            line, cells = json.loads(text)
            values = map(_cell, cells)
            padded = [*values, *[""] * (len(names) - len(cells))]
            yield Row(line, dict(zip(names, padded, strict=False)))


def headers(path: Path, *, max_bytes: int = MAX_FILE_BYTES) -> list[str]:
    """Return the names of a file's columns. Raises BadInput, also while another file is read: who
    waits for their turn would keep a thread of the web server from everybody else."""
    for row in rows(path, max_bytes=max_bytes, wait=False):
        return list(row.cells)
    raise BadInput("The file has a header at most, and no rows.")


def _read(path: Path, max_bytes: int, *, wait: bool) -> IO[str]:
    """Return what a file holds, as lines of JSON. Raises BadInput."""
    size = path.stat().st_size
    if size == 0:
        raise BadInput("The file is empty.")
    if size > max_bytes:
        raise BadInput("The file has more than %(size)s MB.", size=max_bytes // 1024 // 1024)
    if not READER.acquire(blocking=wait):
        raise BadInput("Another list is being read at this moment. Please try again in a minute.")
    written = tempfile.NamedTemporaryFile("r", encoding="utf-8")  # noqa: SIM115  its reader closes it
    try:
        answer = sandbox.run(
            "tracker.imports.spreadsheet", str(path.absolute()), written.name, share=SHARE
        )
    except sandbox.Exceeded as error:
        written.close()
        raise BadInput(
            "This file takes too long or too much memory to read. Save it as “CSV UTF-8” with"
            " only the columns that are needed, or divide it."
        ) from error
    finally:
        READER.release()
    if answer:
        written.close()
        fault = json.loads(answer)
        raise BadInput(fault["sentence"], **fault["values"])
    return written


def _cell(value: str | list[str]) -> Cell:
    """Return a cell as `spreadsheet` wrote it: a text, or a day in a list of its own."""
    if isinstance(value, str):
        return value
    (day,) = value
    return datetime.fromisoformat(day) if "T" in day else date.fromisoformat(day)
