"""Words for what the pages show: groups, categories, statuses; and where a source can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from flask import Blueprint
from flask_babel import gettext as _

from tracker.endorsements import uploads
from tracker.endorsements.evidence import public_link, reading_link
from tracker.endorsements.instruments import Instrument, InstrumentType
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.models import Assessor, DocumentCategory, ReformStatus
from tracker.initiatives.statements import Statement, Voice
from tracker.pages import figures, history
from tracker.pages.citation import plain
from tracker.supporters.models import RegionalGroup, SupporterKind
from tracker.vetoes.models import Veto


def group(one: RegionalGroup) -> str:
    return str(
        {
            RegionalGroup.AFRICAN: _("African Group"),
            RegionalGroup.ASIA_PACIFIC: _("Asia-Pacific Group"),
            RegionalGroup.EASTERN_EUROPEAN: _("Eastern European Group"),
            RegionalGroup.GRULAC: _("Latin American and Caribbean Group"),
            RegionalGroup.WEOG: _("Western European and Others Group"),
            RegionalGroup.NONE: _("Observer States"),
        }[one]
    )


def short_group(one: RegionalGroup) -> str:
    return str(
        {
            RegionalGroup.AFRICAN: _("African"),
            RegionalGroup.ASIA_PACIFIC: _("Asia-Pacific"),
            RegionalGroup.EASTERN_EUROPEAN: _("Eastern European"),
            RegionalGroup.GRULAC: _("Latin American and Caribbean"),
            RegionalGroup.WEOG: _("Western European and Others"),
            RegionalGroup.NONE: _("Observers"),
        }[one]
    )


def category(one: DocumentCategory) -> str:
    return str(
        {
            DocumentCategory.FOUNDING_TEXT: _("Founding texts"),
            DocumentCategory.KEY_DOCUMENT: _("Key documents"),
            DocumentCategory.ASSESSMENT: _("Assessments"),
            DocumentCategory.STATEMENT: _("Statements"),
        }[one]
    )


def document_category(one: DocumentCategory) -> str:
    """The category of one document."""
    return str(
        {
            DocumentCategory.FOUNDING_TEXT: _("Founding text"),
            DocumentCategory.KEY_DOCUMENT: _("Key document"),
            DocumentCategory.ASSESSMENT: _("Assessment"),
            DocumentCategory.STATEMENT: _("Statement"),
        }[one]
    )


def assessor(one: Assessor | None) -> str:
    """From which side an assessment comes."""
    return str(
        {
            Assessor.CIVIL_SOCIETY: _("Civil society"),
            Assessor.ASSEMBLY_PRESIDENT: _("President of the General Assembly and team"),
            Assessor.MEMBER_STATES: _("Member States"),
            None: _("Others"),
        }[one]
    )


def voices(one: Voice | None) -> str:
    """As what several speak."""
    return str(
        {
            Voice.UN_OFFICIAL: _("UN officials"),
            Voice.GOVERNMENT: _("Governments"),
            Voice.PARLIAMENT: _("Parliaments"),
            Voice.ORGANISATION: _("Organisations"),
            Voice.PERSON: _("Persons"),
            None: _("Others"),
        }[one]
    )


def instrument(one: InstrumentType) -> str:
    return str(
        {
            InstrumentType.NOTE_VERBALE: _("Note verbale"),
            InstrumentType.LETTER: _("Letter"),
            InstrumentType.STATEMENT: _("Statement"),
            InstrumentType.OFFICIAL_LIST: _("Official list"),
            InstrumentType.PRESS_REPORT: _("Press report"),
            InstrumentType.CAMPAIGN_PAGE: _("Campaign page"),
        }[one]
    )


def reform(one: ReformStatus) -> str:
    return str(
        {
            ReformStatus.NOT_ASSESSED: _("not assessed"),
            ReformStatus.NOT_MET: _("not met"),
            ReformStatus.PARTLY_MET: _("partly met"),
            ReformStatus.MET: _("met"),
        }[one]
    )


def status(one: Status) -> str:
    """A public status; the others have no page."""
    return str(
        {
            Status.VERIFIED: _("verified"),
            Status.SUSPENDED: _("suspended"),
            Status.WITHDRAWN: _("withdrawn"),
            Status.SUPERSEDED: _("superseded"),
            Status.LAPSED: _("ended, as the organisation is no more"),
            Status.INVALIDATED: _("could not be substantiated"),
        }.get(one, "")
    )


def kind(one: SupporterKind) -> str:
    return str(
        {
            SupporterKind.GOVERNMENT: _("governments"),
            SupporterKind.ORGANISATION: _("organisations"),
            SupporterKind.PARLIAMENTARIAN: _("parliamentarians"),
            SupporterKind.INDIVIDUAL: _("individuals"),
        }[one]
    )


def standing(endorsement: Endorsement) -> str:
    """What a table says of an entry: its grade while it is counted, else its status."""
    if endorsement.status is Status.VERIFIED:
        return history.grade(endorsement.grade)
    return status(endorsement.status)


def standing_class(endorsement: Endorsement) -> str:
    counted = endorsement.status is Status.VERIFIED
    return (endorsement.grade if counted else endorsement.status).value


def publisher(source: str) -> str:
    """The beginning of a source: who published it."""
    first = source.split(', "')[0].split(" (")[0].split(", ")[0].split("; ")[0]
    return first if " " in first else first.split("/")[0]


def source_beside(text: Instrument, supporter: str) -> str:
    """Who published a text; of a supporter's own text, beside its name, what kind of text it is."""
    if not text.publisher and text.source.startswith(f"{supporter}, "):
        return str(instrument(text.type))
    return text.publisher or publisher(text.source)


