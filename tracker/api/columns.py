"""The columns of an export, in their order, with what each means. Names and order stay as they are:
a new column goes to the end."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l

from tracker.endorsements import declarations
from tracker.endorsements.declarations import Declared
from tracker.endorsements.evidence.links import public_link, symbol_of
from tracker.endorsements.evidence.models import Instrument
from tracker.supporters.models import SupporterKind
from tracker.tallies.roll import Row
from tracker.tallies.series import PersonsDay
from tracker.vetoes import documents
from tracker.vetoes.models import Vote
from tracker.vetoes.queries import Vetoed

Cell = str | int | bool | None

COLUMNS = {
    "entry": _l("The entry’s number, for ever. Its page is /endorsements/ and this number."),
    "initiative": _l("The initiative, as in its address."),
    "kind": _l("government, organisation or parliamentarian."),
    "name": _l(
        "The supporter’s name on the day asked for; a State’s as the United Nations list it."
    ),
    "state": _l("Of a government: the State’s code (ISO 3166-1 alpha-3)."),
    "membership": _l("Of a government: member or observer. The two are never added."),
    "regional_group": _l("Of a government: its regional group in the United Nations, or none."),
    "organisation": _l(
        "Of an organisation: its number. Its page is /organisations/ and this number."
    ),
    "country": _l(
        "Of an organisation or a parliamentarian: the country (ISO 3166-1 alpha-2), if known."
    ),
    "grade": _l("endorsed, announced or voiced. Only endorsed is counted in a headline."),
    "since": _l("The day on which this grade began, YYYY-MM-DD."),
    "since_precision": _l("on: on that day. by: on that day at the latest."),
    "since_known": _l(
        "False where no day is known: then since is the day on which the entry was seen."
    ),
    "origin": _l(
        "sign_up, recorded_by_staff, or published_record: "
        "from the published record, not reviewed by staff."
    ),
    "evidence_count": _l("On how many texts the entry rests. The next columns tell of the first."),
    "evidence_type": _l(
        "note_verbale, letter, statement, official_list, copied_list (an official list, read in a "
        "transcription), press_report or campaign_page."
    ),
    "evidence_source": _l("Publisher, title and place, as a citation reads."),
    "evidence_dated": _l("The text’s day, month or year, if known."),
    "un_symbol": _l("The symbol of the United Nations document, if it is one."),
    "evidence_link": _l("Where the text can be read at its publisher, if known."),
    "declaration": _l(
        "Of a government: its own declaration with its support. Of several, the newest that is not "
        "withdrawn, else the newest."
    ),
    "declaration_on": _l("The day on which it was made, YYYY-MM-DD."),
    "declaration_language": _l("The language of its words (ISO 639-1)."),
    "declaration_source": _l("The text in which it stands, as a citation reads."),
    "declaration_withdrawn_on": _l("Since when it is withdrawn, YYYY-MM-DD; empty while it holds."),
}
NAMES = tuple(COLUMNS)


FREE_COLUMNS = tuple(
    NAMES.index(name)
    for name in (
        "name",
        "since_known",
        "evidence_source",
        "evidence_dated",
        "un_symbol",
        "evidence_link",
        "declaration",
        "declaration_source",
    )
)
"""Columns of people's own words, or of a truth. The others have numbers, days and words of this
code, none of which a spreadsheet takes for a formula."""


def cells(row: Row) -> list[Cell]:
    """A row of the roll as a line of a table, in the order of `COLUMNS`."""
    (
        id,
        initiative,
        kind,
        name,
        state,
        supporter_id,
        country,
        grade,
        since,
        by,
        known,
        origin,
        texts,
        declared,
    ) = row
    return [
        id,
        initiative,
        kind,
        name,
        *((state.iso3, state.membership, state.regional_group) if state else _NO_STATE),
        supporter_id if kind is SupporterKind.ORGANISATION else None,
        country,
        grade,
        since.isoformat(),
        by,
        known,
        origin,
        len(texts),
        *(_evidence(texts[0].instrument) if texts else _NONE),
        *(_declaration(declared) if declared else _NONE),
    ]


_NO_STATE: tuple[Cell, ...] = (None,) * 3
_NONE: tuple[Cell, ...] = (None,) * 5


def _evidence(first: Instrument) -> tuple[Cell, ...]:
    return (
        first.type,
        first.source,
        first.dated or None,
        symbol_of(first) or None,
        public_link(first),
    )


def _declaration(declared: Sequence[Declared]) -> tuple[Cell, ...]:
    leading = declarations.leading(declared)
    if leading is None:
        return _NONE
    declaration, until = leading.declaration, leading.withdrawn_on
    return (
        declaration.text,
        declaration.declared_on.isoformat(),
        declaration.language,
        declaration.instrument.source,
        until.isoformat() if until else None,
    )


DAY_COLUMNS = {
    "day": _l("A day on which the number changed, YYYY-MM-DD."),
    "change": _l("By how much."),
    "total": _l("The number at the end of that day."),
}
"""The columns of the file of individuals: a number for each day, and nothing else."""


def day_cells(day: PersonsDay) -> list[Cell]:
    return [day.day.isoformat(), day.change, day.total]


VETO_COLUMNS = {
    "veto": _l("The text’s number in the record. Its page is /vetoes/ and this number."),
    "date": _l("The day of the vote, YYYY-MM-DD."),
    "symbol": _l("The text’s symbol as the record has it; a meeting’s record in early rows."),
    "link": _l("The public address of that document."),
    "meeting": _l("The meeting’s record; letters where there was no meeting."),
    "instrument": _l("draft resolution or amendment."),
    "agenda_item": _l("The agenda item."),
    "situation": _l("The record’s own heading. It classifies nothing."),
    "members": _l("Who vetoed, by today’s State of each seat (ISO 3166-1 alpha-3), with spaces."),
    "members_as_listed": _l("Who vetoed, in the source’s words."),
    "atrocity_situation": _l(
        "The situation as the classifier names it; of several, with semicolons. Empty: not "
        "classified, which is no judgement."
    ),
    "classifier": _l("Who classified the text, in the same order."),
    "classified": _l("When: a day, a month or a year."),
    "basis": _l("stated, or inferred from the classifier’s numbers."),
    "note": _l("A note of the record."),
    "quality": _l("How far the row is to be trusted."),
    "source": _l("Where the row comes from."),
    "read_on": _l("By which day it was read there, YYYY-MM-DD."),
    "votes_in_favour": _l(
        "How many members voted in favour. Empty: no source that was read says it."
    ),
    "votes_against": _l("How many voted against, those that vetoed among them."),
    "abstentions": _l("How many abstained."),
    "members_in_favour": _l(
        "Who voted in favour (ISO 3166-1 alpha-3), with spaces, where a source names them."
    ),
    "members_against": _l("Who voted against, in the same way."),
    "members_abstained": _l("Who abstained, in the same way."),
    "vote_source": _l("Where the vote is from."),
}
"""The columns of the veto record: one row a vetoed text."""


def veto_cells(vetoed: Vetoed) -> list[Cell]:
    veto, classifications = vetoed.veto, vetoed.classifications
    return [
        veto.veto_id,
        veto.vetoed_on.isoformat(),
        veto.symbol or None,
        documents.link(veto),
        veto.meeting or None,
        veto.instrument.value,
        veto.agenda_item,
        veto.situation,
        " ".join(veto.seats),
        veto.as_listed,
        "; ".join(classification.situation for classification in classifications) or None,
        "; ".join(classification.classifier for classification in classifications) or None,
        "; ".join(classification.classified for classification in classifications) or None,
        "; ".join(classification.basis for classification in classifications) or None,
        veto.note or None,
        veto.quality,
        veto.source,
        veto.read_on.isoformat(),
        veto.in_favour,
        veto.against,
        veto.abstentions,
        *(" ".join(veto.voters(vote)) or None for vote in Vote),
        veto.vote_source or None,
    ]
