"""Labels of the public side, of grades, statuses, kinds and instruments, and what templates say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from flask import Blueprint
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from tracker.endorsements.evidence import speeches, uploads
from tracker.endorsements.evidence.links import public_link, reading_link
from tracker.endorsements.evidence.models import Instrument, InstrumentType
from tracker.endorsements.labels import INSTRUMENTS
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Assessor, DocumentCategory, ReformStatus
from tracker.initiatives.statements import Statement, Step, Voice
from tracker.presentation import figures
from tracker.presentation.citation_formats import plain
from tracker.supporters.change_labels import group
from tracker.supporters.models import RegionalGroup, SupporterKind
from tracker.vetoes.models import Veto, Vote

GRADES = {
    Grade.ENDORSED: _l("endorsed"),
    Grade.ANNOUNCED: _l("announced"),
    Grade.VOICED: _l("voiced"),
}
STATUSES = {
    Status.VERIFIED: _l("verified"),
    Status.SUSPENDED: _l("suspended"),
    Status.WITHDRAWN: _l("withdrawn"),
    Status.SUPERSEDED: _l("superseded"),
    Status.LAPSED: _l("ended, as the organisation is no more"),
    Status.INVALIDATED: _l("could not be substantiated"),
}
"""The public ones; the others have no page."""
KINDS = {
    SupporterKind.GOVERNMENT: _l("governments"),
    SupporterKind.ORGANISATION: _l("organisations"),
    SupporterKind.PARLIAMENTARIAN: _l("parliamentarians"),
    SupporterKind.INDIVIDUAL: _l("individuals"),
}
SHORT_GROUPS = {
    RegionalGroup.AFRICAN: _l("African"),
    RegionalGroup.ASIA_PACIFIC: _l("Asia-Pacific"),
    RegionalGroup.EASTERN_EUROPEAN: _l("Eastern European"),
    RegionalGroup.GRULAC: _l("Latin American and Caribbean"),
    RegionalGroup.WEOG: _l("Western European and Others"),
    RegionalGroup.NONE: _l("Observers"),
}
CATEGORIES = {
    DocumentCategory.FOUNDING_TEXT: _l("Founding texts"),
    DocumentCategory.KEY_DOCUMENT: _l("Key documents"),
    DocumentCategory.ASSESSMENT: _l("Assessments"),
    DocumentCategory.STATEMENT: _l("Statements"),
}
"""Headings over documents of a category."""
DOCUMENTS = {
    DocumentCategory.FOUNDING_TEXT: _l("Founding text"),
    DocumentCategory.KEY_DOCUMENT: _l("Key document"),
    DocumentCategory.ASSESSMENT: _l("Assessment"),
    DocumentCategory.STATEMENT: _l("Statement"),
}
"""One document, by its category."""
ASSESSORS = {
    Assessor.CIVIL_SOCIETY: _l("Civil society"),
    Assessor.ASSEMBLY_PRESIDENT: _l("President of the General Assembly and team"),
    Assessor.MEMBER_STATES: _l("Member States"),
    None: _l("Others"),
}
VOICES = {
    Voice.UN_OFFICIAL: _l("UN officials"),
    Voice.GOVERNMENT: _l("Governments"),
    Voice.PARLIAMENT: _l("Parliaments"),
    Voice.ORGANISATION: _l("Organisations"),
    Voice.PERSON: _l("Persons"),
    None: _l("Others"),
}
STEPS = {
    Step.RESOLUTION: _l("resolution"),
    Step.COMMITTEE: _l("committee step, not a resolution"),
    Step.REQUEST: _l("request, not a resolution"),
}
REFORMS = {
    ReformStatus.NOT_ASSESSED: _l("not assessed"),
    ReformStatus.NOT_MET: _l("not met"),
    ReformStatus.PARTLY_MET: _l("partly met"),
    ReformStatus.MET: _l("met"),
}
VOTES = {
    Vote.IN_FAVOUR: _l("in favour"),
    Vote.AGAINST: _l("against"),
    Vote.ABSTAINED: _l("abstained"),
}
VETO_SOURCES = {
    "primary list, scraped": _l("the primary list, read by a program"),
    "secondary, corroborated": _l("a secondary source, borne out by another"),
    "secondary, not corroborated row by row": _l("a secondary source, not borne out text by text"),
    "primary press release; symbol not found": _l("a primary press release; symbol not found"),
    "press; symbol and meeting not found": _l("the press; symbol and meeting not found"),
    "press; symbol in two public files, meeting not found": _l(
        "the press; the symbol from two public files, no meeting"
    ),
}


def for_grade(grade: Grade) -> str:
    return str(GRADES[grade])


def for_status(status: Status) -> str:
    """Return the label of a public status; nothing for any other."""
    return str(STATUSES.get(status, ""))


def for_kind(kind: SupporterKind) -> str:
    return str(KINDS[kind])


def for_instrument(type_: InstrumentType) -> str:
    return str(INSTRUMENTS[type_])


def for_group_in_short(group: RegionalGroup) -> str:
    return str(SHORT_GROUPS[group])


def for_category(category: DocumentCategory) -> str:
    """Return the heading over the documents of a category."""
    return str(CATEGORIES[category])


def for_document(category: DocumentCategory) -> str:
    """Return what one document of a category is."""
    return str(DOCUMENTS[category])


def for_assessor(assessor: Assessor | None) -> str:
    """Return from which side an assessment comes."""
    return str(ASSESSORS[assessor])


def for_voices(voice: Voice | None) -> str:
    """Return as what several speakers speak."""
    return str(VOICES[voice])


def for_step(step: Step) -> str:
    """Return what a parliament did."""
    return str(STEPS[step])


def for_reform(status: ReformStatus) -> str:
    return str(REFORMS[status])


def for_vote(vote: Vote) -> str:
    return str(VOTES[vote])


def for_veto_source(mark: str) -> str:
    """Return how well a veto is sourced; a mark that is not known here stands as it is."""
    return str(VETO_SOURCES.get(mark, mark))


def for_standing(endorsement: Endorsement) -> str:
    """Return what a table says of an entry: its grade while it is counted, else its status."""
    if endorsement.status is Status.VERIFIED:
        return for_grade(endorsement.grade)
    return for_status(endorsement.public_status)


def standing_class(endorsement: Endorsement) -> str:
    """Return the class by which the same is coloured."""
    counted = endorsement.status is Status.VERIFIED
    return (endorsement.grade if counted else endorsement.public_status).value


def publisher(source: str) -> str:
    """Return the beginning of a source: who published it."""
    first = source.split(', "')[0].split(" (")[0].split(", ")[0].split("; ")[0]
    return first if " " in first else first.split("/")[0]


def source_beside(instrument: Instrument, supporter: str) -> str:
    """Return who published a text; of a supporter's own, beside its name, what kind it is."""
    if not instrument.publisher and instrument.source.startswith(f"{supporter}, "):
        return for_instrument(instrument.type)
    return instrument.publisher or publisher(instrument.source)


