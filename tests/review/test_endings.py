"""Nobody alone ends, erases or redates support that was verified, unless its supporter asked."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.review_cases import (
    counted,
    decided,
    do,
    mailed,
    organisation,
    recorded,
    reviewers,
    vault,
    verdict,
    verified_government,
)
from tests.support.signup import newest_mail
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole, User
from tracker.core.errors import RuleBroken
from tracker.endorsements import engine
from tracker.endorsements import services as supporters_own
from tracker.endorsements.decisions import DecisionNote, ProposedChange
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, ReasonCode, Status
from tracker.endorsements.merging.plan import plan
from tracker.endorsements.models import Endorsement
from tracker.initiatives.queries import by_slug
from tracker.review.decisions import proposals as decisions_proposals
from tracker.review.decisions import record_proposals
from tracker.review.duplicates import proposals as duplicates_proposals
from tracker.review.evidence import proposals as evidence_proposals
from tracker.review.queue import queries
from tracker.supporters.changes import ChangeKind
from tracker.supporters.events import Happened
from tracker.supporters.models import SupporterKind

A = Action
DAY = timedelta(days=1)
ORGANISATION, MEMBER = SupporterKind.ORGANISATION, SupporterKind.PARLIAMENTARIAN
PERSON = SupporterKind.INDIVIDUAL
REASON = {A.WITHDRAW: ReasonCode.CALLED_BACK, A.ERASE: ReasonCode.OTHER}
ENDED = {A.WITHDRAW: Status.WITHDRAWN, A.ERASE: Status.ERASED}
STEPS = [
    (kind, status, action)
    for kind, actions in (
        (ORGANISATION, (A.WITHDRAW,)),
        (MEMBER, (A.WITHDRAW, A.ERASE)),
        (PERSON, (A.WITHDRAW, A.ERASE)),
    )
    for status in (Status.VERIFIED, Status.SUSPENDED)
    for action in actions
]


def verified(
    app: Flask,
    session: Session,
    staff: list[User],
    now: datetime,
    kind: SupporterKind = ORGANISATION,
    status: Status = Status.VERIFIED,
) -> Endorsement:
    """An entry that counts, or that is looked at again."""
    if kind is PERSON:
        made = by_slug(session, "1-for-7-billion")
        entry = factories.verified(session, made, PERSON, now=now)
        entry.supporter.email_sealed = vault(app).seal("amina@people.example")
    else:
        letter = organisation(session)
        if kind is MEMBER:
            letter = organisation(session, "Iris Blom", kind=MEMBER, website="", be_named=True)
        entry = recorded(app, session, letter, staff[0], now)
        do(app, session, A.VERIFY, entry, staff[1], now)
    if status is Status.SUSPENDED:
        do(app, session, A.SUSPEND, entry, staff[1], now, reason=ReasonCode.NOT_SUBSTANTIATED)
    session.flush()
    return queries.item(session, entry.id)


@pytest.fixture
def entry(app: Flask, session: Session, staff: list[User], now: datetime) -> Endorsement:
    """A verified organisation's, which the first recorded and the second approved."""
    return verified(app, session, staff, now)


@pytest.fixture
def blom(app: Flask, session: Session, staff: list[User], now: datetime) -> Endorsement:
    """The same of Iris Blom, a parliamentarian."""
    return verified(app, session, staff, now, MEMBER)


def propose(
    app: Flask, session: Session, entry: Endorsement, action: Action, by: User, now: datetime
) -> ProposedChange:
    saw = verdict(session, entry, by, reason=REASON[action], words="Ms Blom wrote to us.")
    return decisions_proposals.propose(session, vault(app), entry, action, saw, now=now)


def second(app: Flask, session: Session, change: ProposedChange, by: User, now: datetime) -> None:
    decisions_proposals.second(session, vault(app), change, by, now=now)


