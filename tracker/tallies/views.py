"""``tally.json``, the counts as data, and ``mark.json``, which tells only that something changed:
both cheap enough to be asked for every few seconds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Blueprint, Response, request
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.core import demonstration_mark
from tracker.core.audience import public
from tracker.core.cache import Answer, NamedCache
from tracker.core.clock import utcnow
from tracker.core.components import caches
from tracker.core.db import db
from tracker.core.errors import NotFound
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Campaign
from tracker.initiatives.reported import ReportedTally
from tracker.tallies import marks, queries, query_args

bp = Blueprint("tallies", __name__)
ANSWERS = NamedCache[Answer]("tallies")


@bp.get("/initiatives/<slug>/tally.json")
@public
def initiative_tally(slug: str) -> Response:
    """One initiative's tally, on a day and as known at an instant if the address says so."""
    return _answer("initiative", slug, _initiative)


@bp.get("/campaigns/<slug>/tally.json")
@public
def campaign_tally(slug: str) -> Response:
    """The tallies of a campaign's initiatives, and its governments combined."""
    return _answer("campaign", slug, _campaign)


@bp.get("/states/mark.json")
@public
def states_mark() -> Response:
    """What tells an open matrix of the States that it is out of date."""
    return _answer("states", "", _marked(marks.of_states))


@bp.get("/states/<iso3>/mark.json")
@public
def state_mark(iso3: str) -> Response:
    """The same for one State's page."""
    return _mark_of(lambda session, day: marks.of_state(session, iso3, day))


@bp.get("/organisations/<int:organisation_id>/mark.json")
@public
def organisation_mark(organisation_id: int) -> Response:
    """The same for one organisation's page."""
    return _mark_of(lambda session, day: marks.of_organisation(session, organisation_id, day))


@bp.get("/endorsements/<int:endorsement_id>/mark.json")
@public
def endorsement_mark(endorsement_id: int) -> Response:
    """The same for the page of one entry."""
    return _mark_of(lambda session, day: marks.of_entry(session, endorsement_id, day))


Plan = tuple[str, Callable[[], bytes]]
"""The tag of an answer, and how to make its body if it turns out to be needed."""


@dataclass(frozen=True)
class _Asked:
    """Which tally a request asks for, and how to tell it from every other."""

    slug: str
    as_of: date
    today: date
    known_at: datetime | None = None

    def etag(self, *covered: object) -> str:
        """A strong tag over the address, the UTC date and what the body is made of."""
        parts = [self.slug, self.today, self.as_of, self.known_at, *covered]
        digest = hashlib.sha256(json.dumps(parts, default=str).encode())
        return f'"{digest.hexdigest()[:32]}"'


def _answer(
    what: str, slug: str, make: Callable[[Session, _Asked], Plan], *, keep: bool = True
) -> Response:
    """The answer, 304 where it is known. Without `keep` it is made each time: of what there are so
    many that a few kept answers would only drive out those that many ask for."""
    now = utcnow()
    body: Callable[[], bytes]
    if request.query_string or not keep:
        found = query_args.parse_dates(now=now)
        asked = _Asked(slug, found.as_of, found.today, found.known_at)
        etag, body = make(_snapshot(), asked)
    else:
        # Only the plain address is kept; what is asked of the past is asked rarely.
        asked = _Asked(slug, now.date(), now.date())
        kept = (
            caches()
            .of(ANSWERS)
            .get(
                (what, slug, asked.today),
                lambda: _finished(make, asked),
                renew=lambda last: _finished(make, asked, last),
            )
        )
        etag, body = kept.etag, lambda: kept.body
    headers = [("ETag", etag), ("Cache-Control", "public, max-age=0, s-maxage=1")]
    if request.if_none_match.contains_weak(etag.strip('"')):
        return Response(status=304, headers=headers)
    return Response(body(), mimetype="application/json", headers=headers)


def _mark_of(mark: Callable[[Session, date], str]) -> Response:
    return _answer("mark", "", _marked(mark), keep=False)


