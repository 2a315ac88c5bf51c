"""Two people are two mailboxes, and neither of them new: whatever it is that takes two."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.content_forms import SECOND, TALLIES, edit, leading_figure, publish_as_second
from tests.support.review_cases import (
    organisation,
    recorded,
    reviewers,
    vault,
    verdict,
    verified_government,
)
from tests.support.staff import signed_in, token
from tests.support.succession import send
from tests.support.webclient import Client
from tracker.accounts import services as accounts
from tracker.accounts.events import By
from tracker.accounts.models import UNCONFIRMED, StaffRole, User
from tracker.content import queries as content
from tracker.core.errors import RuleBroken
from tracker.endorsements.decisions import ProposedEdit
from tracker.endorsements.lifecycle import Action, ReasonCode, Status
from tracker.endorsements.models import Endorsement
from tracker.ledger.models import DatePrecision
from tracker.review.bulk import services as bulk_services
from tracker.review.decisions import proposals as decisions_proposals
from tracker.review.evidence import services as evidence_services
from tracker.review.evidence import text_proposals
from tracker.review.queue import queries
from tracker.review.queue.queries import Filters

WAIT = timedelta(days=7)
ADA = "ada@gmail.com"
R, E = StaffRole.REVIEWER, StaffRole.EDITOR


def account(session: Session, name: str, **values: object) -> None:
    """Change somebody's account where no page would."""
    session.execute(update(User).where(User.email == f"{name}@staff.example").values(**values))
    session.commit()


SECONDERS = (
    {"email": "a.d.a+second@googlemail.com"},
    {"governments_from": UNCONFIRMED},
    {"active": False},
)


@pytest.fixture
def government(app: Flask, session: Session, now: datetime) -> Endorsement:
    made = verified_government(app, session, reviewers(app, session, "ida", "ola", "uli"), now)
    session.commit()
    return made


@pytest.mark.parametrize("which", ["seconder", "proposer"])
@pytest.mark.parametrize("action", [Action.REDATE, Action.SUSPEND, Action.WITHDRAW])
def test_a_new_reviewer_is_no_second_person_of_a_governments_change(
    app: Flask, session: Session, now: datetime, government: Endorsement, action: Action, which: str
) -> None:
    ada, ben = reviewers(app, session, "ada", "ben")
    (ben if which == "seconder" else ada).governments_from = now + WAIT
    session.flush()
    on: dict[str, Any] = (
        {"on": date(2020, 5, 1), "precision": DatePrecision.ON} if action is Action.REDATE else {}
    )
    why = {Action.SUSPEND: ReasonCode.NOT_SUBSTANTIATED, Action.WITHDRAW: ReasonCode.CALLED_BACK}
    reason = why.get(action, ReasonCode.ORIGINAL_SEEN)
    saw = verdict(session, government, ada, reason=reason)
    change = decisions_proposals.propose(
        session, vault(app), government, action, saw, now=now, **on
    )
    with pytest.raises(RuleBroken, match="new"):
        decisions_proposals.second(session, vault(app), change, ben, now=now)
    session.commit()
    with pytest.raises(IntegrityError, match="new reviewer"):
        session.execute(
            text(
                "UPDATE proposed_changes SET applied = true, settled_at = proposed_at,"
                " seconder_id = :ben WHERE id = :id"
            ),
            {"ben": ben.id, "id": change.id},
        )
    session.rollback()
    decisions_proposals.second(session, vault(app), change, ben, now=now + WAIT)


@pytest.mark.parametrize("second", SECONDERS[:2], ids=["mailbox", "new"])
def test_one_person_does_not_publish_a_figure_that_leads(
    app: Flask, session: Session, client: Client, second: dict[str, object]
) -> None:
    ada = signed_in(app, "Ada")
    row = leading_figure(session)
    value = row.value
    edit(ada, f"{TALLIES}/{row.id}", value="190")
    account(session, "ada", email=ADA)
    ben = signed_in(app, "Ben")
    account(session, "ben", **second)
    page = ben.get(SECOND)
    assert f'action="{SECOND}/reported-tallies/{row.id}"' not in page.text
    figure = content.subject(session, content.kind_named("reported-tallies"), str(row.id))
    answer = ben.post(
        f"{SECOND}/reported-tallies/{row.id}",
        data={"csrf_token": token(page), "seen": figure.seen},
    )
    assert "Published" not in ben.get(answer.location).text
    assert leading_figure(session).value == value
    assert 'role="status"' in publish_as_second(signed_in(app, "Cleo"), row.id)
    assert leading_figure(session).value == 190


