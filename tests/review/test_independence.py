"""Nobody decides for somebody else: appeals, mailboxes and houses, colleagues who left."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.review_cases import (
    decided,
    do,
    government,
    mailed,
    organisation,
    recorded,
    reviewers,
    vault,
    verdict,
    verified_government,
)
from tests.support.signup import mails
from tests.support.staff import member, sign_in
from tests.support.webclient import Client
from tracker.accounts import services as accounts
from tracker.accounts.events import By
from tracker.accounts.models import StaffRole, User
from tracker.core.errors import RuleBroken
from tracker.endorsements import services as supporters_own
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, ActorKind, ReasonCode, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.review.bulk import services
from tracker.review.decisions import proposals
from tracker.review.queue import claims, queries
from tracker.review.queue.queries import Filters
from tracker.supporters.models import SupporterKind

A = Action
NOBODY = 'class="note wrong" id="appeal"'
"""Marks an appeal that no active reviewer could decide."""
DOUBT = ReasonCode.NOT_SUBSTANTIATED
R = StaffRole.REVIEWER


def appealed(app: Flask, session: Session, staff: list[User], now: datetime) -> Endorsement:
    """An organisation that Ada recorded, Ben asked about, Cleo rejected, and that appealed."""
    entry = recorded(app, session, organisation(session), staff[0], now)
    do(app, session, A.ASK, entry, staff[1], now, reason=None, words="Which registry?")
    supporters_own.answer(session, entry, "The national one.", now=now)
    do(app, session, A.REJECT, entry, staff[2], now, reason=DOUBT)
    supporters_own.appeal(session, entry, "Please look again.", now=now)
    session.flush()
    return queries.item(session, entry.id)


@pytest.mark.parametrize("who", [1, 2], ids=["asked", "rejected"])
@pytest.mark.parametrize("action", [A.VERIFY, A.REJECT, A.ASK])
def test_who_decided_before_does_not_decide_the_appeal(
    app: Flask, session: Session, staff: list[User], now: datetime, who: int, action: Action
) -> None:
    entry = appealed(app, session, staff, now)
    reason = {A.VERIFY: ReasonCode.ORIGINAL_SEEN, A.REJECT: DOUBT}.get(action)
    with pytest.raises(RuleBroken, match="before its appeal"):
        do(app, session, action, entry, staff[who], now, reason=reason, words="As before.")
    do(app, session, action, entry, staff[3], now, reason=reason, words="Looked at anew.")
    assert decided(session, entry)[-1] is action


def test_the_database_leaves_an_appeal_to_another(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = appealed(app, session, staff, now)
    session.commit()
    session.add(
        Decision(
            endorsement_id=entry.id,
            initiative_id=entry.initiative_id,
            kind=entry.kind,
            action=A.REJECT,
            actor_kind=ActorKind.STAFF,
            decided_at=now,
            staff_id=staff[2].id,
        )
    )
    with pytest.raises(IntegrityError, match="took no part"):
        session.flush()
    session.rollback()


def test_who_rejected_a_person_does_not_erase_the_appeal(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    letter = organisation(
        session, "Iris Blom", kind=SupporterKind.PARLIAMENTARIAN, website="", be_named=True
    )
    entry = recorded(app, session, letter, staff[0], now)
    do(app, session, A.REJECT, entry, staff[1], now, reason=DOUBT)
    supporters_own.appeal(session, entry, "Please look again.", now=now)
    with pytest.raises(RuleBroken, match="before its appeal"):
        do(app, session, A.ERASE, entry, staff[1], now, reason=ReasonCode.OTHER, words="Asked.")
    do(app, session, A.ERASE, entry, staff[2], now, reason=ReasonCode.OTHER, words="Asked.")


@pytest.mark.parametrize("who", [1, 2], ids=["rejected", "asked"])
def test_the_database_leaves_the_erasure_of_an_appeal_to_another(
    app: Flask, session: Session, staff: list[User], now: datetime, who: int
) -> None:
    """To erase it would end the appeal, and for good."""
    letter = organisation(
        session, "Iris Blom", kind=SupporterKind.PARLIAMENTARIAN, website="", be_named=True
    )
    entry = recorded(app, session, letter, staff[0], now)
    do(app, session, A.ASK, entry, staff[2], now, reason=None, words="Which chamber?")
    supporters_own.answer(session, entry, "The lower one.", now=now)
    do(app, session, A.REJECT, entry, staff[1], now, reason=DOUBT)
    supporters_own.appeal(session, entry, "Please look again.", now=now)
    session.commit()
    erase = text(
        "INSERT INTO decisions (endorsement_id, initiative_id, kind, action, actor_kind,"
        " decided_at, staff_id, from_status, to_status, cites) VALUES (:id, :initiative, :kind,"
        " 'erase', 'staff', :now, :staff, 'in_review', 'erased', '')"
    )
    values = {"id": entry.id, "initiative": entry.initiative_id, "kind": entry.kind.value}
    with pytest.raises(IntegrityError, match="took no part"):
        session.execute(erase, values | {"now": now, "staff": staff[who].id})
    session.rollback()
    session.execute(erase, values | {"now": now, "staff": staff[3].id})
    session.rollback()


def test_the_queue_and_decisions_in_bulk_offer_an_appeal_to_another_only(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = appealed(app, session, staff, now)
    part = Filters(kind=SupporterKind.ORGANISATION)
    for involved in staff[:3]:
        assert claims.claim_next(session, part, involved, now=now) is None
        with pytest.raises(RuleBroken, match="None of these"):
            services.prepare(session, involved, [entry.id], Filters(), now=now)
    assert claims.claim_next(session, part, staff[3], now=now) == entry.id


def test_who_decided_before_does_not_undo_the_appeals_success(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = appealed(app, session, staff, now)
    made = services.prepare(session, staff[3], [entry.id], Filters(), now=now)
    services.start(session, made, staff[3], A.VERIFY, ReasonCode.ORIGINAL_SEEN, "", now=now)
    services.work(session, vault(app), now=now)
    services.undo(session, made, staff[2], now=now)
    services.work(session, vault(app), now=now)
    assert queries.item(session, entry.id).status is Status.VERIFIED


def test_a_first_rejection_offers_an_appeal_and_the_second_is_final(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = appealed(app, session, staff, now)
    do(app, session, A.REJECT, entry, staff[3], now, reason=DOUBT)
    session.commit()
    first, second = (mail for mail in mails(app) if "could not be substantiated" in mail["Subject"])
    texts = [mail.get_body(("plain",)).get_content() for mail in (first, second)]  # type: ignore[union-attr]
    assert "You may appeal once" in texts[0] and "/manage" in texts[0]
    assert "appeal once" not in texts[1] and "/manage" not in texts[1]
    assert "This decision is final" in texts[1]
    with pytest.raises(RuleBroken):
        supporters_own.appeal(session, entry, "And again?", now=now)


def test_the_page_of_an_appeal_says_who_cannot_decide_it_and_when_nobody_can(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    ben = session.get_one(User, member(app, "Ben", R))
    entry = recorded(app, session, organisation(session), ada, now)
    do(app, session, A.REJECT, entry, ben, now, reason=DOUBT)
    supporters_own.appeal(session, entry, "Please.", now=now)
    session.commit()
    sign_in(client, "Ben")
    assert "appeal; you decided before" in client.get("/staff/").text
    page = client.get(f"/staff/endorsements/{entry.id}").text
    assert NOBODY in page
    assert f"{entry.id}/verify" not in page and f"{entry.id}/reject" not in page
    member(app, "Cleo", R)
    page = client.get(f"/staff/endorsements/{entry.id}").text
    assert NOBODY not in page
    other = Client(app)
    sign_in(other, "Cleo")
    assert f"{entry.id}/verify" in other.get(f"/staff/endorsements/{entry.id}").text


def move_house(session: Session, staff: User, address: str) -> None:
    staff.email = address
    session.flush()


@pytest.mark.parametrize(
    ("mine", "officers"),
    [
        ("ben@mission.example", "counsellor@mission.example"),
        ("ben@press.mission.example", "counsellor@mail.mission.example"),
        ("amina.odhiambo+staff@gmail.com", "aminaodhiambo@googlemail.com"),
    ],
)
def test_no_approver_shares_a_mailbox_or_a_small_domain_with_the_officer(
    app: Flask, session: Session, staff: list[User], now: datetime, mine: str, officers: str
) -> None:
    move_house(session, staff[1], mine)
    letter = government(session, email=officers)
    entry = recorded(app, session, letter, staff[0], now)
    with pytest.raises(RuleBroken, match="Somebody else must judge it"):
        do(app, session, A.APPROVE, entry, staff[1], now)
    do(app, session, A.APPROVE, entry, staff[2], now)
    with pytest.raises(RuleBroken, match="Somebody else must judge it"):
        do(app, session, A.VERIFY, entry, staff[1], now)


def test_a_providers_domain_unites_nobody(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    move_house(session, staff[1], "ben@gmail.com")
    entry = recorded(app, session, organisation(session, email="ola@gmail.com"), staff[0], now)
    do(app, session, A.VERIFY, entry, staff[1], now)
    assert entry.status is Status.VERIFIED


def test_a_claim_of_the_same_organisation_makes_its_officer_dependent(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    """As when a reviewer signed an organisation up, and a colleague then sends a letter of it."""
    own = recorded(app, session, organisation(session, email="ben@lakes.example"), staff[0], now)
    move_house(session, staff[1], "ben@lakes.example")
    second = recorded(app, session, organisation(session), staff[0], now)
    own.supporter.merged_into_id = second.supporter_id
    session.flush()
    with pytest.raises(RuleBroken, match="your own address"):
        do(app, session, A.VERIFY, second, staff[1], now)


def test_two_accounts_of_one_mailbox_are_one_person(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    for reviewer, address in zip(
        staff, ("ada@gmail.com", "a.da@gmail.com", "ada+2@gmail.com"), strict=False
    ):
        move_house(session, reviewer, address)
    entry = recorded(app, session, government(session), staff[0], now)
    with pytest.raises(RuleBroken, match="same mailbox"):
        do(app, session, A.APPROVE, entry, staff[1], now)
    do(app, session, A.APPROVE, entry, staff[3], now)
    move_house(session, staff[3], "ad.a@gmail.com")
    move_house(session, staff[0], "ida@other.example")
    with pytest.raises(RuleBroken, match="same mailbox"):
        do(app, session, A.VERIFY, entry, staff[1], now)


def leave(app: Flask, session: Session, person: User, how: str, now: datetime) -> None:
    by = By(cites="test")
    if how == "deactivated":
        accounts.deactivate(session, vault(app), person, by, now=now)
    else:
        accounts.change_roles(session, vault(app), person, [StaffRole.EDITOR], by, now=now)


@pytest.mark.parametrize("how", ["deactivated", "role taken"])
def test_an_open_approval_lapses_with_the_account_or_the_role(
    app: Flask, session: Session, staff: list[User], now: datetime, how: str
) -> None:
    entry = recorded(app, session, government(session), staff[0], now)
    do(app, session, A.APPROVE, entry, staff[1], now)
    staff[1].password = "chosen"
    leave(app, session, staff[1], how, now)
    entry = queries.item(session, entry.id)
    assert (entry.status, entry.first_approver_id) == (Status.IN_REVIEW, None)
    newest = entry.decisions[-1]
    assert (newest.action, newest.actor_kind) == (A.REOPEN, ActorKind.SYSTEM)
    assert "no longer a reviewer" in newest.cites
    if how == "deactivated":  # coming back gives nothing back
        accounts.reactivate(session, vault(app), staff[1], By(cites="test"), now=now)
        assert queries.item(session, entry.id).status is Status.IN_REVIEW
    do(app, session, A.APPROVE, entry, staff[2], now)
    do(app, session, A.VERIFY, entry, staff[3], now)
    assert entry.status is Status.VERIFIED


def test_who_is_no_reviewer_decides_nothing_not_even_by_the_worker(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, organisation(session), staff[0], now)
    made = services.prepare(session, staff[1], [entry.id], Filters(), now=now)
    services.start(session, made, staff[1], A.VERIFY, ReasonCode.ORIGINAL_SEEN, "", now=now)
    leave(app, session, staff[1], "deactivated", now)
    services.work(session, vault(app), now=now)
    assert queries.item(session, entry.id).status is Status.IN_REVIEW
    assert services.progress(session, made).refused == 1


def test_a_proposal_lapses_with_its_proposer(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now)
    change = proposals.propose(
        session,
        vault(app),
        entry,
        A.SUSPEND,
        verdict(session, entry, staff[1], reason=DOUBT),
        now=now,
    )
    leave(app, session, staff[1], "deactivated", now)
    session.refresh(change)
    assert (change.applied, change.seconder_id) == (False, None)
    with pytest.raises(RuleBroken, match=r"settled|not on the staff"):
        proposals.second(session, vault(app), change, staff[3], now=now)
    (note,) = queries.notes(session, entry.id)
    assert "no reviewer any more" in note.words


def test_all_reviewers_and_administrators_hear_of_each_verified_government(
    app: Flask, session: Session, client: Client, staff: list[User], now: datetime
) -> None:
    session.commit()
    member(app, "Boss", StaffRole.ADMIN)
    member(app, "Edith", StaffRole.EDITOR)
    gone = member(app, "Gone", R)
    session.get_one(User, gone).active = False
    entry = verified_government(app, session, staff, now)
    session.commit()
    told = [mail for mail in mails(app) if "was verified for" in mail["Subject"]]
    everybody = {"ada", "ben", "cleo", "dan", "boss"}
    assert {mail["To"] for mail in told} == {f"{name}@staff.example" for name in everybody}
    assert "Ben and Cleo" in told[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    page = client.get(f"/endorsements/{entry.id}").text
    assert "Approved by 2 different people, on" in page and "23 Nov 2026" in page
    assert "Ben" not in page and "Cleo" not in page


def test_the_published_record_has_no_approvers(
    app: Flask, session: Session, client: Client
) -> None:
    listed = select(Endorsement.id).where(
        Endorsement.kind == SupporterKind.GOVERNMENT,
        Endorsement.origin == Origin.PUBLISHED_RECORD,
    )
    page = client.get(f"/endorsements/{session.scalars(listed).first()}").text
    assert "Approved by" not in page


def test_the_database_refuses_a_second_recorder_as_approver(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, government(session), staff[0], now)
    session.commit()
    row: Any = update(Endorsement).where(Endorsement.id == entry.id)
    with pytest.raises(IntegrityError, match="applied a list"):
        session.execute(row.values(second_recorder_id=staff[1].id))
    session.rollback()
    assert mailed(session) == []
