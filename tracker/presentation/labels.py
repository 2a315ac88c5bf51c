"""Words for what the pages show: groups, categories, statuses; and where a source can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from flask import Blueprint
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from tracker.endorsements.evidence import uploads
from tracker.endorsements.evidence.links import public_link, reading_link
from tracker.endorsements.evidence.models import Instrument, InstrumentType
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.models import Assessor, DocumentCategory, ReformStatus
from tracker.initiatives.statements import Statement, Voice
from tracker.presentation import figures, history_labels
from tracker.presentation.citation_formats import plain
from tracker.supporters.change_labels import group
from tracker.supporters.models import RegionalGroup, SupporterKind
from tracker.vetoes.models import Veto

_SHORT_GROUPS = {
    RegionalGroup.AFRICAN: _l("African"),
    RegionalGroup.ASIA_PACIFIC: _l("Asia-Pacific"),
    RegionalGroup.EASTERN_EUROPEAN: _l("Eastern European"),
    RegionalGroup.GRULAC: _l("Latin American and Caribbean"),
    RegionalGroup.WEOG: _l("Western European and Others"),
    RegionalGroup.NONE: _l("Observers"),
}


def short_group(one: RegionalGroup) -> str:
    return str(_SHORT_GROUPS[one])


def category(one: DocumentCategory) -> str:
    return str(
        {
            DocumentCategory.FOUNDING_TEXT: _l("Founding texts"),
            DocumentCategory.KEY_DOCUMENT: _l("Key documents"),
            DocumentCategory.ASSESSMENT: _l("Assessments"),
            DocumentCategory.STATEMENT: _l("Statements"),
        }[one]
    )


def document_category(one: DocumentCategory) -> str:
    """The category of one document."""
    return str(
        {
            DocumentCategory.FOUNDING_TEXT: _l("Founding text"),
            DocumentCategory.KEY_DOCUMENT: _l("Key document"),
            DocumentCategory.ASSESSMENT: _l("Assessment"),
            DocumentCategory.STATEMENT: _l("Statement"),
        }[one]
    )


def assessor(one: Assessor | None) -> str:
    """From which side an assessment comes."""
    return str(
        {
            Assessor.CIVIL_SOCIETY: _l("Civil society"),
            Assessor.ASSEMBLY_PRESIDENT: _l("President of the General Assembly and team"),
            Assessor.MEMBER_STATES: _l("Member States"),
            None: _l("Others"),
        }[one]
    )


def voices(one: Voice | None) -> str:
    """As what several speak."""
    return str(
        {
            Voice.UN_OFFICIAL: _l("UN officials"),
            Voice.GOVERNMENT: _l("Governments"),
            Voice.PARLIAMENT: _l("Parliaments"),
            Voice.ORGANISATION: _l("Organisations"),
            Voice.PERSON: _l("Persons"),
            None: _l("Others"),
        }[one]
    )


def instrument(one: InstrumentType) -> str:
    return str(
        {
            InstrumentType.NOTE_VERBALE: _l("Note verbale"),
            InstrumentType.LETTER: _l("Letter"),
            InstrumentType.STATEMENT: _l("Statement"),
            InstrumentType.OFFICIAL_LIST: _l("Official list"),
            InstrumentType.PRESS_REPORT: _l("Press report"),
            InstrumentType.CAMPAIGN_PAGE: _l("Campaign page"),
        }[one]
    )


def reform(one: ReformStatus) -> str:
    return str(
        {
            ReformStatus.NOT_ASSESSED: _l("not assessed"),
            ReformStatus.NOT_MET: _l("not met"),
            ReformStatus.PARTLY_MET: _l("partly met"),
            ReformStatus.MET: _l("met"),
        }[one]
    )


def status(one: Status) -> str:
    """A public status; the others have no page."""
    return str(
        {
            Status.VERIFIED: _l("verified"),
            Status.SUSPENDED: _l("suspended"),
            Status.WITHDRAWN: _l("withdrawn"),
            Status.SUPERSEDED: _l("superseded"),
            Status.LAPSED: _l("ended, as the organisation is no more"),
            Status.INVALIDATED: _l("could not be substantiated"),
        }.get(one, "")
    )


def kind(one: SupporterKind) -> str:
    return str(
        {
            SupporterKind.GOVERNMENT: _l("governments"),
            SupporterKind.ORGANISATION: _l("organisations"),
            SupporterKind.PARLIAMENTARIAN: _l("parliamentarians"),
            SupporterKind.INDIVIDUAL: _l("individuals"),
        }[one]
    )


def standing(endorsement: Endorsement) -> str:
    """What a table says of an entry: its grade while it is counted, else its status."""
    if endorsement.status is Status.VERIFIED:
        return history_labels.grade(endorsement.grade)
    return status(endorsement.public_status)


def standing_class(endorsement: Endorsement) -> str:
    counted = endorsement.status is Status.VERIFIED
    return (endorsement.grade if counted else endorsement.public_status).value


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
        "grade": history_labels.grade,
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
        "reported_share": figures.reported_share,
        "reported_date": figures.reported_date,
        "reported_label": figures.reported_label,
    }
    for name, function in filters.items():
        bp.add_app_template_filter(function, f"say_{name}")
