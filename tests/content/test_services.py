from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from tests.support.content import (
    CAMPAIGN,
    DOCUMENT,
    INITIATIVE,
    TALLY,
    again,
    begun,
    editors,
    published,
    row_of,
    saved,
    subject,
)
from tests.support.signup import sign_up_and_confirm
from tests.support.webclient import Client
from tracker import seed
from tracker.content import queries
from tracker.content.drafts import publication, second_person, services
from tracker.content.models import ContentItem, ContentKind, ContentRevision, RevisionState
from tracker.content.schema import rules
from tracker.content.schema.kinds import KINDS
from tracker.core.clock import utcnow
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Campaign, Document, Initiative, Milestone, Reform
from tracker.initiatives.reported_figures import ReportedTally

K = ContentKind

pytestmark = pytest.mark.by_turns


@pytest.fixture
def ada(app: Flask, session: Session) -> Any:
    return editors(app, session, "ada")[0]


def problems(session: Session, draft: Any, now: datetime) -> dict[str, str]:
    return {name: one.message for name, one in services.problems(session, draft, now=now).items()}


def test_a_draft_is_kept_and_nothing_public_changes(
    session: Session, ada: Any, now: datetime
) -> None:
    unpa = subject(session, K.INITIATIVE, slug="unpa")
    shipped, version = unpa.public, unpa.row.content_version
    draft = saved(session, unpa, ada, now=now, asks="Our own words.")
    assert draft.draft is not None and draft.values["asks"] == "Our own words."
    assert draft.public == shipped and draft.row.content_version == version
    assert draft.row.edited_at is None
    first, second = queries.history(session, draft)
    assert (first.state, first.editor_id, first.note) == (
        RevisionState.PUBLISHED,
        None,
        "As shipped.",
    )
    assert first.content == shipped
    assert (second.state, second.editor_id) == (RevisionState.DRAFT, ada.id)


def test_publishing_writes_the_row_and_raises_the_version(
    session: Session, ada: Any, now: datetime
) -> None:
    unpa = subject(session, K.INITIATIVE, slug="unpa")
    version = unpa.row.content_version
    done = published(session, unpa, ada, now=now, asks="Our own words.")
    session.expire_all()
    assert done.row.asks == "Our own words." and done.row.edited_at == now
    assert done.row.content_version == version + 1
    assert done.draft is None and done.newest is not None
    assert done.newest.state is RevisionState.PUBLISHED


def test_what_says_the_same_is_no_change(session: Session, ada: Any, now: datetime) -> None:
    unpa = subject(session, K.INITIATIVE, slug="unpa")
    kinds = sorted(unpa.values["open_kinds"], reverse=True)
    with pytest.raises(RuleBroken, match="Nothing was changed"):
        saved(session, unpa, ada, now=now, open_kinds=kinds, closed_on="")
    first = published(session, unpa, ada, now=now, asks="One.", open_kinds=kinds, website="")
    assert first.row.website is None and first.newest is not None
    assert first.newest.content == first.public
    second = published(session, first, ada, now=now, asks="Two.", website="")
    assert second.row.asks == "Two."
    assert [step.note for step in queries.history(session, second)].count("As shipped.") == 1


def test_a_part_raises_the_version_of_its_initiative_only(
    session: Session, ada: Any, now: datetime
) -> None:
    versions = {row.slug: row.content_version for row in session.scalars(select(Initiative))}
    code = initiatives.by_slug(session, "act-code-of-conduct")
    document = subject(session, K.DOCUMENT, initiative_id=code.id)
    published(session, document, ada, now=now, publisher="Another publisher")
    session.expire_all()
    raised = {
        row.slug: row.content_version - versions[row.slug]
        for row in session.scalars(select(Initiative))
    }
    assert {slug for slug, by in raised.items() if by} == {"act-code-of-conduct"}


