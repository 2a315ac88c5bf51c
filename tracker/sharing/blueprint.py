"""The blueprint of what other sites show of this one, which several modules of views share."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from tracker.core.components import config

bp = Blueprint("sharing", __name__)


@bp.context_processor
def _always() -> dict[str, Any]:
    return {"contact": config().contact_email}