def _marked(mark: Callable[[Session, date], str]) -> Callable[[Session, _Asked], Plan]:
    """A mark as an answer: it is its own tag."""

    def plan(session: Session, asked: _Asked) -> Plan:
        found = mark(session, asked.today)
        return f'"{found}"', lambda: _body({"mark": found})

    return plan


def _finished(
    make: Callable[[Session, _Asked], Plan], asked: _Asked, last: Answer | None = None
) -> Answer:
    """The answer of now; the last one where its tag still holds."""
    etag, body = make(_snapshot(), asked)
    return last if last is not None and last.etag == etag else Answer(body(), etag)


def _snapshot() -> Session:
    """A session that reads everything from one moment, so that a tag fits its body."""
    session: Session = db.session()
    queries.snapshot(session)
    return session


def _initiative(session: Session, asked: _Asked) -> Plan:
    facts = _facts(session, asked, asked.slug)
    if facts is None:
        raise NotFound(_("There is no initiative of that name here."))
    reported = _reported(session, asked, asked.slug)
    etag = asked.etag(*_covered(facts), queries.reported_as_json(reported))
    return etag, lambda: _body(_shape(session, facts, reported, asked))


def _campaign(session: Session, asked: _Asked) -> Plan:
    campaign = initiatives.campaign_by_slug(session, asked.slug)
    found = [
        facts
        for one in campaign.initiatives
        if (facts := _facts(session, asked, one.slug)) is not None
    ]
    reports = {
        subject: _reported(session, asked, subject)
        for subject in {_subject(campaign), *(facts.slug for facts in found)}
    }
    etag = asked.etag(
        "campaign",
        *(_covered(facts) for facts in found),
        *(queries.reported_as_json(reports[subject]) for subject in sorted(reports)),
    )

    def body() -> bytes:
        combined = queries.combined(
            session,
            [facts.initiative_id for facts in found],
            as_of=asked.as_of,
            known_at=asked.known_at,
        )
        return _body(
            {
                "campaign": campaign.slug,
                "as_of": asked.as_of.isoformat(),
                "ledger_size": max((facts.ledger_size for facts in found), default=0),
                "initiatives": [
                    _shape(session, facts, reports[facts.slug], asked) for facts in found
                ],
                "either": _numbers(combined.either),
                "both": _numbers(combined.both),
                "reported": queries.reported_as_json(reports[_subject(campaign)]),
            }
        )

    return etag, body


def _reported(session: Session, asked: _Asked, subject: str) -> ReportedTally | None:
    return initiatives.reported(session, subject, asked.as_of, asked.today, known_at=asked.known_at)


def _facts(session: Session, asked: _Asked, slug: str) -> queries.Facts | None:
    return queries.facts(
        session, slug, as_of=asked.as_of, today=asked.today, known_at=asked.known_at
    )


def _subject(campaign: Campaign) -> str:
    """What the campaign's own reported figure is about: its one initiative, or all together."""
    slugs = [one.slug for one in campaign.initiatives]
    return slugs[0] if len(slugs) == 1 else initiatives.combined_subject(campaign.slug)


def _shape(
    session: Session, facts: queries.Facts, reported: ReportedTally | None, asked: _Asked
) -> dict[str, Any]:
    counted = queries.tally(
        session,
        facts.initiative_id,
        as_of=asked.as_of,
        today=asked.today,
        known_at=asked.known_at,
    )
    return queries.as_json(counted, reported)


def _covered(facts: queries.Facts) -> tuple[object, ...]:
    return facts.initiative_id, facts.ledger_size, facts.content_version, facts.awaiting


def _numbers(states: queries.States) -> dict[str, int]:
    return {"members": len(states.members), "observers": len(states.observers)}


def _body(shape: dict[str, Any]) -> bytes:
    return (json.dumps(demonstration_mark.signed(shape), ensure_ascii=False) + "\n").encode()