def test_two_editors_at_once_lose_nothing(app: Flask, session: Session, now: datetime) -> None:
    ada, ben = editors(app, session, "ada", "ben")
    opened = subject(session, K.INITIATIVE, slug="unpa")
    saved(session, opened, ada, now=now, asks="Ada's words.")
    with pytest.raises(Conflict):
        services.save_draft(
            session,
            again(session, opened),
            opened.values | {"asks": "Ben's words."},
            ben,
            seen=opened.seen,
            now=now,
        )
    fresh = again(session, opened)
    assert fresh.values["asks"] == "Ada's words."
    with pytest.raises(Conflict):
        services.publish(session, fresh, ben, seen=opened.seen, now=now)
    with pytest.raises(Conflict):
        services.discard(session, fresh, ben, seen=opened.seen, now=now)


def test_saving_what_is_public_is_no_draft(session: Session, ada: Any, now: datetime) -> None:
    unpa = subject(session, K.INITIATIVE, slug="unpa")
    with pytest.raises(RuleBroken, match="Nothing was changed"):
        services.save_draft(session, unpa, unpa.values, ada, seen=unpa.seen, now=now)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"launched": "2024-13"}, "launched"),
        ({"launched": "last year"}, "launched"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"website": "ftp://example.org"}, "website"),
        ({"signatory_kinds": ["stone"]}, "signatory_kinds"),
        ({"name": "x" * 121}, "name"),
        ({"slug": "Not a slug"}, "slug"),
        ({"position": 0}, "position"),
        ({"aim": 0}, "aim"),
        ({"closed_on": "soon"}, "closed_on"),
    ],
)
def test_no_draft_holds_what_its_field_does_not_take(
    session: Session, ada: Any, now: datetime, changes: dict[str, Any], field: str
) -> None:
    campaign = subject(session, K.CAMPAIGN, slug="unpa")
    with pytest.raises(rules.Refused) as refused:
        begun(session, K.INITIATIVE, campaign, INITIATIVE | changes, ada, now=now)
    assert list(refused.value.problems) == [field]


def test_a_reform_is_met_only_with_evidence_and_its_source(
    session: Session, ada: Any, now: datetime
) -> None:
    reform = subject(session, K.REFORM, number=1)
    draft = saved(session, reform, ada, now=now, status="met")
    assert set(problems(session, draft, now)) == {"evidence", "evidence_source"}
    with pytest.raises(rules.Refused):
        services.publish(session, draft, ada, seen=draft.seen, now=now)
    assert again(session, draft).row.status.value == "not assessed"
    done = published(
        session,
        draft,
        ada,
        now=now,
        evidence="Resolution 69/321, operative paragraph 35.",
        evidence_source="A/RES/69/321",
    )
    assert done.row.status.value == "met"


def test_the_database_refuses_an_assessment_without_source(app: Flask, session: Session) -> None:
    with pytest.raises(DatabaseError):
        session.execute(update(Reform).values(status="met", evidence="Something."))


def test_the_database_refuses_an_archive_of_what_is_open(app: Flask, session: Session) -> None:
    with pytest.raises(DatabaseError):
        session.execute(update(Initiative).values(archived_on=date(2026, 1, 1)))


@pytest.mark.parametrize(
    ("changes", "field", "reasons"),
    [
        ({"reported_on": "2027-01-01"}, "reported_on", "still to come"),
        (
            {"reported_on": None, "date_precision": "2027 or 2028"},
            "preferred",
            "before its date has come",
        ),
        ({"reported_on": None}, "reported_on", "give the date"),
        ({"reported_on": None, "date_precision": "undated"}, "preferred", "today only"),
        ({"preferred": "today only"}, "preferred", "undated"),
        ({"unit": "professors"}, "preferred", "cannot lead"),
        ({"date_precision": "2017 or 2018"}, "date_precision", "With a date"),
        ({"reported_on": "2025-03-31"}, "preferred", "Another figure of the same day"),
        ({"source": ""}, "source", "fill this in"),
        ({"value": None}, "value", "fill this in"),
    ],
)
def test_a_reported_tally_is_refused(
    session: Session, ada: Any, now: datetime, changes: dict[str, Any], field: str, reasons: str
) -> None:
    declaration = subject(session, K.INITIATIVE, slug="france-mexico")
    draft = begun(session, K.REPORTED_TALLY, declaration, TALLY | changes, ada, now=now)
    refused = problems(session, draft, now)
    assert list(refused) == [field] and reasons in refused[field]
    with pytest.raises(rules.Refused):
        services.publish(session, draft, ada, seen=draft.seen, now=now)


