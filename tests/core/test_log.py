"""Logs: one JSON object a line in production, without tokens."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from tracker.core.log import init_logging, mask


@pytest.fixture
def json_logs() -> Iterator[None]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    init_logging(json=True, level="INFO")
    yield
    root.handlers[:], root.level = before, level
    structlog.reset_defaults()


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/confirm/abc.def-ghi", "/confirm/…"),
        ("/manage/abc.def/withdraw", "/manage/…/withdraw"),
        ("/manage", "/manage"),
        ("/initiatives/unpa", "/initiatives/unpa"),
        ("/states/confirm/abc", "/states/confirm/abc"),
    ],
)
def test_a_mailed_links_token_is_hidden(path: str, shown: str) -> None:
    assert mask(path) == shown


@pytest.mark.usefixtures("json_logs")
def test_production_logs_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    init_logging(json=True, level="INFO")
    structlog.get_logger("ours").info("mail_sent", mail=7)
    try:
        raise LookupError("no luck")
    except LookupError:
        logging.getLogger("library").exception("failed")
    ours, theirs = map(json.loads, capsys.readouterr().err.splitlines())
    assert ours["event"] == "mail_sent"
    assert ours["mail"] == 7
    assert ours["level"] == "info"
    assert ours["timestamp"].endswith("Z")
    assert theirs["event"] == "failed"
    assert "LookupError: no luck" in theirs["exception"]
