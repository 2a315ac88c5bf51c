"""Staff's lists of what is not documented here."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, datetime

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.pages import entry_of, page, plain
from tests.support.staff import member, sign_in
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.endorsements.lifecycle import Action
from tracker.initiatives.reported_figures import ReportedTally
from tracker.supporters.models import RegionalGroup
from tracker.work_lists import queries
from tracker.work_lists.queries import ListKind, Unfinished

TODAY = date(2026, 11, 30)
CODE = "act-code-of-conduct"


@pytest.fixture
def reviewer(app: Flask, client: Client) -> Client:
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    return client


def unfinished(session: Session, slug: str) -> Unfinished:
    return next(one for one in queries.unfinished(session, TODAY) if one.initiative.slug == slug)


def codes(found: Unfinished, kind: ListKind, group: RegionalGroup | None = None) -> set[str]:
    return {one.state.iso3 for one in found.of(kind, group)}


@pytest.mark.usefixtures("app")
def test_each_list_on_the_record(session: Session) -> None:
    every = queries.unfinished(session, TODAY)
    assert [one.initiative.slug for one in every] == [CODE], "all 107 of the declaration"
    (code,) = every
    assert (code.documented, code.reported.value) == (43, 129)
    assert len(codes(code, ListKind.SIBLING)) == 107 - 41, "all but those that endorsed both"
    assert codes(code, ListKind.VOICED) == {"ARE", "BEL", "CAN", "GEO", "GTM", "LTU", "MLT"}
    assert codes(code, ListKind.WITHDRAWN) == set()
    listed = codes(code, ListKind.SIBLING) | codes(code, ListKind.VOICED)
    assert len(codes(code, ListKind.NOTHING)) == 195 - 43 - len(listed)
    assert codes(code, ListKind.SIBLING, RegionalGroup.NONE) == {"VAT", "PSE"}
    by_group = [codes(code, ListKind.NOTHING, group) for group in RegionalGroup]
    assert sum(map(len, by_group)) == len(codes(code, ListKind.NOTHING))


@pytest.mark.usefixtures("app")
def test_who_withdrew(session: Session, sequence: Callable[..., int], now: datetime) -> None:
    entry = entry_of(session, "FRA")
    factories.by_staff(session, entry, Action.WITHDRAW, now=now, ended_on=date(2026, 11, 1))
    sequence(session)
    (found,) = unfinished(session, CODE).of(ListKind.WITHDRAWN)
    assert (found.state.iso3, found.since) == ("FRA", date(2026, 11, 1))
    assert [one.slug for one in found.elsewhere] == ["france-mexico"]
    assert "FRA" in codes(unfinished(session, CODE), ListKind.SIBLING)
    assert "FRA" not in codes(unfinished(session, CODE), ListKind.NOTHING)


def test_a_list_on_its_page(reviewer: Client) -> None:
    said = plain(page(reviewer, "/staff/lists"))
    assert "Not documented here" in said
    assert "129 reported (11 May 2023), 43 documented here" in said
    assert "missing" not in said.lower()
    said = plain(page(reviewer, f"/staff/lists/{CODE}/sibling"))
    assert "Armenia" in said and "France/Mexico declaration" in said
    said = plain(page(reviewer, f"/staff/lists/{CODE}/voiced?group=African"))
    assert "No State stands in this list." in said
    page(reviewer, f"/staff/lists/{CODE}/sibling?group=Nowhere", 400)
    page(reviewer, f"/staff/lists/{CODE}/nothing-of-the-kind", 404)
    page(reviewer, "/staff/lists/un2020/sibling", 404)


def test_a_list_as_csv(reviewer: Client) -> None:
    answer = reviewer.get(f"/staff/lists/{CODE}/voiced.csv")
    assert answer.mimetype == "text/csv"
    assert "not-documented-act-code-of-conduct-voiced.csv" in answer.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"))))
    assert len(rows) == 7
    assert {row["list"] for row in rows} == {"voiced"} and {row["grade"] for row in rows} == {
        "voiced"
    }
    assert all(row["since"] and row["entry"] for row in rows)
    few = reviewer.get(f"/staff/lists/{CODE}/sibling.csv?group=none").get_data(as_text=True)
    assert len(few.strip().splitlines()) == 3


def test_lists_end_when_the_documented_count_reaches_the_reported_one(
    reviewer: Client, session: Session
) -> None:
    reported = session.scalars(select(ReportedTally).where(ReportedTally.tally_id == "T57")).one()
    reported.value = 43
    session.commit()
    assert "ACT Code of Conduct" not in page(reviewer, "/staff/lists").split("<h1>")[1]
    for address in (f"/staff/lists/{CODE}/voiced", f"/staff/lists/{CODE}/voiced.csv"):
        assert "only while fewer governments" in page(reviewer, address, 404)


def test_nobody_else_sees_them(app: Flask, client: Client) -> None:
    assert client.get("/staff/lists").status_code == 302
    assert "/staff/lists" not in page(client, f"/initiatives/{CODE}")
