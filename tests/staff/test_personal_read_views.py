"""Staff see individuals by reference; their details open one by one and on the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import product

import pytest
from flask import Flask
from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.support.review_cases import organisation, recorded, reviewers
from tests.support.signup import sign_up_and_confirm
from tests.support.staff import long_ago, member, prove, sign_in, token
from tests.support.staff_routes import methods, staff_rules
from tests.support.webclient import Client
from tracker.accounts.models import StaffAction, StaffEvent, StaffRole, User
from tracker.challenges.models import Challenge, Ground
from tracker.core.clock import utcnow
from tracker.endorsements.models import Endorsement
from tracker.review.audit import personal_reads
from tracker.review.bulk import services as bulk_services
from tracker.review.bulk import sweeps
from tracker.review.decisions import corrections
from tracker.review.decisions import services as decisions_services
from tracker.review.models import PersonalRead, ReadKind
from tracker.review.queue import queries
from tracker.review.queue.queries import Filters
from tracker.supporters.models import Supporter

NAME, EMAIL, WORDS = "Zenobia Quistgaard", "zenobia@quistgaard.example", "Peace for Utopia"
PERSONAL = re.compile("quistgaard|zenobia", re.IGNORECASE)
TYPED = re.compile('value="Zenobia"|(words|name)=zenobia', re.IGNORECASE)
"""What a reader searched for stands on the page again, whether it is found or not."""


@dataclass
class Person:
    """An individual's entry and all that was written about it, by numbers."""

    id: int
    supporter_id: int
    reference: str
    numbers: list[int]


@pytest.fixture
def person(app: Flask, client: Client, session: Session) -> Person:
    """A flagged sign-up with words, notes, a correction, a reader's report, a bulk and a sweep."""
    visitor = Client(app)
    details = {"name": NAME, "email": EMAIL, "words": WORDS, "nickname": "bot"}
    sign_up_and_confirm(app, visitor, "individual", **details)
    entry = session.scalars(
        select(Endorsement).join(Endorsement.supporter).where(Supporter.name == NAME)
    ).one()
    (ada,) = reviewers(app, session, "reviewer")
    now = utcnow()
    decisions_services.note(session, entry, ada, f"Called {NAME}", now=now)
    seen = queries.newest_decision_id(session, entry.id)
    corrections.correct(
        session, entry, ada, {"name": f"{NAME} Jr"}, seen=seen, words=f"{NAME} asked", now=now
    )
    challenge = Challenge(
        endorsement_id=entry.id,
        ground=next(iter(Ground)),
        words=f"{NAME} is invented",
        source="",
        email_sealed=None,
        email_digest=None,
        locale="en",
        submitted_at=now,
    )
    challenge.confirmed_at = now
    session.add(challenge)
    many = bulk_services.prepare(session, ada, [entry.id], Filters(), now=now)
    sweep = sweeps.prepare(session, ada, sweeps.Query(mail_domain="quistgaard.example"), now=now)
    session.commit()
    sweep.query = {"flag": "held"}  # what staff searched for is theirs
    session.commit()
    numbers = {1, entry.id, entry.supporter_id, challenge.id, many.id, sweep.id}
    return Person(entry.id, entry.supporter_id, entry.reference, sorted(numbers))


def addresses(rule: Rule, person: Person) -> Iterator[str]:
    """Every address that a rule makes of the person's numbers."""
    plain = re.sub(r"<any\((\w+)[^>]*>", r"\1", rule.rule)
    names = re.findall(r"<int:(\w+)>", plain)
    for chosen in product(person.numbers, repeat=len(names)):
        made = plain
        for name, number in zip(names, chosen, strict=True):
            made = made.replace(f"<int:{name}>", str(number))
        yield re.sub(r"<[^>]*>", "x", made)


def show(client: Client, person: Person) -> TestResponse:
    page = client.get(f"/staff/endorsements/{person.id}")
    return client.post(
        f"/staff/endorsements/{person.id}/personal-details", data={"csrf_token": token(page)}
    )


def find(client: Client, email: str) -> TestResponse:
    page = client.get("/staff/personal-data")
    data = {"csrf_token": token(page), "email": email}
    return client.post("/staff/personal-data/find", data=data)


