"""The end of personal details: after a period by kind and an email a month before."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, func, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support import factories
from tests.support.pages import plain
from tests.support.signup import link_in, mails, sign_up_and_confirm, sign_ups
from tests.support.webclient import Client, Runner, apart
from tracker import worker_tasks
from tracker.core.clock import utcnow
from tracker.core.errors import RuleBroken
from tracker.core.outbox import OutboxMail
from tracker.endorsements import engine, queries, services
from tracker.endorsements.decisions import Decision, DecisionNote
from tracker.endorsements.lifecycle import Action, Actor, ActorKind, ReasonCode, Status, find
from tracker.endorsements.models import Consent, ConsentPurpose, Endorsement, Officer
from tracker.endorsements.retention import endings, periods
from tracker.endorsements.retention.periods import NOTICE, PERIODS, Ending, Period
from tracker.initiatives.queries import by_slug
from tracker.ledger.models import LedgerEvent
from tracker.supporters.models import Supporter, SupporterKind
from tracker.worker_tasks import RetentionReport

DAY = timedelta(days=1)


def retain(app: Flask, now: datetime) -> RetentionReport:
    """One round of the worker's retention at a moment."""

    def run() -> RetentionReport:
        with app.app_context():
            return worker_tasks.enforce_retention(app.extensions["postman"], now=now)

    return apart(run)


def ended(app: Flask, client: Client, session: Session, period: Period) -> Endorsement:
    """An entry for which a period has just begun."""
    kind = sorted(period.kinds)[0]
    changed = {"consent_named": "y"} if kind.is_person else {}
    if kind is SupporterKind.INDIVIDUAL:
        changed["words"] = "We, the peoples."
    slug = "act-code-of-conduct" if kind is SupporterKind.GOVERNMENT else "unpa"
    sign_up_and_confirm(app, client, kind.value, slug=slug, **changed)
    entry = session.get_one(Endorsement, sign_ups(app)[-1].id)
    if period.ending is Ending.CLOSED:
        by_slug(session, slug).closed_on = utcnow().date()
    staff = factories.staff(session)
    for action in steps(entry, period.ending):
        if action is None:
            services.withdraw(session, entry, now=utcnow())
        else:
            fields = {"superseded_by_id": entry.id} if action is Action.SUPERSEDE else {}
            by_staff(session, entry, action, staff, **fields)
    session.commit()
    return entry


def steps(entry: Endorsement, ending: Ending) -> list[Action | None]:
    """What leads from a confirmed sign-up to an ending; none for the supporter's own withdrawal."""
    counted = entry.status is Status.VERIFIED
    if ending is Ending.REJECTED:
        return [*([Action.REOPEN] if counted else []), Action.REJECT]
    last_steps: dict[Ending, list[Action | None]] = {
        Ending.INVALIDATED: [Action.SUSPEND, Action.INVALIDATE],
        Ending.WITHDRAWN: [None if counted else Action.WITHDRAW],
        Ending.LAPSED: [Action.LAPSE],
        Ending.SUPERSEDED: [Action.SUPERSEDE],
        Ending.CLOSED: [],
    }
    return [*([] if counted else [Action.VERIFY]), *last_steps[ending]]


def by_staff(
    session: Session, entry: Endorsement, action: Action, staff: int, **fields: Any
) -> None:
    step = find(action, entry.status, entry.kind, ActorKind.STAFF)
    if entry.takes_two(step):
        fields["change"] = factories.seconded(session, entry, action, now=utcnow())
    engine.move(
        session,
        entry,
        action,
        Actor.staff(staff),
        now=utcnow(),
        reason=ReasonCode.NOT_SUBSTANTIATED,
        **fields,
    )


def held(session: Session, entry: Endorsement) -> str:
    """Everything personal that the database still holds of an entry, apart from decisions."""
    session.expire_all()
    supporter, officer = entry.supporter, session.get(Officer, entry.id)
    parts = [entry.words, entry.commitment_salt, queries.sealed_address(entry)]
    if entry.kind.is_person:
        parts += [supporter.name, supporter.name_key, supporter.country, supporter.email_digest]
    if officer is not None:
        parts += [officer.name, officer.title, officer.body, officer.email_digest]
    notes = select(DecisionNote.words).join(Decision).where(Decision.endorsement_id == entry.id)
    return " ".join(filter(None, [*parts, *session.scalars(notes)]))


