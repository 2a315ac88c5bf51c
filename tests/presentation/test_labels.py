"""The words of templates: each filter that one names is there, and each that is there is named."""

from __future__ import annotations

import pytest
from flask import Flask
from jinja2 import nodes

from config import ROOT
from tracker.presentation.labels import FILTERS


@pytest.mark.by_turns
def test_every_filter_is_there_and_used(empty_app: Flask) -> None:
    """Jinja looks a filter up inside an `if` only when it is reached, so all are read here."""
    env = empty_app.jinja_env
    templates = [path for path in (ROOT / "templates").rglob("*.*") if path.is_file()]
    named = {
        filter_.name
        for path in templates
        for filter_ in env.parse(path.read_text("utf-8")).find_all(nodes.Filter)
    }
    assert named <= set(env.filters)
    assert {f"say_{name}" for name in FILTERS} <= named
