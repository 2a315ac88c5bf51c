"""What entries rest on, as reviewers keep it: the rules, on both databases."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support import files, review_cases
from tests.support.review_cases import (
    TEXT,
    cite,
    counted,
    decided,
    do,
    government,
    newest_decision,
    organisation,
    propose_citation,
    recorded,
    reviewers,
    settled,
    vault,
    verdict,
    verified_government,
)
from tracker.accounts.models import User
from tracker.core.errors import Conflict, RuleBroken
from tracker.endorsements.decisions import Decision, DecisionNote
from tracker.endorsements.evidence import uploads
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.lifecycle import Action, ReasonCode, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.retention import services as retention_services
from tracker.review.decisions import proposals as decisions_proposals
from tracker.review.evidence import citations, text_proposals
from tracker.review.evidence import proposals as evidence_proposals
from tracker.review.evidence import queries as evidence_queries
from tracker.review.evidence import services as evidence_services
from tracker.review.queue import queries as queue_queries
from tracker.supporters.models import SupporterKind


def newest(session: Session, entry: Endorsement) -> Decision:
    session.expire(entry)
    return queue_queries.item(session, entry.id).decisions[-1]


def lone(session: Session, text: Instrument, by: User, now: datetime, **changed: Any) -> None:
    wanted = evidence_services.present(text) | changed
    evidence_services.edit(session, text, by, wanted, seen=text.revision, now=now)


def test_one_reviewer_adds_evidence_to_a_verified_organisation_and_no_count_changes(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, dan, ben = reviewers(app, session, "ada", "dan", "ben")
    entry = recorded(app, session, organisation(session), ada, now)
    do(app, session, Action.VERIFY, entry, dan, now)
    before = counted(session, entry)
    text = evidence_services.enter(session, TEXT, None, ben, now)
    cite(session, entry, text, ben, now, page="p. 3", quote="We join.")
    assert [piece.instrument_id for piece in entry.evidence][-1] == text.id
    decision = newest(session, entry)
    assert (decision.action, decision.cites) == (Action.CITE, text.reference)
    assert decision.from_status == decision.to_status == entry.status == Status.VERIFIED
    assert decision.difference == {
        "evidence": ["", TEXT["source"]],
        "page": ["", "p. 3"],
        "quote": ["", "We join."],
    }
    assert counted(session, entry) == before
    with pytest.raises(RuleBroken, match="rests on this text already"):
        cite(session, entry, text, ben, now)


def test_evidence_of_a_verified_government_takes_two_people(
    app: Flask, session: Session, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "dan", "eve", "ben", "ida")
    entry = verified_government(app, session, staff[:3], now)
    before = counted(session, entry)
    text = evidence_services.enter(session, TEXT, None, staff[3], now)
    with pytest.raises(RuleBroken, match="two people"):
        cite(session, entry, text, staff[3], now)

    change = propose_citation(app, session, entry, "add", text, staff[3], page="p. 3", now=now)
    assert len(entry.evidence) == 1
    with pytest.raises(RuleBroken, match="You proposed"):
        evidence_proposals.second(session, review_cases.vault(app), change, staff[3], now=now)
    with pytest.raises(RuleBroken, match="You recorded this entry"):
        evidence_proposals.second(session, review_cases.vault(app), change, staff[0], now=now)
    evidence_proposals.second(session, review_cases.vault(app), change, staff[4], now=now)
    first, added = entry.evidence
    assert (added.instrument_id, added.page) == (text.id, "p. 3")
    assert newest(session, entry).action is Action.CITE and entry.change_id == change.id

    for what, piece, values in (
        ("change", added, {"page": "p. 4"}),
        ("remove", first, {"words": "The wrong letter."}),
    ):
        with pytest.raises(RuleBroken, match="two people"):
            citations.take_off(
                session,
                entry,
                piece,
                staff[3],
                seen=newest_decision(session, entry),
                now=now,
            )
        change = propose_citation(
            app, session, entry, what, piece.instrument, staff[3], piece=piece, now=now, **values
        )
        evidence_proposals.second(session, review_cases.vault(app), change, staff[4], now=now)
    assert [(evidence.instrument_id, evidence.page) for evidence in entry.evidence] == [
        (text.id, "p. 4")
    ]
    assert counted(session, entry) == before


def test_the_database_asks_for_two_people_too(app: Flask, session: Session, now: datetime) -> None:
    staff = reviewers(app, session, "ada", "dan", "eve")
    entry = verified_government(app, session, staff, now)
    text = evidence_services.enter(session, TEXT, None, staff[0], now)
    (piece,) = entry.evidence
    session.commit()
    mine = Evidence.id == piece.id
    for alone in (
        insert(Evidence).values(endorsement_id=entry.id, instrument_id=text.id, quote=""),
        update(Evidence).where(mine).values(quote="Other words."),
        update(Evidence).where(mine).values(instrument_id=text.id),
        delete(Evidence).where(mine),
    ):
        with pytest.raises(IntegrityError):
            session.execute(alone)
        session.rollback()


def test_a_text_of_a_verified_government_is_changed_by_two_people(
    app: Flask, session: Session, now: datetime, tmp_path: Path
) -> None:
    staff = reviewers(app, session, "ada", "dan", "eve")
    entry = verified_government(app, session, staff, now)
    text = entry.evidence[0].instrument
    file = uploads.store(tmp_path, "a.pdf", files.PDF)
    with pytest.raises(RuleBroken, match="two people"):
        lone(session, text, staff[1], now, publisher="Mission")
    with pytest.raises(RuleBroken, match="two people"):
        evidence_services.attach(session, text, staff[1], file, seen=text.revision, now=now)
    agreed(session, text, staff[1], staff[2], now, publisher="Mission")
    assert newest(session, entry).difference == {"publisher": ["", "Mission"]}
    edit = text_proposals.propose_file(session, text, staff[1], file, seen=text.revision, now=now)
    with pytest.raises(RuleBroken, match="You proposed"):
        text_proposals.second(session, text, edit, staff[1], now=now)
    with pytest.raises(RuleBroken, match="waits already"):
        text_proposals.propose_file(session, text, staff[2], file, seen=text.revision, now=now)
    text_proposals.second(session, text, edit, staff[2], now=now)
    assert text.file_sha256 == file.sha256
    with pytest.raises(Conflict, match="settled"):
        text_proposals.drop(session, edit, staff[1], now=now)


def agreed(
    session: Session, text: Instrument, by: User, second: User, now: datetime, **changed: Any
) -> None:
    """An edit of a text that one proposed and another seconded."""
    wanted = evidence_services.present(text) | changed
    edit = text_proposals.propose(session, text, by, wanted, seen=text.revision, now=now)
    session.flush()
    text_proposals.second(session, text, edit, second, now=now)


def test_two_reviewers_at_the_same_evidence(app: Flask, session: Session, now: datetime) -> None:
    ada, dan, eve = reviewers(app, session, "ada", "dan", "eve")
    entry = recorded(app, session, government(session), ada, now)
    page = newest_decision(session, entry)
    text = evidence_services.enter(session, TEXT, None, dan, now)
    citations.cite(session, entry, text, dan, seen=page, now=now)
    other = evidence_services.enter(session, TEXT | {"source": "Another"}, None, eve, now)
    with pytest.raises(Conflict, match="since you opened it"):
        citations.cite(session, entry, other, eve, seen=page, now=now)
    piece = entry.evidence[0]
    with pytest.raises(Conflict):
        citations.change(session, entry, piece, eve, seen=page, page="2", quote="", now=now)
    with pytest.raises(Conflict):
        citations.take_off(session, entry, piece, eve, seen=page, now=now)


def test_page_and_words_change_with_their_difference(
    app: Flask, session: Session, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = recorded(app, session, organisation(session, quote="We suport it."), ada, now)
    (piece,) = entry.evidence
    said: dict[str, Any] = {"page": "annex II", "quote": "We support it.", "words": "Read again."}
    citations.change(
        session, entry, piece, ada, seen=newest_decision(session, entry), now=now, **said
    )
    decision = newest(session, entry)
    assert decision.difference == {
        "page": ["", "annex II"],
        "quote": ["We suport it.", "We support it."],
    }
    assert decision.note and decision.note.words == "Read again."
    with pytest.raises(RuleBroken, match="Nothing differs"):
        citations.change(
            session,
            entry,
            piece,
            ada,
            seen=newest_decision(session, entry),
            now=now,
            **said,
        )


def test_the_last_evidence_of_a_verified_entry_stays(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, dan = reviewers(app, session, "ada", "dan")
    entry = recorded(app, session, organisation(session), ada, now)
    do(app, session, Action.VERIFY, entry, dan, now)
    (first,) = entry.evidence
    with pytest.raises(RuleBroken, match="at least one piece of evidence"):
        citations.take_off(
            session, entry, first, ada, seen=newest_decision(session, entry), now=now
        )
    text = evidence_services.enter(session, TEXT, None, ada, now)
    cite(session, entry, text, ada, now)
    citations.take_off(session, entry, first, ada, seen=newest_decision(session, entry), now=now)
    assert [piece.instrument_id for piece in entry.evidence] == [text.id]
    assert decided(session, entry)[-2:] == [Action.CITE, Action.CITE]
    session.commit()
    with pytest.raises(IntegrityError, match="keeps its evidence"):
        session.execute(delete(Evidence).where(Evidence.endorsement_id == entry.id))
    session.rollback()


def test_before_its_verification_an_entry_may_lose_its_last_evidence(
    app: Flask, session: Session, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = recorded(app, session, organisation(session), ada, now)
    (piece,) = entry.evidence
    citations.take_off(session, entry, piece, ada, seen=newest_decision(session, entry), now=now)
    assert entry.evidence == []


def test_the_database_refuses_what_no_evidence_can_be(
    app: Flask, session: Session, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = recorded(app, session, government(session), ada, now)
    other = recorded(app, session, government(session, "UGA"), ada, now)
    (piece,) = entry.evidence
    text, twice = piece.instrument_id, {"endorsement_id": entry.id, "quote": ""}
    session.commit()
    change = update(Instrument).where(Instrument.id == text)
    for refused in (
        insert(Evidence).values(instrument_id=text, **twice),
        update(Evidence).where(Evidence.id == piece.id).values(endorsement_id=other.id),
        change.values(file_public=True),
        change.values(language="FR"),
        change.values(archived_link="http://web.archive.org/web/1/x"),
    ):
        with pytest.raises(IntegrityError):
            session.execute(refused)
        session.rollback()


def test_what_is_edited_is_told_in_every_entry_that_rests_on_it(
    app: Flask, session: Session, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "dan", "eve")
    one = verified_government(app, session, staff, now)
    two = recorded(app, session, organisation(session), staff[0], now)
    person = recorded(
        app,
        session,
        organisation(
            session, "Iris Blom", kind=SupporterKind.PARLIAMENTARIAN, website="", be_named=True
        ),
        staff[0],
        now,
    )
    text = one.evidence[0].instrument
    for entry in (two, person):
        cite(session, entry, text, staff[1], now)
    changed = {"symbol": " a/80/12 ", "publisher": "Mission", "language": "en"}
    agreed(session, text, staff[1], staff[2], now, **changed)
    for entry in (one, two, person):
        assert decided(session, entry)[-1] is Action.CITE
    difference = {
        "publisher": ["", "Mission"],
        "symbol": ["", "A/80/12"],
        "language": ["", "en"],
    }
    assert newest(session, one).difference == newest(session, two).difference == difference
    assert newest(session, one).note is None
    persons = newest(session, person)
    assert persons.difference is None and persons.note
    assert "symbol: “” → “A/80/12”" in persons.note.words
    agreed(session, text, staff[1], staff[2], now, publisher="The Mission")
    assert (
        len(session.scalars(select(DecisionNote)).all()) == 3
    )  # the person's: cited, edited twice


def approved_once(
    app: Flask, session: Session, staff: list[User], now: datetime, iso3: str = "KEN"
) -> Endorsement:
    entry = recorded(app, session, government(session, iso3), staff[0], now)
    do(app, session, Action.APPROVE, entry, staff[1], now)
    return entry


def test_a_first_approval_lapses_when_the_evidence_changes(
    app: Flask, session: Session, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "dan", "eve")
    text = evidence_services.enter(session, TEXT, None, staff[2], now)

    def added(entry: Endorsement) -> None:
        cite(session, entry, text, staff[2], now)

    def reworded(entry: Endorsement) -> None:
        (piece,) = entry.evidence
        on_page = newest_decision(session, entry)
        citations.change(session, entry, piece, staff[2], seen=on_page, page="2", quote="", now=now)

    def removed(entry: Endorsement) -> None:
        (piece,) = entry.evidence
        citations.take_off(
            session,
            entry,
            piece,
            staff[2],
            seen=newest_decision(session, entry),
            now=now,
        )

    for iso3, change in {"KEN": added, "NGA": reworded, "IND": removed}.items():
        entry = approved_once(app, session, staff, now, iso3)
        change(entry)
        assert (entry.status, entry.first_approver_id) == (Status.IN_REVIEW, None)
        decision = newest(session, entry)
        assert (decision.action, decision.from_status) == (Action.CITE, Status.APPROVED_ONCE)
        with pytest.raises(RuleBroken):
            do(app, session, Action.VERIFY, entry, staff[2], now)
        do(app, session, Action.APPROVE, entry, staff[2], now)
        do(app, session, Action.VERIFY, entry, staff[1], now)
        assert entry.status is Status.VERIFIED


def test_a_first_approval_lapses_when_the_text_itself_changes(
    app: Flask, session: Session, now: datetime, tmp_path: Path
) -> None:
    staff = reviewers(app, session, "ada", "dan", "eve")
    entry = approved_once(app, session, staff, now)
    other = recorded(app, session, organisation(session), staff[0], now)
    text = entry.evidence[0].instrument
    cite(session, other, text, staff[0], now)
    lone(session, text, staff[2], now, publisher="Mission")
    assert (entry.status, entry.first_approver_id) == (Status.IN_REVIEW, None)
    assert newest(session, entry).difference == {"publisher": ["", "Mission"]}
    assert decided(session, entry)[-2:] == [Action.APPROVE, Action.CITE]
    assert decided(session, other).count(Action.CITE) == 2
    do(app, session, Action.APPROVE, entry, staff[1], now)
    file = uploads.store(tmp_path, "a.pdf", files.PDF)
    evidence_services.attach(session, text, staff[2], file, seen=text.revision, now=now)
    assert queue_queries.item(session, entry.id).status is Status.IN_REVIEW


def test_publishing_a_file_leaves_a_first_approval(
    app: Flask, session: Session, now: datetime, tmp_path: Path
) -> None:
    staff = reviewers(app, session, "ada", "dan", "eve")
    entry = recorded(app, session, government(session), staff[0], now)
    text = entry.evidence[0].instrument
    file = uploads.store(tmp_path, "a.pdf", files.PDF)
    evidence_services.attach(session, text, staff[2], file, seen=text.revision, now=now)
    do(app, session, Action.APPROVE, entry, staff[1], now)
    evidence_services.publish(session, text, staff[2], True, seen=text.revision, now=now)
    evidence_services.mark_checked(text, staff[2], now=now)
    session.expire(entry)
    assert (entry.status, entry.first_approver_id) == (Status.APPROVED_ONCE, staff[1].id)


def test_two_reviewers_at_the_same_text(app: Flask, session: Session, now: datetime) -> None:
    ada, dan = reviewers(app, session, "ada", "dan")
    text = evidence_services.enter(session, TEXT, None, ada, now)
    page = text.revision
    evidence_services.edit(
        session,
        text,
        ada,
        evidence_services.present(text) | {"language": "fr"},
        seen=page,
        now=now,
    )
    with pytest.raises(Conflict, match="since you opened it"):
        evidence_services.edit(
            session,
            text,
            dan,
            evidence_services.present(text) | {"language": "es"},
            seen=page,
            now=now,
        )
    with pytest.raises(Conflict):
        evidence_services.publish(session, text, dan, True, seen=page, now=now)
    assert text.language == "fr"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"source": " "}, "how the text is cited"),
        ({"symbol": "A-70-621"}, "not a UN document symbol"),
        ({"dated": "soon"}, "a day, a month or a year"),
        ({"dated": "2999"}, "still to come"),
        ({"language": "French"}, "two letters"),
        ({"link": "javascript:alert(1)"}, "web address"),
        ({"archived_link": "https://example.org/x"}, "web archive"),
        ({}, "Nothing differs"),
    ],
)
def test_an_impossible_text_is_refused(
    app: Flask, session: Session, now: datetime, changed: dict[str, str], reason: str
) -> None:
    (ada,) = reviewers(app, session, "ada")
    text = evidence_services.enter(session, TEXT, None, ada, now)
    with pytest.raises(RuleBroken, match=reason):
        lone(session, text, ada, now, **changed)


def test_a_file_is_held_back_published_and_replaced(
    app: Flask, session: Session, now: datetime, tmp_path: Path
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = recorded(app, session, government(session), ada, now)
    text = entry.evidence[0].instrument
    with pytest.raises(RuleBroken, match="No file is kept"):
        evidence_services.publish(session, text, ada, True, seen=text.revision, now=now)
    first = uploads.store(tmp_path, "a.pdf", files.PDF)
    evidence_services.attach(session, text, ada, first, seen=text.revision, now=now)
    assert not text.file_public
    evidence_services.publish(session, text, ada, True, seen=text.revision, now=now)
    assert text.file_public and newest(session, entry).difference == {"file_public": ["no", "yes"]}
    with pytest.raises(RuleBroken, match="This very file"):
        evidence_services.attach(session, text, ada, first, seen=text.revision, now=now)
    second = uploads.store(tmp_path, "b.png", files.PNG)
    evidence_services.attach(session, text, ada, second, seen=text.revision, now=now)
    assert (text.file_type, text.file_public) == ("image/png", False)
    assert newest(session, entry).difference == {
        "file": [first.sha256, second.sha256],
        "file_public": ["yes", "no"],
    }


def test_a_check_leaves_who_and_when_and_no_decision(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, dan = reviewers(app, session, "ada", "dan")
    entry = recorded(app, session, government(session), ada, now)
    text = entry.evidence[0].instrument
    later = now + timedelta(days=30)
    evidence_services.mark_checked(text, dan, now=later)
    assert (text.last_checked_on, text.last_checked_by_id) == (later.date(), dan.id)
    assert decided(session, entry) == [Action.RECORD]


def test_texts_are_found_by_number_symbol_publisher_and_source(
    app: Flask, session: Session, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    values = TEXT | {"symbol": "A/70/9021", "publisher": "Ministry of Tides", "source": "50% tide"}
    text = evidence_services.enter(session, values, None, ada, now)
    for q in (text.reference, str(text.id), "a/70/9021", "ministry of TIDES", "50% t"):
        matches, _ = evidence_queries.matching(session, q)
        assert text.id in [instrument.instrument.id for instrument in matches], q
    assert evidence_queries.matching(session, "no such text") == ([], None)
    every: list[int] = []
    before: int | None = None
    while page := evidence_queries.matching(session, before=before, limit=7):
        every += [row.instrument.id for row in page[0]]
        before = page[1]
        if before is None:
            break
    assert every == sorted(session.scalars(select(Instrument.id)), reverse=True)


def test_an_erased_persons_letter_and_file_go(
    app: Flask, session: Session, now: datetime, tmp_path: Path
) -> None:
    ada, dan, eve = reviewers(app, session, "ada", "dan", "eve")
    kept = uploads.store(tmp_path, "letter.pdf", files.PDF)
    letter = organisation(
        session, "Iris Blom", kind=SupporterKind.PARLIAMENTARIAN, website="", file=kept
    )
    entry = recorded(app, session, letter, ada, now)
    text = entry.evidence[0].instrument_id
    listed = session.scalars(select(Instrument).where(Instrument.seed_key.is_not(None)))
    shared = next(row for row in listed if not evidence_services.takes_two(session, row))
    cite(session, entry, shared, dan, now)
    do(app, session, Action.VERIFY, entry, dan, now)
    wish = verdict(session, entry, dan, reason=ReasonCode.OTHER, words="Asked by mail.")
    decisions_proposals.propose(session, vault(app), entry, Action.ERASE, wish, now=now)
    settled(app, session, eve, now)
    mine = select(Evidence).where(Evidence.endorsement_id == entry.id)
    assert session.scalars(mine).all() == []
    assert session.scalar(select(Instrument.id).where(Instrument.id == text)) is None
    assert session.scalar(select(Instrument.id).where(Instrument.id == shared.id))
    path = tmp_path / kept.sha256
    (tmp_path / "not ours.txt").write_text("stays")
    named = uploads.store(tmp_path, "scan.png", files.PNG)
    evidence_services.attach(session, shared, dan, named, seen=shared.revision, now=now)
    assert retention_services.sweep_files(session, tmp_path, now=now) == 0
    long_ago = (now - timedelta(days=2)).timestamp()
    for one in tmp_path.iterdir():
        os.utime(one, (long_ago, long_ago))
    assert retention_services.sweep_files(session, tmp_path, now=now) == 1 and not path.exists()
    assert (tmp_path / named.sha256).exists() and (tmp_path / "not ours.txt").exists()
    assert retention_services.sweep_files(session, tmp_path / "none", now=now) == 0
