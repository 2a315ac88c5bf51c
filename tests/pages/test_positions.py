"""Member States on the reforms of an initiative, and parliaments, as pages show them."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.api import walk
from tests.support.pages import CEILING, page, plain
from tests.support.sql_statements import executed
from tests.support.webclient import Client
from tracker.core.clock import utcnow
from tracker.initiatives.models import Reform

pytestmark = pytest.mark.usefixtures("app")
SELECTION = "/initiatives/1-for-7-billion"


def part(html: str, name: str) -> str:
    """The section of a page that has this address."""
    return html.split(f'id="{name}"', 1)[1].split("</section>")[0]


def on_reform(html: str, number: int) -> str:
    return plain(html.split(f'id="on-reform-{number}"', 1)[1].split("</details>")[0])


@pytest.mark.usefixtures("session")
def test_member_states_stand_among_the_assessments_by_reform(client: Client) -> None:
    with executed(client.application) as statements:
        html = page(client, SELECTION)
    assert len(statements) <= CEILING
    shown = part(html, "assessments")
    on_nine = on_reform(shown, 9)
    assert "4 Member States" in on_nine and "Encourage the Council to put forward two" in on_nine
    assert "Tanzania" in on_nine and "submit more than one name to the General Assembly" in on_nine
    assert "session 71" in on_nine and "TZA_71_2016.txt" in on_nine
    on_three = shown.split('id="on-reform-3"')[1].split("</details>")[0]
    assert "Toomas Hendrik Ilves" in on_three and 'href="/states/EST"' in on_three
    assert 'href="https://undocs.org/A/70/PV.17"' in on_three
    assert "Only a copy was read: UN General Debate Corpus, EST_70_2015.txt" in plain(on_three)
    assert "never counted as endorsements" in plain(shown)
    assert 'id="statements"' not in html, "what stands among the assessments is not said twice"
    counted = client.get(f"{SELECTION}/tally.json").get_json()["governments"]
    assert set(counted.values()) == {0}


@pytest.mark.by_turns
def test_an_earlier_day_has_what_was_said_by_then(client: Client) -> None:
    shown = part(page(client, f"{SELECTION}?as_of=2015-12-30"), "assessments")
    assert "Latvia" in shown and "Tanzania" not in shown
    before = part(page(client, f"{SELECTION}?as_of=2014-01-01"), "assessments")
    assert "on-reform" not in before and before.count("None sourced yet.") == 1


@pytest.mark.by_turns
def test_the_campaigns_own_classification_is_no_statement_of_a_state(client: Client) -> None:
    shown = part(page(client, SELECTION), "assessments")
    campaign = plain(shown.split("Member States</h3>")[0])
    assert "These are the campaign’s words, not words of those States." in campaign
    assert "Statements" not in plain(page(client, "/states/CHN")).split("Vetoes and pledges")[0]


def test_a_proposed_status_says_so_until_an_editor_decides(
    client: Client, session: Session
) -> None:
    shown = plain(part(page(client, SELECTION), "reforms"))
    assert shown.count("partly met (proposed)") == 5 and shown.count("not assessed") == 5 + 1
    assert "no editor has decided it yet" in shown
    assert 'href="https://undocs.org/A/RES/69/321"' in part(page(client, SELECTION), "reforms")
    for reform in session.scalars(select(Reform)):
        reform.edited_at = utcnow()
    session.commit()
    shown = plain(part(page(client, f"{SELECTION}?as_of=2026-11-01"), "reforms"))
    assert shown.count("partly met") == 5 and "roposed" not in shown


@pytest.mark.by_turns
def test_a_parliament_is_apart_from_its_government(client: Client) -> None:
    argentina = page(client, "/states/ARG")
    shown = plain(part(argentina, "parliament"))
    assert re.search(r"5 Nov 2008 Senate of Argentina : .+ resolution UNPA campaign", shown)
    assert 'href="/initiatives/unpa"' in part(argentina, "parliament")
    assert "by 203 votes to none" in shown and "not the government’s support" in shown
    assert "Senate of Argentina" not in argentina.split('id="parliament"')[0]
    unpa = plain(part(page(client, "/initiatives/unpa"), "statements"))
    assert unpa.count("committee step, not a resolution") == 4
    assert unpa.count("request, not a resolution") == 1


@pytest.mark.by_turns
def test_a_part_of_a_parliament_is_set_beside_no_count_of_ours(client: Client) -> None:
    html = page(client, "/initiatives/unpa/reconciliation")
    row = plain(html.split('id="T64"')[1].split("</tr>")[0])
    assert "49 members of one parliament" in row and "no count to set beside it" in row


@pytest.mark.by_turns
def test_the_api_gives_the_same_words(client: Client) -> None:
    found = list(walk(client, "/api/v1/statements", initiative="1-for-7-billion", state="TZA"))
    assert [(one["reforms"], one["voice"], one["step"]) for one in found] == [
        ([9], "government", None)
    ]
    assert found[0]["quote"].startswith("my delegation is of the view")
    senate = list(walk(client, "/api/v1/statements", initiative="unpa", state="ARG"))
    assert [(one["step"], one["dated"]) for one in senate] == [
        ("resolution", "2008-11-05"),
        ("resolution", "2009-08-06"),
    ]
    estonia = list(walk(client, "/api/v1/statements", initiative="1-for-7-billion", state="EST"))
    assert estonia[0]["link"] == "https://undocs.org/A/70/PV.17"
