"""What there is to edit: the overview, and everything of one kind under what it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from flask import render_template
from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.accounts.queries import staff_names
from tracker.content import labels, queries
from tracker.content.blueprint import EDITORS, bp
from tracker.content.council import services
from tracker.content.drafts import second_person
from tracker.content.models import ContentKind
from tracker.content.queries import Subject
from tracker.content.schema.fields import Kind
from tracker.content.schema.kinds import KINDS
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.core.i18n import day
from tracker.initiatives import queries as initiatives
from tracker.initiatives.reported import Preference, ReportedTally

ORDER = {
    ContentKind.CAMPAIGN: "position",
    ContentKind.INITIATIVE: "position",
    ContentKind.REFORM: "number",
}


@dataclass(kw_only=True)
class Group:
    """Everything of a kind that stands under one campaign or initiative."""

    parent: Subject | None
    title: str
    under: str
    """What a new one's address names as its place."""
    found: list[Subject] = field(default_factory=list)


@bp.get("")
@staff(*EDITORS)
def overview() -> str:
    """Campaigns and initiatives with what belongs to them, and what waits for an editor."""
    session = db.session()
    return render_template(
        "content/overview.html",
        campaigns=initiatives.all_campaigns(session),
        today=utcnow().date(),
        parts=[KINDS[kind] for kind in ContentKind if KINDS[kind].can_be_retired],
        counts=_counts(session),
        drafts=queries.drafts(session),
        is_due=second_person.is_due,
        council_drafts=services.drafts(session),
        offered=queries.offered(session),
        names=staff_names(session),
    )


@bp.get("/<kind>")
@staff(*EDITORS)
def listing(kind: str) -> str:
    """Everything of one kind: what is public, what waits to be, what was taken off."""
    session, described = db.session(), queries.kind_named(kind)
    return render_template(
        "content/listing.html",
        kind=described,
        groups=_groups(session, described),
        retired=queries.retired(session, described.kind),
        preferred=_preferred(session) if described.kind is ContentKind.REPORTED_TALLY else {},
    )


def _counts(session: Session) -> dict[tuple[ContentKind, int], int]:
    """How many parts of each kind an initiative has, in one query a kind."""
    found: dict[tuple[ContentKind, int], int] = {}
    for one in KINDS.values():
        if one.can_be_retired:
            rows = session.execute(
                select(one.model.initiative_id, func.count())
                .where(one.model.initiative_id.is_not(None))
                .group_by(one.model.initiative_id)
            )
            found |= {(one.kind, row[0]): row[1] for row in rows}
    return found


def _groups(session: Session, kind: Kind) -> list[Group]:
    groups: dict[str, Group] = {}
    if not kind.belongs_to:
        groups[""] = Group(parent=None, title="", under="")
    for above in kind.belongs_to:
        for parent in _sorted(queries.of_kind(session, KINDS[above])):
            under = f"{above.value}.{parent.ref}"
            groups[under] = Group(
                parent=parent, title=labels.title(parent.kind, parent.values), under=under
            )
    for found in _sorted(queries.of_kind(session, kind)):
        group = groups.get(_under(found))
        if group is not None:
            group.found.append(found)
    return list(groups.values())


def _under(found: Subject) -> str:
    """What some content stands under, as a group is named."""
    row, item = found.row, found.item
    if row is not None:
        if getattr(row, "initiative_id", None) is not None:
            return f"{ContentKind.INITIATIVE.value}.{row.initiative_id}"
        campaign_id = getattr(row, "campaign_id", None)
        return f"{ContentKind.CAMPAIGN.value}.{campaign_id}" if campaign_id is not None else ""
    if item is None or item.parent is None:
        return ""
    above = item.parent
    ref = above.row_id if above.row_id is not None else f"{queries.DRAFT}{above.id}"
    return f"{above.kind.value}.{ref}"


def _sorted(found: list[Subject]) -> list[Subject]:
    def key(one: Subject) -> Any:
        values = one.values
        name = ORDER.get(one.kind.kind)
        if name is not None:
            return (False, values.get(name) or 0)
        if one.kind.kind is ContentKind.REPORTED_TALLY:
            since = one.row.stands_from if one.row is not None else None
            dated = since.isoformat() if since else values.get("reported_on")
        else:
            dated = values.get("dated", values.get("name"))
        return (not dated, dated or "")

    return sorted(found, key=key)


def _preferred(session: Session) -> dict[int, str]:
    """Of each preferred tally, by id: on which days it is the reported figure."""
    rows: Sequence[ReportedTally] = session.scalars(
        select(ReportedTally)
        .where(ReportedTally.preferred != Preference.NO)
        .order_by(ReportedTally.subject, ReportedTally.stands_from, ReportedTally.tally_id)
    ).all()
    found: dict[int, str] = {}
    for number, row in enumerate(rows):
        if row.preferred is Preference.TODAY_ONLY or row.stands_from is None:
            found[row.id] = str(_("today only"))
            continue
        later = next(
            (
                one.stands_from
                for one in rows[number + 1 :]
                if one.subject == row.subject
                and one.preferred is Preference.YES
                and one.stands_from is not None
            ),
            None,
        )
        found[row.id] = _span(row.stands_from, later)
    return found


def _span(since: date, later: date | None) -> str:
    if later is None:
        return str(_("from %(day)s on", day=day(since)))
    until = later - timedelta(days=1)
    return str(_("from %(first)s to %(last)s", first=day(since), last=day(until)))