@pytest.mark.parametrize(("kind", "status", "action"), STEPS)
def test_one_reviewer_alone_neither_ends_nor_erases_what_was_verified(
    app: Flask,
    session: Session,
    staff: list[User],
    now: datetime,
    kind: SupporterKind,
    status: Status,
    action: Action,
) -> None:
    entry = verified(app, session, staff, now, kind, status)
    before, mail = (decided(session, entry), counted(session, entry)), mailed(session)
    reason, words = REASON[action], "They telephoned."
    with pytest.raises(RuleBroken, match="second reviewer"):
        do(app, session, action, entry, staff[1], now, reason=reason, words=words)
    assert (entry.status, mailed(session)) == (status, mail)
    assert (decided(session, entry), counted(session, entry)) == before
    change = propose(app, session, entry, action, staff[1], now)
    assert entry.status is status
    with pytest.raises(RuleBroken, match="You proposed"):
        second(app, session, change, staff[1], now)
    second(app, session, change, staff[2], now + DAY)
    assert (entry.status, entry.change_id) == (ENDED[action], change.id)
    told = {A.WITHDRAW: "withdrawn", A.ERASE: "erased"}[action]
    assert mailed(session) == [*mail, told]


@pytest.mark.parametrize("second_account", ["mailbox", "recorder", "left", "new"])
def test_the_second_person_is_independent(
    app: Flask,
    session: Session,
    staff: list[User],
    now: datetime,
    entry: Endorsement,
    second_account: str,
) -> None:
    change = propose(app, session, entry, A.WITHDRAW, staff[1], now)
    other = staff[0] if second_account == "recorder" else staff[2]
    if second_account == "mailbox":
        staff[1].email, other.email = "ben@gmail.com", "b.en+2@gmail.com"
    elif second_account == "left":
        other.active = False
    elif second_account == "new":
        other.governments_from = now + DAY
    session.flush()
    with pytest.raises(RuleBroken, match=r"mailbox|recorded|active|new"):
        second(app, session, change, other, now)
    assert entry.status is Status.VERIFIED


def test_one_reviewer_withdraws_what_its_supporter_asked_to(
    app: Flask, session: Session, staff: list[User], now: datetime, entry: Endorsement
) -> None:
    supporters_own.withdraw(session, entry, now=now)
    with pytest.raises(RuleBroken, match="one reviewer"):
        propose(app, session, entry, A.WITHDRAW, staff[1], now)
    do(app, session, A.WITHDRAW, entry, staff[1], now, reason=ReasonCode.CALLED_BACK)
    session.commit()
    assert entry.status is Status.WITHDRAWN
    assert "two reviewers" not in told(app)


def test_a_request_that_was_declined_is_none(
    app: Flask, session: Session, staff: list[User], now: datetime, entry: Endorsement
) -> None:
    supporters_own.withdraw(session, entry, now=now)
    why = {"reason": ReasonCode.NOT_AUTHORISED, "words": "Nobody there knows of it."}
    do(app, session, A.DECLINE_WITHDRAWAL, entry, staff[1], now, **why)
    with pytest.raises(RuleBroken, match="second reviewer"):
        do(app, session, A.WITHDRAW, entry, staff[1], now, reason=ReasonCode.CALLED_BACK)


def test_a_request_to_withdraw_is_none_to_be_erased(
    app: Flask, session: Session, staff: list[User], now: datetime, blom: Endorsement
) -> None:
    supporters_own.withdraw(session, blom, now=now)
    with pytest.raises(RuleBroken, match="second reviewer"):
        do(
            app,
            session,
            A.ERASE,
            blom,
            staff[1],
            now,
            reason=ReasonCode.OTHER,
            words="Asked.",
        )


def test_a_governments_withdrawal_takes_two_even_if_it_asked(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now)
    supporters_own.withdraw(session, entry, now=now)
    with pytest.raises(RuleBroken, match="second reviewer"):
        do(app, session, A.WITHDRAW, entry, staff[1], now, reason=ReasonCode.CALLED_BACK)
    change = propose(app, session, entry, A.WITHDRAW, staff[1], now)
    second(app, session, change, staff[2], now)
    assert entry.status is Status.WITHDRAWN


