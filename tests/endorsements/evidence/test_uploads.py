from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.support import files
from tracker.core.errors import RuleBroken
from tracker.endorsements.evidence import uploads


@pytest.mark.parametrize(
    ("content", "mime", "ending"),
    [
        (files.PDF, "application/pdf", ".pdf"),
        (files.PNG, "image/png", ".png"),
        (files.JPEG, "image/jpeg", ".jpg"),
    ],
)
def test_a_file_is_judged_by_content_and_kept_under_it(
    tmp_path: Path, content: bytes, mime: str, ending: str
) -> None:
    kept = uploads.store(tmp_path, "letter.pdf", content)
    assert (kept.type, kept.size) == (mime, len(content))
    assert kept.name.endswith(ending)
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert (tmp_path / kept.sha256).read_bytes() == content
    assert uploads.store(tmp_path, "again.pdf", content).sha256 == kept.sha256
    assert [path.name for path in tmp_path.iterdir()] == [kept.sha256]
    assert uploads.ending(kept.type) == ending


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (files.HTML, "not a PDF, PNG or JPEG"),
        (files.SVG, "not a PDF, PNG or JPEG"),
        (files.ZIP, "not a PDF, PNG or JPEG"),
        (b"GIF89a" + bytes(20), "not a PDF, PNG or JPEG"),
        (b"MZ" + bytes(200), "not a PDF, PNG or JPEG"),
        (b"Dear Sir", "not a PDF, PNG or JPEG"),
        (b"\n" + files.PDF, "not a PDF, PNG or JPEG"),
        (b"%PDF-1.4\n<html>" + bytes(2000), "damaged"),
        (files.PDF + files.HTML * 40, "damaged"),
        (files.PNG[:-4], "damaged"),
        (files.PNG + files.ZIP, "damaged"),
        (files.PNG[:8] + files.HTML, "damaged"),
        (files.JPEG[:-2], "damaged"),
        (files.JPEG[:20] + files.HTML, "damaged"),
        (files.JPEG[:20] + files.JPEG[33:], "damaged"),
        (files.PDF + bytes(uploads.MAX_BYTES), "larger than 10 MB"),
    ],
)
def test_a_file_that_lies_about_its_type_is_refused(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    with pytest.raises(RuleBroken, match=reason):
        uploads.store(tmp_path, "letter.pdf", content)
    assert list(tmp_path.iterdir()) == []


def test_the_largest_file_is_taken(tmp_path: Path) -> None:
    start = b"%PDF-1.4\n"
    filled = start + bytes(uploads.MAX_BYTES - len(start) - 6) + b"%%EOF\n"
    assert uploads.store(tmp_path, "scan.pdf", filled).size == uploads.MAX_BYTES


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("letter.pdf", "letter.pdf"),
        ("Letter.PDF", "Letter.pdf"),
        ("scan.png", "scan.pdf"),
        ("scan.JPEG", "scan.pdf"),
        ("C:\\fakepath\\invoice.exe", "invoice.exe.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("Note verbale (2024).pdf", "Note verbale (2024).pdf"),
        ("رسالة.pdf", "رسالة.pdf"),
        ('a";\r\nSet-Cookie: x=1.pdf', "a Set-Cookie x 1.pdf"),
        ("letter\u202efdp.exe", "letter fdp.exe.pdf"),
        (".htaccess", "htaccess.pdf"),
        (".pdf", "document.pdf"),
        ("", "document.pdf"),
        ("x" * 300 + ".pdf", "x" * 100 + ".pdf"),
    ],
)
def test_a_download_has_a_safe_name_with_the_right_ending(name: str, safe: str) -> None:
    assert uploads.safe_name(name, uploads.PDF) == safe