def test_a_newer_preferred_tally_leads(
    app: Flask, session: Session, ada: Any, now: datetime
) -> None:
    declaration = subject(session, K.INITIATIVE, slug="france-mexico")
    draft = begun(session, K.REPORTED_TALLY, declaration, TALLY, ada, now=now)
    with pytest.raises(second_person.NeedsSecondPerson):
        services.publish(session, draft, ada, seen=draft.seen, now=now)
    (ben,) = editors(app, session, "ben")
    services.publish(session, draft, ben, seen=draft.seen, now=now)
    today = now.date()
    led = initiatives.reported(session, "france-mexico", today, today, known_at=None)
    before = initiatives.reported(session, "france-mexico", date(2026, 9, 30), today, known_at=None)
    assert led is not None and (led.value, led.tally_id) == (130, "E01")
    assert before is not None and before.value == 107


def test_what_is_shipped_keeps_the_rules(app: Flask, session: Session, now: datetime) -> None:
    broken = {
        f"{kind.singular} {subject_found.row.id}": problems(session, subject_found, now)
        for kind in KINDS.values()
        for subject_found in queries.of_kind(session, kind)
        if problems(session, subject_found, now)
    }
    assert broken == {}


def test_an_address_is_unique_and_stays(session: Session, ada: Any, now: datetime) -> None:
    campaign = subject(session, K.CAMPAIGN, slug="unpa")
    draft = begun(session, K.INITIATIVE, campaign, INITIATIVE | {"slug": "un2020"}, ada, now=now)
    assert problems(session, draft, now) == {"slug": "This address is taken. Choose another."}
    moved = saved(session, again(session, campaign), ada, now=now, slug="elsewhere")
    assert list(problems(session, moved, now)) == ["slug"]
    session.commit()
    for table in (Initiative, Campaign):
        with pytest.raises(DatabaseError):
            session.execute(update(table).where(table.slug == "unpa").values(slug="elsewhere"))
        session.rollback()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"slug": "vetoes"}, "slug"),
        ({"slug": "charter-review-combined"}, "slug"),
        ({"opens_on": "2026-12-01", "closed_on": "2026-12-01"}, "closed_on"),
        ({"aim": 194, "aim_unit": "governments"}, "aim"),
        ({"aim": 101, "aim_unit": "per cent"}, "aim"),
        ({"aim": 129}, "aim_unit"),
        ({"aim_unit": "per cent"}, "aim"),
        ({"aim": 1000, "aim_unit": "individuals"}, "aim_unit"),
        ({"grades": ["voiced"]}, "grades"),
    ],
)
def test_what_an_initiative_cannot_be_stands_beside_its_field(
    session: Session, ada: Any, now: datetime, changes: dict[str, Any], field: str
) -> None:
    campaign = subject(session, K.CAMPAIGN, slug="unpa")
    draft = begun(session, K.INITIATIVE, campaign, INITIATIVE | changes, ada, now=now)
    assert list(problems(session, draft, now)) == [field]
    with pytest.raises(rules.Refused):
        services.publish(session, draft, ada, seen=draft.seen, now=now)
    assert row_of(session, K.INITIATIVE, slug=draft.values["slug"]) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"opens_on": date(2026, 12, 1), "closed_on": date(2026, 12, 1)},
        {"aim": 0, "aim_unit": "individuals"},
        {"aim": 194, "aim_unit": "governments"},
        {"aim": 10, "aim_unit": None},
        {"grades": ["voiced"]},
    ],
)
def test_the_database_refuses_an_initiative_that_cannot_be(
    app: Flask, session: Session, wrong: dict[str, Any]
) -> None:
    with pytest.raises(DatabaseError):
        session.execute(update(Initiative).where(Initiative.slug == "unpa").values(wrong))