@pytest.mark.parametrize("left", SECONDERS[1:], ids=["new", "left"])
def test_what_only_new_or_former_editors_wrote_needs_another_writer(
    app: Flask, session: Session, client: Client, left: dict[str, object]
) -> None:
    ada = signed_in(app, "Ada")
    row = leading_figure(session)
    edit(ada, f"{TALLIES}/{row.id}", value="190")
    account(session, "ada", **left)
    ben = signed_in(app, "Ben")
    assert f'action="{SECOND}/reported-tallies/{row.id}"' not in ben.get(SECOND).text
    edit(signed_in(app, "Cleo"), f"{TALLIES}/{row.id}", value="191")
    assert 'role="status"' in publish_as_second(ben, row.id)
    assert leading_figure(session).value == 191


@pytest.mark.parametrize(
    ("who", "values"),
    [
        ("ben", SECONDERS[0]),
        ("ben", SECONDERS[1]),
        ("ada", SECONDERS[1]),
        ("ada", SECONDERS[2]),
    ],
)
def test_one_person_does_not_rename_a_state(
    app: Flask, session: Session, who: str, values: dict[str, object]
) -> None:
    ada = signed_in(app, "Ada")
    address = "/staff/states/NOR/succession"
    assert send(ada, address, save=True, successor="SWE").status_code == 302
    account(session, "ada", email=ADA)
    ben = signed_in(app, "Ben", R)
    if who == "ada":
        session.execute(update(User).where(User.email == ADA).values(**values))
        session.commit()
    else:
        account(session, "ben", **values)
    page = ben.get("/staff/states/proposals")
    path = re.search(r'action="(/staff/states/proposals/\d+/agree)"', page.text)
    assert path
    assert ben.post(path[1], data={"csrf_token": token(page)}).status_code == 409
    assert session.scalar(text("SELECT count(*) FROM supporter_changes")) == 0


def test_a_proposed_change_of_a_text_lapses_with_its_proposers_role(
    app: Flask, session: Session, now: datetime, government: Endorsement
) -> None:
    ada, ben = reviewers(app, session, "ada", "ben")
    paper = queries.item(session, government.id).evidence[0].instrument
    wanted = evidence_services.present(paper) | {"publisher": "The Mission"}
    made = text_proposals.propose(session, paper, ada, wanted, seen=paper.revision, now=now)
    accounts.change_roles(session, vault(app), ada, [E], By(staff_id=ben.id), now=now)
    session.expire_all()
    assert session.get_one(ProposedEdit, made.id).applied is False
    assert text_proposals.waiting(session) == []


def test_a_new_editor_waits_as_a_new_reviewer_does(
    app: Flask, session: Session, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    made = accounts.add(
        session,
        email="eve@staff.example",
        name="Eve",
        roles=[E],
        by=By(staff_id=ada.id),
        now=now,
    )
    made.active = True
    assert not made.counts(now) and made.counts(now + WAIT)
    accounts.change_roles(session, vault(app), ada, [R, E], By(staff_id=ada.id), now=now)
    assert ada.counts(now), "who is a reviewer already is not new"


def test_what_was_verified_in_bulk_long_ago_is_not_taken_back_by_one(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben, eve = reviewers(app, session, "ada", "ben", "eve")
    entry = recorded(app, session, organisation(session), ada, now)
    made = bulk_services.prepare(session, ben, [entry.id], Filters(), now=now)
    bulk_services.start(session, made, ben, Action.VERIFY, ReasonCode.ORIGINAL_SEEN, "", now=now)
    bulk_services.work(session, vault(app), now=now)
    late = now + timedelta(hours=2)
    bulk_services.undo(session, made, eve, now=late)
    bulk_services.work(session, vault(app), now=late)
    assert queries.item(session, entry.id).status is Status.VERIFIED
