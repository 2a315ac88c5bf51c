from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support.addresses import of_initiative
from tests.support.content import CAMPAIGN, DOCUMENT, INITIATIVE, TALLY, row_of
from tests.support.content_forms import edit, form_of
from tests.support.pages import wrong_fields
from tests.support.staff import member, sign_in, signed_in, token
from tests.support.webclient import Client
from tracker import seed
from tracker.accounts.models import StaffRole, User
from tracker.content.models import ContentItem, ContentKind, ContentRevision, RevisionState
from tracker.core.clock import utcnow
from tracker.core.db import transaction
from tracker.initiatives.models import Initiative

pytestmark = pytest.mark.by_turns

K = ContentKind
LISTS = ("signatory_kinds", "open_kinds")


@pytest.fixture
def ada(app: Flask, nothing_kept: None) -> Client:
    """An editor, for whom no page is kept from before."""
    return signed_in(app, "Ada")


@dataclass
class Drafts:
    """The addresses of a campaign with an initiative and a document that are begun."""

    campaign: str
    initiative: str
    document: str


@pytest.fixture
def drafts(ada: Client) -> Drafts:
    campaign = begin(ada, "campaigns", "", CAMPAIGN)
    aiming = INITIATIVE | {"aim": 129, "aim_unit": "governments"}
    initiative = begin(ada, "initiatives", f"campaigns.{campaign.rpartition('/')[2]}", aiming)
    document = begin(ada, "documents", f"initiatives.{initiative.rpartition('/')[2]}", DOCUMENT)
    return Drafts(campaign, initiative, document)


@pytest.fixture
def published(ada: Client, drafts: Drafts) -> str:
    """The same on the public pages; the initiative's address there."""
    assert step(ada, drafts.campaign, "everything").status_code == 303
    return "/initiatives/article-109"


def steps(client: Client, address: str) -> set[str]:
    """What a page of content offers to do with it: publish, discard, take_over, keep, retire."""
    page = client.get(address).text
    return set(re.findall(rf'action="{re.escape(address)}/(\w+)"', page))


def sent(values: dict[str, Any]) -> dict[str, Any]:
    """Content as a browser sends it: nothing for what is empty."""
    return {name: value for name, value in values.items() if value is not None}


def begin(client: Client, kind: str, under: str, values: dict[str, Any]) -> str:
    """A new draft; its address."""
    address = f"/staff/content/{kind}/new?under={under}"
    page = client.get(address)
    done = client.post(address, data={"csrf_token": token(page), "do": "save"} | sent(values))
    assert done.status_code == 303, done.text
    return done.location


def step(client: Client, address: str, name: str, **values: Any) -> TestResponse:
    page = client.get(address)
    seen = re.search(r'name="seen"[^>]*value="([^"]*)"', page.text)
    assert seen, page.text
    return client.post(
        f"{address}/{name}", data={"csrf_token": token(page), "seen": seen[1]} | values
    )


def at(session: Session, kind: ContentKind, **where: Any) -> str:
    return f"/staff/content/{kind.value.replace('_', '-')}/{row_of(session, kind, **where).id}"


def test_only_editors_enter_and_editors_decide_nothing(
    app: Flask, session: Session, client: Client, ada: Client
) -> None:
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    unpa = at(session, K.INITIATIVE, slug="unpa")
    for address in ("/staff/content", "/staff/content/documents", unpa, f"{unpa}/preview"):
        assert client.get(address).status_code == 403
        assert Client(app).get(address).status_code == 302
    assert client.post(f"{unpa}/publish").status_code in (400, 403)
    assert '/staff/content"' not in client.get("/staff/").text
    assert '/staff/content"' in ada.get("/staff/").text
    token_of_ada = token(ada.get(unpa))
    refused = ada.post("/staff/endorsements/1/verify", data={"csrf_token": token_of_ada})
    assert refused.status_code == 403


def test_an_admin_edits_too(app: Flask, client: Client) -> None:
    member(app, "Eve", StaffRole.ADMIN)
    sign_in(client, "Eve")
    assert client.get("/staff/content").status_code == 200


def test_every_form_can_be_opened_and_saved_as_it_is(session: Session, ada: Client) -> None:
    for kind in K:
        address = at(session, kind)
        page = ada.get(address)
        assert page.status_code == 200, address
        same = ada.post(address, data=form_of(page) | {"do": "save"})
        assert same.status_code == 422 and "Nothing was changed" in same.text, address
        listing = ada.get(address.rpartition("/")[0])
        assert listing.status_code == 200 and f'"{address}"' in listing.text
        assert "No editor has changed it" in ada.get(f"{address}/history").text


