"""What became of a supporter, said on staff's pages."""

from __future__ import annotations

import re
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from tests.support.pages import plain
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole

HOW = {"on": "2026-09-01", "precision": "on", "source": "Register of associations, notice 7"}
PROPOSALS = "/staff/states/proposals"


def said(html: str) -> str:
    """What a page says, without its marks."""
    return re.sub(r" (?=[,)])|(?<=\() ", "", plain(html))


def sign_in_as(app: Flask, client: Client, role: StaffRole = StaffRole.REVIEWER) -> None:
    member(app, "Cleo", role)
    sign_in(client, "Cleo")


def send(client: Client, address: str, *, save: bool = False, **fields: Any) -> TestResponse:
    """Fill in a page's form as it stands, and send it."""
    shown = client.get(address)
    assert shown.status_code == 200, shown.text
    seen = re.search(r'name="seen"[^>]*value="(\d+)"', shown.text)
    assert seen
    data = HOW | {"seen": seen[1], "csrf_token": token(shown)} | fields
    return client.post(address, data=data | ({"save": "yes"} if save else {}))


def agree(app: Flask, name: str = "Dora", role: StaffRole = StaffRole.REVIEWER) -> TestResponse:
    """A different person agrees to what is proposed of a State."""
    other = Client(app)
    member(app, name, role)
    sign_in(other, name)
    shown = other.get(PROPOSALS)
    match = re.search(rf'action="({PROPOSALS}/\d+/agree)"', shown.text)
    assert match, shown.text
    return other.post(match[1], data={"csrf_token": token(shown)})


def undo(client: Client, supporter_id: int, why: str) -> TestResponse:
    shown = client.get(f"/staff/supporters/{supporter_id}")
    addresses = re.findall(r'action="([^"]+/take-back)"', shown.text)
    change_id = addresses[0].split("/")[-2]
    seen = re.search(rf'name="c{change_id}-seen"[^>]*value="(\d+)"', shown.text)
    csrf = re.search(rf'name="c{change_id}-csrf_token"[^>]*value="([^"]+)"', shown.text)
    assert seen and csrf
    fields = {"seen": seen[1], "csrf_token": csrf[1], "source": why}
    data = {f"c{change_id}-{name}": value for name, value in fields.items()}
    return client.post(addresses[0], data=data | {"csrf_token": csrf[1]})
