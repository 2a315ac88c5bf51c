"""Files that supporters hand in: checked by what they are, kept under what they contain."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import puremagic

from tracker.core.errors import RuleBroken
from tracker.endorsements.submission import StoredFile

LARGEST = 10 * 1024 * 1024


def store_pdf(folder: Path, name: str, content: bytes) -> StoredFile:
    """Keep a PDF of up to 10 MB under its SHA-256, outside the web root.

    Raises RuleBroken for what is too large or no PDF, whatever its name says.
    """
    if len(content) > LARGEST:
        raise RuleBroken("The file is larger than 10 MB.")
    if not _is_pdf(content):
        raise RuleBroken("The file is not a PDF.")
    sha256 = hashlib.sha256(content).hexdigest()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / sha256
    if not path.exists():
        draft = path.with_suffix(".part")
        draft.write_bytes(content)
        draft.rename(path)
    return StoredFile(
        sha256=sha256, type="application/pdf", name=Path(name).name[:160], size=len(content)
    )


def _is_pdf(content: bytes) -> bool:
    if not content.startswith(b"%PDF-"):
        return False
    try:
        found = puremagic.magic_stream(io.BytesIO(content))
    except (puremagic.PureError, ValueError):
        return False
    return any(one.mime_type == "application/pdf" for one in found)
