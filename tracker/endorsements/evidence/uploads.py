"""Files that are handed in: judged by what they contain, kept under what they contain.

A file's name and what a browser says of it prove nothing. A file is a PDF, a PNG or a JPEG only
if puremagic finds so and its own structure bears it out from the first byte to the last.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Any

from tracker.core.errors import RuleBroken

MAX_BYTES = 10 * 1024 * 1024
ACCEPT = "application/pdf,image/png,image/jpeg"
"""The kinds that a browser's file chooser offers. A convenience: nothing relies on it."""
_ODD = re.compile(r"[^\w .()-]+")
_TAKEN_ENDING = re.compile(r"\.(?:pdf|png|jpe?g|jpe|jfif)$", re.IGNORECASE)
_MAX_NAME_LENGTH = 100


@dataclass(frozen=True, kw_only=True)
class FileType:
    """A kind of file that is taken."""

    mime: str
    ending: str


PDF = FileType(mime="application/pdf", ending=".pdf")
PNG = FileType(mime="image/png", ending=".png")
JPEG = FileType(mime="image/jpeg", ending=".jpg")


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """A file already checked and kept under its SHA-256."""

    sha256: str
    type: str
    name: str
    size: int


@dataclass(frozen=True, kw_only=True)
class HandedFile:
    """A file that came with a form, already checked and not kept yet."""

    name: str
    """Safe to show (`safe_name`)."""
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)


def file_columns(file: StoredFile | None) -> dict[str, Any]:
    """Return the columns in which an instrument's row names its file; none without one."""
    if file is None:
        return {}
    return {
        "file_sha256": file.sha256,
        "file_type": file.type,
        "file_name": file.name,
        "file_size": file.size,
    }


def recognise(content: bytes) -> FileType:
    """Return the type of a file. Raises RuleBroken when it is empty, too large, or none of the
    three."""
    if not content:
        raise RuleBroken("The file is empty.")
    if len(content) > MAX_BYTES:
        raise RuleBroken("The file is larger than 10 MB.")
    # A long table of signatures, in memory from the first file on.
    import puremagic

    try:
        mime_types = {match.mime_type for match in puremagic.magic_string(content)}
    except (puremagic.PureError, ValueError):
        mime_types = set()
    for file_type, whole in _STRUCTURES.items():
        if file_type.mime in mime_types and whole(content):
            return file_type
        if file_type.mime in mime_types:
            raise RuleBroken("The file is damaged or incomplete. Please save or scan it again.")
    raise RuleBroken(
        "The file is not a PDF, PNG or JPEG, whatever its name says. Please send one of these."
    )


def handed(name: str, content: bytes) -> HandedFile:
    """Return a form's file under a name that is safe. Raises RuleBroken as `recognise` does."""
    return HandedFile(name=safe_name(name, recognise(content)), content=content)


def store(folder: Path, name: str, content: bytes) -> StoredFile:
    """Keep a PDF, PNG or JPEG of up to 10 MB under its SHA-256, outside the web root.

    Raises RuleBroken as `recognise` does; nothing is kept then.
    """
    file_type = recognise(content)
    sha256 = hashlib.sha256(content).hexdigest()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / sha256
    if not path.exists():
        draft = path.with_suffix(".part")
        draft.write_bytes(content)
        draft.rename(path)
    return StoredFile(
        sha256=sha256,
        type=file_type.mime,
        name=safe_name(name, file_type),
        size=len(content),
    )


def safe_name(name: str, file_type: FileType) -> str:
    """A file's name without folders, signs that mislead, or an ending that is not its own:
    ``C:\\x\\invoice.exe`` of a PDF becomes ``invoice.exe.pdf``."""
    last = unicodedata.normalize("NFC", PureWindowsPath(name).name)
    stem = _ODD.sub(" ", last)
    stem = _TAKEN_ENDING.sub("", stem)
    stem = " ".join(stem.split()).strip(". ")[:_MAX_NAME_LENGTH].strip(". ")
    return f"{stem or 'document'}{file_type.ending}"


def ending(mime: str | None) -> str:
    """Return the ending of a kept file's name; empty for a type that is no longer taken."""
    return next((file_type.ending for file_type in _STRUCTURES if file_type.mime == mime), "")


def _is_pdf(content: bytes) -> bool:
    """Check for a header first and an end-of-file marker last (ISO 32000-1, 7.5.2 and 7.5.5).
    Readers allow some bytes after it, and so do we."""
    return content.startswith(b"%PDF-") and b"%%EOF" in content[-1024:]


def _is_png(content: bytes) -> bool:
    """Check for a signature, then chunks from IHDR to IEND, each of the length it names, and
    nothing after them (PNG, section 5)."""
    at, kinds = 8, []
    while content.startswith(b"\x89PNG\r\n\x1a\n") and at + 12 <= len(content):
        kinds.append(content[at + 4 : at + 8])
        at += 12 + int.from_bytes(content[at : at + 4])
    return at == len(content) and kinds[:1] == [b"IHDR"] and kinds[-1:] == [b"IEND"]


def _is_jpeg(content: bytes) -> bool:
    """Check for segments up to the scan, a frame among them, and an end of image (ITU-T T.81, annex
    B). Telephones write more after it, which is allowed."""
    at, framed = 2, False
    while content.startswith(b"\xff\xd8") and content[at : at + 1] == b"\xff":
        marker = content[at + 1 : at + 2]
        if marker == b"\xda":
            return framed and b"\xff\xd9" in content[at:]
        framed = framed or marker in _FRAMES
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return False


_FRAMES = frozenset(bytes([0xC0 + n]) for n in range(16) if n not in (4, 8, 12))
_STRUCTURES: dict[FileType, Callable[[bytes], bool]] = {
    PDF: _is_pdf,
    PNG: _is_png,
    JPEG: _is_jpeg,
}
