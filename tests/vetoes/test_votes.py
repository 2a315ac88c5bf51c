"""Other votes than vetoes, where a source names them, and what the Code asks of them."""

from __future__ import annotations

import csv
import io

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.api import walk
from tests.support.pages import page, plain
from tests.support.webclient import Client
from tracker.vetoes.models import MemberVote, Veto, Vote

pytestmark = pytest.mark.usefixtures("app")
HORMUZ = "2026-01"
ASKS = "not to vote against a credible draft resolution"


def test_the_vote_stands_in_table_text_file_and_api(client: Client) -> None:
    said = (
        "11 in favour (members not named), 2 against (China, Russian Federation), "
        "2 abstained (Colombia, Pakistan)"
    )
    for address in ("/vetoes?decade=2020", f"/vetoes/{HORMUZ}"):
        assert said in plain(page(client, address)).replace(" )", ")").replace("( ", "(")
    text = page(client, f"/vetoes/{HORMUZ}")
    assert "with two abstentions from Pakistan and Colombia" in text
    council = plain(text.split("The Security Council of 2026")[1])
    assert "Pakistan abstained" in council and "Colombia abstained" in council
    assert council.count("abstained") == 2 and council.count("vetoed") == 2
    rows = list(csv.DictReader(io.StringIO(client.get("/vetoes.csv").text.removeprefix("\ufeff"))))
    last = [row for row in rows if row["votes_in_favour"]]
    assert [row["veto"] for row in last] == [HORMUZ]
    assert (last[0]["votes_in_favour"], last[0]["votes_against"], last[0]["abstentions"]) == (
        *("11", "2"),
        "2",
    )
    assert last[0]["members_abstained"] == "COL PAK" and last[0]["members_in_favour"] == ""
    assert list(rows[0])[17] == "read_on", "what was there before keeps its place"
    found = {one["id"]: one["vote"] for one in walk(client, "/api/v1/vetoes", decade="2020")}
    assert found.pop(HORMUZ)["members_against"] == ["CHN", "RUS"]
    assert set(found.values()) == {None}


@pytest.mark.by_turns
def test_where_no_source_has_the_vote_it_says_so(client: Client) -> None:
    text = plain(page(client, "/vetoes/2017-02"))
    assert "Of other votes nothing is recorded here." in text


@pytest.mark.by_turns
def test_what_the_code_asks_stands_where_pledges_stand_beside_vetoes(client: Client) -> None:
    for address in ("/vetoes", "/vetoes/2017-02", "/states/FRA", "/states/RUS"):
        html = page(client, address)
        assert ASKS in plain(html), address
        assert 'href="/initiatives/act-code-of-conduct"' in html
    assert ASKS not in plain(page(client, "/states/DEU"))


@pytest.mark.by_turns
def test_who_else_wrote_of_vetoes_classifies_no_text(client: Client) -> None:
    html = page(client, "/vetoes")
    shown = plain(html.split('id="wider"')[1].split("</section>")[0])
    for words in ("Jennifer Trahan", "Oxfam", "Harvard Law Review", "none classifies a text here"):
        assert words in shown
    assert "14 of the texts shown here" in plain(html.split('id="wider"')[0])


def test_the_database_takes_known_votes_with_a_source_only(session: Session) -> None:
    veto = session.scalars(select(Veto).where(Veto.veto_id == "2017-02")).one()
    session.add(MemberVote(veto_id=veto.veto_id, iso3="JPN", vote=Vote.IN_FAVOUR, source=""))
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()
