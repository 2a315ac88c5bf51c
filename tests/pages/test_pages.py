"""The public pages on the real record."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.pages import CEILING, add_person, entry_of, page, plain
from tests.support.sql_statements import executed, query_plan
from tracker.endorsements import engine, publication
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, ActorKind
from tracker.endorsements.models import Endorsement
from tracker.initiatives.models import Initiative
from tracker.pages import organisation_views, queries
from tracker.presentation import history_labels
from tracker.supporters.models import Supporter, SupporterKind

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.by_turns]
LISTS = (
    "/",
    "/campaigns/veto-restraint",
    "/initiatives/act-code-of-conduct",
    "/initiatives/unpa",
    "/initiatives/unpa/individuals",
    "/states",
    "/states/FRA",
    "/search?q=world",
)


def test_the_reported_figure_leads_with_date_and_source(client: Any) -> None:
    said = plain(page(client, "/initiatives/act-code-of-conduct"))
    assert (
        "129 governments reported 11 May 2023 Swiss Federal Department of Foreign Affairs" in said
    )
    assert "43 Member States named here with a source" in said
    assert "7 voiced support shown, not counted" in said
    assert said.index("129 governments reported") < said.index("43 Member States")


def test_a_past_day_shows_what_stood_then(client: Any) -> None:
    html = page(client, "/initiatives/act-code-of-conduct?as_of=2015-09-01")
    said = plain(html)
    assert "29 Member States" in said
    assert "awaiting verification" not in said
    assert "data-tally-url" not in html  # what is past does not change while one looks
    assert "37 Member States" in plain(
        page(client, "/initiatives/act-code-of-conduct?as_of=2015-10-23")
    )


@pytest.mark.parametrize("day", ["2015-02-30", "yesterday", "1914-07-28", "2999-01-01", "20151023"])
@pytest.mark.parametrize("address", ["/initiatives/unpa", "/campaigns/veto-restraint"])
def test_an_impossible_day_is_refused(client: Any, address: str, day: str) -> None:
    page(client, f"{address}?as_of={day}", 400)


@pytest.mark.parametrize(
    "address",
    [
        "/initiatives/nothing",
        "/initiatives/nothing/individuals",
        "/campaigns/nothing",
        "/states/XXX",
        "/states/Frankreich",
        "/organisations/999999",
        "/endorsements/999999",
    ],
)
def test_what_does_not_exist_is_not_found(client: Any, address: str) -> None:
    page(client, address, 404)


def test_a_code_in_small_letters_leads_to_the_state(client: Any) -> None:
    response = client.get("/states/fra")
    assert response.status_code == 301
    assert response.location.endswith("/states/FRA")


def test_the_first_page_has_one_seat_for_each_state(client: Any) -> None:
    html = page(client, "/")
    assert html.count("<circle class=") == 193
    assert html.count("<rect class=") == 2
    assert "120+" in html
    assert re.search(r'data-tally="either.members"[^>]*>107<', html)
    assert 'data-tally-url="/initiatives/act-code-of-conduct/tally.json"' in html


def test_the_campaign_combines_its_initiatives(client: Any) -> None:
    said = plain(page(client, "/campaigns/veto-restraint"))
    assert "107 Member States for either initiative" in said
    assert "41 for both" in said
    assert "2 only for the ACT Code of Conduct" in said
    assert "112 governments reported" in plain(
        page(client, "/campaigns/veto-restraint?as_of=2015-10-21")
    )


def test_the_matrix_has_every_state(client: Any) -> None:
    html = page(client, "/states")
    assert html.count('<th scope="row">') == 195
    assert "not documented here" in html
    five = page(client, "/states?permanent=1")
    assert five.count('<th scope="row">') == 5
    graded = page(client, "/states?group=Eastern+European&grade=endorsed")
    assert graded.count('<th scope="row">') == 19
    oldest = re.findall(r'/states/([A-Z]{3})">', page(client, "/states?sort=admission"))
    assert oldest[-2:] == ["VAT", "PSE"] or set(oldest[-2:]) == {"VAT", "PSE"}
    page(client, "/states?sort=wealth", 400)


@pytest.mark.parametrize("address", ["/states", "/states?sort=group&group=African"])
def test_an_accent_moves_no_state_to_the_end(client: Any, address: str) -> None:
    html = page(client, address)
    order = [html.index(f'href="/states/{iso3}"') for iso3 in ("CAF", "CIV", "DJI")]
    assert order == sorted(order)


def test_a_state_shows_what_is_and_is_not_documented(client: Any) -> None:
    said = plain(page(client, "/states/ZAF"))
    assert "not documented here" in said
    for word in ("missing", "did not sign", "against"):
        assert word not in said
    assert "南非" in said
    assert "elected member: 2007–2008" in said
    assert "endorsed" in plain(page(client, "/states/MEX"))


@pytest.mark.parametrize(("q", "found"), [("Côte", "CIV"), ("cote d", "CIV"), ("南非", "ZAF")])
def test_search_finds_states_in_six_languages(client: Any, q: str, found: str) -> None:
    response = client.get("/search", query_string={"q": q})
    assert f'href="/states/{found}"' in response.get_data(as_text=True)


def test_search_finds_initiatives_and_verified_organisations_only(
    client: Any, session: Session, now: datetime
) -> None:
    for q in ("parliamentary", "unpa", "UNPA"):
        assert "/initiatives/unpa" in page(client, f"/search?q={q}")
    listed = session.scalars(
        select(Supporter).where(Supporter.kind == SupporterKind.ORGANISATION)
    ).first()
    assert listed is not None
    assert f"/organisations/{listed.id}" in client.get(
        "/search", query_string={"q": listed.name}
    ).get_data(as_text=True)
    hidden = Supporter(
        kind=SupporterKind.ORGANISATION,
        name="Quiet Circle",
        name_key="quiet circle",
        created_at=now,
    )
    session.add(hidden)
    session.flush()
    assert "Quiet Circle</a>" not in page(client, "/search?q=quiet+circle")
    page(client, f"/organisations/{hidden.id}", 404)


def test_an_entry_shows_evidence_history_and_how_to_object(client: Any, session: Session) -> None:
    entry = entry_of(session, "GAB")
    said = plain(html := page(client, f"/endorsements/{entry.id}"))
    assert "Center for UN Reform Education" in said
    assert "From the published record, not reviewed by staff" in said
    assert "Last checked 23 Nov 2026" in said
    assert "not a depositary" in said
    assert f"entry {entry.reference}" in said
    assert f"/endorsements/{entry.id}/report" in html


def test_a_date_that_is_not_known_says_so(client: Any, session: Session) -> None:
    unknown = session.scalars(
        select(Endorsement).where(
            Endorsement.date_known.is_(False), Endorsement.kind == SupporterKind.ORGANISATION
        )
    ).first()
    assert unknown is not None
    assert "date unknown, seen 23 Nov 2026" in page(client, f"/endorsements/{unknown.id}")


def test_entries_never_verified_and_persons_have_no_page(
    client: Any, session: Session, now: datetime
) -> None:
    person = add_person(session, "unpa", "Ada Example", now)
    page(client, f"/endorsements/{person.id}", 404)
    listed = session.scalars(
        select(Endorsement).where(Endorsement.kind == SupporterKind.PARLIAMENTARIAN)
    ).first()
    assert listed is not None
    page(client, f"/endorsements/{listed.id}")
    listed.be_named = False
    session.flush()
    page(client, f"/endorsements/{listed.id}", 404)


def test_history_tells_public_steps_only(client: Any, session: Session, now: datetime) -> None:
    entry = publication.entry(session, entry_of(session, "GAB").id)
    from_review = Actor(ActorKind.SYSTEM, cites="test")
    for action in (Action.ASK, Action.REJECT, Action.APPROVE, Action.SUSPEND, Action.INVALIDATE):
        engine.decide(session, entry, action, from_review, now=now + timedelta(hours=1))
    session.expire(entry, ["decisions"])
    words = [step.words for step in history_labels.public_history(entry)]
    assert len(words) == 3
    assert words[0].startswith("Taken from the published record")
    assert words[1].startswith("Suspended")
    assert words[2].startswith("Could not be substantiated")


def test_an_invalidated_entry_says_so_in_neutral_words(
    client: Any, session: Session, now: datetime, sequence: Any
) -> None:
    organisation = session.scalars(
        select(Endorsement).where(Endorsement.kind == SupporterKind.ORGANISATION)
    ).first()
    assert organisation is not None
    by = Actor.staff(factories.staff(session))
    engine.move(session, organisation, Action.SUSPEND, by, now=now)
    factories.by_staff(session, organisation, Action.INVALIDATE, now=now)
    sequence(session)
    html = page(client, f"/endorsements/{organisation.id}")
    assert "could not be substantiated" in html
    assert "Earlier days keep the count" not in html
    assert "fraud" not in html
    assert organisation.supporter.name not in page(client, "/initiatives/un2020")


def test_individuals_are_kept_from_search_engines(client: Any) -> None:
    response = client.get("/initiatives/unpa/individuals")
    html = response.get_data(as_text=True)
    assert '<meta name="robots" content="noindex">' in html
    assert response.headers["Cache-Control"] == "no-store"
    assert "listed by the campaign" in html
    assert "correction or removal" in html


def test_only_persons_who_agreed_are_named(client: Any, session: Session, now: datetime) -> None:
    add_person(session, "unpa", "Shown Person", now)
    add_person(session, "unpa", "Silent Person", now, be_named=False)
    gone = add_person(session, "unpa", "Gone Person", now)
    engine.move(session, gone, Action.WITHDRAW, SUPPORTER, now=now)
    html = page(client, "/initiatives/unpa/individuals")
    assert "Shown Person" in html
    assert "Silent Person" not in html
    assert "Gone Person" not in html


def test_pages_of_persons_have_no_gaps(client: Any, session: Session, now: datetime) -> None:
    for number in range(queries.PAGE + 30):
        add_person(session, "1-for-7-billion", f"Person {number:04}", now)
    seen: list[str] = []
    address: str | None = "/initiatives/1-for-7-billion/individuals"
    while address:
        html = page(client, address)
        seen += re.findall(r"Person \d{4}", html)
        following = re.search(r'rel="next" href="([^"]+)"', html)
        address = following[1].replace("&amp;", "&") if following else None
    assert sorted(seen) == [f"Person {number:04}" for number in range(queries.PAGE + 30)]
    page(client, "/initiatives/1-for-7-billion/individuals?before=x", 400)


def test_pages_of_persons_use_their_index(app: Any, session: Session) -> None:
    with executed(app) as statements:
        day = date(2026, 11, 23)
        place = queries.PersonPlace(day, "0123456789ab")
        queries.persons(session, 1, SupporterKind.INDIVIDUAL, as_of=day, before=place)
    sql = statements[-1]
    assert "OFFSET" not in sql.replace("LIMIT ? OFFSET ?", "")
    assert "ix_endorsements_named" in query_plan(
        session,
        f"SELECT id FROM endorsements WHERE {queries.NAMED}"
        " AND initiative_id = 1 AND kind = 'individual'"
        " AND (effective_on, commitment_salt) < ('2026-11-23', '0123456789ab')"
        " ORDER BY effective_on DESC, commitment_salt DESC LIMIT 101",
    )


@pytest.mark.parametrize("address", [*LISTS, "/about", "/privacy"])
def test_public_pages_set_no_cookie(client: Any, address: str) -> None:
    response = client.get(address)
    assert "Set-Cookie" not in response.headers
    assert " style=" not in response.get_data(as_text=True)


@pytest.mark.parametrize("address", LISTS)
def test_a_page_asks_the_database_a_bounded_number_of_times(
    client: Any, session: Session, address: str
) -> None:
    page(client, address)
    with executed(client.application) as statements:
        page(client, address)
    asked = [
        statement for statement in statements if statement.lstrip().upper().startswith("SELECT")
    ]
    assert len(asked) <= CEILING, "\n".join(asked)


def test_every_organisation_stands_on_one_page_of_an_initiative(
    client: Any, session: Session, now: datetime, sequence: Callable[..., int]
) -> None:
    un2020 = session.scalars(select(Initiative).where(Initiative.slug == "un2020")).one()
    made = [
        factories.verified(session, un2020, SupporterKind.ORGANISATION, now=now)
        for _number in range(organisation_views.PAGE)
    ]
    by = Actor.staff(factories.staff(session))
    for action in (Action.SUSPEND, Action.REINSTATE):  # counted anew on its day: it stands once
        engine.move(session, made[-1], action, by, now=now)
    engine.move(session, made[0], Action.SUSPEND, by, now=now)
    sequence(session)
    first = page(client, "/initiatives/un2020")
    assert "/initiatives/un2020/organisations" in first
    pages: list[list[str]] = []
    address: str | None = "/initiatives/un2020/organisations"
    while address:
        html = page(client, address)
        pages.append(re.findall(r'href="/organisations/(\d+)', html))
        following = re.search(r'rel="next" href="([^"]+)"', html)
        address = following[1].replace("&amp;", "&") if following else None
    seen = list(chain.from_iterable(pages))
    back = re.search(r'rel="prev" href="([^"]+)"', html)
    assert back  # and the way back is the same
    earlier = page(client, back[1].replace("&amp;", "&"))
    assert re.findall(r'href="/organisations/(\d+)', earlier) == pages[-2]
    assert 'rel="next"' in earlier and 'rel="prev"' not in earlier
    counted = client.get("/initiatives/un2020/tally.json").get_json()["organisations"]
    assert counted > organisation_views.PAGE
    assert len(seen) == len(set(seen)) == counted
    for wrong in ("after=2020-13-01.1", "before=1", "after="):
        page(client, f"/initiatives/un2020/organisations?{wrong}", 400)