def test_an_initiative_was_not_closed_before_who_is_counted_signed(
    app: Flask, client: Client, session: Session, ada: Any, now: datetime
) -> None:
    """Names are erased a time after the closing: one editor could otherwise date it long ago."""
    session.commit()
    sign_up_and_confirm(app, client, "individual")
    today = utcnow().date()
    unpa = subject(session, K.INITIATIVE, slug="unpa")
    wrong = saved(session, unpa, ada, now=now, closed_on=(today - timedelta(days=1)).isoformat())
    assert list(problems(session, wrong, now)) == ["closed_on"]
    with pytest.raises(rules.Refused):
        services.publish(session, wrong, ada, seen=wrong.seen, now=now)
    closed = published(session, wrong, ada, now=now, closed_on=today.isoformat())
    assert closed.row.closed_on == today


def test_a_new_initiative_from_draft_to_archive(session: Session, ada: Any, now: datetime) -> None:
    campaign = begun(session, K.CAMPAIGN, None, CAMPAIGN, ada, now=now)
    initiative = begun(session, K.INITIATIVE, campaign, INITIATIVE, ada, now=now)
    document = begun(session, K.DOCUMENT, initiative, DOCUMENT, ada, now=now)
    assert row_of(session, K.CAMPAIGN, slug="charter-review") is None
    with pytest.raises(RuleBroken, match="not published yet"):
        services.publish(session, document, ada, seen=document.seen, now=now)
    with pytest.raises(RuleBroken, match="Discard those first"):
        services.discard(session, campaign, ada, seen=campaign.seen, now=now)

    assert services.publish_all(session, campaign, ada, seen=campaign.seen, now=now) == 3
    made = initiatives.by_slug(session, "article-109")
    assert made.is_open(now.date()) and [document.title for document in made.documents] == [
        "The call"
    ]
    assert made.campaign.slug == "charter-review"

    found = subject(session, K.INITIATIVE, slug="article-109")
    at_once = saved(session, found, ada, now=now, closed_on="2026-11-01", archived_on="2026-11-20")
    assert list(problems(session, at_once, now)) == ["archived_on"]
    later = published(session, at_once, ada, now=now, closed_on="2026-12-01", archived_on=None)
    assert later.row.is_open(date(2026, 11, 30)) and not later.row.is_open(date(2026, 12, 1))
    closed = published(session, later, ada, now=now, closed_on="2026-11-01")
    assert not closed.row.is_open(now.date())
    wrong = saved(session, closed, ada, now=now, archived_on="2026-10-01")
    assert list(problems(session, wrong, now)) == ["archived_on"]
    archived = published(session, wrong, ada, now=now, archived_on="2026-11-20")
    assert archived.row.archived_on == date(2026, 11, 20)

    with pytest.raises(RuleBroken, match="archived"):
        begun(session, K.MILESTONE, archived, {}, ada, now=now)
    part = saved(session, subject(session, K.DOCUMENT, title="The call"), ada, now=now, title="X")
    with pytest.raises(RuleBroken, match="archived"):
        services.publish(session, part, ada, seen=part.seen, now=now)
    renamed = saved(session, archived, ada, now=now, name="Another name")
    with pytest.raises(RuleBroken, match="archived"):
        services.publish(session, renamed, ada, seen=renamed.seen, now=now)
    back = published(session, renamed, ada, now=now, archived_on=None)
    assert back.row.name == "Another name"


def test_all_or_none_is_published_together(session: Session, ada: Any, now: datetime) -> None:
    campaign = begun(session, K.CAMPAIGN, None, CAMPAIGN, ada, now=now)
    begun(session, K.INITIATIVE, campaign, INITIATIVE | {"asks": ""}, ada, now=now)
    session.commit()
    with pytest.raises(services.BelowRefused) as refused:
        services.publish_all(session, campaign, ada, seen=campaign.seen, now=now)
    session.rollback()
    assert list(refused.value.problems) == ["asks"]
    assert row_of(session, K.CAMPAIGN, slug="charter-review") is None


def test_nothing_stands_where_it_does_not_belong(session: Session, ada: Any, now: datetime) -> None:
    campaign = subject(session, K.CAMPAIGN, slug="unpa")
    for kind, parent in ((K.DOCUMENT, campaign), (K.DOCUMENT, None), (K.CAMPAIGN, campaign)):
        with pytest.raises(NotFound):
            begun(session, kind, parent, {}, ada, now=now)


