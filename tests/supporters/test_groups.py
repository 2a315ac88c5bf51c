"""A State's regional group changes from a day on, by two people, and is known for ever."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.pages import page
from tests.support.staff import token
from tests.support.succession import agree, said, send, sign_in_as, undo
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.core.clock import utcnow
from tracker.supporters import queries
from tracker.supporters.models import RegionalGroup

pytestmark = pytest.mark.usefixtures("nothing_kept")

ADDRESS, STATE = "/staff/states/NOR/regional-group", "/api/v1/states/NOR"
PROPOSALS = "/staff/states/proposals"
WEOG, GRULAC = "Western European and Others Group", "Latin American and Caribbean Group"


def group(client: Client, **query: str) -> str:
    return str(client.get(STATE, query_string=query).get_json()["regional_group"])


def test_two_people_move_a_state_to_another_group(
    app: Flask, session: Session, client: Client
) -> None:
    sign_in_as(app, client, StaffRole.EDITOR)
    supporter = f"/staff/supporters/{queries.government(session, 'NOR').id}"
    assert f'href="{ADDRESS}"' in client.get(supporter).text
    same = send(client, ADDRESS, save=True, group="WEOG")
    assert same.status_code == 409 and "It belongs to this group already." in same.text
    for missing in ({"source": ""}, {"on": ""}, {"group": "Nowhere"}):
        assert send(client, ADDRESS, save=True, **{"group": "GRULAC"} | missing).status_code == 422
    shown = send(client, ADDRESS, group="GRULAC")
    assert f"<del>{WEOG}</del> → <ins>{GRULAC}</ins>" in shown.text
    before = utcnow().isoformat()[:23] + "Z"
    assert send(client, ADDRESS, save=True, group="GRULAC").location == PROPOSALS
    assert "A different person must agree" in client.get(PROPOSALS).text
    assert group(client) == "WEOG", "one editor alone"
    assert agree(app).status_code == 302
    assert group(client) == "GRULAC" == group(client, as_of="2026-09-01")
    assert group(client, as_of="2026-08-31") == group(client, known_at=before) == "WEOG"
    code = "/api/v1/endorsements?initiative=act-code-of-conduct&group=GRULAC&limit=100"
    for query, there in (("", True), ("&as_of=2026-08-31", False), ("&as_of=2026-10-01", True)):
        answer = client.get(code + query)
        assert answer.status_code == 200 and ('"NOR"' in answer.text) is there, query
    assert GRULAC in page(client, "/states/NOR")
    assert WEOG in page(client, "/states/NOR?as_of=2026-08-31")
    moved = f"Regional group changed from “{WEOG}” to “{GRULAC}” (1 Sep 2026)"
    corrected = said(page(client, "/corrections"))
    assert corrected.count("Regional group changed") == 1 and moved in corrected
    assert "Cleo" not in corrected and "Dora" not in corrected
    again = send(client, ADDRESS, save=True, group="African", on="2026-08-01")
    assert again.status_code == 409 and "from 1 Sep 2026" in again.text
    between = utcnow().isoformat()[:23] + "Z"
    assert undo(client, queries.government(session, "NOR").id, "A test").status_code == 302
    assert group(client) == "GRULAC", "one editor alone"
    assert agree(app, "Eve", StaffRole.EDITOR).status_code == 302
    assert group(client) == "WEOG" and group(client, known_at=between) == "GRULAC"
    session.expire_all()
    assert queries.state(session, "NOR").regional_group is RegionalGroup.WEOG
    assert f"taken back: Regional group changed from “{WEOG}”" in said(page(client, "/corrections"))


def test_moving_a_state_needs_a_fresh_proof(app: Flask, session: Session, client: Client) -> None:
    sign_in_as(app, client, StaffRole.EDITOR)
    with client.session_transaction() as cookie:
        cookie["fs_paa"] = 0
    answer = send(client, ADDRESS, save=True, group="GRULAC")
    assert answer.status_code == 303 and "/verify" in answer.location
    assert 'id="proposal-' not in client.get(PROPOSALS).text


def test_only_editors_and_reviewers_move_a_state(app: Flask, client: Client) -> None:
    sign_in_as(app, client, StaffRole.ADMIN)
    shown = client.get("/staff/states")
    assert client.get(ADDRESS).status_code == 403
    refused = client.post(ADDRESS, data={"csrf_token": token(shown), "group": "GRULAC"})
    assert refused.status_code == 403


@pytest.mark.parametrize("kind", ["corrected", "dissolved"])
def test_the_database_knows_what_can_happen_to_a_state(session: Session, kind: str) -> None:
    number = queries.government(session, "NOR").id
    with pytest.raises(IntegrityError):
        session.execute(
            text(
                "INSERT INTO supporter_changes (supporter_id, kind, happened_on, precision, source,"
                " recorded_at, difference, former_key, cites) VALUES"
                " (:number, :kind, '2026-09-01', 'on', 'A gazette', '2026-09-01', '{}', '', 'x')"
            ),
            {"number": number, "kind": kind},
        )
    session.rollback()
