"""An initiative's feed: entries that came onto the pages, what was changed in them since, and what
was changed in the figures that others report.

Atom (RFC 4287). The same decisions as the page of corrections and the history of each entry, in
the same fixed words. Readers keep copies of a feed for ever, so persons are never in it:
governments and organisations only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from flask import Response, render_template, request
from flask_babel import force_locale, ngettext
from flask_babel import gettext as _
from sqlalchemy import select, text
from sqlalchemy.orm import Session, contains_eager

from tracker.core.audience import public
from tracker.core.cache import Answer, NamedCache
from tracker.core.components import caches, config
from tracker.core.db import db
from tracker.core.errors import BadInput
from tracker.endorsements.decisions import PUBLISHES, Decision
from tracker.endorsements.models import Endorsement
from tracker.endorsements.publication import HAS_A_PAGE
from tracker.endorsements.publication import public as may_be_public
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Initiative
from tracker.pages import corrections, fact_changes
from tracker.pages.blueprint import state_names
from tracker.pages.corrections import Correction
from tracker.pages.fact_changes import FactChange
from tracker.presentation import figures, history_labels
from tracker.sharing import query_args
from tracker.sharing.blueprint import bp
from tracker.sharing.markup import legible
from tracker.supporters.models import SupporterKind
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.query_args import parse_dates

FEEDS = NamedCache[Answer]("feeds")
MAX_CHANGES = 50
"""The newest changes that a feed holds."""
TAG_YEAR = 2026
"""The year that stands in the names of feeds and changes: whoever had the host then made them
(RFC 4151). It never changes."""
NOTHING_YET = datetime(TAG_YEAR, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change, as a feed tells it."""

    tag: str
    at: datetime
    title: str
    words: str
    action: str
    endorsement_id: int | None = None
    address: str = ""
    """The page of a change that is of no entry, without the site."""


@bp.get("/initiatives/<slug>/feed.atom")
@public
def feed(slug: str) -> Response:
    """Send the newest changes to an initiative's published entries, up to now or as known when."""
    language, when = query_args.language(), parse_dates()
    if when.past:
        raise BadInput(
            "A feed tells changes by the day on which they were made here (known_at). A day in "
            "the world (as_of) leaves nothing out of it."
        )
    if when.live:
        finished = caches().of(FEEDS).get((slug, language), lambda: _feed(slug, language, when))
    else:
        finished = _feed(slug, language, when)
    response = Response(finished.body, content_type="application/atom+xml; charset=utf-8")
    response.headers["ETag"] = finished.etag
    response.headers["Cache-Control"] = "public, max-age=60"
    response.make_conditional(request)
    return response


def _feed(slug: str, language: str, when: AskedDates) -> Answer:
    session = db.session()
    with force_locale(language):
        initiative = initiatives.by_slug(session, slug)
        newest = changes(session, initiative, known_at=when.known_at)
        document = render_template(
            "sharing/feed.xml",
            initiative=initiative,
            changes=newest,
            updated=newest[0].at if newest else NOTHING_YET,
            when=when,
            tag=_tag(f"initiatives/{slug}"),
            site=config().public_url,
        )
    return Answer.of(legible(document))


def changes(
    session: Session, initiative: Initiative, *, known_at: datetime | None = None
) -> list[Change]:
    """Return what happened to an initiative's published entries and reported figures, newest first.
    Nothing of persons."""
    within = (
        *corrections.made_by_then(known_at),
        Endorsement.initiative_id == initiative.id,
        Endorsement.kind.in_((SupporterKind.GOVERNMENT, SupporterKind.ORGANISATION)),
    )
    changed, _older = corrections.corrections(session, limit=MAX_CHANGES, within=within)
    came = session.execute(
        select(Decision, Endorsement)
        .join(Endorsement, Endorsement.id == Decision.endorsement_id)
        .join(Endorsement.supporter)
        .options(contains_eager(Endorsement.supporter))
        .where(
            text(f"decisions.{PUBLISHES}"),
            *may_be_public(HAS_A_PAGE),
            *within,
            Decision.decided_at >= Endorsement.verified_at,
        )
        .order_by(Decision.id.desc())
        .limit(MAX_CHANGES)
    )
    decided = [*changed, *(Correction(*row) for row in came)]
    decided.sort(key=lambda row: (row.decision.decided_at, row.decision.id), reverse=True)
    names = state_names(session, known_at=known_at)
    facts = fact_changes.told(session, names, until=known_at, of_initiative=initiative)
    told = [*_told(decided[:MAX_CHANGES], names), *map(_of_fact, facts)]
    return sorted(told, key=lambda change: change.at, reverse=True)[:MAX_CHANGES]


def _of_fact(fact: FactChange) -> Change:
    return Change(
        tag=_tag(f"facts/{fact.id}"),
        at=fact.at,
        title=f"{fact.name}: {fact.words}",
        words=fact.words,
        action="reported",
        address=fact.address or "/corrections",
    )


def _told(corrected: Sequence[Correction], names: dict[str, str]) -> list[Change]:
    told = []
    for correction in corrected:
        decision, supporter = correction.decision, correction.endorsement.supporter
        name = names.get(supporter.state_iso3 or "", supporter.name)
        words = history_labels.for_decision(decision) or ""
        told.append(
            Change(
                tag=_tag(f"changes/{decision.id}"),
                at=decision.decided_at,
                title=f"{name}: {words}",
                words=f"{words}. {_others(correction.others)}".strip(),
                action=decision.action.value,
                endorsement_id=correction.endorsement.id,
            )
        )
    return told


def _others(count: int) -> str:
    if not count:
        return ""
    if count > corrections.MAX_COUNTED:
        return str(
            _(
                "The same in more than %(num)s other entries that rest on the same text.",
                num=figures.number(corrections.MAX_COUNTED),
            )
        )
    return str(
        ngettext(
            "The same in %(num)s other entry that rests on the same text.",
            "The same in %(num)s other entries that rest on the same text.",
            count,
        )
    )


def _tag(what: str) -> str:
    """Return a name for ever (RFC 4151), whatever becomes of addresses."""
    return f"tag:{urlsplit(config().public_url).hostname},{TAG_YEAR}:{what}"
