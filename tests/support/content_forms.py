"""Editors' forms, filled in as a browser would."""

from __future__ import annotations

import html
import re
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support.staff import token
from tests.support.webclient import Client
from tracker.initiatives.reported_figures import ReportedTally

TALLIES = "/staff/content/reported-tallies"
SECOND = "/staff/content/second"


def form_of(page: TestResponse) -> dict[str, Any]:
    """What the page's form of content would send as it stands."""
    body = page.text[page.text.index('class="form content"') :]
    fields: dict[str, Any] = {"csrf_token": token(page)}
    for name, text in re.findall(
        r'<textarea[^>]*name="([^"]+)"[^>]*>\r?\n?(.*?)</textarea>', body, re.S
    ):
        fields[name] = html.unescape(text)
    for tag in re.findall(r"<input[^>]*>", body):
        name = re.search(r'name="([^"]+)"', tag)
        value = html.unescape((re.search(r'value="([^"]*)"', tag) or ["", ""])[1])
        if name is None or name[1] in ("csrf_token", "why", "q"):
            continue
        if 'type="checkbox"' in tag:
            if " checked" in tag:
                fields.setdefault(name[1], []).append(value)
        else:
            fields.setdefault(name[1], value)
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', body, re.S):
        chosen = re.search(r'<option selected value="([^"]*)"', options)
        fields[name] = html.unescape(chosen[1]) if chosen else ""
    return fields


def edit(client: Client, address: str, *, do: str = "save", **changes: Any) -> TestResponse:
    page = client.get(address)
    return client.post(address, data=form_of(page) | changes | {"do": do})


def leading_figure(session: Session) -> ReportedTally:
    """The figure that leads the page of the Code of Conduct."""
    session.expire_all()
    every = session.scalars(
        select(ReportedTally)
        .where(ReportedTally.subject == "act-code-of-conduct", ReportedTally.preferred == "yes")
        .order_by(ReportedTally.stands_from)
    ).all()
    return every[-1]


def publish_as_second(client: Client, row: Any, **query: str) -> str:
    """Press the button of the page of what needs a second person."""
    page = client.get(SECOND, query_string=query)
    at = f'action="{SECOND}/reported-tallies/{row}"'
    assert at in page.text, page.text
    form = page.text[page.text.index(at) :]
    seen = form.split('name="seen" value="')[1].split('"')[0]
    answer = client.post(
        f"{SECOND}/reported-tallies/{row}", data={"csrf_token": token(page), "seen": seen}
    )
    assert answer.status_code == 303
    return client.get(answer.location).text
