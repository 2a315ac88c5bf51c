"""The blueprint of what other sites show of this one, which several modules of views share."""

from __future__ import annotations

from flask import Blueprint

from tracker.core.components import config

bp = Blueprint("sharing", __name__)


@bp.context_processor
def _names_in_templates() -> dict[str, object]:
    return {"contact": config().contact_email}