def file_size(instrument: Instrument) -> str:
    """Return what a download brings: "PDF, 312 kB"."""
    kind = uploads.ending(instrument.file_type).removeprefix(".").upper()
    kilobytes = figures.number(max(1, round((instrument.file_size or 0) / 1000)))
    return str(_("%(kind)s, %(size)s kB", kind=kind, size=kilobytes))


def vetoers(veto: Veto) -> str:
    """Return who vetoed, as the source lists them; its codes are written out."""
    codes = {"CHN": _("China"), "RUS": _("Russia")}
    members = re.findall(r"Russian Federation|\S+", veto.as_listed)
    return ", ".join(str(codes.get(member, member)) for member in members)


def statements_alike(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Return statements together that stand in a row and differ only in who spoke."""

    def words(statement: Statement) -> tuple[str | None, ...]:
        said = statement.dated, statement.what, statement.quote, statement.step
        return *said, statement.source, statement.document

    return [list(alike) for _words, alike in groupby(statements, words)]


FILTERS: dict[str, Callable[..., Any]] = {
    "group": group,
    "short_group": for_group_in_short,
    "assessor": for_assessor,
    "category": for_category,
    "document_category": for_document,
    "supporter_kind": for_kind,
    "voices": for_voices,
    "instrument_type": for_instrument,
    "step": for_step,
    "speech": speeches.cited,
    "reform_status": for_reform,
    "grade": for_grade,
    "standing": for_standing,
    "standing_class": standing_class,
    "reading_link": reading_link,
    "public_link": public_link,
    "publisher": publisher,
    "source_beside": source_beside,
    "file_size": file_size,
    "listed": vetoers,
    "quality": for_veto_source,
    "vote": for_vote,
    "gathered": statements_alike,
    "citation": plain,
    "number": figures.number,
    "percent": figures.percent,
    "reported_value": figures.reported_value,
    "reported_share": figures.reported_share,
    "reported_date": figures.reported_date,
}
"""Labels that templates call ``say_group`` and so on."""


def register_filters(bp: Blueprint) -> None:
    """Give every template these words."""
    for name, function in FILTERS.items():
        bp.add_app_template_filter(function, f"say_{name}")
