"""The public reads what an entry rests on, and downloads what is published."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.support.files import PNG
from tests.support.pages import page, plain
from tests.support.review_cases import (
    TEXT,
    cite,
    cite_by_two,
    do,
    government,
    invalidated,
    organisation,
    recorded,
    reviewers,
    verified_government,
)
from tests.support.sql_statements import executed
from tests.support.webclient import Client
from tracker.accounts.models import User
from tracker.endorsements import publication
from tracker.endorsements.evidence import uploads
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.evidence.uploads import file_columns
from tracker.endorsements.lifecycle import Action, ReasonCode, Status
from tracker.endorsements.models import Endorsement
from tracker.pages.instrument_views import PAGE
from tracker.presentation import labels
from tracker.review.evidence import services
from tracker.supporters.models import SupporterKind

pytestmark = pytest.mark.by_turns


def with_file(app: Flask, session: Session, staff: User, now: datetime) -> Instrument:
    """A text with a file that is published."""
    made = services.enter(session, TEXT, None, staff, now)
    folder = Path(app.extensions["rollcall"].upload_dir)
    kept = uploads.store(folder, "Amina Odhiambo signed.png", PNG)
    for column, value in file_columns(kept).items():
        setattr(made, column, value)
    made.file_public = True
    session.flush()
    return made


def most_cited(session: Session, kind: SupporterKind) -> tuple[int, int]:
    """The instrument on which most public entries of a kind rest, and how many."""
    row = session.execute(
        select(Evidence.instrument_id, func.count().label("entries"))
        .join(Endorsement, Endorsement.id == Evidence.endorsement_id)
        .where(Endorsement.kind == kind, *publication.public())
        .group_by(Evidence.instrument_id)
        .order_by(func.count().desc())
    ).first()
    assert row is not None
    return row.instrument_id, row.entries


def test_an_entry_says_all_that_is_known_of_its_evidence(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "ben", "cleo")
    entry = verified_government(app, session, staff, now)
    archived = "https://web.archive.org/web/2026/https://www.un.org/x"
    told = TEXT | {
        "publisher": "United Nations",
        "dated": "2026-03-31",
        "symbol": "A/70/621-S/2015/978",
        "language": "fr",
        "archived_link": archived,
    }
    made = services.enter(session, told, None, staff[0], now)
    place = {"page": "para. 4", "quote": "Nous adhérons."}
    cite_by_two(app, session, entry, made, staff, now, **place)
    html = page(client, f"/endorsements/{entry.id}")
    assert 'href="https://undocs.org/A/70/621"' in html and "A/70/621-S/2015/978" in html
    assert f'href="{archived}" rel="noopener noreferrer external"' in html
    assert '<blockquote lang="fr" dir="auto">Nous adhérons.</blockquote>' in html
    read = plain(html)
    for shown in ("Note verbale", "United Nations", "31 Mar 2026", "French", "para. 4"):
        assert shown in read, shown
    assert "Evidence added or changed" in read and "Ada" not in read


def test_a_published_file_is_a_download_that_tells_of_nobody(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "ben", "cleo")
    entry = verified_government(app, session, staff, now)
    made = with_file(app, session, staff[0], now)
    cite_by_two(app, session, entry, made, staff, now)
    address = f"/evidence/{made.id}/file"
    html = page(client, f"/endorsements/{entry.id}")
    assert f'href="{address}"' in html and "PNG, 1 kB" in html and "Amina" not in html
    got = client.get(address)
    assert (got.status_code, got.data, got.mimetype) == (200, PNG, "image/png")
    headers = got.headers
    assert headers["Content-Disposition"] == f"attachment; filename=rollcall-{made.reference}.png"
    assert headers["Content-Length"] == str(len(PNG))
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-cache" and "Set-Cookie" not in headers
    again = client.get(address, headers={"If-None-Match": headers["ETag"]})
    assert again.status_code == 304 and again.data == b""

    made.file_public = False
    refused = client.get(address, headers={"If-None-Match": headers["ETag"]})
    assert refused.status_code == 404 and "No file is published" in refused.text
    html = page(client, f"/endorsements/{entry.id}")
    assert address not in html and "kept, and not published" in html
    assert made.file_sha256 is not None and made.file_sha256 in html


def test_a_file_is_closed_while_no_public_entry_rests_on_its_text(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "ben", "cleo")
    made = with_file(app, session, staff[0], now)
    addresses = (f"/evidence/{made.id}/file", f"/instruments/{made.id}")

    def answers() -> list[int]:
        return [client.get(address).status_code for address in addresses]

    assert answers() == [404, 404]
    entry = recorded(app, session, organisation(session), staff[0], now)
    cite(session, entry, made, staff[0], now)
    assert answers() == [404, 404]
    do(app, session, Action.VERIFY, entry, staff[1], now)
    assert answers() == [200, 200]
    do(app, session, Action.SUSPEND, entry, staff[1], now, reason=ReasonCode.NOT_SUBSTANTIATED)
    assert answers() == [200, 200]
    invalidated(app, session, entry, staff[1], staff[2], now)
    assert entry.status is Status.INVALIDATED
    assert answers() == [404, 404]
    html = page(client, f"/endorsements/{entry.id}")
    assert addresses[0] not in html and addresses[1] not in html
    gone = [
        client.get(address).status_code for address in ("/evidence/0/file", "/instruments/99999999")
    ]
    assert gone == [404, 404]


def test_a_text_lists_the_public_entries_that_rest_on_it(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "ben", "cleo")
    entry = verified_government(app, session, staff, now)
    hidden = recorded(app, session, organisation(session), staff[0], now)
    other = recorded(app, session, government(session, "GHA"), staff[0], now)
    made = services.enter(session, TEXT, None, staff[0], now)
    cite_by_two(app, session, entry, made, staff, now)
    for hidden_entry in (hidden, other):
        cite(
            session,
            hidden_entry,
            made,
            staff[0],
            now,
            quote="Private to staff." if hidden_entry is hidden else "",
        )
    alone = page(client, f"/endorsements/{entry.id}")
    assert f"/instruments/{made.id}" not in alone
    second = verified_government(app, session, staff, now, iso3="NGA")
    cite_by_two(app, session, second, made, staff, now)
    html = page(client, f"/endorsements/{entry.id}")
    assert "1 other entry rests on this text" in html and f"/instruments/{made.id}" in html
    html = page(client, f"/instruments/{made.id}")
    assert f"/endorsements/{entry.id}" in html and f"/endorsements/{second.id}" in html
    assert "Kenya" in html and "Nigeria" in html and "noindex" not in html
    for secret in ("Lakeside", "Ghana", "Private to staff", "Amina"):
        assert secret not in html, secret


def test_a_list_that_supports_many_is_read_page_after_page(app: Flask, session: Session) -> None:
    number, entries = most_cited(session, SupporterKind.GOVERNMENT)
    seen: list[int] = []
    while here := publication.resting_on(
        session, number, after=seen[-1] if seen else 0, limit=entries - 3
    ):
        seen += [entry.id for entry in here]
    assert len(set(seen)) == len(seen) == entries > 6
    entry = publication.entry(session, seen[0])
    assert publication.count_others(session, entry, most=5)[number] == 5
    assert publication.count_others(session, entry, most=entries + 5)[number] == entries - 1


def test_the_page_of_a_list_costs_the_same_however_long(
    app: Flask, session: Session, client: Client
) -> None:
    number, entries = most_cited(session, SupporterKind.GOVERNMENT)
    with executed(app) as statements:
        html = page(client, f"/instruments/{number}")
    assert len(set(re.findall(r'href="/endorsements/(\d+)"', html))) == min(entries, PAGE)
    assert len(statements) <= 8


def test_a_list_of_persons_stays_out_of_search_engines(
    app: Flask, session: Session, client: Client
) -> None:
    number, _entries = most_cited(session, SupporterKind.PARLIAMENTARIAN)
    assert 'name="robots" content="noindex"' in page(client, f"/instruments/{number}")


@pytest.mark.by_turns
def test_beside_its_supporter_an_own_text_says_what_it_is(app: Flask) -> None:
    own = Instrument(
        type=InstrumentType.NOTE_VERBALE,
        source="Belgium, Permanent Mission to the United Nations",
        dated="2024-05-02",
    )
    with app.test_request_context():
        assert labels.source_beside(own, "Belgium") == "Note verbale"
        assert labels.source_beside(own, "Bel") == "Belgium"
        own.publisher = "FPS Foreign Affairs"
        assert labels.source_beside(own, "Belgium") == "FPS Foreign Affairs"