def events(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(LedgerEvent)) or 0


def told(app: Flask) -> list[Any]:
    return [mail for mail in mails(app) if "erase your personal details" in mail["Subject"]]


ENDED = [
    period
    for period in PERIODS
    if period.told and period.kinds != frozenset({SupporterKind.GOVERNMENT})
]


def named(period: Period) -> str:
    return f"{period.ending.value}-{sorted(period.kinds)[0].value}"


def not_a_government(period: Period) -> Period:
    """Organisations stand for officers: a published government takes three people to change."""
    officers = SupporterKind.GOVERNMENT in period.kinds
    kinds = frozenset({SupporterKind.ORGANISATION}) if officers else period.kinds
    return Period(period.ending, kinds, period.after)


@pytest.mark.by_turns
@pytest.mark.parametrize(
    "period",
    [
        pytest.param(period, marks=[pytest.mark.long] if number % 3 else [])
        for number, period in enumerate(ENDED)
    ],
    ids=named,
)
def test_details_end_with_their_period_and_the_count_stays(
    app: Flask, client: Client, session: Session, period: Period
) -> None:
    entry = ended(app, client, session, not_a_government(period))
    status, counted = entry.status, events(session)
    address = app.extensions["vault"].open(queries.sealed_address(entry))
    running = periods.began(entry)
    assert running is not None and running[0].ending is period.ending
    end = running[1] + period.after
    assert retain(app, end - NOTICE - DAY).told == 0 and not told(app)
    assert retain(app, end - NOTICE + DAY).told == 1
    assert [mail["To"] for mail in told(app)] == [address]
    assert retain(app, end - NOTICE + 2 * DAY).told == 0
    assert retain(app, end - DAY).ended == 0 and held(session, entry)
    assert retain(app, end + 2 * DAY).ended == 1
    assert held(session, entry) == ""
    assert entry.status is status and events(session) == counted
    assert retain(app, end + 3 * DAY).ended == 0
    last = session.scalars(select(Decision).order_by(Decision.id.desc())).first()
    assert last is not None and last.action is Action.FORGET
    assert last.cites == f"retention: {period.ending.value}"


@pytest.mark.by_turns
def test_nobody_is_erased_who_was_not_emailed_a_month_before(
    app: Flask, client: Client, session: Session
) -> None:
    """As at the first deployment: everything ended long ago, and nobody was told."""
    sign_up_and_confirm(app, client, "individual")
    entry = session.get_one(Endorsement, sign_ups(app)[0].id)
    services.withdraw(session, entry, now=utcnow())
    now = utcnow() + 4000 * DAY
    first = retain(app, now)
    assert (first.told, first.ended) == (1, 0)
    (mail,) = told(app)
    due = (now + NOTICE).date()
    assert f"{due.day} {due:%b} {due.year}" in mail["Subject"]
    assert retain(app, now + NOTICE - DAY).ended == 0 and held(session, entry)
    assert retain(app, now + NOTICE + DAY).ended == 1 and not held(session, entry)


@pytest.mark.by_turns
def test_not_all_are_emailed_at_once(app: Flask, client: Client, session: Session) -> None:
    for name in ("a", "b", "c"):
        sign_up_and_confirm(app, client, "individual", email=f"{name}@people.example")
    for entry in sign_ups(app):
        services.withdraw(session, session.get_one(Endorsement, entry.id), now=utcnow())
    session.commit()
    now = utcnow() + 4000 * DAY
    vault = app.extensions["vault"]
    assert [endings.tell(session, vault, now=now, limit=2) for _round in range(3)] == [2, 1, 0]


