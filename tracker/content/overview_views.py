"""The overview of content, and everything of one kind under what it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

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
from tracker.initiatives.reported_figures import Preference, ReportedTally
from tracker.links import queries as links

ORDER = {
    ContentKind.CAMPAIGN: "position",
    ContentKind.INITIATIVE: "position",
    ContentKind.REFORM: "number",
}


@dataclass(kw_only=True)
class Group:
    """The content of a kind that stands under one campaign or initiative."""

    parent: Subject | None
    title: str
    under: str
    """The place that a new one's address names."""
    contents: list[Subject] = field(default_factory=list)


@bp.get("")
@staff(*EDITORS)
def overview() -> str:
    """Show campaigns and initiatives with what belongs to them, and what waits for an editor."""
    session = db.session()
    return render_template(
        "content/overview.html",
        campaigns=initiatives.all_campaigns(session),
        today=utcnow().date(),
        parts=[KINDS[kind] for kind in ContentKind if KINDS[kind].can_be_retired],
        counts=_counts(session),
        changed_lists=links.changed(session),
        drafts=queries.drafts(session),
        is_due=second_person.is_due,
        council_drafts=services.drafts(session),
        offered=queries.offered(session),
        names=staff_names(session),
    )


@bp.get("/<kind>")
@staff(*EDITORS)
def listing(kind: str) -> str:
    """Show everything of one kind: what is public, what waits to be, what was taken off."""
    session, described = db.session(), queries.kind_named(kind)
    return render_template(
        "content/listing.html",
        kind=described,
        groups=_groups(session, described),
        retired=queries.retired(session, described.kind),
        preferred=_preferred(session) if described.kind is ContentKind.REPORTED_TALLY else {},
    )


def _counts(session: Session) -> dict[tuple[ContentKind, int], int]:
    """Return how many parts of each kind an initiative has, in one query a kind."""
    counts: dict[tuple[ContentKind, int], int] = {}
    for kind in KINDS.values():
        if kind.can_be_retired:
            initiative_id = kind.model.initiative_id
            rows = session.execute(
                select(initiative_id, func.count())
                .where(initiative_id.is_not(None))
                .group_by(initiative_id)
            )
            counts |= {(kind.kind, id_): count for id_, count in rows}
    return counts


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
    for content in _sorted(queries.of_kind(session, kind)):
        group = groups.get(_under(content))
        if group is not None:
            group.contents.append(content)
    return list(groups.values())


def _under(content: Subject) -> str:
    """Return what some content stands under, as a group is named."""
    row, item = content.row, content.item
    if row is not None:
        initiative_id = getattr(row, "initiative_id", None)
        if initiative_id is not None:
            return f"{ContentKind.INITIATIVE.value}.{initiative_id}"
        campaign_id = getattr(row, "campaign_id", None)
        return f"{ContentKind.CAMPAIGN.value}.{campaign_id}" if campaign_id is not None else ""
    if item is None or item.parent is None:
        return ""
    above = item.parent
    ref = above.row_id if above.row_id is not None else f"{queries.DRAFT}{above.id}"
    return f"{above.kind.value}.{ref}"


def _sorted(contents: list[Subject]) -> list[Subject]:
    """Return them by their place or number, or else by date, the undated last."""

    def key(content: Subject) -> tuple[int, bool, str]:
        values = content.values
        name = ORDER.get(content.kind.kind)
        if name is not None:
            return (values.get(name) or 0, False, "")
        since = content.row.stands_from if isinstance(content.row, ReportedTally) else None
        if content.kind.kind is ContentKind.REPORTED_TALLY:
            dated = since.isoformat() if since else values.get("reported_on")
        else:
            dated = values.get("dated", values.get("name"))
        return (0, not dated, dated or "")

    return sorted(contents, key=key)


def _preferred(session: Session) -> dict[int, str]:
    """Return of each preferred tally, by id, on which days it is the reported figure."""
    rows: Sequence[ReportedTally] = session.scalars(
        select(ReportedTally)
        .where(ReportedTally.preferred != Preference.NO)
        .order_by(ReportedTally.subject, ReportedTally.stands_from, ReportedTally.tally_id)
    ).all()
    spans: dict[int, str] = {}
    for number, row in enumerate(rows):
        if row.preferred is Preference.TODAY_ONLY or row.stands_from is None:
            spans[row.id] = str(_("today only"))
            continue
        later = next(
            (
                other.stands_from
                for other in rows[number + 1 :]
                if other.subject == row.subject
                and other.preferred is Preference.YES
                and other.stands_from is not None
            ),
            None,
        )
        spans[row.id] = _span(row.stands_from, later)
    return spans


def _span(since: date, later: date | None) -> str:
    if later is None:
        return str(_("from %(day)s on", day=day(since)))
    until = later - timedelta(days=1)
    return str(_("from %(first)s to %(last)s", first=day(since), last=day(until)))
