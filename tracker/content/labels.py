"""The words of staff pages for content, its states and its values."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import cast

from flask_babel import LazyString, gettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from tracker.content.drafts.differences import Part, between
from tracker.content.models import (
    ContentKind,
    ContentRevision,
    CouncilRevision,
    RevisionState,
)
from tracker.content.queries import Subject
from tracker.content.schema.fields import Field, Kind, Takes, Values
from tracker.core.i18n import dated, day, language
from tracker.initiatives.reported_figures import KIND_OF_UNIT, Preference, ReportedTally
from tracker.presentation import figures
from tracker.presentation.labels import ASSESSORS, DOCUMENTS

STATES: dict[RevisionState, LazyString] = {
    RevisionState.DRAFT: _l("Draft, not published"),
    RevisionState.PUBLISHED: _l("Published"),
    RevisionState.DISCARDED: _l("Draft given up"),
    RevisionState.RETIRED: _l("Taken off the public pages"),
}
WROTE_AND_ENDED: dict[RevisionState, LazyString] = {
    RevisionState.PUBLISHED: _l("written and published by %(name)s"),
    RevisionState.DISCARDED: _l("written and given up by %(name)s"),
}
WROTE_THEN_ENDED: dict[RevisionState, LazyString] = {
    RevisionState.PUBLISHED: _l("written by %(writers)s, published by %(name)s"),
    RevisionState.DISCARDED: _l("written by %(writers)s, given up by %(name)s"),
    RevisionState.RETIRED: _l("proposed by %(writers)s, taken off by %(name)s"),
}
ENDED: dict[RevisionState, LazyString] = {
    RevisionState.PUBLISHED: _l("published by %(name)s; who wrote it is not known here"),
    RevisionState.DISCARDED: _l("given up by %(name)s; who wrote it is not known here"),
    RevisionState.RETIRED: _l("taken off by %(name)s"),
}
OPTIONS: dict[str, LazyString] = {
    "government": _l("Governments"),
    "organisation": _l("Organisations"),
    "parliamentarian": _l("Parliamentarians"),
    "individual": _l("Individuals"),
    "endorsed": _l("Endorsed: an instrument or an official list"),
    "announced": _l("Announced: in public, the instrument is awaited"),
    "voiced": _l("Voiced: support in words"),
    "governments": _l("Member States"),
    "per cent": _l("Per cent of the Member States"),
    "organisations": _l("Organisations"),
    "parliamentarians": _l("Parliamentarians"),
    "individuals": _l("Individuals"),
    **{category.value: label for category, label in DOCUMENTS.items()},
    **{assessor.value: label for assessor, label in ASSESSORS.items() if assessor is not None},
    "un official": _l("UN official"),
    "parliament": _l("Parliament"),
    "person": _l("Person"),
    "resolution": _l("Resolution"),
    "committee step": _l("Committee step"),
    "request": _l("Request"),
    "not assessed": _l("Not assessed"),
    "not met": _l("Not met"),
    "partly met": _l("Partly met"),
    "met": _l("Met"),
    Preference.NO.value: _l("No, it is listed only"),
    Preference.YES.value: _l("Yes, from its date on"),
    Preference.TODAY_ONLY.value: _l("For today only, as it is undated"),
}


def whose(revision: ContentRevision | CouncilRevision, names: Mapping[int, str]) -> str:
    """Return who wrote a revision while it was a draft, and who published it, discarded it or took
    it off; nothing for what was shipped."""
    if revision.editor_id is None:
        return ""
    writers = ", ".join(names[writer_id] for writer_id in revision.writer_ids or ())
    editor = names[revision.editor_id]
    if revision.state is RevisionState.DRAFT:
        return str(_("written by %(writers)s", writers=writers or editor))
    if not revision.writer_ids:
        sentences = ENDED
    elif revision.writer_ids == [revision.editor_id]:
        sentences = WROTE_AND_ENDED
    else:
        sentences = WROTE_THEN_ENDED
    return str(sentences[revision.state]) % {"writers": writers, "name": editor}


def option(value: str) -> LazyString | str:
    """Return a choice as editors read it; units and qualifiers stand for themselves."""
    return OPTIONS.get(value, value)


def said(field: Field, value: object) -> str:
    """Return a value in words; nothing for an empty one."""
    if value in (None, "", []):
        return ""
    if field.takes is Takes.LANGUAGE:
        return language(str(value))
    if field.takes in (Takes.CHOICE, Takes.CHOICES):
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(str(option(str(choice))) for choice in chosen)
    return str(value)


def title(kind: Kind, values: Values) -> str:
    """Return what a list calls a piece of content."""
    if kind.kind is ContentKind.REPORTED_TALLY:
        return reading(kind, values) or str(_("(no number yet)"))
    if kind.kind is ContentKind.REFORM:
        return f"{values.get('number') or '?'}. {values.get('demand') or ''}"
    if kind.kind is ContentKind.MILESTONE:
        return f"{dated(values.get('dated') or '')}: {values.get('what') or ''}"
    if kind.kind is ContentKind.STATEMENT:
        return f"{values.get('speaker') or '?'}, {dated(values.get('dated') or '')}"
    return values.get("name") or values.get("title") or str(_("(no name yet)"))


def reading(kind: Kind, values: Values) -> str:
    """Return how a reported tally reads: "107 governments reported, 31 Mar 2025"."""
    if not values.get("value"):
        return ""
    figure = cast(ReportedTally, SimpleNamespace(**kind.columns(values)))
    said_unit = gettext(figure.unit)
    if figure.unit in KIND_OF_UNIT:
        said_unit = figures.reported_label(figure)
    return f"{figures.reported_value(figure)} {said_unit}, {figures.reported_date(figure)}"


def state_of(content: Subject) -> str:
    """Return where a piece of content stands, in a few words."""
    if content.row is None:
        return str(_("draft, not public") if content.draft is not None else _("taken off"))
    return str(_("public, a draft waits") if content.draft is not None else _("public"))


def when(content: Subject) -> str:
    """Return the day of the newest revision."""
    return day(content.newest.at) if content.newest is not None else ""


def changes(kind: Kind, before: Values, after: Values) -> list[tuple[str, list[Part]]]:
    """Return label and word-by-word difference of every field that is not the same."""
    differences = []
    for field in kind.fields:
        old, new = said(field, before.get(field.name)), said(field, after.get(field.name))
        if old != new:
            differences.append((str(gettext(field.label)), between(old, new)))
    return differences
