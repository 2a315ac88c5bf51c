"""A new reviewer approves governments once a second administrator agrees, or after some days."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from config import Config, SettingsError
from tests.support import staff_mail
from tests.support.review_cases import do, government, recorded, reviewers, vault
from tests.support.signup import mails as all_mails
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client
from tracker.accounts import confirmations, invitations, services
from tracker.accounts.events import COMMAND_LINE, By
from tracker.accounts.models import UNCONFIRMED, StaffAction, StaffEvent, StaffRole, User
from tracker.core.clock import utcnow
from tracker.core.errors import RuleBroken
from tracker.endorsements.lifecycle import Action, Status

WAIT = timedelta(days=7)
DAY = timedelta(days=1)
REVIEWER, ADMIN, EDITOR = StaffRole.REVIEWER, StaffRole.ADMIN, StaffRole.EDITOR
CLI = By(cites=COMMAND_LINE)


def someone(
    app: Flask, session: Session, name: str, by: By, now: datetime, *roles: StaffRole
) -> User:
    """An account that was given its roles by somebody, and is in use."""
    person = invitations.invite(
        session,
        vault(app),
        email=f"{name}@staff.example",
        name=name.title(),
        roles=roles,
        by=by,
        now=now,
        wait=WAIT,
    )
    person.active, person.password = True, "chosen"
    session.flush()
    return person


def by(person: User) -> By:
    return By(staff_id=person.id)


def old_admin(app: Flask, session: Session, name: str, now: datetime) -> User:
    """An administrator whose own role has waited."""
    return someone(app, session, name, CLI, now - 2 * WAIT, ADMIN)


def confirm(app: Flask, session: Session, person: User, who: User, now: datetime) -> None:
    confirmations.confirm(session, vault(app), person, by(who), now=now)


def test_an_administrator_alone_cannot_be_three_people(
    app: Flask, session: Session, now: datetime
) -> None:
    (recorder,) = reviewers(app, session, "ida")
    boss = old_admin(app, session, "boss", now)
    own = [someone(app, session, name, by(boss), now, REVIEWER) for name in ("ana", "ann")]
    entry = recorded(app, session, government(session), recorder, now)
    for late in (now, now + 6 * DAY):
        with pytest.raises(RuleBroken, match="You are a new reviewer"):
            do(app, session, Action.APPROVE, entry, own[0], late)
    with pytest.raises(RuleBroken, match="Another administrator"):
        confirm(app, session, own[0], boss, now)
    after = now + WAIT
    do(app, session, Action.APPROVE, entry, own[0], after)
    do(app, session, Action.VERIFY, entry, own[1], after)
    assert entry.status is Status.VERIFIED


def test_a_second_administrator_confirms_at_once(
    app: Flask, session: Session, now: datetime
) -> None:
    (recorder,) = reviewers(app, session, "ida")
    boss, chief = (old_admin(app, session, name, now) for name in ("boss", "chief"))
    ana = someone(app, session, "ana", by(boss), now, REVIEWER)
    assert ana.governments_from == UNCONFIRMED
    entry = recorded(app, session, government(session), recorder, now)
    with pytest.raises(RuleBroken, match="second administrator must confirm"):
        do(app, session, Action.APPROVE, entry, ana, now + 90 * DAY)
    confirm(app, session, ana, chief, now)
    do(app, session, Action.APPROVE, entry, ana, now)
    assert entry.status is Status.APPROVED_ONCE
    made = session.scalars(
        select(StaffEvent).where(StaffEvent.action == StaffAction.ROLE_CONFIRMED)
    ).one()
    assert (made.staff_id, made.by_id) == (ana.id, chief.id)


def test_a_second_own_administrator_confirms_nobody_before_it_counts(
    app: Flask, session: Session, now: datetime
) -> None:
    boss = old_admin(app, session, "boss", now)
    double = someone(app, session, "double", by(boss), now, ADMIN, REVIEWER)
    ana = someone(app, session, "ana", by(boss), now, REVIEWER)
    with pytest.raises(RuleBroken, match="new administrator yourself"):
        confirm(app, session, ana, double, now + 6 * DAY)
    with pytest.raises(RuleBroken, match="their own role"):
        confirm(app, session, double, double, now)
    with pytest.raises(RuleBroken, match="Another administrator"):
        confirm(app, session, double, boss, now)


def test_time_does_not_make_an_administrator_where_a_second_one_could_confirm(
    app: Flask, session: Session, now: datetime
) -> None:
    """With it, one administrator would confirm their own reviewers, however honest the other is."""
    boss, chief = (old_admin(app, session, name, now) for name in ("boss", "chief"))
    double = someone(app, session, "double", by(boss), now, ADMIN)
    late = now + 90 * DAY
    assert not double.confirms(late) and not double.counts(late)
    ana = someone(app, session, "ana", by(boss), late, REVIEWER)
    with pytest.raises(RuleBroken, match="new administrator yourself"):
        confirm(app, session, ana, double, late)
    with pytest.raises(RuleBroken, match="Another administrator"):
        confirm(app, session, double, boss, late)
    assert not ana.approves_governments(late + 90 * DAY)
    confirm(app, session, double, chief, late)
    confirm(app, session, ana, double, late)
    assert ana.approves_governments(late)


def test_who_counts_before_the_wait_is_over_could_confirm(
    app: Flask, session: Session, now: datetime
) -> None:
    """As when an account is made while the second administrator is still new."""
    boss = old_admin(app, session, "boss", now)
    chief = someone(app, session, "chief", CLI, now - 1 * DAY, ADMIN)
    confirm(app, session, chief, boss, now)
    newer = someone(app, session, "newer", by(chief), now, ADMIN)
    ann = someone(app, session, "ann", by(chief), now, REVIEWER, ADMIN)
    for person in (newer, ann):
        assert not person.counts(now + 90 * DAY)
        confirm(app, session, person, boss, now)


def test_a_second_administrator_who_is_new_keeps_time_from_helping(
    app: Flask, session: Session, now: datetime
) -> None:
    boss = old_admin(app, session, "boss", now)
    chief = someone(app, session, "chief", by(boss), now - 3 * DAY, ADMIN)
    assert chief.confirms_from == now + 4 * DAY, "nobody else could confirm it"
    double = someone(app, session, "double", by(boss), now, ADMIN, REVIEWER)
    assert not double.counts(now + 90 * DAY)
    confirm(app, session, double, chief, now + 4 * DAY)
    assert double.counts(now + 4 * DAY)


def test_nobody_gains_by_leaving_a_second_administrator_unconfirmed(
    app: Flask, session: Session, now: datetime
) -> None:
    boss = old_admin(app, session, "boss", now)
    chief = someone(app, session, "chief", CLI, now, ADMIN)
    assert chief.waits_to_confirm
    later = now + 30 * DAY
    double = someone(app, session, "double", by(boss), later, ADMIN, REVIEWER)
    assert not double.counts(later + 90 * DAY)
    services.deactivate(session, vault(app), boss, CLI, now=later, wait=WAIT)
    assert (chief.confirms_from, double.confirms_from) == (later + WAIT, UNCONFIRMED)
    confirm(app, session, double, chief, later + WAIT)


def test_sending_the_other_away_starts_the_wait_of_an_administrator_too(
    app: Flask, session: Session, now: datetime
) -> None:
    boss, chief = (old_admin(app, session, name, now) for name in ("boss", "chief"))
    double = someone(app, session, "double", by(boss), now, ADMIN)
    later = now + 30 * DAY
    services.deactivate(session, vault(app), chief, by(boss), now=later, wait=WAIT)
    assert double.confirms_from == later + WAIT


def test_another_account_of_the_givers_mailbox_confirms_nobody(
    app: Flask, session: Session, now: datetime
) -> None:
    boss, double = (old_admin(app, session, name, now) for name in ("boss", "double"))
    boss.email, double.email = "boss@gmail.com", "b.oss+2@googlemail.com"
    session.flush()
    ana = someone(app, session, "ana", by(boss), now, REVIEWER)
    with pytest.raises(RuleBroken, match="same mailbox"):
        confirm(app, session, ana, double, now)
    assert ana.governments_from == now + WAIT, "nobody could confirm it, so it waits"


def test_what_a_new_second_administrator_gives_its_own_giver_does_not_confirm(
    app: Flask, session: Session, now: datetime
) -> None:
    boss = old_admin(app, session, "boss", now)
    double = someone(app, session, "double", by(boss), now, ADMIN)
    ana = someone(app, session, "ana", by(double), now, REVIEWER)
    ann = someone(app, session, "ann", by(boss), now, REVIEWER)
    roles = [REVIEWER, ADMIN]
    services.change_roles(session, vault(app), ann, roles, by(double), now=now, wait=WAIT)
    for person in (ana, ann):
        with pytest.raises(RuleBroken, match="Another administrator"):
            confirm(app, session, person, boss, now)
        assert not person.approves_governments(now + 6 * DAY)


def test_sending_the_other_administrator_away_starts_the_wait_and_is_told(
    app: Flask, session: Session, now: datetime
) -> None:
    boss, chief = (old_admin(app, session, name, now) for name in ("boss", "chief"))
    (colleague,) = reviewers(app, session, "ida")
    ana = someone(app, session, "ana", by(boss), now - 2 * WAIT, REVIEWER)
    ana.governments_from = UNCONFIRMED
    services.deactivate(session, vault(app), chief, by(boss), now=now, wait=WAIT)
    assert ana.governments_from == now + WAIT
    session.commit()
    told = [mail for mail in all_mails(app) if "no longer an administrator" in mail["Subject"]]
    assert {mail["To"] for mail in told} == {colleague.email, ana.email}


def test_a_role_given_back_and_an_account_that_comes_back_wait_anew(
    app: Flask, session: Session, now: datetime
) -> None:
    boss = old_admin(app, session, "boss", now)
    ana = someone(app, session, "ana", by(boss), now - 2 * WAIT, REVIEWER)
    assert ana.approves_governments(now)
    for roles in ([EDITOR], [EDITOR, REVIEWER]):
        services.change_roles(session, vault(app), ana, roles, by(boss), now=now, wait=WAIT)
    assert not ana.approves_governments(now + 6 * DAY) and ana.approves_governments(now + WAIT)
    later = now + 2 * WAIT
    services.deactivate(session, vault(app), ana, by(boss), now=later, wait=WAIT)
    services.reactivate(session, vault(app), ana, by(boss), now=later, wait=WAIT)
    assert not ana.approves_governments(later) and ana.approves_governments(later + WAIT)


def test_all_other_staff_are_told_when_the_wait_begins(
    app: Flask, session: Session, now: datetime
) -> None:
    boss = old_admin(app, session, "boss", now)
    reviewers(app, session, "ida", "ola")
    session.commit()
    before = len(all_mails(app))
    someone(app, session, "ana", by(boss), now, REVIEWER)
    session.commit()
    told = [mail for mail in all_mails(app)[before:] if "has a new role" in mail["Subject"]]
    assert sorted(mail["To"] for mail in told) == ["ida@staff.example", "ola@staff.example"]
    assert "from 30 Nov 2026" in staff_mail.text(told[0])


def test_the_pages_say_it_and_let_a_second_administrator_confirm(
    empty_app: Flask, session: Session, client: Client
) -> None:
    boss, chief = (member(empty_app, name, ADMIN) for name in ("Boss", "Chief"))
    ana = member(empty_app, "Ana", EDITOR)
    person = session.get_one(User, ana)
    giver, now = By(staff_id=boss), utcnow()
    services.change_roles(session, vault(empty_app), person, [REVIEWER], giver, now=now)
    session.commit()
    sign_in(client, "Boss")
    page = client.get(f"/staff/people/{ana}")
    assert "until a second administrator confirms" in page.text
    assert f"/staff/people/{ana}/confirm" not in page.text
    refused = client.post(f"/staff/people/{ana}/confirm", data={"csrf_token": token(page)})
    assert "You gave this role" in client.get(refused.location).text
    other = Client(empty_app)
    sign_in(other, "Chief")
    page = other.get(f"/staff/people/{ana}")
    assert f"/staff/people/{ana}/confirm" in page.text
    other.post(f"/staff/people/{ana}/confirm", data={"csrf_token": token(page)})
    session.expire_all()
    assert session.get_one(User, ana).governments_from != UNCONFIRMED
    assert chief != boss


def test_the_wait_is_seven_days_in_production_and_none_in_development() -> None:
    secret = "x" * 40
    production = {
        "TRACKER_ENV": "production",
        "TRACKER_SECRET_KEY": secret,
        "TRACKER_LOOKUP_KEY": secret,
        "TRACKER_DATA_KEYS": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
        "TRACKER_DATABASE_URL": "sqlite:////tmp/none.db",
        "TRACKER_PUBLIC_URL": "https://rollcall.example",
        "TRACKER_SMTP_URL": "smtp://localhost",
        "TRACKER_CONTACT_EMAIL": "a@rollcall.example",
    }
    assert Config.from_env(production).reviewer_wait == WAIT
    assert (
        Config.from_env(production | {"TRACKER_REVIEWER_WAIT_DAYS": "3"}).reviewer_wait == 3 * DAY
    )
    with pytest.raises(SettingsError, match="TRACKER_REVIEWER_WAIT_DAYS"):
        Config.from_env(production | {"TRACKER_REVIEWER_WAIT_DAYS": "0"})
