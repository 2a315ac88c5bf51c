"""The blueprint of sign-up and supporters' own pages, which their modules of views share."""

from __future__ import annotations

from flask import Blueprint, render_template

bp = Blueprint("endorsements", __name__)


def link_refused(*, expired: bool) -> tuple[str, int]:
    """Says what is the matter with a link, and how to get a fresh one."""
    return render_template("endorsements/link_refused.html", expired=expired), 410
