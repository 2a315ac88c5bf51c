"""What a web process keeps out of its memory. No megabytes here: they are the machine's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from config import ROOT

KEPT_OUT = {
    "alembic": "who migrates; readiness reads a file's name",
    "flask_migrate": "the same",
    "redis": "who counts across machines",
    "psycopg": "who has PostgreSQL",
    "rapidfuzz": "who looks for pairs among organisations",
    "disposable_email_domains": "who takes a sign-up",
    "publicsuffixlist": "who takes an organisation's",
    "python_calamine": "who reads a spreadsheet that staff import",
    "puremagic": "who takes a file",
    "resvg_py": "who paints a picture",
    "greenlet": "nobody",
    "rich": "nobody",
    "pygments": "nobody",
    "fr": "who reads days in words: of a language, its data take two megabytes",
}
"""Modules, and a language's data, that a fresh web process has not loaded, and who loads them."""
LOADED = "import sys, wsgi, babel.localedata; print(*sys.modules, *babel.localedata._cache)"


def test_a_web_process_begins_without_what_it_may_never_need(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("TRACKER_")}
    env.pop("FLASK_RUN_FROM_CLI", None)
    loaded = subprocess.run(
        [sys.executable, "-c", LOADED],
        cwd=ROOT,
        env=env | {"TRACKER_VAR_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "tracker.app" in loaded
    assert KEPT_OUT.keys() & set(loaded) == set()
