"""The files of the record that an earlier version shipped, where they said less than today."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import pytest

from tracker import seed
from tracker.core.db import transaction
from tracker.supporters.seed import DATA

HERE = Path(__file__).parent
LATER_COLUMNS = {"ngo_supporters.csv": ("stated_date",)}
"""Columns that a file did not have yet, and that are read now."""


def seed_former(folder: Path, *, now: datetime) -> None:
    """Seed a database with the record as it was."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tracker.supporters.seed.DATA", former_files(folder))
        with transaction() as own:
            seed.load(own, now=now)


def former_files(folder: Path) -> Path:
    """Write all data files into a folder, these as they were."""
    for file in DATA.iterdir():
        former = HERE / file.name
        if former.suffix == ".csv" and former.exists():
            _write(former, folder / file.name)
        elif file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())
    return folder


def _write(former: Path, to: Path) -> None:
    with former.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    later = LATER_COLUMNS.get(former.name, ())
    with to.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], *later], restval="")
        writer.writeheader()
        writer.writerows(rows)