def test_a_given_up_draft_stays_in_the_history(session: Session, ada: Any, now: datetime) -> None:
    draft = saved(session, subject(session, K.INITIATIVE, slug="unpa"), ada, now=now, asks="Words.")
    services.discard(session, draft, ada, seen=draft.seen, now=now)
    after = again(session, draft)
    assert after.draft is None and after.values["asks"] != "Words."
    assert [step.state.value for step in queries.history(session, after)] == [
        "published",
        "discarded",
    ]


def test_an_earlier_version_comes_back_as_a_draft(
    session: Session, ada: Any, now: datetime
) -> None:
    unpa = subject(session, K.INITIATIVE, slug="unpa")
    shipped = unpa.values["asks"]
    done = published(session, unpa, ada, now=now, asks="Our own words.")
    first = queries.history(session, done)[0]
    services.restore(session, done, first.id, ada, seen=done.seen, now=now)
    draft = again(session, done)
    assert draft.values["asks"] == shipped and draft.row.asks == "Our own words."
    with pytest.raises(RuleBroken, match="A draft waits"):
        services.restore(session, draft, first.id, ada, seen=draft.seen, now=now)
    services.publish(session, draft, ada, seen=draft.seen, now=now)
    assert again(session, draft).row.asks == shipped
    other = subject(session, K.INITIATIVE, slug="un2020")
    with pytest.raises(NotFound):
        services.restore(session, other, first.id, ada, seen=other.seen, now=now)


def test_what_is_taken_off_stays_off_and_can_come_back(
    session: Session, ada: Any, now: datetime
) -> None:
    code = initiatives.by_slug(session, "act-code-of-conduct")
    milestone = subject(session, K.MILESTONE, initiative_id=code.id)
    key, what, version = milestone.row.seed_key, milestone.row.what, code.content_version
    with pytest.raises(RuleBroken, match="say why"):
        services.retire(session, milestone, ada, seen=milestone.seen, why=" ", now=now)
    services.retire(session, milestone, ada, seen=milestone.seen, why="Not of this.", now=now)
    session.expire_all()
    assert row_of(session, K.MILESTONE, seed_key=key) is None
    assert code.content_version == version + 1

    report = seed.load(session, now=now)
    assert report.left_off == [f"milestones {key}"] and not report.added
    assert row_of(session, K.MILESTONE, seed_key=key) is None

    (gone,) = queries.retired(session, K.MILESTONE)
    last = queries.history(session, gone)[-1]
    assert (last.state, last.note) == (RevisionState.RETIRED, "Not of this.")
    services.restore(session, gone, last.id, ada, seen=gone.seen, now=now)
    draft = again(session, gone)
    services.publish(session, draft, ada, seen=draft.seen, now=now)
    back = row_of(session, K.MILESTONE, seed_key=key)
    assert back.what == what and queries.retired(session, K.MILESTONE) == []
    assert seed.load(session, now=now).quiet


def test_a_reported_tally_comes_back_under_its_own_number(
    session: Session, ada: Any, now: datetime
) -> None:
    tally = subject(session, K.REPORTED_TALLY, subject="vetoes")
    number = tally.row.tally_id
    services.retire(session, tally, ada, seen=tally.seen, why="Doubled.", now=now)
    (gone,) = queries.retired(session, K.REPORTED_TALLY)
    assert gone.newest is not None
    services.restore(session, gone, gone.newest.id, ada, seen=gone.seen, now=now)
    draft = again(session, gone)
    row = services.publish(session, draft, ada, seen=draft.seen, now=now)
    assert isinstance(row, ReportedTally)
    assert (row.tally_id, row.subject) == (number, "vetoes")


def test_an_initiative_is_never_taken_off(session: Session, ada: Any, now: datetime) -> None:
    unpa = subject(session, K.INITIATIVE, slug="unpa")
    with pytest.raises(RuleBroken, match="archive"):
        services.retire(session, unpa, ada, seen=unpa.seen, why="Over.", now=now)


def shipped_anew(session: Session, content: Any) -> None:
    """As if the file said something else now than when its row was taken over."""
    content.row.seed_digest = "of an older file"
    session.flush()