@pytest.mark.parametrize(
    "roles",
    [
        pytest.param(tuple(StaffRole), id="every role"),
        pytest.param(
            (StaffRole.EDITOR, StaffRole.ADMIN), id="all but reviewer", marks=pytest.mark.long
        ),
        *(pytest.param((role,), marks=pytest.mark.long, id=role) for role in StaffRole),
    ],
)
def test_no_page_names_an_individual(
    app: Flask, client: Client, session: Session, person: Person, roles: tuple[StaffRole, ...]
) -> None:
    """Every page and file of staff, with every number of theirs, for roles as one and by one."""
    member(app, "Cleo", *roles)
    sign_in(client, "Cleo")
    asked = ("", "?kind=individual", f"?words={NAME.split()[0]}", "?name=zenobia&kind=individual")
    opened = 0
    for rule in staff_rules(app):
        if "GET" not in methods(rule) or rule.endpoint == "security.logout":
            continue
        for address in addresses(rule, person):
            for query in asked if not rule.arguments else asked[:1]:
                page = client.get(address + query)
                typed = TYPED.sub("", page.text)
                shown = PERSONAL.search(typed) or PERSONAL.search(str(page.headers))
                if StaffRole.REVIEWER not in roles:  # who must judge them before they are public
                    shown = shown or re.search(WORDS, page.text)
                assert not shown, f"{address}{query} tells {roles}: {shown}"
                opened += page.status_code == 200
    assert opened > 15
    assert person.reference in client.get("/staff/log").text
    assert person.reference in client.get("/staff/?kind=individual").text


def test_a_search_in_words_does_not_tell_that_somebody_is_named(
    app: Flask, client: Client, session: Session, person: Person
) -> None:
    member(app, "Cleo", *StaffRole)
    sign_in(client, "Cleo")
    for address in ("/staff/log?words=Zenobia", "/staff/log.csv?words=Zenobia"):
        assert person.reference not in client.get(address).text
    for query in ("name=zenobia", "name=quistgaard&kind=individual"):
        assert person.reference not in client.get(f"/staff/sweeps?{query}").text


def test_details_open_for_a_reviewer_on_the_record_and_for_minutes(
    app: Flask, client: Client, session: Session, person: Person
) -> None:
    cleo = member(app, "Cleo", StaffRole.REVIEWER)
    sign_in(client, "Cleo")
    page = f"/staff/endorsements/{person.id}"
    assert "Show personal details" in client.get(page).text
    assert client.get(f"{page}/correct").location == page
    assert session.scalar(select(func.count()).select_from(PersonalRead)) == 0
    assert show(client, person).location == page
    shown = client.get(page)
    for told in (NAME, EMAIL, f"Called {NAME}", f"{NAME} asked"):
        assert told in shown.text
    title = re.search("<title>.*</title>", shown.text)
    assert title and NAME not in title[0]
    assert NAME in client.get(f"{page}/correct").text
    assert not PERSONAL.search(client.get("/staff/?kind=individual").text), "only that entry"
    (read,) = session.scalars(select(PersonalRead))
    assert (read.staff_id, read.endorsement_id, read.kind) == (cleo, person.id, ReadKind.ENTRY)
    colleague = Client(app)
    member(app, "Dora", StaffRole.REVIEWER)
    sign_in(colleague, "Dora")
    assert NAME not in colleague.get(page).text, "opened to whoever asked, and to nobody else"
    entry, staff = session.get_one(Endorsement, person.id), session.get_one(User, cleo)
    assert personal_reads.is_open(session, entry, staff, now=read.at + timedelta(minutes=4))
    assert not personal_reads.is_open(session, entry, staff, now=read.at + timedelta(minutes=5))


def test_details_need_a_fresh_sign_in(app: Flask, client: Client, person: Person) -> None:
    member(app, "Cleo", StaffRole.REVIEWER)
    sign_in(client, "Cleo")
    long_ago(client)
    back = prove(client, show(client, person))
    assert back.location.startswith(f"/staff/endorsements/{person.id}?draft=")
    assert NAME not in client.get(back.location).text
    show(client, person)
    assert NAME in client.get(f"/staff/endorsements/{person.id}").text
    long_ago(client)
    assert "verify" in find(client, EMAIL).location


@pytest.mark.parametrize("role", [StaffRole.EDITOR, StaffRole.ADMIN])
def test_only_reviewers_open_details(
    app: Flask, client: Client, session: Session, person: Person, role: StaffRole
) -> None:
    member(app, "Cleo", role)
    sign_in(client, "Cleo")
    assert "Show personal details" not in client.get(f"/staff/endorsements/{person.id}").text
    assert show(client, person).status_code == 403
    csrf = {"csrf_token": token(client.get("/staff/")), "email": EMAIL}
    assert client.post("/staff/personal-data/find", data=csrf).status_code == 403
    assert session.scalar(select(func.count()).select_from(PersonalRead)) == 0


def test_who_reads_much_must_wait(
    app: Flask, client: Client, session: Session, person: Person
) -> None:
    cleo = member(app, "Cleo", StaffRole.REVIEWER, StaffRole.ADMIN)
    sign_in(client, "Cleo")
    for _ in range(personal_reads.MAX_PER_HOUR):
        session.add(
            PersonalRead(staff_id=cleo, endorsement_id=None, kind=ReadKind.ADDRESS, at=utcnow())
        )
    session.commit()
    show(client, person)
    page = client.get(f"/staff/endorsements/{person.id}")
    assert "30 individuals within an hour" in page.text and NAME not in page.text
    found = find(client, EMAIL)
    assert found.status_code == 409 and person.reference not in found.text
    limits = select(func.count()).where(
        StaffEvent.action == StaffAction.READ_LIMIT, StaffEvent.staff_id == cleo
    )
    assert session.scalar(limits) == 2
    assert "too many individuals" in client.get("/staff/log").text
    now = utcnow() + personal_reads.READ_WINDOW
    entry, staff = session.get_one(Endorsement, person.id), session.get_one(User, cleo)
    personal_reads.open_entry(session, entry, staff, now=now)
    assert personal_reads.is_open(session, entry, staff, now=now)


