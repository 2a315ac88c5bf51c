"""Taking content over from a file: all of it or nothing, each change in the history of its row.

What the file does not name stays as it is. A reported figure that leads a page here, or would,
becomes a draft, unless what it stands under came with the same file. An entry is that of a row in
the same place if both have the same `known_by`; else it is new.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from tracker.content import queries
from tracker.content.drafts import publication, second_person
from tracker.content.models import ContentItem, ContentKind, RevisionState
from tracker.content.queries import Subject
from tracker.content.schema import rules
from tracker.content.schema.fields import Kind, Row, Values
from tracker.content.schema.places import Place
from tracker.content.transfer import document
from tracker.content.transfer.document import BadFile, Entry
from tracker.core.errors import RuleBroken
from tracker.core.orm import has_rows
from tracker.core.words import translatable as _t
from tracker.initiatives import own_content
from tracker.initiatives.models import Initiative
from tracker.initiatives.reported_figures import ReportedTally
from tracker.supporters.models import State

IMPORTED = _t("From a file.")
MAX_NUMBER = 8


@dataclass
class Report:
    """The changes of a file, done or only tried, each by its name in a report."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    """Drafts, where it takes two editors to publish."""
    same: int = 0
    new: set[tuple[ContentKind, int]] = field(default_factory=set)
    """The campaigns and initiatives that came with it, by id."""
    faults: list[str] = field(default_factory=list)
    """Rules that are broken, each with its place in the file."""


def take_over(session: Session, entries: Sequence[Entry], *, now: datetime) -> Report:
    """Make the public content say what a file does.

    A database without the shipped campaigns is from then on marked as one with its own content.
    Raises BadFile with everything that breaks a rule, RuleBroken before the States are there.
    """
    if not has_rows(session, State.iso3.is_not(None)):
        raise RuleBroken("The States are not here yet. Run `flask seed --without-content` first.")
    if not own_content.has_shipped(session):
        own_content.mark(session, now=now)
    report = Report()
    _take_over_below(session, entries, None, report, now)
    if report.faults:
        raise BadFile(report.faults)
    return report


def _take_over_below(
    session: Session,
    entries: Sequence[Entry],
    parent: Subject | None,
    report: Report,
    now: datetime,
) -> None:
    """Take over the entries under one row, kind by kind."""
    for kind in document.under(parent.kind.kind if parent is not None else None):
        of_kind = [entry for entry in entries if entry.kind is kind]
        if not of_kind:
            continue
        known = document.rows(session, kind, parent.row if parent is not None else None)
        for entry in of_kind:
            same = (row for row in known if _is_same(kind, kind.values(row), entry.values))
            row = next(same, None)
            if row is not None:
                known.remove(row)
            content = _put(session, entry, row, parent, report, now)
            if content is not None:
                _take_over_below(session, entry.below, content, report, now)


def _is_same(kind: Kind, values: Values, given: Values) -> bool:
    return all((values.get(name) or "") == (given.get(name) or "") for name in kind.known_by)


def _put(
    session: Session,
    entry: Entry,
    row: Row | None,
    parent: Subject | None,
    report: Report,
    now: datetime,
) -> Subject | None:
    """Write one entry, and return its content; None where it breaks a rule, or waits."""
    kind, content = entry.kind, entry.kind.canonical(entry.values)
    present = queries.of_row(session, row) if row is not None else None
    public = (present.public if present is not None else None) or {}
    if present is not None and all(public.get(name) == content[name] for name in content):
        report.same += 1
        return present
    faults = _faults(session, entry, content, present, parent, report, now)
    if faults:
        report.faults += [
            f"{entry.at}{f'.{name}' if name else ''}: {fault}" for name, fault in faults
        ]
        return None
    led = second_person.leads(kind.kind, public)
    came_with_it = _row_of(parent) in report.new
    waits = (led or second_person.leads(kind.kind, content)) and not came_with_it
    kept = {name: entry.values[name] for name in kind.kept if name in entry.values}
    if present is not None:
        item = publication.ensure_item(session, present, now=now)
        kept |= {name: public[name] for name in kind.kept}
    else:
        above = publication.ensure_item(session, parent, now=now) if parent is not None else None
        if waits and above is not None and _waits_here(session, above, content | kept):
            report.same += 1
            return None
        item = ContentItem(kind=kind.kind, parent_id=above.id if above is not None else None)
        session.add(item)
        session.flush()
    if waits:
        publication.add_revision(
            session, item, RevisionState.DRAFT, content | kept, None, IMPORTED, now
        )
        report.waiting.append(entry.name)
        return None
    written = publication.write(session, item, content, now=now)
    public = kind.values(written)
    publication.add_revision(session, item, RevisionState.PUBLISHED, public, None, IMPORTED, now)
    (report.added if present is None else report.changed).append(entry.name)
    if present is None and kind.kind in (ContentKind.CAMPAIGN, ContentKind.INITIATIVE):
        report.new.add((kind.kind, written.id))
    return queries.of_item(session, item)


def _row_of(subject: Subject | None) -> tuple[ContentKind, int] | None:
    if subject is None or subject.row is None:
        return None
    return subject.kind.kind, subject.row.id


def _waits_here(session: Session, above: ContentItem, content: Values) -> bool:
    """Return whether the same waits as a draft already, from this file read earlier."""
    return any(draft.values == content for draft in queries.drafts_below(session, above))


def _faults(
    session: Session,
    entry: Entry,
    content: Values,
    present: Subject | None,
    parent: Subject | None,
    report: Report,
    now: datetime,
) -> list[tuple[str, str]]:
    """Return what stands in the way of an entry, each with its field."""
    if present is not None and present.draft is not None:
        return [("", "a draft of it waits here. Publish it or give it up first.")]
    for subject in (present, parent):
        row = subject.row if subject is not None else None
        # A new initiative comes with its archive and what stands in it; one that is here stays.
        if isinstance(row, Initiative) and row.archived_on:
            if (ContentKind.INITIATIVE, row.id) in report.new:
                continue
            return [("", f"{row.slug} is archived here, so it is read only.")]
    place = Place(
        session=session,
        item=present.item if present is not None else None,
        row=present.row if present is not None else None,
        parent_slug=(parent.public or {}).get("slug", "") if parent is not None else "",
        parent_kind=parent.kind.kind if parent is not None else None,
        today=now.date(),
    )
    problems = rules.unpublishable(entry.kind, content, place)
    faults = [(name, problem.message) for name, problem in problems.items()]
    if entry.kind.kind is ContentKind.REPORTED_TALLY and present is None:
        faults += _faults_of_tally(session, entry.values, place)
    return faults


def _faults_of_tally(session: Session, values: Values, place: Place) -> list[tuple[str, str]]:
    """Refuse a new reported tally that is about something else than it stands under, or has
    another's number."""
    faults = []
    subject, due = values.get("subject"), rules.subject({}, place.parent_kind, place.parent_slug)
    of_a_campaign = place.parent_kind is ContentKind.CAMPAIGN
    if subject not in (None, due) and not (of_a_campaign and subject in rules.RESERVED):
        faults.append(
            ("subject", f"it stands under {place.parent_slug}: leave it out, or “{due}”.")
        )
    number = values.get("tally_id")
    if number and (len(number) > MAX_NUMBER or not number.isalnum()):
        faults.append(("tally_id", f"use up to {MAX_NUMBER} letters and digits."))
    elif number and has_rows(session, ReportedTally.tally_id == number):
        faults.append(("tally_id", f"another reported tally here is {number}."))
    return faults
