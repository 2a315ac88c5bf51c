"""Staff's lists of what is not documented here, on pages and as CSV."""

from __future__ import annotations

from flask import Blueprint, Response, render_template
from flask_babel import gettext as _

from tracker.accounts.current_account import EVERYBODY
from tracker.core import downloads, query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.core.errors import BadInput, NotFound
from tracker.pages.blueprint import state_names
from tracker.staff.blueprint import words
from tracker.supporters.models import RegionalGroup
from tracker.work_lists import queries
from tracker.work_lists.queries import ListKind, Unfinished

bp = Blueprint("lists", __name__, url_prefix="/staff/lists")
HEAD = (
    "initiative",
    "list",
    "iso3",
    "state",
    "group",
    "permanent_member",
    "grade",
    "since",
    "entry",
    "also_documented_for",
)
"""The columns of the CSV. They stay as they are; new ones come last."""


@bp.context_processor
def _words() -> dict[str, object]:
    return words() | {"part": {}, "title_of": title, "explained": explained}


def title(kind: ListKind) -> str:
    return str(
        {
            ListKind.SIBLING: _("Documented for the campaign’s other initiative"),
            ListKind.VOICED: _("Voiced or announced, not endorsed"),
            ListKind.WITHDRAWN: _("Withdrawn"),
            ListKind.NOTHING: _("Nothing documented"),
        }[kind]
    )


def explained(kind: ListKind) -> str:
    return str(
        {
            ListKind.SIBLING: _(
                "These governments are documented here for another initiative of the campaign, "
                "and not for this one."
            ),
            ListKind.VOICED: _(
                "Support in words or an announcement is documented here; an instrument is not."
            ),
            ListKind.WITHDRAWN: _("These governments had endorsed and withdrew."),
            ListKind.NOTHING: _("No entry of any grade is documented here."),
        }[kind]
    )


@bp.get("")
@staff(*EVERYBODY)
def index() -> str:
    """Show every list with its length, in all and of each regional group."""
    return render_template(
        "work_lists/index.html",
        unfinished=queries.unfinished(db.session(), utcnow().date()),
        kinds=list(ListKind),
        groups=list(RegionalGroup),
    )


@bp.get("/<slug>/<kind>")
@staff(*EVERYBODY)
def listing(slug: str, kind: str) -> str:
    """Show one list, or what it has of one group."""
    work, list_kind, group = _list_in_address(slug, kind)
    return render_template(
        "work_lists/listing.html",
        work=work,
        kind=list_kind,
        group=group,
        groups=list(RegionalGroup),
        rows=work.of(list_kind, group),
        names=state_names(db.session()),
    )


@bp.get("/<slug>/<kind>.csv")
@staff(*EVERYBODY)
def export(slug: str, kind: str) -> Response:
    """Export the same as CSV."""
    work, list_kind, group = _list_in_address(slug, kind)
    names = state_names(db.session())
    body = [
        (
            work.initiative.slug,
            list_kind.value,
            listed.state.iso3,
            names[listed.state.iso3],
            listed.state.regional_group.value,
            "yes" if listed.state.permanent else "no",
            listed.grade.value if listed.grade else "",
            listed.since.isoformat() if listed.since else "",
            listed.endorsement_id or "",
            " ".join(initiative.slug for initiative in listed.elsewhere),
        )
        for listed in work.of(list_kind, group)
    ]
    name = f"not-documented-{work.initiative.slug}-{list_kind.value}.csv"
    return Response(
        downloads.table(HEAD, body),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _list_in_address(slug: str, kind: str) -> tuple[Unfinished, ListKind, RegionalGroup | None]:
    if kind not in list(ListKind):
        raise NotFound("There is no such list.")
    group = query_args.one_of("group", tuple(RegionalGroup), BadInput("There is no such filter."))
    all_unfinished = queries.unfinished(db.session(), utcnow().date())
    work = next((work for work in all_unfinished if work.initiative.slug == slug), None)
    if work is None:
        raise NotFound(
            "There are lists only while fewer governments are documented here than reported."
        )
    return work, ListKind(kind), RegionalGroup(group) if group else None