def test_a_change_is_previewed_published_and_shown(session: Session, ada: Client) -> None:
    address = at(session, K.INITIATIVE, slug="unpa")
    tag = ada.get("/initiatives/unpa/tally.json").headers["ETag"]
    before = ada.get("/initiatives/unpa").text
    saved = edit(ada, address, asks="Our <own> words.", note="Shorter")
    assert saved.status_code == 303 and saved.location == address
    page = ada.get(address).text
    assert "publish" in steps(ada, address) and "<ins>" in page and "<del>" in page
    assert "Shorter" in ada.get("/staff/content").text

    counts = _counts(session)
    shown = ada.get(f"{address}/preview")
    assert shown.status_code == 200 and shown.headers["Cache-Control"] == "no-store"
    assert "Our &lt;own&gt; words." in shown.text and "Preview, not published" in shown.text
    assert "live.js" not in shown.text
    assert ada.get("/initiatives/unpa").text == before
    assert ada.get("/initiatives/unpa/tally.json").headers["ETag"] == tag
    assert _counts(session) == counts

    done = step(ada, address, "publish")
    assert done.status_code == 303
    after = ada.get("/initiatives/unpa").text
    assert "Our &lt;own&gt; words." in after and "Preview" not in after
    assert ada.get("/initiatives/unpa/tally.json").headers["ETag"] != tag
    history = ada.get(f"{address}/history").text
    assert "As shipped" in history and "Ada" in history and "Shorter" in history


def _counts(session: Session) -> list[Any]:
    tables = (ContentItem, ContentRevision, Initiative)
    counts = [session.scalar(select(func.count()).select_from(table)) for table in tables]
    return [*counts, *session.scalars(select(Initiative.asks).order_by(Initiative.id))]


def test_two_editors_at_once_see_both_texts(app: Flask, session: Session, ada: Client) -> None:
    ben = signed_in(app, "Ben")
    address = at(session, K.INITIATIVE, slug="unpa")
    opened = form_of(ben.get(address))
    edit(ada, address, asks="What Ada wrote.")
    refused = ben.post(address, data=opened | {"asks": "What Ben wrote.", "do": "save"})
    assert refused.status_code == 409
    assert "What Ben wrote." in refused.text and "Ada" in refused.text
    changed = refused.text.split('<dl class="changed">')[1].split("</dl>")[0]
    assert re.findall("<dt>(.*?)</dt>", changed) == ["What it asks"]
    assert "What Ada wrote." in re.sub(r"<[^>]+>", "", refused.text)
    assert "What Ada wrote." in ada.get(address).text
    again = ben.post(address, data=form_of(refused) | {"asks": "Both.", "do": "save"})
    assert again.status_code == 303 and "Both." in ada.get(address).text
    # A button pressed on a page that is older than the draft does nothing.
    late = ada.post(
        f"{address}/publish", data={"csrf_token": token(ada.get(address)), "seen": opened["seen"]}
    )
    assert "Somebody else changed this" in ada.get(late.location).text
    assert "Both." not in ada.get("/initiatives/unpa").text


def test_a_reform_is_not_met_without_evidence(session: Session, ada: Client) -> None:
    address = at(session, K.REFORM, number=1)
    refused = edit(ada, address, status="met", do="publish")
    assert refused.status_code == 422
    assert 'id="evidence-error"' in refused.text and 'href="#evidence_source"' in refused.text
    assert "An assessment needs evidence" in refused.text
    assert form_of(refused)["status"] == "met"
    assert ">met<" not in ada.get("/initiatives/1-for-7-billion").text
    done = edit(
        ada,
        address,
        do="publish",
        evidence="Resolution 69/321, paragraph 35.",
        evidence_source="A/RES/69/321",
    )
    assert done.status_code == 303
    shown = ada.get("/initiatives/1-for-7-billion").text
    assert ">met<" in shown and "https://undocs.org/A/RES/69/321" in shown


