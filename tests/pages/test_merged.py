"""One organisation of two records, as readers, supporters and lists of names meet it."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.imports import begin, go
from tests.support.merges import merged, parted, record, verified, waiting
from tests.support.pages import page, plain
from tests.support.review_cases import organisation as letter_of
from tests.support.review_cases import recorded, reviewers
from tests.support.signup import sign_up_and_confirm
from tests.support.webclient import Client
from tracker.endorsements.merging.models import Merge
from tracker.endorsements.models import Endorsement, Origin
from tracker.imports.models import ImportRow, Outcome
from tracker.initiatives.queries import by_slug
from tracker.supporters.models import Supporter

NAME, OTHER = "Forum for Peace", "The Forum for Peace e.V."


class Two:
    """Two verified records, and the merge of the second into the first."""

    def __init__(self, session: Session, now: datetime) -> None:
        un2020, unpa = by_slug(session, "un2020"), by_slug(session, "unpa")
        self.kept = record(session, NAME, now=now, domain="forum.example")
        self.other = record(session, OTHER, now=now, domain="forum-ev.example")
        verified(session, self.kept, un2020, now=now, on=now.date())
        self.moved = verified(session, self.other, unpa, now=now, on=now.date())
        self.merge: Merge = merged(session, self.kept, self.other, now=now)
        session.commit()


@pytest.fixture
def two(app: Flask, session: Session, now: datetime) -> Two:
    return Two(session, now)


def test_the_page_of_a_merged_record_leads_to_the_one_that_stands(
    session: Session, client: Client, two: Two, now: datetime
) -> None:
    away = client.get(f"/organisations/{two.other.id}")
    assert (away.status_code, away.location) == (302, f"/organisations/{two.kept.id}")
    text = plain(page(client, f"/organisations/{two.kept.id}"))
    assert f"Also recorded as {OTHER}" in text
    assert "UN2020" in text and "UN Parliamentary Assembly" in text
    history = plain(page(client, f"/endorsements/{two.moved.id}"))
    assert f"Recorded until then under “{OTHER}”, found to be the same organisation" in history

    parted(session, two.merge, now=now)
    assert client.get(f"/organisations/{two.other.id}").status_code == 200
    assert "Also recorded as" not in page(client, f"/organisations/{two.kept.id}")
    history = plain(page(client, f"/endorsements/{two.moved.id}"))
    assert "found to be another organisation" in history


def test_a_claim_that_nobody_verified_gives_the_organisation_no_name(
    session: Session, client: Client, two: Two, now: datetime
) -> None:
    claim = record(session, "Peace Forum Impostors", now=now)
    waiting(session, claim, by_slug(session, "1-for-7-billion"), now=now, on=now.date())
    merged(session, two.kept, claim, now=now)
    session.commit()
    text = plain(page(client, f"/organisations/{two.kept.id}"))
    assert f"Also recorded as {OTHER}" in text and "Impostors" not in text
    assert f"/organisations/{two.kept.id}" not in page(client, "/search?q=impostors")


@pytest.mark.parametrize("q", ["forum for peace e.v", "forum for peace"])
def test_search_finds_the_organisation_by_both_names(client: Client, two: Two, q: str) -> None:
    text = page(client, f"/search?q={q}")
    assert text.count(f'href="/organisations/{two.kept.id}"') == 1
    assert f"/organisations/{two.other.id}" not in text


def test_a_sign_up_under_either_name_is_the_one_organisations(
    app: Flask, session: Session, client: Client, two: Two
) -> None:
    for name, website, slug in (
        (OTHER, "www.forum-ev.example", "1-for-7-billion"),
        (NAME, "www.forum.example", "act-code-of-conduct"),
    ):
        sign_up_and_confirm(app, client, "organisation", slug=slug, name=name, website=website)
    entries = session.scalars(select(Endorsement).where(Endorsement.origin == Origin.SIGN_UP))
    assert {entry.supporter_id for entry in entries} == {two.kept.id}


def test_a_letter_under_the_other_name_is_recorded_with_the_one_that_stands(
    app: Flask, session: Session, two: Two, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    letter = letter_of(session, OTHER, website="https://forum-ev.example")
    assert recorded(app, session, letter, ada, now).supporter_id == two.kept.id


@pytest.mark.parametrize(
    ("line", "slug", "outcome"),
    [
        (f"{OTHER},forum-ev.example,", "unpa", Outcome.UNCHANGED),
        (f"{OTHER},,", "1-for-7-billion", Outcome.ADDED),
        (f"{NAME},,", "un2020", Outcome.UNCHANGED),
    ],
)
def test_a_list_that_names_the_other_means_the_one_that_stands(
    app: Flask,
    session: Session,
    two: Two,
    now: datetime,
    line: str,
    slug: str,
    outcome: Outcome,
) -> None:
    (ada,) = reviewers(app, session, "ada")
    content = f"Organisation,Website,Country\n{line}\n"
    run = begin(app, session, ada, now, content, slug=slug, list_date=now.date())
    run = go(app, session, run, now)
    row = session.scalars(select(ImportRow).where(ImportRow.run_id == run.id)).one()
    assert (row.outcome, row.supporter_id) == (outcome, two.kept.id)
    assert session.get_one(Supporter, two.other.id).merged_into_id == two.kept.id
