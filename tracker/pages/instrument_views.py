"""The texts on which public entries rest: who else rests on one, and its published file."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Response, render_template, send_file
from sqlalchemy.orm import Session

from tracker.core import query_args
from tracker.core.audience import public
from tracker.core.components import config
from tracker.core.db import db
from tracker.core.errors import NotFound
from tracker.endorsements import publication
from tracker.endorsements.evidence import speeches, uploads
from tracker.endorsements.evidence.models import Instrument
from tracker.endorsements.lifecycle import PUBLIC
from tracker.endorsements.models import Endorsement
from tracker.initiatives import queries as initiatives
from tracker.pages import dated_entries
from tracker.pages.blueprint import bp, page_dates, state_names
from tracker.presentation.page_cache import NO_STORE

PAGE = 100
MAX_COUNTED = 1000
"""Up to how many other entries are counted."""


@bp.get("/instruments/<int:instrument_id>")
@public
def instrument(instrument_id: int) -> Response:
    """One text, and the public entries that rest on it."""
    session, dates = db.session(), page_dates()
    instrument = publication.instrument(session, instrument_id)
    after = query_args.number("after") or 0
    entries = publication.resting_on(session, instrument_id, after=after, limit=PAGE + 1)
    endorsements, names = (
        list(entries[:PAGE]),
        state_names(session, dates.past, known_at=dates.known_at),
    )
    following = endorsements[-1].id if len(entries) > PAGE else None
    if not (after or following):
        endorsements.sort(
            key=lambda endorsement: names.get(
                endorsement.supporter.state_iso3 or "", endorsement.supporter.name
            )
        )
    persons = any(endorsement.kind.is_person for endorsement in endorsements)
    page = render_template(
        "pages/instrument.html",
        instrument=instrument,
        speakers=_speakers(session, [instrument]),
        published=instrument.file_public,
        entries=dated_entries.all_on(session, endorsements, dates),
        names=names,
        dates=dates,
        persons=persons,
        first=not after,
        following=following,
    )
    response = Response(page, mimetype="text/html")
    if persons:
        response.headers["Cache-Control"] = NO_STORE
    return response


@bp.get("/evidence/<int:instrument_id>/file")
@public
def instrument_file(instrument_id: int) -> Response:
    """A published file, always as a download and under a name that tells nothing of a person.

    Held back again, it is gone at once: what a browser or a CDN keeps, it must ask about.
    """
    instrument = publication.instrument(db.session(), instrument_id)
    if not instrument.file_public or instrument.file_sha256 is None:
        raise NotFound("No file is published with this text.")
    path = config().upload_dir / instrument.file_sha256
    if not path.is_file():
        raise NotFound("The file is not kept any more.")
    response = send_file(
        path,
        mimetype=instrument.file_type,
        as_attachment=True,
        download_name=f"rollcall-{instrument.reference}{uploads.ending(instrument.file_type)}",
        etag=instrument.file_sha256,
    )
    response.headers["Cache-Control"] = "no-cache"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def shared(session: Session, endorsement: Endorsement) -> dict[str, object]:
    """For an entry's page: how many others rest on each of its texts, and which files are open."""
    others = publication.count_others(session, endorsement, most=MAX_COUNTED + 1)
    is_public = endorsement.status in PUBLIC
    return {
        "others": others,
        "speakers": _speakers(session, [evidence.instrument for evidence in endorsement.evidence]),
        "most": MAX_COUNTED,
        "downloads": {
            evidence.instrument_id
            for evidence in endorsement.evidence
            if evidence.instrument.file_public and (is_public or others[evidence.instrument_id])
        },
    }


def _speakers(session: Session, instruments: Sequence[Instrument]) -> dict[str, str]:
    """Return speakers by the source of each speech among these texts; ask nothing without one."""
    cited = [instrument.source for instrument in instruments if speeches.cited(instrument.source)]
    return initiatives.speakers(session, cited) if cited else {}
