"""Parameters of the API's addresses, as its description has them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from marshmallow import RAISE, Schema, fields, validate

from tracker.api.described_fields import described
from tracker.initiatives.grades import Grade
from tracker.supporters.models import RegionalGroup
from tracker.tallies.roll import KINDS
from tracker.vetoes.models import Seat
from tracker.vetoes.query_args import DECADES

MAX_ENTRY_NUMBER = 2**31 - 1
"""The largest number of an entry: its column has 32 bits."""


class Asked(Schema):
    """Parameters of an address. An unknown one is refused."""

    class Meta:
        unknown = RAISE


def chosen(choices: Iterable[StrEnum | str], about: str, **more: object) -> fields.String:
    """Describe a choice; the module `query_args` of its subject reads and refuses it."""
    return fields.String(metadata=described(about, enum=[*map(str, choices)], **more))


def matching(pattern: str, about: str, **more: object) -> fields.String:
    return fields.String(validate=validate.Regexp(pattern), metadata=described(about, **more))


class Nothing(Asked):
    """An address without parameters."""


class OfADay(Asked):
    as_of = fields.String(
        metadata=described(
            "The day in the world, from 1945 to today (UTC); today without one.",
            format="date",
            example="2015-10-23",
        )
    )


class Known(Asked):
    known_at = fields.String(
        metadata=described(
            "The day or the instant (RFC 3339) of this site: what it said then. Individuals are"
            " counted by whole days (UTC): at any instant of a day, as at its end. The present day"
            " is still open, so its answer may change until it is over.",
            anyOf=[{"format": "date"}, {"format": "date-time"}],
            example="2026-11-23",
        )
    )


class Dated(OfADay, Known):
    pass


class Paged(Asked):
    limit = fields.Integer(
        strict=False,
        load_default=100,
        validate=validate.Range(min=1, max=500),
        metadata=described("The most items of a page."),
    )
    cursor = fields.String(
        metadata=described("The next of the page before. Opaque.", maxLength=2000)
    )


class EndorsementsAsked(Dated, Paged):
    initiative = matching(r"^[a-z0-9-]{1,60}$", "The slug of an initiative.", example="unpa")
    kind = chosen(KINDS, "The supporters' kind. Individuals are given as daily counts only.")
    grade = chosen(Grade, "The extent of the support. All grades without it.")
    state = fields.String(
        metadata=described(
            "A State, by ISO 3166-1 alpha-3: its government's entries.",
            pattern="^[A-Z]{3}$",
            example="KEN",
        )
    )
    group = chosen(
        RegionalGroup, "A regional group: its governments' entries. none is that of no group."
    )


class DatedPages(Dated, Paged):
    pass


class EvidenceAsked(Paged):
    endorsement = fields.Integer(
        strict=False,
        validate=validate.Range(min=1, max=MAX_ENTRY_NUMBER),
        metadata=described("The number of an entry: what it rests on."),
    )


class AboutAsked(OfADay):
    campaign = matching(r"^[a-z0-9-]{1,60}$", "The slug of a campaign.", example="unpa")
    initiative = matching(r"^[a-z0-9-]{1,60}$", "The slug of an initiative.", example="unpa")


class ReportedAsked(AboutAsked, Dated):
    pass


class StatementsAsked(AboutAsked):
    state = matching(r"^[A-Z]{3}$", "A State, by ISO 3166-1 alpha-3.", example="KEN")


class VetoesAsked(Dated, Paged):
    since = fields.String(
        metadata=described("Vetoed on this day or later.", format="date", example="2005-01-01")
    )
    until = fields.String(
        metadata=described("Vetoed on this day or earlier.", format="date", example="2023-08-31")
    )
    member = chosen(
        Seat, "Vetoed by this permanent member, by today's State of its seat.", example="RUS"
    )
    decade = chosen(map(str, DECADES), "Vetoed in the ten years from this one on.", example="2010")
    situation = fields.String(
        metadata=described(
            "Under this heading of the record, word for word as an item's situation. It classifies"
            " nothing.",
            minLength=1,
            example="Syria",
        ),
    )
    atrocity = chosen(
        ("true", "false"),
        "True for texts that somebody classified as in an atrocity situation. Never our own word.",
        example="true",
    )