def test_what_no_draft_holds_is_said_beside_its_field(session: Session, ada: Client) -> None:
    address = at(session, K.INITIATIVE, slug="unpa")
    refused = edit(
        ada,
        address,
        website="javascript:alert(1)",
        launched="soon",
        closed_on="never",
        position="x",
    )
    assert refused.status_code == 422
    assert form_of(refused)["launched"] == "soon"
    assert {"position", "closed_on"} <= wrong_fields(refused)
    refused = edit(ada, address, website="javascript:alert(1)", launched="soon")
    for name in ("website", "launched"):
        assert f'id="{name}-error"' in refused.text and f'href="#{name}"' in refused.text
    assert "publish" not in steps(ada, address)


def test_a_preferred_tally_in_the_future_is_refused(
    app: Flask, session: Session, ada: Client
) -> None:
    under = f"initiatives.{row_of(session, K.INITIATIVE, slug='france-mexico').id}"
    today = datetime.now(UTC).date()
    later = today.replace(year=today.year + 1, day=1).isoformat()
    address = begin(ada, "reported-tallies", under, TALLY | {"reported_on": later})
    refused = edit(ada, address, do="publish")
    assert refused.status_code == 422 and 'id="reported_on-error"' in refused.text
    past = edit(ada, address, reported_on="2026-03-01")
    assert past.status_code == 303
    ben = signed_in(app, "Ben")
    shown = ben.get(address)
    sent = {"csrf_token": token(shown), "seen": form_of(shown)["seen"]}
    assert ben.post(f"{address}/publish", data=sent).status_code == 303
    page = ada.get("/staff/content/reported-tallies").text
    assert "130 governments reported, 1 Mar 2026" in page and "from 1 Mar 2026 on" in page
    assert "to 28 Feb 2026" in page
    assert ada.get("/initiatives/france-mexico/tally.json").json["reported"]["value"] == 130  # type: ignore[index]


@pytest.mark.parametrize(
    "address",
    [
        "/campaigns/charter-review",
        "/initiatives/article-109",
        "/initiatives/article-109/tally.json",
        "/initiatives/article-109/endorse",
    ],
)
@pytest.mark.usefixtures("drafts")
def test_a_draft_has_no_public_address(ada: Client, address: str) -> None:
    assert ada.get(address).status_code == 404


@pytest.mark.usefixtures("drafts")
def test_a_draft_is_in_no_public_list(ada: Client) -> None:
    assert "Charter Review" not in ada.get("/").text
    assert "Charter Review" not in ada.get("/search?q=charter+review").text.split("</form>")[1]


def test_a_draft_is_previewed_with_what_it_belongs_to(ada: Client, drafts: Drafts) -> None:
    shown = ada.get(f"{drafts.document}/preview").text
    assert "The call" in shown and "Article 109" in shown and "Charter Review" in shown
    assert "Article 109" in ada.get(f"{drafts.campaign}/preview").text


def test_a_campaign_is_published_with_all_its_drafts(
    app: Flask, ada: Client, drafts: Drafts, published: str
) -> None:
    assert ada.get(drafts.campaign).status_code == 302  # its address is its row's now
    assert "Charter Review" in ada.get("/").text
    page = ada.get(published).text
    assert "The call" in page and f'href="{published}/endorse"' in page
    assert "129 of the 193" in page and "66.8%" in page
    assert 'href="https://www.article109.example.org"' in page
    answers = {
        address: ada.get(address).status_code for address in of_initiative(app, "article-109")
    }
    assert len(answers) > 18
    assert {one: code for one, code in answers.items() if code != 200} == {}
    assert ada.get("/campaigns/charter-review/tally.json").status_code == 200


def test_a_published_initiative_is_open_to_its_kinds(ada: Client, published: str) -> None:
    kinds = re.findall(r"endorse\?kind=(\w+)", ada.get(f"{published}/endorse").text)
    assert sorted(set(kinds)) == ["government", "organisation"]


@pytest.mark.usefixtures("published")
def test_a_published_initiative_is_offered_everywhere(app: Flask) -> None:
    ben = signed_in(app, "Ben", StaffRole.REVIEWER)
    for address in ("/states", "/staff/", "/staff/imports", "/staff/record?kind=government"):
        assert "Article 109" in ben.get(address).text, address


def test_an_initiative_is_closed_on_a_day(session: Session, ada: Client, published: str) -> None:
    address = at(session, K.INITIATIVE, slug="article-109")
    assert edit(ada, address, do="publish", closed_on="2025-01-31").status_code == 303
    page = ada.get(published).text
    assert "31 Jan 2025" in page and f'href="{published}/endorse"' not in page