@pytest.mark.by_turns
def test_an_address_that_cannot_be_read_holds_up_nobody(
    app: Flask, client: Client, session: Session
) -> None:
    for name in ("a", "b"):
        sign_up_and_confirm(app, client, "individual", email=f"{name}@people.example")
    broken, whole = (session.get_one(Endorsement, endorsement.id) for endorsement in sign_ups(app))
    broken.supporter.email_sealed = "what no key opens"
    session.execute(delete(OutboxMail))
    for entry in (broken, whole):
        services.withdraw(session, entry, now=utcnow())
    session.commit()
    now = utcnow() + 4000 * DAY
    retain(app, now)
    assert [mail["To"] for mail in told(app)] == ["b@people.example"]
    assert retain(app, now + NOTICE + DAY).ended == 2
    assert held(session, broken) == held(session, whole) == ""


def stay_link(app: Flask) -> str:
    return link_in(told(app)[-1], "stay-named")


@pytest.mark.by_turns
def test_who_chooses_to_stay_named_keeps_the_name_and_nothing_else(
    app: Flask, client: Client, session: Session
) -> None:
    entry = ended(
        app, client, session, Period(Ending.CLOSED, periods.INDIVIDUALS, 2 * periods.YEAR)
    )
    entry.initiative.archived_on = entry.initiative.closed_on
    session.commit()
    end = utcnow() + 2 * periods.YEAR
    retain(app, end - NOTICE + DAY)
    link = stay_link(app)
    for _look in range(2):
        page = client.get(link)
        assert page.status_code == 200 and offered(page) == ["stay"]
        assert page.headers["Cache-Control"] == "no-store"
    assert client.post(link, data={"what": "stay"}).status_code == 303
    assert offered(client.get(link)) == ["leave"]
    consent = session.get_one(Consent, (entry.id, ConsentPurpose.IN_RECORD))
    assert consent.version == 2 and consent.withdrawn_at is None
    assert retain(app, end + 2 * DAY).ended == 1
    session.expire_all()
    assert entry.supporter.name == "Amina Diallo" and held(session, entry) == (
        f"{entry.supporter.name} {entry.supporter.name_key}"
    )
    shown = client.get("/initiatives/unpa/individuals").text
    assert "Amina Diallo" in shown and "We, the peoples." not in shown
    # and whoever changes their mind is named no more at once
    assert client.post(link, data={"what": "leave"}).status_code == 303
    assert held(session, entry) == ""
    assert "Amina Diallo" not in client.get("/initiatives/unpa/individuals").text
    assert offered(client.get(link)) == []
    late = client.post(link, data={"what": "stay"})
    assert late.status_code == 409 and held(session, entry) == ""


@pytest.mark.by_turns
def test_only_what_was_counted_can_stay_named(app: Flask, client: Client, session: Session) -> None:
    entry = ended(app, client, session, Period(Ending.REJECTED, periods.INDIVIDUALS, 90 * DAY))
    retain(app, utcnow() + 80 * DAY)
    body = told(app)[-1].get_body(("plain",)).get_content()
    assert "/stay-named/" not in body
    with pytest.raises(RuleBroken):
        endings.choose_record(session, entry, True, now=utcnow(), language="en")


@pytest.mark.by_turns
def test_a_person_with_other_support_keeps_what_that_needs(
    app: Flask, client: Client, session: Session
) -> None:
    sign_up_and_confirm(app, client, "individual", also="", consent_named="y")
    sign_up_and_confirm(app, client, "individual", slug="1-for-7-billion", consent_named="y")
    first, second = (session.get_one(Endorsement, entry.id) for entry in sign_ups(app))
    services.withdraw(session, first, now=utcnow())
    session.commit()
    later = utcnow() + 200 * DAY
    retain(app, later)
    retain(app, later + NOTICE + DAY)
    session.expire_all()
    assert first.forgotten_at and first.commitment_salt is None and not first.be_named
    assert second.be_named and second.supporter.name == "Amina Diallo"
    assert second.supporter.email_sealed and second.commitment_salt
    services.withdraw(session, second, now=later)
    session.commit()
    retain(app, later + 200 * DAY)
    retain(app, later + 240 * DAY)
    assert held(session, second) == "" and held(session, first) == ""


