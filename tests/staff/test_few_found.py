"""Searching by a mail domain or a network that few individuals have is a read of who signed."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.signup import link_in, newest_mail, post, sign_ups
from tests.support.staff import long_ago, member, sign_in, token
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.core.clock import utcnow
from tracker.endorsements.abuse.traces import Trace
from tracker.initiatives.models import Initiative
from tracker.review.audit import personal_reads
from tracker.review.bulk import sweeps
from tracker.review.bulk.sweeps import Query
from tracker.review.models import PersonalRead, ReadKind
from tracker.supporters.models import SupporterKind

OWN = "/staff/sweeps?mail_domain=dupont.example"
NOBODYS = "/staff/sweeps?mail_domain=nobody.example"


def sign(app: Flask, client: Client, address: str) -> int:
    """Sign and confirm as an individual; the entry's id."""
    assert post(client, "individual", email=address).status_code == 303
    client.post(link_in(newest_mail(app), "confirm"))
    return sign_ups(app)[-1].id


def reads(session: Session) -> list[tuple[int, int | None]]:
    session.expire_all()
    reads_kept = session.scalars(select(PersonalRead).order_by(PersonalRead.id)).all()
    assert {read.kind for read in reads_kept} <= {ReadKind.ADDRESS}
    return [(read.staff_id, read.endorsement_id) for read in reads_kept]


def test_a_search_that_finds_one_person_or_nobody_is_on_the_record(
    app: Flask, client: Client, session: Session
) -> None:
    person = sign(app, client, "marie@dupont.example")
    cleo = member(app, "Cleo", StaffRole.REVIEWER)
    sign_in(client, "Cleo")
    page = client.get(OWN)
    assert page.status_code == 200 and "1 entry found" in page.text
    assert reads(session) == [(cleo, person)]
    made = client.post(OWN, data={"csrf_token": token(page)})
    assert "Sweep of 1 entry" in client.get(made.location).text
    assert reads(session) == [(cleo, person)], "the same, a moment later"
    assert "dupont.example" not in client.get("/staff/sweeps").text
    for _ in range(2):
        assert "0 entries found" in client.get(NOBODYS).text
    assert reads(session) == [(cleo, person), (cleo, None), (cleo, None)]

    dora, other = member(app, "Dora", StaffRole.REVIEWER), Client(app)
    sign_in(other, "Dora")
    other.get(made.location)
    assert reads(session)[3:] == [(dora, person)], "a colleague's sweep tells as much"


def test_listing_for_a_sweep_at_once_is_on_the_record_too(
    app: Flask, client: Client, session: Session
) -> None:
    person = sign(app, client, "marie@dupont.example")
    cleo = member(app, "Cleo", StaffRole.REVIEWER)
    sign_in(client, "Cleo")
    proof = token(client.get("/staff/sweeps?flag=held+by+sweep"))
    assert client.post(OWN, data={"csrf_token": proof}).location.endswith("/staff/sweeps/1")
    assert reads(session) == [(cleo, person)]


@pytest.mark.parametrize("narrow", [{}, {"kind": "individual"}, {"initiative": "unpa"}])
def test_by_network_and_within_other_filters_it_is_the_same(
    app: Flask, client: Client, session: Session, narrow: dict[str, str]
) -> None:
    person = sign(app, client, "marie@dupont.example")
    mark = session.get_one(Trace, person).network
    session.rollback()
    member(app, "Cleo", StaffRole.REVIEWER)
    sign_in(client, "Cleo")
    client.get("/staff/sweeps", query_string={"network": mark[:8], **narrow})
    assert [entry for _staff, entry in reads(session)] == [person]


def test_who_has_not_proved_who_they_are_lately_is_told_nothing(
    app: Flask, client: Client, session: Session
) -> None:
    sign(app, client, "marie@dupont.example")
    member(app, "Cleo", StaffRole.REVIEWER)
    sign_in(client, "Cleo")
    made = client.post(OWN, data={"csrf_token": token(client.get(OWN))}).location
    proof = token(client.get("/staff/sweeps?flag=held+by+sweep"))
    recorded = reads(session)
    long_ago(client)
    for address in (OWN, NOBODYS, made):
        answer = client.get(address)
        assert answer.status_code == 303 and "/verify" in answer.location, address
    answer = client.post(OWN, data={"csrf_token": proof})
    assert answer.status_code == 303 and "/staff/sweeps/" not in answer.location
    assert reads(session) == recorded


def test_administrators_search_on_the_record_as_well(
    app: Flask, client: Client, session: Session
) -> None:
    person = sign(app, client, "marie@dupont.example")
    eve = member(app, "Eve", StaffRole.ADMIN)
    sign_in(client, "Eve")
    assert "1 entry found" in client.get(OWN).text
    assert reads(session) == [(eve, person)]
    listed = client.get("/staff/personal-reads").text
    assert "searched for the address, mail domain or network" in listed
    assert "dupont" not in listed


def test_too_many_such_searches_within_an_hour_are_refused(
    app: Flask, client: Client, session: Session
) -> None:
    sign(app, client, "marie@dupont.example")
    cleo = member(app, "Cleo", StaffRole.REVIEWER)
    rows: Any = {"staff_id": cleo, "endorsement_id": None, "kind": ReadKind.ADDRESS}
    for _ in range(personal_reads.MAX_PER_HOUR):
        session.add(PersonalRead(at=utcnow(), **rows))
    session.commit()
    sign_in(client, "Cleo")
    page = client.get(OWN)
    assert page.status_code == 409 and "within an hour" in page.text
    assert "1 entry found" not in page.text


def test_many_individuals_are_told_of_without_a_record_and_one_person_is_one(
    app: Flask, client: Client, session: Session
) -> None:
    """However many initiatives one person signed, and however often strangers sign others up."""
    others = session.scalars(select(Initiative.id).where(Initiative.slug != "unpa")).all()
    post(client, "individual", email="marie@dupont.example", also=[str(other) for other in others])
    client.post(link_in(newest_mail(app), "confirm"))
    hers = {entry.id for entry in sign_ups(app)}
    assert len(hers) == sweeps.MIN_INDIVIDUALS
    for number in range(sweeps.MIN_INDIVIDUALS):
        post(client, "individual", email=f"stranger{number}@dupont.example")
    own = Query(mail_domain="dupont.example")
    few = sweeps.singled_out(session, own)
    assert few is not None and few[0] in hers and not hers & set(few[1:])
    assert sweeps.singled_out(session, Query(mail_domain="nobody.example")) == []
    for alone in (
        Query(mail_domain="dupont.example", kind=SupporterKind.ORGANISATION),
        Query(mail_domain="dupont.example", name="forum"),
        Query(flag="held by sweep"),
    ):
        assert sweeps.singled_out(session, alone) is None
    session.rollback()
    for number in range(sweeps.MIN_INDIVIDUALS - 1):
        assert sweeps.singled_out(session, own) is not None
        session.rollback()
        sign(app, client, f"f{number}@dupont.example")
    assert sweeps.singled_out(session, own) is None
    session.rollback()
    member(app, "Cleo", StaffRole.REVIEWER)
    sign_in(client, "Cleo")
    assert "entries found" in client.get(OWN).text and reads(session) == []
