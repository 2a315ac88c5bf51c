"""Texts that are kept: an edit is told to every entry that rests on one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.review.cases import decided, government, organisation, recorded, reviewers
from tests.review.test_citations import cite, text
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.endorsements.instruments import Instrument, InstrumentType
from tracker.endorsements.lifecycle import Action
from tracker.endorsements.submission import StoredFile
from tracker.review import catalogue, instruments

FILE = StoredFile(sha256="a" * 64, type="application/pdf", name="note.pdf", size=70)


def test_an_edit_leaves_one_decision_in_each_entry_that_rests_on_it(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben = reviewers(app, session, "ada", "ben")
    one = recorded(app, session, government(session), ada, now)
    two = recorded(app, session, organisation(session), ada, now)
    apart = recorded(app, session, government(session, "GHA"), ada, now)
    made = text(session, ada, now)
    for entry in (one, two):
        cite(session, entry, made, ada, now)
    wanted = instruments.present(made) | {"symbol": "a/res/72/313", "language": "fr"}
    instruments.edit(session, made, ben, wanted, seen=made.revision, words="Published.", now=now)
    session.flush()
    assert (made.symbol, made.language, made.revision) == ("A/RES/72/313", "fr", 2)
    for entry in (one, two):
        assert decided(session, entry) == [Action.RECORD, Action.CITE, Action.CITE]
        session.expire(entry)
        last = entry.decisions[-1]
        assert (last.staff_id, last.cites) == (ben.id, made.reference)
        assert last.difference == {"symbol": ["", "A/RES/72/313"], "language": ["", "fr"]}
        assert last.note is not None and last.note.words == "Published."
    assert decided(session, apart) == [Action.RECORD]


def test_of_two_who_edit_a_text_at_once_the_second_is_told(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben = reviewers(app, session, "ada", "ben")
    made = text(session, ada, now)
    seen, was = made.revision, instruments.present(made)
    instruments.edit(session, made, ada, was | {"publisher": "France"}, seen=seen, now=now)
    with pytest.raises(Conflict, match="changed this text since"):
        instruments.edit(session, made, ben, was | {"publisher": "Paris"}, seen=seen, now=now)
    assert made.publisher == "France"
    with pytest.raises(RuleBroken, match="Nothing differs"):
        instruments.edit(session, made, ben, instruments.present(made), seen=2, now=now)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"source": "  "}, "how the text is cited"),
        ({"symbol": "A-72-313"}, "not a UN document symbol"),
        ({"dated": "soon"}, "a day, a month or a year"),
        ({"dated": "2027"}, "still to come"),
        ({"language": "fra"}, "two letters"),
        ({"link": "javascript:alert(1)"}, "web address"),
        ({"archived_link": "https://evil.example/web.archive.org"}, "web archive"),
        ({"archived_link": "http://web.archive.org/web/2024/https://x.example"}, "web archive"),
    ],
)
def test_what_no_text_can_have_is_refused(
    app: Flask, session: Session, now: datetime, values: dict[str, Any], said: str
) -> None:
    (ada,) = reviewers(app, session, "ada")
    with pytest.raises(RuleBroken, match=said):
        text(session, ada, now, **values)


def test_a_file_is_held_back_until_somebody_publishes_it_and_a_new_one_again(
    app: Flask, session: Session, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = recorded(app, session, government(session), ada, now)
    made = text(session, ada, now)
    cite(session, entry, made, ada, now)
    with pytest.raises(RuleBroken, match="No file"):
        instruments.publish(session, made, ada, True, seen=1, now=now)
    instruments.attach(session, made, ada, FILE, seen=1, now=now)
    assert not made.file_public
    instruments.publish(session, made, ada, True, seen=2, now=now)
    assert made.file_public
    with pytest.raises(Conflict):
        instruments.publish(session, made, ada, False, seen=2, now=now)
    with pytest.raises(RuleBroken, match="This very file"):
        instruments.attach(session, made, ada, FILE, seen=3, now=now)
    other = StoredFile(sha256="b" * 64, type="image/png", name="note.png", size=70)
    instruments.attach(session, made, ada, other, seen=3, now=now)
    assert (made.file_public, made.file_name) == (False, "note.png")
    session.flush()
    session.expire(entry)
    assert [one.difference for one in entry.decisions[-2:]] == [
        {"file_public": ["no", "yes"]},
        {"file": ["a" * 64, "b" * 64], "file_public": ["yes", "no"]},
    ]


@pytest.mark.parametrize(
    "values", [{"file_public": True}, {"language": "FR"}, {"archived_link": "ftp://a"}]
)
def test_the_database_refuses_it_too(
    app: Flask, session: Session, now: datetime, values: dict[str, Any]
) -> None:
    (ada,) = reviewers(app, session, "ada")
    made = text(session, ada, now)
    session.commit()
    with pytest.raises(IntegrityError):
        session.execute(update(Instrument).where(Instrument.id == made.id).values(**values))


def test_texts_are_found_by_source_symbol_publisher_or_number_page_after_page(
    app: Flask, session: Session, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = recorded(app, session, government(session), ada, now)
    made = [
        text(session, ada, now, source=f"Zebra circular 100%_{n}", type=InstrumentType.STATEMENT)
        for n in range(3)
    ]
    cite(session, entry, made[0], ada, now)
    made[1].symbol, made[2].publisher = "S/2026/999", "Quagga Press"
    session.flush()

    def found(q: str, **more: Any) -> list[int]:
        return [one.instrument.id for one in catalogue.matching(session, q, **more)[0]]

    newest, middle, oldest = (one.id for one in reversed(made))
    assert found("zebra CIRCULAR") == [newest, middle, oldest]
    assert found("100%_1") == [middle]
    assert found("s/2026/999") == [middle]
    assert found("quagga") == [newest]
    assert found(made[0].reference) == [oldest]
    assert oldest in found(str(oldest))
    assert found("no such text") == []
    page, following = catalogue.matching(session, "zebra", limit=2)
    assert [one.instrument.id for one in page] == [newest, middle] and following == middle
    page, following = catalogue.matching(session, "zebra", before=following, limit=2)
    assert [(one.instrument.id, one.entries) for one in page] == [(oldest, 1)]
    assert following is None
    with pytest.raises(NotFound):
        catalogue.instrument(session, 10**9)
