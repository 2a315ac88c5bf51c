"""The shapes of the veto record as the API answers it."""

from __future__ import annotations

from marshmallow import Schema, fields

from tracker.api.described_fields import DAY, described, one_of, perhaps, text
from tracker.vetoes.models import Basis, Seat, TextKind


def number(about: str) -> fields.Integer:
    return fields.Integer(required=True, allow_none=True, metadata=described(about))


def states(about: str) -> fields.List[str]:
    """States by their codes; none where nobody is named."""
    return fields.List(fields.String(), required=True, metadata=described(about))


class Classification(Schema):
    """Somebody else's classification of a vetoed text."""

    situation = text("As the classifier names it.")
    classifier = text("The classifier.")
    classified = text("The date: a day, a month or a year.")
    basis = one_of(Basis, "The classifier names it, or it follows from its numbers.")
    evidence = text("The place where it can be read.")
    note = perhaps("A note about it.")
    recorded_at = text("The instant at which it was recorded here.", format="date-time")


class Result(Schema):
    """The vote on a vetoed text, as far as a source says it."""

    in_favour = number("How many voted in favour.")
    against = number("How many voted against, those that vetoed among them.")
    abstentions = number("How many abstained.")
    members_in_favour = states("Who voted in favour, where the source names them.")
    members_against = states("Who voted against, where the source names them.")
    members_abstained = states("Who abstained, where the source names them.")
    source = text("Where the vote is from.")


class Veto(Schema):
    id = text("The text's number in the record.")
    date = text("The day of the vote.", **DAY)
    symbol = perhaps("The text's symbol as the record has it; a meeting's record in early rows.")
    link = perhaps("The public address of that document.")
    meeting = perhaps("The meeting's record; letters where there was no meeting.")
    instrument = one_of(TextKind, "The kind of text that was put to the vote.")
    agenda_item = text("The agenda item.")
    situation = text("The record's own heading. It classifies nothing.")
    members = fields.List(
        one_of(Seat, "A permanent member."),
        required=True,
        metadata=described("The members that vetoed, by today's State of each seat."),
    )
    members_as_listed = text("The same in the source's words.")
    classifications = fields.List(
        fields.Nested(Classification),
        required=True,
        metadata=described("Those who count it among atrocity situations. None: not classified."),
    )
    note = perhaps("A note of the record.")
    quality = text("The row's reliability.")
    source = text("The source of the row.")
    secondary_copy = fields.Boolean(
        required=True, metadata=described("True where only somebody else's copy was read.")
    )
    read_on = text("By which day it was read there.", **DAY)
    vote = fields.Nested(
        Result,
        required=True,
        allow_none=True,
        metadata=described("How the Council voted. null: no source that was read says it."),
    )
    address = text("Its page.", format="uri")
