"""How complete the record is, and that every "N of M" leads there."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.pages import CEILING, page, plain
from tests.support.sql_statements import executed
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.supporters.models import SupporterKind

pytestmark = pytest.mark.usefixtures("app")
COMPLETENESS = "/about/completeness"
ANEW = f"{COMPLETENESS}?as_of="
"""The same, and not as it was rendered a second ago."""
CODE = "act-code-of-conduct"


def section(html: str, anchor: str) -> str:
    return html.split(f'id="{anchor}"')[1].split("</section>")[0]


def counts(html: str) -> list[int]:
    """How many rest on each kind of evidence, in the table's order."""
    return [int(number) for number in re.findall(r"<b>([0-9]+)</b></td>", html)]


def endorsed(session: Session, slug: str) -> list[Endorsement]:
    return list(
        session.scalars(
            select(Endorsement)
            .join(Initiative, Endorsement.initiative_id == Initiative.id)
            .where(
                Initiative.slug == slug,
                Endorsement.kind == SupporterKind.GOVERNMENT,
                Endorsement.status == Status.VERIFIED,
                Endorsement.grade == Grade.ENDORSED,
            )
        )
    )


def test_each_figure_has_its_evidence_and_what_would_close_the_gap(
    client: Any, session: Session
) -> None:
    code = section(page(client, COMPLETENESS), CODE)
    named = len(endorsed(session, CODE))
    reported = client.get(f"/initiatives/{CODE}/tally.json").json["reported"]
    said = plain(code)
    assert f"{named} of {reported['value']}" in said and "governments named here" in said
    assert sum(counts(code)) == named
    assert "Official list" in said and "Press report" in said
    assert f"A list with the names of {reported['value'] - named} others, as of" in said
    assert "known from the press or a copy" in said
    assert 'href="/initiatives/act-code-of-conduct/reconciliation"' in code


def test_every_kind_that_signs_a_text_is_a_figure(client: Any, session: Session) -> None:
    html = page(client, COMPLETENESS)
    for initiative in session.scalars(select(Initiative)):
        shown = plain(section(html, initiative.slug))
        for kind in initiative.signatory_kinds:
            named = "" if kind is SupporterKind.INDIVIDUAL else " named here"
            assert f"{kind.value}s{named}" in shown
    seven = plain(section(html, "1-for-7-billion"))
    organisations = client.get("/initiatives/1-for-7-billion/tally.json").json["organisations"]
    assert (
        f"{organisations} of 750+" in seven and f"more than {750 - organisations} others" in seven
    )


def test_initiatives_together_count_each_government_once(client: Any) -> None:
    tally = client.get("/campaigns/veto-restraint/tally.json").json
    either = section(page(client, COMPLETENESS), "veto-restraint-combined")
    assert f"{tally['either']['members']} of 120+" in plain(either)
    assert "Member States named here" in plain(either)
    if observers := tally["either"]["observers"]:
        assert f"and {observers} Observer States, counted apart" in plain(either)
    assert sum(counts(either)) == tally["either"]["members"] + tally["either"]["observers"]
    assert "It counts statements as well" in plain(either)


def test_a_past_day_has_the_figures_and_the_evidence_of_then(client: Any) -> None:
    code = section(page(client, f"{COMPLETENESS}?as_of=2015-09-01"), CODE)
    assert "29 of 29" in plain(code) and sum(counts(code)) == 29
    assert "Every one that the reported figure counts is named here." in plain(code)
    assert "1 Sep 2015" in plain(code)
    before = section(page(client, f"{COMPLETENESS}?known_at=2020-01-01"), CODE)
    assert counts(before) == []


@pytest.fixture
def members(session: Session, now: datetime, sequence: Any) -> list[Endorsement]:
    """Three organisations of an initiative that has nobody else, without any document."""
    initiative = factories.initiative(session)
    entries = [
        factories.verified(session, initiative, SupporterKind.ORGANISATION, now=now)
        for _ in range(3)
    ]
    session.commit()
    sequence()
    return entries


