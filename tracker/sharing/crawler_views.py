"""The rules for search engines (RFC 9309), and the list of public pages (sitemaps.org). A
demonstration is not to be found at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import quote

from flask import Response, render_template, request, url_for

from tracker.core.audience import public
from tracker.core.cache import Answer, NamedCache
from tracker.core.clock import utcnow
from tracker.core.components import caches, config
from tracker.core.db import db
from tracker.core.errors import NotFound
from tracker.initiatives import queries as initiatives
from tracker.pages import combined_views
from tracker.sharing.blueprint import bp
from tracker.supporters import queries as supporters
from tracker.vetoes import queries as vetoes

SITEMAP = NamedCache[Answer]("sitemap", kept_for=60.0)
"""Seconds. Content changes a few times a week."""
CONTACT_TTL = timedelta(days=180)
"""RFC 9116, 2.5.5 recommends less than a year."""
PAGES = (
    "pages.home",
    "pages.states",
    "pages.veto_record",
    "pages.documents",
    "pages.timeline",
    "pages.corrections",
    "pages.about",
    "pages.completeness_page",
    "pages.privacy",
    "exports.dictionary",
    "api_docs.page",
)
"""Pages that every site has."""
DISALLOWED = (
    "/staff/",
    "/manage",
    "/confirm/",
    "/report/",
    "/search",
    # A page of every day that ever was, and the lists in every order.
    "/*?*as_of=",
    "/*?*known_at=",
)
"""Addresses of no use to a reader who comes from a search. Pages that name persons are not among
them: each says "noindex" itself, which only who reads it hears."""


@bp.get("/.well-known/security.txt")
@public
def security() -> Response:
    """Say whom to tell of a weakness (RFC 9116); valid as long as the site is looked after."""
    expires = (utcnow() + CONTACT_TTL).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: mailto:{quote(config().contact_email, safe='@')}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
    ]
    if config().https:  # RFC 9116, 2.5.2: an address there is of HTTPS
        lines.append(f"Canonical: {config().public_url}{request.path}")
    return Response("".join(f"{line}\n" for line in lines), mimetype="text/plain")


@bp.get("/robots.txt")
@public
def robots() -> Response:
    """Say where crawlers may read."""
    lines = ["User-agent: *"]
    if config().demo:
        lines.append("Disallow: /")
    else:
        lines += [f"Disallow: {path}" for path in DISALLOWED]
        lines += ["", f"Sitemap: {_whole(url_for('.sitemap'))}"]
    return _sent(Answer.of("\n".join([*lines, ""])), "text/plain")


@bp.get("/sitemap.xml")
@public
def sitemap() -> Response:
    """List the public pages of what is published. Raises NotFound on a demonstration."""
    if config().demo:
        raise NotFound("A demonstration is not listed for search engines.")
    return _sent(caches().of(SITEMAP).get("every", _listed), "application/xml")


def _listed() -> Answer:
    addresses = [_whole(path) for path in paths()]
    return Answer.of(render_template("sharing/sitemap.xml", addresses=addresses))


def paths() -> Iterator[str]:
    """Return the public pages, none twice: of content, of the States, of the vetoed texts.

    Supporters are found from there; a list of them all would be a list of persons too.
    """
    session = db.session()
    yield from map(url_for, PAGES)
    for campaign in initiatives.all_campaigns(session):
        yield url_for("pages.campaign", slug=campaign.slug)
        if combined_views.combinable(campaign):
            yield url_for("pages.combined", slug=campaign.slug)
        for initiative in campaign.initiatives:
            yield url_for("pages.initiative", slug=initiative.slug)
    for document in initiatives.documents(session):
        yield url_for("pages.document", document_id=document.id)
    for state in supporters.all_states(session):
        yield url_for("pages.state", iso3=state.iso3)
    for veto_id in vetoes.numbers(session):
        yield url_for("pages.veto", veto_id=veto_id)


def _whole(path: str) -> str:
    return config().public_url + path


def _sent(answer: Answer, mimetype: str) -> Response:
    response = Response(answer.body, content_type=f"{mimetype}; charset=utf-8")
    response.headers["ETag"] = answer.etag
    response.headers["Cache-Control"] = "public, max-age=3600"
    response.make_conditional(request)
    return response
