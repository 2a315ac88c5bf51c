"""Keeping the files of published lists where web and worker find them."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path


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