@pytest.mark.by_turns
def test_an_appeal_in_time_stops_the_end(app: Flask, client: Client, session: Session) -> None:
    entry = ended(app, client, session, Period(Ending.REJECTED, periods.INDIVIDUALS, 90 * DAY))
    retain(app, utcnow() + 80 * DAY)
    services.appeal(session, entry, "Please look again.", now=utcnow() + 81 * DAY)
    session.commit()
    assert retain(app, utcnow() + 120 * DAY).ended == 0 and held(session, entry)
    by_staff(session, entry, Action.REJECT, factories.staff(session))
    session.commit()


def test_the_published_record_has_no_period(app: Flask, session: Session) -> None:
    for slug in ("unpa", "1-for-7-billion", "act-code-of-conduct"):
        by_slug(session, slug).closed_on = utcnow().date()
    session.commit()
    names = select(func.count()).where(Supporter.name != "")
    before = session.scalar(names)
    done = retain(app, utcnow() + 9000 * DAY)
    assert (done.told, done.ended) == (0, 0) and session.scalar(names) == before
    assert session.scalar(select(func.count()).where(Endorsement.forgotten_at.is_not(None))) == 0


def test_nothing_forgotten_is_reviewed_again(app: Flask, client: Client, session: Session) -> None:
    entry = ended(app, client, session, Period(Ending.REJECTED, periods.INDIVIDUALS, 90 * DAY))
    retain(app, utcnow() + 80 * DAY)
    retain(app, utcnow() + 120 * DAY)
    session.expire_all()
    assert entry.forgotten_at is not None
    with pytest.raises(RuleBroken, match="nothing is left to review"):
        by_staff(session, entry, Action.REOPEN, factories.staff(session))
    change = f"UPDATE endorsements SET status = 'in_review' WHERE id = {entry.id}"
    session.commit()
    with pytest.raises(DatabaseError, match="Nothing is left"):
        session.execute(text(change))
    session.rollback()


@pytest.mark.by_turns
def test_the_command_says_what_it_did(
    app: Flask, client: Client, session: Session, runner: Runner
) -> None:
    entry = ended(app, client, session, Period(Ending.WITHDRAWN, periods.INDIVIDUALS, 90 * DAY))
    entry.status_since = entry.status_since - 100 * DAY
    session.commit()
    assert "1 people were emailed" in runner.invoke(args=["retention", "run"]).output
    entry.ending_told_at = utcnow() - NOTICE - DAY
    session.commit()
    done = runner.invoke(args=["retention", "run"]).output
    assert "the details of 1 entries were erased" in done and held(session, entry) == ""


def offered(page: TestResponse) -> list[str]:
    """What the page of a name offers to do with it."""
    return re.findall(r'name="what" value="(\w+)"', page.text)


@pytest.mark.by_turns
def test_the_page_on_privacy_and_sign_up_say_what_is_enforced(app: Flask, client: Client) -> None:
    privacy = plain(client.get("/privacy").text)
    assert "Withdrawn support individuals: 90 days parliamentarians: 1 year" in privacy
    assert "7 days" in privacy and "60 days" in privacy and "30 days before" in privacy
    form = plain(client.get("/initiatives/unpa/endorse?kind=individual").text)
    assert "90 days after you withdraw" in form and "2 years after this initiative closes" in form
    officer = plain(client.get("/initiatives/unpa/endorse?kind=organisation").text)
    assert "role and email address 1 year after the entry is withdrawn" in officer


@pytest.mark.parametrize("ending", Ending)
def test_every_kind_has_a_period_for_every_ending_it_can_have(ending: Ending) -> None:
    kinds = [kind for period in PERIODS if period.ending is ending for kind in period.kinds]
    assert len(kinds) == len(set(kinds))
    assert set(kinds) == set(SupporterKind) or ending is Ending.LAPSED


def test_a_government_is_named_for_ever_and_its_officer_is_not(
    app: Flask, client: Client, session: Session
) -> None:
    period = Period(Ending.REJECTED, frozenset({SupporterKind.GOVERNMENT}), periods.YEAR)
    entry = ended(app, client, session, period)
    retain(app, utcnow() + 340 * DAY)
    assert "Belgium" in told(app)[-1].get_body(("plain",)).get_content()
    retain(app, utcnow() + 380 * DAY)
    assert held(session, entry) == "" and entry.supporter.name == "Belgium"
    assert session.scalar(select(func.count()).where(Officer.name != "")) == 0
