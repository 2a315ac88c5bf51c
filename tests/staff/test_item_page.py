"""What the page of one entry offers and hides, without its HTML."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support.review_cases import (
    do,
    government,
    organisation,
    recorded,
    reviewers,
    vault,
    verified_government,
)
from tracker.accounts.models import User
from tracker.endorsements.lifecycle import Action
from tracker.endorsements.models import Endorsement
from tracker.review.decisions.options import Option, options
from tracker.staff.item_page import ItemPage

pytestmark = pytest.mark.by_turns


def page(
    app: Flask, session: Session, entry: Endorsement, reader: User, now: datetime, **more: Any
) -> ItemPage:
    shown = {"decides": True, "shows_person": True} | more
    with app.test_request_context():
        return ItemPage(session, vault(app), entry, reader, now=now, **shown)


def offered(page: ItemPage) -> list[Action]:
    return [form.action for form in page.forms]


def test_who_recorded_or_approved_is_offered_no_approval(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben, cleo = reviewers(app, session, "ada", "ben", "cleo")
    entry = recorded(app, session, government(session), ada, now)
    own = page(app, session, entry, ada, now)
    assert own.involvement.recorded and Action.APPROVE not in offered(own)
    assert offered(page(app, session, entry, ben, now))[0] is Action.APPROVE
    do(app, session, Action.APPROVE, entry, ben, now)
    once = page(app, session, entry, ben, now)
    assert once.involvement.approved and Action.VERIFY not in offered(once)
    assert once.colleagues == [cleo]
    assert Action.VERIFY in offered(page(app, session, entry, cleo, now))


def test_a_verified_government_changes_by_two(app: Flask, session: Session, now: datetime) -> None:
    entry = verified_government(app, session, reviewers(app, session, "ada", "ben", "cleo"), now)
    assert options(entry)[-2:] == [Option(Action.REGRADE, True), Option(Action.REDATE, True)]
    assert all(option.takes_two for option in options(entry))


def test_who_only_reads_sees_no_address_and_decides_nothing(
    app: Flask, session: Session, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = recorded(app, session, organisation(session), ada, now)
    read = page(app, session, entry, ada, now, decides=False)
    assert read.email is None and read.withholds_email and read.mail_sign is None
    assert not (read.can_be_decided or read.forms or read.may_correct or read.may_change_evidence)
    decided = page(app, session, entry, ada, now)
    assert decided.email == "ola@lakeside.example" and not decided.withholds_email
    assert decided.mail_sign is not None and decided.mail_sign.same
