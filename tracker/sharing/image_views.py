"""The badge (SVG) and the share image (PNG) of an initiative."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Response, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from tracker.charts.fonts import undrawable
from tracker.charts.picture_store import drawn_in_turn, store
from tracker.core.audience import public
from tracker.core.components import config
from tracker.core.db import db
from tracker.core.i18n import text_direction
from tracker.sharing import badge as sharing_badge
from tracker.sharing import query_args, summary
from tracker.sharing.blueprint import bp
from tracker.sharing.markup import legible
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.query_args import parse_dates

LETTERS = {"ar": "ع", "ru": "ж", "zh": "法"}
"""A letter of each language that is not written in Latin ones."""


@bp.get("/initiatives/<slug>/badge.svg")
@public
@drawn_in_turn
def badge(slug: str) -> Response:
    """Draw both figures in one line, for a page or an email."""
    when, language = parse_dates(), query_args.language()
    with force_locale(language):
        shown = summary.face(db.session(), slug, when)
        drawn = render_template(
            "sharing/badge.svg",
            badge=sharing_badge.badge(
                shown, _("Demonstration data, invented") if config().demo else ""
            ),
            said_when=summary.said_when(when),
        )
    return _image(legible(drawn).encode(), "image/svg+xml")


@bp.get("/initiatives/<slug>/card.png")
@public
@drawn_in_turn
def card(slug: str) -> Response:
    """Paint the picture that goes with a link where it is shared: 1200 by 630."""
    drawn = sheet(slug, parse_dates(), query_args.language())
    return _image(store().png(drawn, sharing_badge.CARD_WIDTH), "image/png")


def sheet(slug: str, when: AskedDates, language: str) -> str:
    """Return a share image as SVG. Raises NotFound.

    It is for programs that show only PNG, so what this machine has no letters for is left out: a
    language gives way to English, a name to the one in the address.
    """
    session = db.session()
    if undrawable(LETTERS.get(language, "")):
        language = "en"
    with force_locale(language):
        shown = summary.face(session, slug, when)
        return legible(
            render_template(
                "sharing/card.svg",
                card=sharing_badge.card(
                    name=_drawable(shown.initiative.name) or slug,
                    campaign=_drawable(shown.initiative.campaign.name),
                    both=shown.both,
                    foot=summary.foot(shown),
                    site=f"{_('Rollcall')} · {urlsplit(config().public_url).netloc}",
                    seats=summary.seats(session, shown),
                    direction=text_direction(),
                ),
            )
        )


def _drawable(text: str) -> str:
    return "" if undrawable(text) else text


def _image(body: bytes, mimetype: str) -> Response:
    response = Response(body, mimetype=mimetype)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
