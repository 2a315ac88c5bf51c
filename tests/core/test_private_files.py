"""What `flask` and the server write, nobody else on the machine reads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from config import ROOT
from tests.support.databases import Templates
from tests.support.site import Site, WholeSite
from tracker.core import private_files

pytestmark = pytest.mark.long


def open_to_others(folder: Path) -> list[str]:
    """What others may read, of a folder that all may enter."""
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.stat().st_mode & 0o077 and path.name != "site.log"
    ]


def test_the_whole_site_keeps_its_files_to_itself(templates: Templates, tmp_path: Path) -> None:
    """Database, secrets, mail and pictures, also those that an earlier version left."""
    (tmp_path / "uploads").mkdir(mode=0o755)
    (tmp_path / "uploads" / "old").write_text("a scan")
    with WholeSite.started(templates, tmp_path) as site:
        assert site.get("/initiatives/act-code-of-conduct/pictures/regions.png")[0] == 200
        names = {path.name for path in tmp_path.iterdir()}
        assert {"rollcall.db", "rollcall.db-wal", "secrets.env", "pictures"} <= names
        assert [name for name in open_to_others(tmp_path) if name != "uploads/old"] == []


@pytest.mark.parametrize("command", [["db", "upgrade"], ["content", "export"]])
def test_commands_do_too(tmp_path: Path, command: list[str]) -> None:
    site = Site(1, tmp_path)
    subprocess.run(
        [sys.executable, "-m", "flask", *command], env=site.env(), cwd=ROOT, capture_output=True
    )
    assert (tmp_path / "rollcall.db").exists() and (tmp_path / "secrets.env").exists()
    assert open_to_others(tmp_path) == []


def test_only_what_is_ours_is_closed(tmp_path: Path) -> None:
    for name in ("mail", "rollcall.db", "somebody-elses"):
        (tmp_path / name).mkdir(mode=0o755)
    private_files.close(tmp_path)
    assert sorted(open_to_others(tmp_path)) == ["somebody-elses"]
