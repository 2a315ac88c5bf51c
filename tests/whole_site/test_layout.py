"""Where tests stand: each package's in a folder of its name, what they share in tests/support."""

from __future__ import annotations

import ast
from pathlib import Path

from config import ROOT

TESTS = ROOT / "tests"
OWN = {"journeys", "support", "whole_site"}
"""Folders that stand for no package."""
MODULES = sorted(path.relative_to(ROOT) for path in TESTS.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The modules that a file imports, and what it imports from packages, by full name."""
    names = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_no_test_imports_a_test() -> None:
    found = {
        (str(path), name)
        for path in MODULES
        for name in imported(path)
        if name.startswith("tests.") and not name.startswith("tests.support.")
    }
    assert found == set()


def test_folders_mirror_the_packages() -> None:
    folders = {path.parent.relative_to("tests") for path in MODULES if path.name != "conftest.py"}
    packages = {path for path in folders if path.parts and path.parts[0] not in OWN}
    assert {path for path in packages if not (ROOT / "tracker" / path).is_dir()} == set()
    assert len(packages) > 20
