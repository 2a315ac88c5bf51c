"""The blueprint of sign-up and supporters' own pages, which their modules of views share."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from tracker.core.errors import LinkRefused

bp = Blueprint("endorsements", __name__)


def link_refused(*, expired: bool) -> tuple[str, int]:
    """Say what is the matter with a link, and how to get a fresh one; what was typed behind it is
    shown, to be copied."""
    typed = request.form.get("words", "").strip()
    return render_template("endorsements/link_refused.html", expired=expired, typed=typed), 410


@bp.errorhandler(LinkRefused)
def refuse_link(error: LinkRefused) -> tuple[str, int]:
    return link_refused(expired=error.expired)
