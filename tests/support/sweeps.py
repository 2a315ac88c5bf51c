"""Sign-ups by the dozen from one mail domain."""

from __future__ import annotations

from flask import Flask
from sqlalchemy.orm import Session

from tests.support.signup import link_in, newest_mail, post, sign_ups
from tests.support.webclient import Client
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.review.queue import queries


def flood(app: Flask, client: Client, *, confirmed: int = 2, unconfirmed: int = 1) -> list[int]:
    """Individuals of one mail domain and one bystander; the ids of the former."""
    for number in range(confirmed + unconfirmed):
        post(client, "individual", email=f"f{number}@flood.example", name=f"Flood {number}")
        if number < confirmed:
            client.post(link_in(newest_mail(app), "confirm"))
    ids = [entry.id for entry in sign_ups(app)]
    post(client, "individual", email="by@stander.example")
    client.post(link_in(newest_mail(app), "confirm"))
    return ids


def entries(session: Session, ids: list[int]) -> list[Endorsement]:
    session.expire_all()
    return [queries.item(session, entry_id) for entry_id in ids]


def statuses(session: Session, ids: list[int]) -> list[Status]:
    return [entry.status for entry in entries(session, ids)]
