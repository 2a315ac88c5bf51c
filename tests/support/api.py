"""Reading `/api/v1` in tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.support.tally_json import on
from tests.support.webclient import Client


def walk(client: Client, path: str, **asked: str) -> Iterator[dict[str, Any]]:
    """Every item of a list, page by page."""
    cursor: dict[str, str] = {}
    while True:
        page = on(client, path, **asked, **cursor)
        assert list(page) == ["items", "next"]
        yield from page["items"]
        if page["next"] is None:
            return
        cursor = {"cursor": page["next"]}


def problem(client: Client, path: str, status: int = 400, **asked: str) -> str:
    answer = client.get(path, query_string=asked or None)
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/problem+json"
    said = answer.get_json()
    assert list(said) == ["type", "title", "status", "detail"] and said["status"] == status
    detail: str = said["detail"]
    return detail