def test_an_archived_initiative_can_only_be_read(
    session: Session, ada: Client, published: str
) -> None:
    address = at(session, K.INITIATIVE, slug="article-109")
    document = at(session, K.DOCUMENT, title="The call")
    opened = form_of(ada.get(document))
    edit(ada, address, do="publish", closed_on="2025-01-31")
    edit(ada, address, do="publish", archived_on="2025-02-28")
    assert "/new?under=" not in ada.get(address).text
    page = ada.get(published).text
    assert "28 Feb 2025" in page and f'href="{published}/endorse"' not in page
    assert ada.get(f"{published}/tally.json").status_code == 200
    assert 'name="title"' not in ada.get(document).text
    ada.post(document, data=opened | {"title": "Another call", "do": "publish"})
    assert "The call" in ada.get(published).text


def test_an_unfinished_draft_says_what_it_lacks(session: Session, ada: Client) -> None:
    campaign = begin(ada, "campaigns", "", {"name": "Half a campaign"})
    page = ada.get(campaign).text
    assert "Before it can be published" in page and "Please fill this in" in page
    refused = ada.get(f"{campaign}/preview")
    assert refused.status_code == 422 and 'id="slug-error"' in refused.text
    assert step(ada, campaign, "publish").status_code == 422
    assert edit(ada, campaign, do="publish", **CAMPAIGN).status_code == 303  # a number too
    assert "Half a campaign" not in ada.get("/staff/content/campaigns").text
    campaign = begin(ada, "campaigns", "", {"name": "Half a campaign"})
    given_up = step(ada, campaign, "discard")
    assert given_up.location == "/staff/content/campaigns"
    assert "Half a campaign" not in ada.get("/staff/content/campaigns").text


def test_the_history_tells_who_wrote_and_who_published(
    app: Flask, session: Session, ada: Client
) -> None:
    address = at(session, K.INITIATIVE, slug="unpa")
    ben, eve = signed_in(app, "Ben"), signed_in(app, "Eve")

    def history() -> str:
        return html.unescape(ada.get(f"{address}/history").text)

    edit(ada, address, asks="Ada’s words.")
    assert "· written by Ada</span>" in history()
    edit(eve, address, asks="Ada’s words, and Eve’s.")
    edit(ada, address, asks="Ada’s words, and Eve’s, again.")
    assert "· written by Ada, Eve</span>" in history()
    step(ben, address, "publish")
    assert "· written by Ada, Eve, published by Ben</span>" in history()
    edit(ada, address, asks="Only Ada’s.", do="publish")
    assert "· written and published by Ada</span>" in history()
    edit(ada, address, asks="Never to be.")
    step(eve, address, "discard")
    assert "· written by Ada, given up by Eve</span>" in history()
    assert history().count("not known here") == 0
    session.add(  # as every revision of before is: who wrote it was not kept
        ContentRevision(
            item_id=session.scalars(
                select(ContentItem.id).where(ContentItem.kind == K.INITIATIVE)
            ).one(),
            state=RevisionState.PUBLISHED,
            content={},
            editor_id=session.scalars(select(User.id).where(User.name == "Ben")).one(),
            at=utcnow(),
        )
    )
    session.commit()
    assert "· published by Ben; who wrote it is not known here</span>" in history()


def test_an_earlier_version_is_restored(session: Session, ada: Client) -> None:
    address = at(session, K.INITIATIVE, slug="unpa")
    words = row_of(session, K.INITIATIVE, slug="unpa").asks
    edit(ada, address, asks="Our own words.", do="publish")
    page = ada.get(f"{address}/history")
    restoring = re.findall(rf'action="({address}/restore/\d+)"', page.text)
    seen = re.search(r'name="seen" value="([^"]+)"', page.text)
    assert len(restoring) == 1 and seen
    ada.post(restoring[0], data={"csrf_token": token(page), "seen": seen[1]})
    assert words in html.unescape(ada.get(f"{address}/preview").text)
    assert "Our own words." in ada.get("/initiatives/unpa").text
    step(ada, address, "publish")
    assert words in html.unescape(ada.get("/initiatives/unpa").text)


def shipped_anew(session: Session, now: datetime) -> str:
    """As if the file of the seed had changed since an editor wrote; what it says."""
    unpa = row_of(session, K.INITIATIVE, slug="unpa")
    unpa.seed_digest = "of an older file"
    session.commit()
    with transaction() as writing:
        assert seed.load(writing, now=now).kept == ["initiatives initiative unpa"]
    session.expire_all()
    items = session.scalars(select(ContentItem).where(ContentItem.shipped.is_not(None))).one()
    return str((items.shipped or {})["asks"])