def test_an_exact_address_finds_its_entries_on_the_record(
    app: Flask, client: Client, session: Session, person: Person
) -> None:
    cleo = member(app, "Cleo", StaffRole.REVIEWER)
    sign_in(client, "Cleo")
    found = find(client, EMAIL.upper())
    assert found.status_code == 200 and person.reference in found.text
    assert NAME not in found.text, "the details are one more step"
    assert person.reference not in find(client, "zenobia@elsewhere.example").text
    assert find(client, "zenobia").status_code == 422
    reads = session.scalars(select(PersonalRead).order_by(PersonalRead.id)).all()
    assert [(read.staff_id, read.endorsement_id, read.kind) for read in reads] == [
        (cleo, person.id, ReadKind.ADDRESS),
        (cleo, None, ReadKind.ADDRESS),
    ]
    assert NAME not in client.get(f"/staff/endorsements/{person.id}").text


def test_administrators_see_who_read_what(
    app: Flask, client: Client, session: Session, person: Person
) -> None:
    ids = [member(app, name, StaffRole.REVIEWER) for name in ("Cleo", "Dora")]
    at = utcnow() - timedelta(days=3)
    for staff_id, moment in ((ids[0], utcnow()), (ids[1], at)):
        session.add(
            PersonalRead(
                staff_id=staff_id, endorsement_id=person.id, kind=ReadKind.ENTRY, at=moment
            )
        )
    session.commit()
    member(app, "Boss", StaffRole.ADMIN)
    sign_in(client, "Boss")

    def rows(query: str = "") -> list[str]:
        page = client.get(f"/staff/personal-reads{query}")
        assert page.status_code == 200 and not PERSONAL.search(page.text)
        return re.findall(r'<th scope="row">(\w+)</th>', page.text)

    assert rows() == ["Dora", "Cleo"]
    assert rows(f"?person={ids[0]}") == ["Cleo"]
    assert rows(f"?day={at.date()}") == ["Dora"]
    assert rows(f"?day={at.date()}&person={ids[0]}") == []
    assert client.get("/staff/personal-reads?day=never").status_code == 422
    for _ in range(personal_reads.PAGE):
        session.add(
            PersonalRead(staff_id=ids[0], endorsement_id=None, kind=ReadKind.ADDRESS, at=at)
        )
    session.commit()
    older = re.search(r'rel="next" href="([^"]+)"', client.get("/staff/personal-reads").text)
    assert older and len(re.findall("<tr><td", client.get(older[1]).text)) == 2
    for role in (StaffRole.REVIEWER, StaffRole.EDITOR):
        other = Client(app)
        member(app, f"No{role}", role)
        sign_in(other, f"No{role}")
        assert other.get("/staff/personal-reads").status_code == 403


@pytest.mark.parametrize(
    "statement",
    ["UPDATE personal_reads SET staff_id = staff_id", "DELETE FROM personal_reads"],
)
def test_the_database_refuses_to_change_the_record(
    app: Flask, session: Session, person: Person, statement: str
) -> None:
    staff_id = member(app, "Cleo", StaffRole.REVIEWER)
    session.add(
        PersonalRead(staff_id=staff_id, endorsement_id=person.id, kind=ReadKind.ENTRY, at=utcnow())
    )
    session.commit()
    with pytest.raises(DatabaseError, match="append-only"):
        session.execute(text(statement))
    session.rollback()


def test_officers_are_named_to_reviewers_and_to_no_editor(
    app: Flask, client: Client, session: Session, now
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = recorded(app, session, organisation(session), ada, now)
    seen = queries.newest_decision_id(session, entry.id)
    changed = {"officer_name": "Olga Berg"}
    corrections.correct(session, entry, ada, changed, seen=seen, words="typo", now=now)
    session.commit()
    page = f"/staff/endorsements/{entry.id}"
    for role, sees in ((StaffRole.REVIEWER, True), (StaffRole.EDITOR, False)):
        member(app, f"A{role}", role)
        reader = Client(app)
        sign_in(reader, f"A{role}")
        shown = reader.get(page).text
        assert "Lakeside Institute" in shown
        assert ("Olga Berg" in shown) is sees and ("ola@lakeside.example" in shown) is sees
        assert ("“Ola Berg” → “Olga Berg”" in shown) is sees
        assert (entry.reference in reader.get("/staff/log?words=Olga").text) is sees
        assert ("Ola Berg" in reader.get("/staff/log").text) is sees
