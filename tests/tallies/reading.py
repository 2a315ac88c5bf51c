"""Reading ``tally.json`` in tests."""

from __future__ import annotations

from typing import Any

from tests.webclient import Client

CODE = "/initiatives/act-code-of-conduct/tally.json"
DECLARATION = "/initiatives/france-mexico/tally.json"


def on(client: Client, address: str, **asked: str) -> dict[str, Any]:
    response = client.get(address, query_string=asked)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.get_json()
    return answer
