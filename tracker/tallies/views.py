"""``tally.json``, the counts as data, and ``mark.json``, which tells only that something changed:
both cheap enough to be asked for every few seconds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flask import Blueprint, Response, request
from sqlalchemy.orm import Session

from tracker.core import demonstration_mark
from tracker.core.audience import public
from tracker.core.cache import Answer, NamedCache
from tracker.core.clock import utcnow
from tracker.core.components import caches
from tracker.core.db import db
from tracker.tallies import marks, queries
from tracker.tallies.answers import CampaignTally, InitiativeTally, Mark, TallyAnswer
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.query_args import parse_dates

bp = Blueprint("tallies", __name__)
ANSWERS = NamedCache[Answer]("tallies")
Read = Callable[[Session, AskedDates], TallyAnswer]


@bp.get("/initiatives/<slug>/tally.json")
@public
def initiative_tally(slug: str) -> Response:
    """Answer one initiative's tally, on a day and as known at an instant if the address says so."""
    key = ("initiative", slug)
    return _kept(key, lambda session, dates: InitiativeTally(session, slug, dates))


@bp.get("/campaigns/<slug>/tally.json")
@public
def campaign_tally(slug: str) -> Response:
    """Answer the tallies of a campaign's initiatives, and its governments combined."""
    key = ("campaign", slug)
    return _kept(key, lambda session, dates: CampaignTally(session, slug, dates))


@bp.get("/states/mark.json")
@public
def states_mark() -> Response:
    """Answer what tells an open matrix of the States that it is out of date."""
    return _kept(("states", ""), lambda session, dates: Mark(marks.of_states(session, dates.today)))


@bp.get("/states/<iso3>/mark.json")
@public
def state_mark(iso3: str) -> Response:
    """Answer the same for one State's page."""
    return _read_anew(lambda session, dates: Mark(marks.of_state(session, iso3, dates.today)))


@bp.get("/organisations/<int:organisation_id>/mark.json")
@public
def organisation_mark(organisation_id: int) -> Response:
    """Answer the same for one organisation's page."""
    return _read_anew(
        lambda session, dates: Mark(marks.of_organisation(session, organisation_id, dates.today))
    )


@bp.get("/endorsements/<int:endorsement_id>/mark.json")
@public
def endorsement_mark(endorsement_id: int) -> Response:
    """Answer the same for the page of one entry."""
    return _read_anew(
        lambda session, dates: Mark(marks.of_entry(session, endorsement_id, dates.today))
    )


def _kept(key: tuple[str, str], read: Read) -> Response:
    """Answer from what is kept for a moment. Only the plain address is kept: what is asked of the
    past is asked rarely."""
    if request.query_string:
        return _read_anew(read)
    today = utcnow().date()
    dates = AskedDates(as_of=today, today=today)
    answer = (
        caches()
        .of(ANSWERS)
        .get(
            (*key, today),
            lambda: _finished(read, dates),
            renew=lambda last: _finished(read, dates, last),
        )
    )
    return _response(answer.etag, lambda: answer.body)


def _read_anew(read: Read) -> Response:
    """Answer what is made each time: of what there are so many that a few kept answers would only
    drive out those that many ask for."""
    dates = parse_dates()
    answer = read(_snapshot(), dates)
    return _response(answer.etag, partial(answer.body, demonstration_mark.signed({})))


def _response(etag: str, body: Callable[[], bytes]) -> Response:
    """Answer 304 where the tag is known."""
    headers = [("ETag", etag), ("Cache-Control", "public, max-age=0, s-maxage=1")]
    if request.if_none_match.contains_weak(etag.strip('"')):
        return Response(status=304, headers=headers)
    return Response(body(), mimetype="application/json", headers=headers)


def _finished(read: Read, dates: AskedDates, last: Answer | None = None) -> Answer:
    """Return the answer of now; the last one where its tag still holds."""
    answer = read(_snapshot(), dates)
    if last is not None and last.etag == answer.etag:
        return last
    return Answer(answer.body(demonstration_mark.signed({})), answer.etag)


def _snapshot() -> Session:
    """Return a session that reads everything from one moment, so that a tag fits its body."""
    session: Session = db.session()
    queries.snapshot(session)
    return session