def test_what_was_withdrawn_or_invalidated_is_not_erased_alone_either(
    app: Flask, session: Session, staff: list[User], now: datetime, blom: Endorsement
) -> None:
    """A member's entry stays in the public history, and an appeal may be open."""
    supporters_own.withdraw(session, blom, now=now)
    do(app, session, A.WITHDRAW, blom, staff[1], now, reason=ReasonCode.CALLED_BACK)
    with pytest.raises(RuleBroken, match="second reviewer"):
        do(
            app,
            session,
            A.ERASE,
            blom,
            staff[1],
            now,
            reason=ReasonCode.OTHER,
            words="Asked.",
        )
    second(app, session, propose(app, session, blom, A.ERASE, staff[1], now), staff[2], now)
    assert blom.status is Status.ERASED


def test_one_reviewer_erases_what_never_counted(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    letter = organisation(session, "Iris Blom", kind=MEMBER, website="", be_named=True)
    entry = recorded(app, session, letter, staff[0], now)
    do(app, session, A.ERASE, entry, staff[1], now, reason=ReasonCode.OTHER, words="Asked.")
    assert entry.status is Status.ERASED


def test_who_took_part_before_an_appeal_neither_proposes_nor_agrees_to_erase_it(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified(app, session, staff, now, MEMBER, Status.SUSPENDED)
    why = verdict(session, entry, staff[1], reason=ReasonCode.NOT_SUBSTANTIATED)
    change = decisions_proposals.propose(session, vault(app), entry, A.INVALIDATE, why, now=now)
    second(app, session, change, staff[2], now)
    supporters_own.appeal(session, entry, "I do support it.", now=now + DAY)
    entry, later = queries.item(session, entry.id), now + 2 * DAY
    for involved in staff[1:3]:
        with pytest.raises(RuleBroken, match="before its appeal"):
            propose(app, session, entry, A.ERASE, involved, later)
    change = propose(app, session, entry, A.ERASE, staff[3], later)
    for involved in staff[1:3]:
        with pytest.raises(RuleBroken, match="before its appeal"):
            second(app, session, change, involved, later)
    assert entry.status is Status.IN_REVIEW


def told(app: Flask) -> str:
    """The newest email's text."""
    part = newest_mail(app).get_body(("plain",))
    assert part is not None
    return " ".join(part.get_content().split())


def test_who_was_withdrawn_or_erased_unasked_is_told_so_and_what_can_be_done(
    app: Flask, session: Session, staff: list[User], now: datetime, entry: Endorsement
) -> None:
    second(app, session, propose(app, session, entry, A.WITHDRAW, staff[1], now), staff[2], now)
    session.commit()
    mailed = told(app)
    assert "You did not ask for this on your own page, so two reviewers agreed on it" in mailed
    assert "/initiatives/1-for-7-billion/endorse" in mailed
    person = verified(app, session, staff, now, MEMBER)
    second(app, session, propose(app, session, person, A.ERASE, staff[1], now), staff[2], now)
    session.commit()
    mailed = told(app)
    assert "Dear Iris Blom" in mailed and "has been erased" in mailed and "Two reviewers" in mailed
    assert newest_mail(app)["To"] == "ola@lakeside.example"


def test_what_is_erased_leaves_no_words_of_the_proposal(
    app: Flask, session: Session, staff: list[User], now: datetime, blom: Endorsement
) -> None:
    change = propose(app, session, blom, A.ERASE, staff[1], now)
    second(app, session, change, staff[2], now)
    session.refresh(change)
    assert change.words == "" and blom.supporter.name == ""
    notes = select(func.count()).select_from(DecisionNote)
    assert session.scalar(notes.where(DecisionNote.words.contains("Blom"))) == 0


def test_what_waits_lapses_when_the_person_erases_themselves(
    app: Flask, session: Session, staff: list[User], now: datetime, blom: Endorsement
) -> None:
    change = propose(app, session, blom, A.WITHDRAW, staff[1], now)
    supporters_own.erase(session, blom, now=now)
    session.refresh(change)
    assert (change.applied, change.seconder_id, change.words) == (False, None, "")
    assert queries.open_changes(session) == []


def test_another_date_takes_two_whatever_the_kind(
    app: Flask, session: Session, staff: list[User], now: datetime, entry: Endorsement
) -> None:
    saw = verdict(session, entry, staff[1])
    day = date(2026, 2, 1)
    change = decisions_proposals.propose(session, vault(app), entry, A.REDATE, saw, now=now, on=day)
    assert entry.effective_on != day
    with pytest.raises(RuleBroken, match="You proposed"):
        second(app, session, change, staff[1], now)
    second(app, session, change, staff[2], now)
    assert entry.effective_on == day
    person = verified(app, session, staff, now, PERSON)
    saw = verdict(session, person, staff[1])
    with pytest.raises(RuleBroken, match="cannot be changed in this way"):
        decisions_proposals.propose(session, vault(app), person, A.REDATE, saw, now=now, on=day)


def correct(
    app: Flask,
    session: Session,
    entry: Endorsement,
    by: User,
    now: datetime,
    **wanted: str,
) -> ProposedChange | None:
    """A correction by somebody who saw the entry as it is; the proposal, if it takes two."""
    seen = queries.newest_decision_id(session, entry.id)
    made = record_proposals.correct(
        session, vault(app), entry, by, wanted, seen=seen, words="typo", now=now
    )
    return made if isinstance(made, ProposedChange) else None


def agreed(
    app: Flask, session: Session, change: ProposedChange | None, staff: list[User], now: datetime
) -> None:
    """What the second proposed, the second cannot second, and the third does."""
    assert change is not None
    with pytest.raises(RuleBroken, match="You proposed"):
        evidence_proposals.second(session, vault(app), change, staff[1], now=now)
    evidence_proposals.second(session, vault(app), change, staff[2], now=now)


@pytest.mark.parametrize("kind", [ORGANISATION, MEMBER])
def test_what_the_public_reads_of_what_counts_is_corrected_by_two(
    app: Flask, session: Session, staff: list[User], now: datetime, kind: SupporterKind
) -> None:
    """One reviewer would otherwise let an organisation be another, or say other words."""
    entry = verified(app, session, staff, now, kind)
    name = entry.supporter.name
    wanted = {"name": "Casino Friends", "words": "We like it."}
    change = correct(app, session, entry, staff[1], now, **wanted)
    assert entry.supporter.name == name
    agreed(app, session, change, staff, now)
    assert (entry.supporter.name, entry.words) == ("Casino Friends", "We like it.")


@pytest.fixture
def waiting(
    app: Flask, session: Session, staff: list[User], now: datetime, entry: Endorsement
) -> Endorsement:
    """Another entry of the same record, in review: all its entries have one name."""
    letter = organisation(session, initiative=by_slug(session, "unpa"))
    waiting = recorded(app, session, letter, staff[0], now)
    assert waiting.supporter is entry.supporter and waiting.status is Status.IN_REVIEW
    return waiting


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", "Casino Friends"), ("country", "US"), ("website", "casino.example")],
)
def test_a_record_that_counts_is_not_changed_alone_through_another_of_its_entries(
    app: Flask,
    session: Session,
    staff: list[User],
    now: datetime,
    waiting: Endorsement,
    field: str,
    value: str,
) -> None:
    name = waiting.supporter.name
    assert correct(app, session, waiting, staff[1], now, **{field: value}) is not None
    assert waiting.supporter.name == name


def test_two_people_rename_a_record_through_another_of_its_entries(
    app: Flask, session: Session, staff: list[User], now: datetime, waiting: Endorsement
) -> None:
    change = correct(app, session, waiting, staff[1], now, name="Lake Club")
    agreed(app, session, change, staff, now)
    assert waiting.supporter.name == "Lake Club"


def test_the_words_of_an_entry_that_waits_are_its_own(
    app: Flask, session: Session, staff: list[User], now: datetime, waiting: Endorsement
) -> None:
    assert correct(app, session, waiting, staff[1], now, words="We like it.") is None
    assert waiting.words == "We like it."


def test_a_correction_of_what_has_changed_since_is_not_carried_out(
    app: Flask, session: Session, staff: list[User], now: datetime, entry: Endorsement
) -> None:
    change = correct(app, session, entry, staff[1], now, name="Lakes Institute")
    assert change is not None
    entry.supporter.name = "Lakeside Institute Inc"
    session.flush()
    with pytest.raises(RuleBroken, match="changed since"):
        evidence_proposals.second(session, vault(app), change, staff[2], now=now)


def test_nobody_alone_says_that_a_counted_organisation_ended_or_is_another(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry, other = (
        verified(app, session, staff, now),
        recorded(app, session, organisation(session, "Hill Union"), staff[0], now),
    )
    do(app, session, A.VERIFY, other, staff[1], now)
    happened = Happened(on=date(2026, 11, 1), source="A notice", staff_id=staff[1].id)
    ended = record_proposals.Report(kind=ChangeKind.DISSOLVED, happened=happened)
    made = record_proposals.record(session, vault(app), entry.supporter, ended, staff[1], now=now)
    assert isinstance(made, ProposedChange) and entry.status is Status.VERIFIED
    with pytest.raises(RuleBroken, match="You proposed"):
        evidence_proposals.second(session, vault(app), made, staff[1], now=now)
    decisions_proposals.drop(session, made, staff[1], now=now)
    seen = plan(session, other.supporter, entry.supporter).seen
    ids = other.supporter_id, entry.supporter_id
    joined = duplicates_proposals.merge(
        session, vault(app), *ids, staff[1], "One charter.", seen=seen, now=now
    )
    assert isinstance(joined, ProposedChange) and entry.status is Status.VERIFIED
    with pytest.raises(RuleBroken, match="You proposed"):
        evidence_proposals.second(session, vault(app), joined, staff[1], now=now)
    evidence_proposals.second(session, vault(app), joined, staff[2], now=now)
    assert Status.SUPERSEDED in {entry.status, other.status}


SECOND = r'action="(/staff/changes/\d+/second)"'
FIELDS = {
    "withdraw": {"reason": "called_back", "ended_on": "", "words": ""},
    "erase": {"reason": "other", "words": "She wrote to us."},
}


def send(client: Client, entry_id: int, action: str) -> str:
    """Fill in a decision as the page offers it; what the answer says."""
    address = f"/staff/endorsements/{entry_id}"
    page = client.get(address)
    seen = re.search(rf'name="{action}-seen"[^>]*value="(\d+)"', page.text)
    assert seen, page.text
    given = {"seen": seen[1]} | FIELDS[action]
    data = {f"{action}-{name}": value for name, value in given.items()}
    data[f"{action}-csrf_token"] = token(page)
    done = client.post(f"{address}/{action}", data=data, follow_redirects=True)
    return str(done.text)


@pytest.mark.parametrize("action", ["withdraw", "erase"])
def test_the_page_offers_to_propose_and_a_second_person_settles(
    app: Flask,
    session: Session,
    client: Client,
    staff: list[User],
    now: datetime,
    blom: Endorsement,
    action: str,
) -> None:
    session.commit()
    member(app, "Edna", StaffRole.REVIEWER)
    member(app, "Fay", StaffRole.REVIEWER)
    sign_in(client, "Edna")
    page = client.get(f"/staff/endorsements/{blom.id}").text
    assert f"Propose to {action}" in page and "independent of you, must agree" in page
    assert "A second reviewer must agree" in send(client, blom.id, action)
    session.expire_all()
    assert blom.status is Status.VERIFIED
    page = client.get("/staff/changes").text
    assert "You proposed it" in page and not re.search(SECOND, page)
    other = Client(app)
    sign_in(other, "Fay")
    shown = other.get("/staff/changes")
    path = re.search(SECOND, shown.text)
    assert path
    other.post(path[1], data={"csrf_token": token(shown)})
    session.expire_all()
    assert blom.status.value == {"withdraw": "withdrawn", "erase": "erased"}[action]


def test_the_page_offers_the_step_itself_once_the_supporter_asked(
    app: Flask,
    session: Session,
    client: Client,
    staff: list[User],
    now: datetime,
    entry: Endorsement,
) -> None:
    supporters_own.withdraw(session, entry, now=now)
    session.commit()
    member(app, "Edna", StaffRole.REVIEWER)
    sign_in(client, "Edna")
    page = client.get(f"/staff/endorsements/{entry.id}").text
    assert "Propose to withdraw" not in page
    send(client, entry.id, "withdraw")
    session.expire_all()
    assert entry.status is Status.WITHDRAWN


STEP = "UPDATE endorsements SET status = :status, status_since = :now{} WHERE id = :id"


def step(session: Session, entry: Endorsement, action: Action, by: Actor, now: datetime) -> Any:
    """The decision of one person, and what an UPDATE of its entry needs."""
    target = ENDED[action]
    engine.decide(session, entry, action, by, now=now, source=entry.status, target=target)
    session.commit()
    at = session.scalar(text("SELECT max(decided_at) FROM decisions"))
    return {"status": target.value, "now": at, "id": entry.id}


@pytest.mark.parametrize(("kind", "status", "action"), STEPS)
def test_the_database_asks_for_two_or_the_supporter(
    app: Flask,
    session: Session,
    staff: list[User],
    now: datetime,
    kind: SupporterKind,
    status: Status,
    action: Action,
) -> None:
    entry = verified(app, session, staff, now, kind, status)
    change = propose(app, session, entry, action, staff[1], now)
    session.commit()
    values = step(session, entry, action, Actor.staff(staff[2].id), now + DAY)
    named = STEP.format(", change_id = :change")
    for statement in (STEP.format(""), named):  # nobody has agreed
        with pytest.raises(IntegrityError, match="takes two reviewers"):
            session.execute(text(statement), values | {"change": change.id})
        session.rollback()
    other = factories.seconded(session, entry, A.SUSPEND, now=now)
    session.commit()
    with pytest.raises(IntegrityError, match="takes two reviewers"):
        session.execute(text(named), values | {"change": other.id})
    session.rollback()
    agreed = factories.seconded(session, entry, action, now=now)
    session.commit()
    session.execute(text(named), values | {"change": agreed.id})
    session.rollback()


def test_the_database_believes_the_log_of_a_request_and_not_the_column(
    app: Flask, session: Session, staff: list[User], now: datetime, entry: Endorsement
) -> None:
    entry.withdrawal_requested_at = now
    session.flush()
    with pytest.raises(IntegrityError, match="takes two reviewers"):
        do(app, session, A.WITHDRAW, entry, staff[1], now, reason=ReasonCode.CALLED_BACK)
    session.rollback()
    entry = verified(app, session, reviewers(app, session, "ida", "ola"), now)
    supporters_own.withdraw(session, entry, now=now)
    why = {"reason": ReasonCode.NOT_AUTHORISED, "words": "Nobody there knows of it."}
    ola = session.scalars(select(User).where(User.name == "Ola")).one()
    do(app, session, A.DECLINE_WITHDRAWAL, entry, ola, now, **why)
    entry.withdrawal_requested_at = now
    session.flush()
    with pytest.raises(IntegrityError, match="takes two reviewers"):
        do(app, session, A.WITHDRAW, entry, ola, now, reason=ReasonCode.CALLED_BACK)
    session.rollback()


def test_the_database_lets_a_person_go_by_themselves(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified(app, session, staff, now, PERSON)
    values = step(session, entry, A.ERASE, SUPPORTER, now + DAY)
    session.execute(text(STEP.format("")), values)
    session.rollback()


def test_the_database_asks_for_two_for_another_date(
    app: Flask, session: Session, staff: list[User], now: datetime, entry: Endorsement
) -> None:
    day = {"effective_on": [str(entry.effective_on), "2026-02-01"]}
    by = Actor.staff(staff[1].id)
    engine.decide(session, entry, A.REDATE, by, now=now, difference=day)
    session.commit()
    redate = "UPDATE endorsements SET effective_on = '2026-02-01'{} WHERE id = :id"
    with pytest.raises(IntegrityError, match="takes two reviewers"):
        session.execute(text(redate.format("")), {"id": entry.id})
    session.rollback()
    agreed = factories.seconded(session, entry, A.REDATE, now=now)
    session.commit()
    session.execute(
        text(redate.format(", change_id = :change")), {"id": entry.id, "change": agreed.id}
    )
    session.rollback()
