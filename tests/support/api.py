"""Reading `/api/v1` in tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.support.tally_json import on
from tests.support.webclient import Client


def walk(client: Client, path: str, **query: str) -> Iterator[dict[str, Any]]:
    """Every item of a list, page by page."""
    cursor: dict[str, str] = {}
    while True:
        page = on(client, path, **query, **cursor)
        assert list(page) == ["items", "next"]
        yield from page["items"]
        if page["next"] is None:
            return
        cursor = {"cursor": page["next"]}


def problem(client: Client, path: str, status: int = 400, **query: str) -> str:
    answer = client.get(path, query_string=query or None)
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/problem+json"
    told = answer.get_json()
    assert list(told) == ["type", "title", "status", "detail"] and told["status"] == status
    detail: str = told["detail"]
    return detail
