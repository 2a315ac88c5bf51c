"""What docs/security/threats.md says of tests is so."""

from __future__ import annotations

import re

import pytest

from config import ROOT

PAGE = (ROOT / "docs/security/threats.md").read_text("utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)?(?:::(\w+))?`")


def named() -> list[tuple[str, str]]:
    """Each file and test that a row names; "::test" alone is of the file named before it."""
    names, file = [], ""
    for line in PAGE.splitlines():
        for path, test in NAMED.findall(line):
            file = path or file
            names.append((file, test))
    return names


@pytest.mark.parametrize(("file", "test"), named())
def test_a_test_that_is_named_exists(file: str, test: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert not test or f"def {test}(" in text


def test_every_row_names_one() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| a") and "before" not in line]
    assert len(rows) > 40
    assert all("`tests/" in row for row in rows if row.count("|") == 5)