def test_what_is_shipped_anew_is_taken_over_by_its_button(
    session: Session, ada: Client, now: datetime
) -> None:
    address = at(session, K.INITIATIVE, slug="unpa")
    edit(ada, address, asks="Our own words.", do="publish")
    words = shipped_anew(session, now)
    assert "The shipped record has changed" in ada.get("/staff/content").text
    assert {"take_over", "keep"} <= steps(ada, address)
    assert step(ada, address, "take_over").status_code == 303
    assert "publish" in steps(ada, address) and "take_over" not in steps(ada, address)
    assert "Our own words." in ada.get("/initiatives/unpa").text
    step(ada, address, "publish")
    assert words in html.unescape(ada.get("/initiatives/unpa").text)
    assert "The shipped record has changed" not in ada.get("/staff/content").text


def test_ours_is_kept_by_its_button_and_pressed_twice_says_so(
    session: Session, ada: Client, now: datetime
) -> None:
    address = at(session, K.INITIATIVE, slug="unpa")
    edit(ada, address, asks="Our own words.", do="publish")
    shipped_anew(session, now)
    page = ada.get(address)
    pressed = {
        "csrf_token": token(page),
        "seen": re.findall(r'name="seen"[^>]*value="([^"]*)"', page.text)[0],
    }
    assert ada.post(f"{address}/keep", data=pressed).status_code == 303
    assert "The shipped record has changed" not in ada.get(address).text
    assert "The shipped record has changed" not in ada.get("/staff/content").text
    assert "Our own words." in ada.get("/initiatives/unpa").text
    again = ada.post(f"{address}/keep", data=pressed)
    assert 'class="note wrong"' in ada.get(again.location).text


def test_a_milestone_is_taken_off_and_listed_so(session: Session, ada: Client) -> None:
    unpa = row_of(session, K.INITIATIVE, slug="unpa")
    row = row_of(session, K.MILESTONE, initiative_id=unpa.id)
    what, address = row.what, f"/staff/content/milestones/{row.id}"
    assert what in html.unescape(ada.get("/initiatives/unpa").text)
    unsaid = step(ada, address, "retire", why="")
    assert "say why" in ada.get(unsaid.location).text
    assert step(ada, address, "retire", why="Doubled").location == "/staff/content/milestones"
    assert what not in html.unescape(ada.get("/initiatives/unpa").text)
    listing = ada.get("/staff/content/milestones").text
    assert "Taken off the public pages" in listing and "Doubled" in listing
    assert ada.get(address).status_code == 404


def test_what_does_not_exist_is_not_found(ada: Client) -> None:
    for address in (
        "nothing",
        "documents/999999",
        "documents/d999999",
        "documents/x",
        "documents/new",
        "documents/new?under=campaigns.1",
        "documents/new?under=initiatives.999999",
        "documents/99999999999999999999",
    ):
        assert ada.get(f"/staff/content/{address}").status_code == 404, address


def test_an_assessment_stands_with_its_group(session: Session, ada: Client) -> None:
    seven = "/initiatives/1-for-7-billion"
    under = f"initiatives.{row_of(session, K.INITIATIVE, slug='1-for-7-billion').id}"
    text = DOCUMENT | {"title": "An account of 2016", "category": "assessment", "language": "en"}
    draft = begin(ada, "documents", under, text)
    refused = edit(ada, draft, do="publish")
    assert refused.status_code == 422 and 'id="assessor-error"' in refused.text
    assert form_of(refused)["title"] == "An account of 2016"
    misplaced = edit(ada, draft, do="publish", assessor="member states", category="statement")
    assert misplaced.status_code == 422 and "Only of an assessment" in misplaced.text
    whose = {"category": "assessment", "assessor": "assembly president"}
    saved = edit(ada, draft, says="The hearings were open.", **whose)
    assert saved.status_code == 303
    assert "An account of 2016" in ada.get(f"{draft}/preview").text
    assert "An account of 2016" not in ada.get(seven).text
    assert edit(ada, draft, do="publish").status_code == 303
    shown = ada.get(seven).text
    group = shown[shown.index("President of the General Assembly and team") :]
    assert "An account of 2016" in group[: group.index("Member States</h3>")]
    listed = ada.get("/documents?category=assessment&language=en").text
    assert "An account of 2016" in listed
