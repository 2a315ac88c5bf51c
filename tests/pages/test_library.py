"""The library of documents: what is asked of it stands in the address, and all of it must hold."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.pages import plain
from tests.support.webclient import Client
from tracker.initiatives.models import Assessor, Document


def found(client: Client, **query: str) -> list[str]:
    """The titles that the library lists."""
    page = client.get("/documents", query_string=query)
    assert page.status_code == 200
    return re.findall(r'<a href="/documents/\d+">([^<]+)</a>', page.text)


def french(session: Session) -> Document:
    one = session.scalars(select(Document).where(Document.title.startswith("Co-chairs"))).one()
    one.language = "fr"
    session.flush()
    return one


@pytest.mark.usefixtures("app")
def test_filters_combine(client: Client, session: Session) -> None:
    french(session)
    everything = found(client)
    assert len(everything) == 24 + 13 and everything[-1] == "Supporters"
    of_2015 = found(client, year="2015")
    by_campaign = [
        set(found(client, year="2015", campaign=campaign))
        for campaign in ("veto-restraint", "1-for-7-billion")
    ]
    assert [len(titles) for titles in by_campaign] == [len(set(of_2015)) - 3, 3]
    assert set.union(*by_campaign) == set(of_2015)
    assert found(client, year="2015", campaign="unpa") == []
    assert len(found(client, category="statement", campaign="veto-restraint", year="2015")) == 3
    spoken = found(client, q="delattre VETO", category="statement")
    assert len(spoken) == 1 and "(statement of Ambassador Delattre)" in spoken[0]
    assert found(client, q="a/res/73/299") == [
        "Commemoration of the seventy-fifth anniversary of the United Nations (modalities)"
    ]
    assert len(found(client, language="fr")) == 1
    assert len(found(client, language="unknown")) == 23 + 13
    assert "not recorded" in client.get("/documents").text
    assert found(client, language="fr", year="2015") == []


@pytest.mark.by_turns
@pytest.mark.usefixtures("app")
def test_nothing_found_says_so_and_what_cannot_be_is_refused(client: Client) -> None:
    nothing = client.get("/documents?year=1066&q=<script>")
    assert nothing.status_code == 200 and "No document here fits all of this." in nothing.text
    assert "<script>" not in nothing.text and 'value="&lt;script&gt;"' in nothing.text
    for query in ("category=song", "campaign=nowhere", "language=FR!", "year=soon"):
        assert client.get(f"/documents?{query}").status_code == 400


@pytest.mark.by_turns
@pytest.mark.usefixtures("app")
def test_each_document_has_a_page_that_campaigns_lead_to(client: Client, session: Session) -> None:
    document = french(session)
    session.commit()
    page = client.get(f"/documents/{document.id}")
    text = plain(page.text)
    assert "conclusions of the ministerial meeting of 25 September 2014" in text
    assert "French" in text and "Embassy of France in Mexico" in text
    assert "Set-Cookie" not in page.headers
    for address in ("/campaigns/veto-restraint", "/initiatives/france-mexico", "/documents"):
        assert f'href="/documents/{document.id}"' in client.get(address).text
    assert (
        'href="/documents?campaign=veto-restraint"' in client.get("/campaigns/veto-restraint").text
    )
    assert client.get("/documents/99999").status_code == 404


@pytest.mark.usefixtures("app")
def test_only_of_an_assessment_is_it_said_who_assesses(session: Session) -> None:
    french(session).assessor = Assessor.CIVIL_SOCIETY
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()
