"""A sweep through the pages: search, list, suspend, stop, restore; refusals lose nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support.signup import post
from tests.support.staff import member, sign_in, token
from tests.support.sweeps import flood, statuses
from tests.support.webclient import Client
from tracker import worker_tasks
from tracker.accounts.models import StaffRole
from tracker.core.clock import utcnow
from tracker.endorsements.lifecycle import Status
from tracker.staff import sweep_views
from tracker.staff.personal_read_views import on_record

pytestmark = pytest.mark.by_turns

SEARCH = "/staff/sweeps?mail_domain=flood.example"


def work(app: Flask) -> None:
    (task,) = [task for task in worker_tasks.tasks(app) if task.name == "bulk"]
    with app.app_context():
        while task.run(utcnow()):
            pass


def test_search_list_suspend_and_restore(app: Flask, client: Client, session: Session) -> None:
    ids = flood(app, client)
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    page = client.get(SEARCH)
    assert page.status_code == 200 and "3 entries found" in page.text
    assert "not counted from today on" in page.text and "@flood.example" not in page.text
    made = client.post(SEARCH, data={"csrf_token": token(page)})
    assert made.status_code == 303
    page = client.get(made.location)
    assert "Sweep of 3 entries" in page.text and "Flood 2" not in page.text
    step = {"csrf_token": token(page), "action": "suspend", "reason": "", "words": "a flood"}
    bad = client.post(f"{made.location}/step", data=step)
    assert bad.status_code == 422 and "Please choose the reason" in bad.text
    assert "a flood" in bad.text
    step["reason"] = "not_substantiated"
    assert client.post(f"{made.location}/step", data=step).status_code == 303
    again = client.post(f"{made.location}/step", data=step)
    assert again.status_code in (409, 422)
    stopped = client.post(f"{made.location}/stop", data={"csrf_token": step["csrf_token"]})
    assert "Stopped" in client.get(stopped.location).text
    client.post(f"{made.location}/resume", data={"csrf_token": step["csrf_token"]})
    work(app)
    page = client.get(made.location)
    assert re.search(r"Done</span> 3 of 3\s+done", page.text)
    assert statuses(session, ids)[0] is Status.SUSPENDED
    step |= {"action": "reinstate", "reason": "called_back"}
    assert client.post(f"{made.location}/step", data=step).status_code == 303
    work(app)
    assert statuses(session, ids)[0] is Status.VERIFIED
    assert "S-000001" in client.get("/staff/sweeps").text
    history = client.get(f"/staff/endorsements/{ids[2]}")
    assert "Held" in history.text and "Released" in history.text


def test_a_step_that_ends_while_the_page_is_made(
    app: Flask, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    flood(app, client)
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    made = client.post(SEARCH, data={"csrf_token": token(client.get(SEARCH))})
    step = {"csrf_token": token(client.get(made.location)), "action": "suspend"}
    step |= {"reason": "not_substantiated", "words": "a flood"}
    assert client.post(f"{made.location}/step", data=step).status_code == 303
    tell = on_record

    def tell_and_work(write: Callable[[Session], None]) -> None:
        tell(write)
        work(app)

    monkeypatch.setattr(sweep_views, "on_record", tell_and_work)
    page = client.get(made.location)
    assert re.search(r"Done</span> 3 of 3\s+done", page.text)
    assert '<option value="reinstate">' in page.text


def test_what_sweeps_hold_can_be_searched_for(app: Flask, client: Client) -> None:
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    page = client.get("/staff/sweeps?flag=held+by+sweep")
    assert page.status_code == 200 and ">held by sweep</option>" in page.text


def test_what_cannot_be_searched_for_is_said(app: Flask, client: Client) -> None:
    post(client, "individual")
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    bad = client.get("/staff/sweeps?network=xyz&since=yesterday")
    assert bad.status_code == 422 and 'href="#network"' in bad.text and "xyz" in bad.text
    empty = client.get("/staff/sweeps?mail_domain=nobody.example")
    assert "Nothing that counts" in empty.text
    refused = client.post(
        "/staff/sweeps?mail_domain=nobody.example", data={"csrf_token": token(empty)}
    )
    assert "This finds nothing" in client.get(refused.location).text
    everybody = client.get("/staff/sweeps?kind=individual").text
    assert "this would be everybody" in everybody and "for a sweep<" not in everybody
    assert client.get("/staff/sweeps/77").status_code == 404


def test_only_reviewers_sweep(app: Flask, client: Client) -> None:
    member(app, "Eve", StaffRole.ADMIN)
    sign_in(client, "Eve")
    page = client.get(SEARCH)
    assert page.status_code == 200
    assert client.post(SEARCH, data={"csrf_token": token(page)}).status_code == 403
