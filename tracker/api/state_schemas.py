"""The shapes in which the API answers a State, and who else in its country supports what."""

from __future__ import annotations

from marshmallow import Schema, fields

from tracker.api.described_fields import (
    DAY,
    count,
    described,
    invented,
    one_of,
    perhaps,
    text,
    whole,
)
from tracker.api.schemas import Statement, declarations
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import Membership, RegionalGroup


class Supported(Schema):
    """The support of a State's government that is documented here of one initiative on a day."""

    id = whole("The entry's number.")
    initiative = text("The slug.")
    grade = one_of(Grade, "How far the support goes. Only endorsed is counted in a headline.")
    since = text("The day on which this grade began.", **DAY)
    since_precision = one_of(DatePrecision, "On that day, or by that day at the latest.")
    since_known = fields.Boolean(
        required=True,
        metadata=described("False where it is only the day on which the entry was seen."),
    )
    address = text("Its page.", format="uri")
    declarations = declarations()


class Backed(Schema):
    """The support of an organisation or a parliamentarian on a day."""

    id = whole("The entry's number.")
    initiative = text("The slug.")
    since = text("The day from which it counts.", **DAY)
    since_precision = one_of(DatePrecision, "On that day, or by that day at the latest.")
    since_known = fields.Boolean(
        required=True,
        metadata=described("False where it is only the day on which the entry was seen."),
    )
    address = text("Its page.", format="uri")


class Member(Schema):
    """A parliamentarian who agreed to be named, or whom the campaign lists."""

    name = text("The name.")
    chamber = perhaps("The parliament or chamber, if it is recorded.")
    role = perhaps("The description in the campaign's list.")
    outside_ids = fields.List(
        fields.String(),
        required=True,
        metadata=described("Numbers by which others know them, where a source gives any."),
    )
    endorsements = fields.List(
        fields.Nested(Backed), required=True, metadata=described("What they support.")
    )


class Seated(Schema):
    """An organisation seated in a country."""

    id = whole("Its number.")
    name = text("Its name; on an earlier day, its name then.")
    endorsements = fields.List(
        fields.Nested(Backed), required=True, metadata=described("What it supports.")
    )
    address = text("Its page.", format="uri")


class NamedMembers(Schema):
    count = count("How many there are.")
    items = fields.List(
        fields.Nested(Member), required=True, metadata=described("The first of them by name.")
    )


class SeatedThere(Schema):
    count = count("How many there are.")
    items = fields.List(
        fields.Nested(Seated), required=True, metadata=described("The first of them by name.")
    )


class State(Schema):
    iso3 = text("ISO 3166-1 alpha-3.")
    iso2 = text("ISO 3166-1 alpha-2.")
    name = text("Its name in the United Nations' English list; on an earlier day, its name then.")
    names = fields.Dict(
        keys=fields.String(),
        values=fields.String(),
        required=True,
        metadata=described("Its short name in the six official languages."),
    )
    membership = one_of(Membership, "Members and observers are counted apart.")
    regional_group = one_of(RegionalGroup, "none for observers and States of no group.")
    permanent = fields.Boolean(
        required=True, metadata=described("Holds a permanent seat in the Security Council.")
    )
    admitted = perhaps("When it became a Member.", **DAY)
    endorsements = fields.List(
        fields.Nested(Supported),
        required=True,
        metadata=described(
            "Its government's entries that count on the day, with their grades. Of an initiative"
            " without one nothing is documented here; that says nothing else."
        ),
    )
    address = text("Its page.", format="uri")
    parliamentarians = fields.Nested(
        NamedMembers,
        required=True,
        metadata=described("Members of its parliament, sitting or former, who agreed to be named."),
    )
    organisations = fields.Nested(
        SeatedThere, required=True, metadata=described("The organisations seated there.")
    )
    individuals = fields.Integer(
        required=True,
        allow_none=True,
        metadata=described(
            "Individuals there, each counted once, up to the end of yesterday (UTC). Null for fewer"
            " than five, and for any day but today."
        ),
    )
    parliament = fields.List(
        fields.Nested(Statement),
        required=True,
        metadata=described("What its parliament, a chamber or a committee resolved or said."),
    )
    demonstration = invented()