def file_size(instrument: Instrument) -> str:
    """What a download brings: "PDF, 312 kB"."""
    kind = uploads.ending(instrument.file_type).removeprefix(".").upper()
    kilobytes = figures.number(max(1, round((instrument.file_size or 0) / 1000)))
    return str(_("%(kind)s, %(size)s kB", kind=kind, size=kilobytes))


def listed(veto: Veto) -> str:
    """Who vetoed, one after another, as the source lists them; its codes are written out."""
    codes = {"CHN": _("China"), "RUS": _("Russia")}
    each = re.findall(r"Russian Federation|\S+", veto.as_listed)
    return ", ".join(str(codes.get(one, one)) for one in each)


def quality(mark: str) -> str:
    """How well a veto is sourced, in words; a mark that is not known here stands as it is."""
    said = {
        "primary list, scraped": _("the primary list, read by a program"),
        "secondary, corroborated": _("a secondary source, borne out by another"),
        "secondary, not corroborated row by row": _(
            "a secondary source, not borne out text by text"
        ),
        "primary press release; symbol not found": _("a primary press release; symbol not found"),
        "press; symbol and meeting not found": _("the press; symbol and meeting not found"),
    }
    return str(said.get(mark, mark))


def gathered(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements in a row that differ only in who spoke, told together."""
    return [
        list(alike)
        for _key, alike in groupby(
            statements, key=lambda one: (one.dated, one.what, one.source, one.document)
        )
    ]


def offer(bp: Blueprint) -> None:
    """Give the templates these words."""
    filters: dict[str, Callable[..., Any]] = {
        "group": group,
        "short_group": short_group,
        "assessor": assessor,
        "category": category,
        "document_category": document_category,
        "voices": voices,
        "instrument_type": instrument,
        "reform_status": reform,
        "supporter_kind": kind,
        "grade": history.grade,
        "standing": standing,
        "standing_class": standing_class,
        "reading_link": reading_link,
        "public_link": public_link,
        "publisher": publisher,
        "source_beside": source_beside,
        "file_size": file_size,
        "listed": listed,
        "quality": quality,
        "gathered": gathered,
        "citation": plain,
        "number": figures.number,
        "percent": figures.percent,
        "reported_value": figures.reported_value,
        "reported_date": figures.reported_date,
        "reported_label": figures.reported_label,
    }
    for name, function in filters.items():
        bp.add_app_template_filter(function, f"say_{name}")