def rest_on(session: Session, entries: list[Endorsement], **values: Any) -> None:
    values = {"type": InstrumentType.LETTER, "source": "A text"} | values
    text = Instrument(**values)
    session.add(text)
    session.flush()
    session.add_all(Evidence(endorsement_id=entry.id, instrument_id=text.id) for entry in entries)
    session.commit()


@pytest.mark.parametrize("type_", list(InstrumentType))
def test_every_kind_of_evidence_has_its_line(
    client: Any, session: Session, members: list[Endorsement], type_: InstrumentType
) -> None:
    """A kind that is added to the enumeration appears by itself."""
    rest_on(session, members, type=type_)
    said = section(page(client, COMPLETENESS), "plain-reform")
    assert counts(said) == [3] and "Confirmed address" not in said


def test_the_strongest_evidence_of_an_entry_is_its_line(
    client: Any, session: Session, members: list[Endorsement]
) -> None:
    def rows() -> list[str]:
        said = section(page(client, ANEW), "plain-reform")
        return re.findall(r'<tr><th scope="row".*?</b>', said, re.DOTALL)

    assert [plain(row).strip() for row in rows()] == ["Confirmed address, checked by staff 3"]
    rest_on(session, members, type=InstrumentType.PRESS_REPORT)
    rest_on(session, members[:2], type=InstrumentType.NOTE_VERBALE, secondary_copy=True)
    assert [plain(row).strip() for row in rows()] == ["Press report 3"], "a copy is weaker"
    rest_on(session, members[:1], type=InstrumentType.STATEMENT, symbol="A/70/PV.21")
    rest_on(session, members[:1], type=InstrumentType.LETTER)
    assert [plain(row).strip() for row in rows()] == [
        "Verbatim record of the United Nations 1",
        "Press report 2",
    ]


def test_a_verbatim_record_is_the_document_wherever_it_was_read(
    client: Any, session: Session, members: list[Endorsement]
) -> None:
    rest_on(session, members, type=InstrumentType.LETTER)
    rest_on(
        session,
        members,
        type=InstrumentType.STATEMENT,
        source="General debate, A/70/PV.21 (read in a corpus)",
        secondary_copy=True,
    )
    said = plain(section(page(client, COMPLETENESS), "plain-reform"))
    assert "Verbatim record of the United Nations All read in a secondary copy. 3" in said
    assert "First-hand sources" not in said


def test_what_was_read_in_a_copy_says_so(
    client: Any, session: Session, members: list[Endorsement]
) -> None:
    rest_on(session, members, type=InstrumentType.OFFICIAL_LIST, secondary_copy=True)
    said = plain(section(page(client, COMPLETENESS), "plain-reform"))
    assert "Official list All read in a secondary copy. 3" in said
    assert "First-hand sources for 3 that are known from the press or a copy." in said
    assert "The total: none is reported" in said


def test_every_n_of_m_leads_there(client: Any) -> None:
    for address in (
        "/",
        "/campaigns/veto-restraint",
        "/campaigns/veto-restraint/combined",
        "/initiatives/act-code-of-conduct",
        "/initiatives/act-code-of-conduct/reconciliation",
        "/initiatives/act-code-of-conduct/pictures",
        "/embed/act-code-of-conduct",
        "/embed/act-code-of-conduct?style=compact",
        "/about",
    ):
        assert f'href="{COMPLETENESS}' in page(client, address), address
    mandates = page(client, "/initiatives/unpa").split('id="mandates"')[1].split("<table")[0]
    assert f'href="{COMPLETENESS}#unpa"' in mandates
    dated = page(client, "/initiatives/act-code-of-conduct?as_of=2018-12-31")
    assert f'href="{COMPLETENESS}?as_of=2018-12-31#act-code-of-conduct"' in dated
    assert COMPLETENESS in page(client, "/sitemap.xml")


@pytest.mark.usefixtures("session")
def test_few_statements_are_enough(client: Any) -> None:
    with executed(client.application) as statements:
        page(client, COMPLETENESS)
    assert len(statements) <= CEILING
