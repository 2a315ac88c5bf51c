"""Evidence of a speech: who spoke, in which session, the meeting's record, the words, and that a
copy was read."""

from __future__ import annotations

import csv
import io

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.api import walk
from tests.support.pages import page, plain
from tests.support.webclient import Client
from tracker.endorsements.evidence import speeches
from tracker.endorsements.models import Endorsement
from tracker.supporters.seed import rows

pytestmark = [pytest.mark.by_turns, pytest.mark.usefixtures("app")]
PLEDGES = ("act_code_of_conduct.csv", "france_mexico_declaration.csv")


def evidence(client: Client, session: Session, cites: str) -> str:
    """The evidence on an entry's page."""
    entry = session.scalars(select(Endorsement).where(Endorsement.seed_key == cites)).one()
    html = page(client, f"/endorsements/{entry.id}")
    return html.split("<h2>Evidence</h2>")[1].split("</section>")[0]


def test_a_speech_is_told_with_its_record_and_its_words(client: Client, session: Session) -> None:
    shown = evidence(client, session, "france_mexico_declaration.csv, AND")
    said = plain(shown)
    assert "Speaker Andorra (who spoke for it is not recorded here)" in said
    assert "Session General Assembly" not in said
    assert "Session General debate of the General Assembly, session 70" in said
    assert '<a href="https://undocs.org/A/70/PV.25" rel="noopener external">A/70/PV.25</a>' in shown
    assert "Only a copy was read: UN General Debate Corpus, AND_70_2015.txt." in said
    assert "Quotation “we have supported the political declaration" in said


def test_who_spoke_is_told_where_the_record_has_it(client: Client, session: Session) -> None:
    said = plain(evidence(client, session, "france_mexico_declaration.csv, EST"))
    assert "Speaker Estonia: Toomas Hendrik Ilves" in said


def test_where_the_copy_has_no_meeting_it_says_so(client: Client, session: Session) -> None:
    said = plain(evidence(client, session, "act_code_of_conduct.csv, LVA"))
    assert "session 71" in said and "LVA_71_2016.txt" in said
    assert "It does not say at which meeting." in said and "UN document" not in said


def test_statements_and_timelines_link_the_record(client: Client) -> None:
    latvia = page(client, "/states/LVA")
    assert 'href="https://undocs.org/A/70/PV.20"' in latvia
    timeline = page(client, "/timeline?campaign=veto-restraint&open=all")
    assert 'href="https://undocs.org/A/70/PV.22"' in timeline
    assert "Only a copy was read: UN General Debate Corpus, AUT_70_2015.txt." in plain(timeline)


def test_file_and_api_give_the_meetings_record(client: Client) -> None:
    answer = client.get("/initiatives/france-mexico/endorsements.csv").text
    table = csv.DictReader(io.StringIO(answer.removeprefix("\ufeff")))
    andorra = next(row for row in table if row["state"] == "AND")
    assert andorra["un_symbol"] == "A/70/PV.25"
    assert andorra["evidence_link"] == "https://undocs.org/A/70/PV.25"
    found = walk(client, "/api/v1/endorsements", initiative="france-mexico")
    texts = [text for one in found if one["state"] == "AND" for text in one["evidence"]]
    assert ("A/70/PV.25", True) in {(text["symbol"], text["secondary_copy"]) for text in texts}


def test_every_general_debate_that_is_cited_is_read_as_one() -> None:
    cited = [
        row["source"]
        for file in (*PLEDGES, "veto_restraint_statements.csv", "selection_statements.csv")
        for row in rows(file)
        if "general debate of the" in row["source"]
    ]
    assert len(cited) > 60
    assert [source for source in cited if speeches.cited(source) is None] == []
    meetings = [source for source in cited if "/PV." in source]
    assert all((one := speeches.cited(source)) and one.link for source in meetings)
