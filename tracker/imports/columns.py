"""The columns of a list: known headers need no mapping, chosen ones are remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from enum import StrEnum

from sqlalchemy.orm import Session

from tracker.core.errors import BadInput
from tracker.imports.models import ImportMapping
from tracker.supporters.models import SupporterKind
from tracker.supporters.names import fold


class ColumnsUnclear(BadInput):
    """The columns do not say who is listed, or say it twice; somebody must choose."""


class Field(StrEnum):
    """A meaning that a column may have."""

    STATE = "state"
    ORGANISATION = "organisation"
    DATE = "date"
    WEBSITE = "website"
    COUNTRY = "country"


KNOWN: dict[str, Field] = {
    **dict.fromkeys(
        ("state", "states", "member state", "government", "etat", "estado", "государство", "国家"),
        Field.STATE,
    ),
    **dict.fromkeys(
        ("organisation", "organization", "name", "ngo", "organizacion", "организация"),
        Field.ORGANISATION,
    ),
    **dict.fromkeys(
        ("date", "since", "joined", "endorsed on", "date of endorsement", "fecha", "дата", "日期"),
        Field.DATE,
    ),
    **dict.fromkeys(("website", "url", "web", "site", "homepage"), Field.WEBSITE),
    **dict.fromkeys(("country", "pays", "pais", "страна"), Field.COUNTRY),
}
Columns = Mapping[str, str]
"""Field by column."""


def guess(session: Session, headers: Sequence[str]) -> dict[str, str]:
    """Return how these headers were understood last time, or what they plainly say.

    A list with a country and no State or organisation is one of States.
    """
    known = session.get(ImportMapping, _digest(headers))
    if known is not None:
        return dict(known.mapping)
    mapping: dict[str, str] = {}
    for header in headers:
        field = KNOWN.get(fold(header))
        if field is not None and field.value not in mapping.values():
            mapping[header] = field.value
    names_somebody = {Field.STATE.value, Field.ORGANISATION.value}
    if not names_somebody & set(mapping.values()):
        mapping = {
            header: Field.STATE.value if field == Field.COUNTRY.value else field
            for header, field in mapping.items()
        }
    return mapping


def remember(session: Session, headers: Sequence[str], columns: Columns) -> None:
    """Understand these headers so from now on."""
    session.merge(ImportMapping(headers_digest=_digest(headers), mapping=dict(columns)))


def kind_of(columns: Columns) -> SupporterKind:
    """Return the kind that a list with these columns lists. Raises ColumnsUnclear when no column
    says who."""
    fields = list(columns.values())
    header_of: dict[str, str] = {}
    for header, field in columns.items():
        first = header_of.setdefault(field, header)
        if first != header:
            raise ColumnsUnclear(
                "Two columns are said to hold the same: “%(first)s” and “%(second)s”.",
                first=first,
                second=header,
            )
    if Field.STATE in fields and Field.ORGANISATION in fields:
        raise ColumnsUnclear(
            "A list holds either States or organisations; choose one of the columns."
        )
    if Field.STATE in fields:
        return SupporterKind.GOVERNMENT
    if Field.ORGANISATION in fields:
        return SupporterKind.ORGANISATION
    raise ColumnsUnclear(
        "No column says who is listed. Give it the header “State” or “Organisation”."
    )


def _digest(headers: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(fold(header) for header in headers).encode()).hexdigest()
