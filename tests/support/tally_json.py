"""Reading ``tally.json`` in tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from tests.support.webclient import Client
from tracker.tallies import organisations as tallies_organisations
from tracker.tallies.standing import OrganisationRow

CODE = "/initiatives/act-code-of-conduct/tally.json"
DECLARATION = "/initiatives/france-mexico/tally.json"


def on(client: Client, address: str, **query: str) -> dict[str, Any]:
    response = client.get(address, query_string=query)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.get_json()
    return answer


def organisations(
    session: Session, initiative_id: int, *, as_of: date
) -> Sequence[OrganisationRow]:
    """The organisations counted on a day, of small worlds."""
    return tallies_organisations.page(session, initiative_id, as_of=as_of, limit=1_000).rows