def test_a_changed_file_is_offered_and_taken_over(
    session: Session, ada: Any, now: datetime
) -> None:
    unpa = subject(session, K.INITIATIVE, slug="unpa")
    words = unpa.values["asks"]
    done = published(session, unpa, ada, now=now, asks="Our own words.")
    shipped_anew(session, done)
    assert seed.load(session, now=now).kept == ["initiatives initiative unpa"]
    assert again(session, done).row.asks == "Our own words."
    (offer,) = queries.offered(session)
    assert offer.item is not None and offer.item.shipped is not None
    assert offer.item.shipped["asks"] == words
    services.take_over(session, offer, ada, seen=offer.seen, now=now)
    draft = again(session, offer)
    services.publish(session, draft, ada, seen=draft.seen, now=now)
    assert again(session, draft).row.asks == words
    assert queries.offered(session) == []
    assert seed.load(session, now=now).quiet


def test_ours_can_be_kept_until_the_file_changes_again(
    session: Session, ada: Any, now: datetime
) -> None:
    done = published(
        session, subject(session, K.INITIATIVE, slug="unpa"), ada, now=now, asks="Our own words."
    )
    shipped_anew(session, done)
    seed.load(session, now=now)
    (offer,) = queries.offered(session)
    services.keep_ours(session, offer, seen=offer.seen)
    session.flush()
    assert queries.offered(session) == [] and seed.load(session, now=now).quiet
    assert again(session, done).row.asks == "Our own words."
    with pytest.raises(Conflict):
        services.keep_ours(session, again(session, done), seen=offer.seen)


def test_a_draft_does_not_undo_a_newer_file_unseen(
    session: Session, ada: Any, now: datetime
) -> None:
    draft = saved(
        session, subject(session, K.INITIATIVE, slug="unpa"), ada, now=now, notice="A notice."
    )
    draft.row.asks = "What a seed has brought since."
    session.flush()
    with pytest.raises(Conflict, match="newer shipped record"):
        services.publish(session, draft, ada, seen=draft.seen, now=now)
    done = published(session, draft, ada, now=now, asks=draft.row.asks)
    assert done.row.notice == "A notice."


def test_what_was_published_is_history_for_ever(session: Session, ada: Any, now: datetime) -> None:
    done = published(
        session, subject(session, K.INITIATIVE, slug="unpa"), ada, now=now, asks="Our own words."
    )
    session.commit()
    assert done.newest is not None
    for change in (
        update(ContentRevision).where(ContentRevision.id == done.newest.id).values(note="Other."),
        delete(ContentRevision).where(ContentRevision.id == done.newest.id),
    ):
        with pytest.raises(DatabaseError, match=r"history|are kept"):
            session.execute(change)
        session.rollback()


def test_an_item_has_one_draft(session: Session, ada: Any, now: datetime) -> None:
    draft = saved(
        session, subject(session, K.INITIATIVE, slug="unpa"), ada, now=now, asks="Our own words."
    )
    assert draft.item is not None
    with pytest.raises(DatabaseError):
        session.execute(
            text(
                "INSERT INTO content_revisions (item_id, state, content, editor_id, at, note,"
                " version) VALUES (:item, 'draft', '{}', :editor, :at, '', 1)"
            ),
            {"item": draft.item.id, "editor": ada.id, "at": now.isoformat()},
        )


def test_only_campaigns_stand_under_nothing(app: Flask, session: Session) -> None:
    session.add(ContentItem(kind=K.DOCUMENT, parent_id=None))
    with pytest.raises(DatabaseError):
        session.flush()


def test_models_are_all_covered() -> None:
    assert {kind.model for kind in KINDS.values()} >= {Campaign, Initiative, Document, Milestone}
    assert all(kind.model.__tablename__ == kind.kind.value for kind in KINDS.values())


def test_what_was_published_before_a_field_existed_is_no_newer_record(
    session: Session, ada: Any, now: datetime
) -> None:
    document = subject(session, K.DOCUMENT, reference="A/RES/73/299")
    item = publication.ensure_item(session, document, now=now)
    later = ("assessor", "language", "says")
    earlier = {name: said for name, said in document.values.items() if name not in later}
    publication.add_revision(session, item, RevisionState.PUBLISHED, earlier, None, "", now)
    document = again(session, document)
    assert not publication.is_newer(session, document)
    done = published(session, document, ada, now=now, language="en")
    assert done.row.language == "en"
