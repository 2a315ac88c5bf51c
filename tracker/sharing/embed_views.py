"""An initiative's tally as a frame for other sites, and the page with what to copy."""

from __future__ import annotations

from flask import Response, render_template, request, url_for
from flask_babel import force_locale

from tracker.core.audience import public
from tracker.core.cache import Answer, NamedCache
from tracker.core.components import caches, config
from tracker.core.db import db
from tracker.core.web import FRAMED_BY_ANYBODY, POLICY_WITH_FRAMES
from tracker.initiatives import queries as initiatives
from tracker.pages.blueprint import page_dates
from tracker.presentation.page_cache import kept
from tracker.sharing import query_args, summary
from tracker.sharing.blueprint import bp
from tracker.sharing.query_args import Look
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.query_args import parse_dates

FRAMES = NamedCache[Answer]("embeds")


@bp.get("/embed/<slug>")
@public
def embed(slug: str) -> Response:
    """Show the tally in a frame, for any site. It follows the count by itself."""
    when, look, language = parse_dates(), query_args.look(), query_args.language()
    if when.live:
        key = (slug, look, language, when.today)
        finished = caches().of(FRAMES).get(key, lambda: _frame(slug, when, look, language))
    else:
        finished = _frame(slug, when, look, language)
    response = Response(finished.body, mimetype="text/html")
    response.headers["ETag"] = finished.etag
    response.headers["Cache-Control"] = "public, max-age=0, s-maxage=1"
    response.headers["Content-Security-Policy"] = FRAMED_BY_ANYBODY
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    response.make_conditional(request)
    return response


def _frame(slug: str, when: AskedDates, look: Look, language: str) -> Answer:
    session = db.session()
    with force_locale(language):
        shown = summary.face(session, slug, when)
        page = render_template(
            "sharing/embed.html",
            shown=shown,
            when=when,
            said_when=summary.said_when(when),
            look=look,
            seats=summary.seats(session, shown) if look.picture else None,
        )
    return Answer.of(page)


@bp.get("/initiatives/<slug>/share")
@public
def share(slug: str) -> Response:
    """Show what to copy in order to show an initiative elsewhere."""
    response = _share(slug=slug)
    response.headers["Content-Security-Policy"] = POLICY_WITH_FRAMES
    return response


@kept
def _share(slug: str) -> str:
    initiative = initiatives.by_slug(db.session(), slug)
    look, when = query_args.look(), page_dates()
    return render_template(
        "sharing/share.html",
        initiative=initiative,
        shown=summary.face(db.session(), slug, when),
        dates=when,
        look=look,
        seated=summary.is_seated(initiative),
        themes=query_args.THEMES,
        site=config().public_url,
        frame=url_for(".embed", slug=slug, **(look.query | when.query)),
    )
