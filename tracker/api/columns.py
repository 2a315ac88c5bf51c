"""The columns of an export, in their order, with what each means. Names and order stay as they are:
a new column goes to the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from tracker.endorsements.evidence import public_link
from tracker.tallies.roll import Cited, Row
from tracker.tallies.series import PersonsDay

Cell = str | int | bool | None


@dataclass(frozen=True)
class Column:
    name: str
    cell: Callable[[Row], Cell]
    means: LazyString


def _first(row: Row) -> Cited | None:
    return row.evidence[0] if row.evidence else None


def _of_first(take: Callable[[Cited], Cell]) -> Callable[[Row], Cell]:
    def cell(row: Row) -> Cell:
        first = _first(row)
        return None if first is None else take(first)

    return cell


COLUMNS = (
    Column(
        "entry",
        lambda row: row.entry_id,
        _l("The entry’s number, for ever. Its page is /endorsements/ and this number."),
    ),
    Column("initiative", lambda row: row.initiative, _l("The initiative, as in its address.")),
    Column("kind", lambda row: row.kind.value, _l("government, organisation or parliamentarian.")),
    Column(
        "name",
        lambda row: row.name,
        _l("The supporter’s name on the day asked for; a State’s as the United Nations list it."),
    ),
    Column(
        "state",
        lambda row: row.state.iso3 if row.state else None,
        _l("Of a government: the State’s code (ISO 3166-1 alpha-3)."),
    ),
    Column(
        "membership",
        lambda row: row.membership,
        _l("Of a government: member or observer. The two are never added."),
    ),
    Column(
        "regional_group",
        lambda row: row.regional_group,
        _l("Of a government: its regional group in the United Nations, or none."),
    ),
    Column(
        "organisation",
        lambda row: row.organisation_id,
        _l("Of an organisation: its number. Its page is /organisations/ and this number."),
    ),
    Column(
        "country",
        lambda row: row.country,
        _l("Of an organisation or a parliamentarian: the country (ISO 3166-1 alpha-2), if known."),
    ),
    Column(
        "grade",
        lambda row: row.grade.value,
        _l("endorsed, announced or voiced. Only endorsed is counted in a headline."),
    ),
    Column(
        "since",
        lambda row: row.since.isoformat(),
        _l("The day on which this grade began, YYYY-MM-DD."),
    ),
    Column(
        "since_precision",
        lambda row: row.precision.value,
        _l("on: on that day. by: on that day at the latest."),
    ),
    Column(
        "since_known",
        lambda row: row.since_known,
        _l("False where no day is known: then since is the day on which the entry was seen."),
    ),
    Column(
        "origin",
        lambda row: row.origin.value,
        _l(
            "sign_up, recorded_by_staff, or published_record: "
            "from the published record, not reviewed by staff."
        ),
    ),
    Column(
        "evidence_count",
        lambda row: len(row.evidence),
        _l("On how many texts the entry rests. The next columns tell of the first."),
    ),
    Column(
        "evidence_type",
        _of_first(lambda one: one.instrument.type.value),
        _l("note_verbale, letter, statement, official_list, press_report or campaign_page."),
    ),
    Column(
        "evidence_source",
        _of_first(lambda one: one.instrument.source),
        _l("Publisher, title and place, as a citation reads."),
    ),
    Column(
        "evidence_dated",
        _of_first(lambda one: one.instrument.dated or None),
        _l("The text’s day, month or year, if known."),
    ),
    Column(
        "un_symbol",
        _of_first(lambda one: one.instrument.symbol or None),
        _l("The symbol of the United Nations document, if it is one."),
    ),
    Column(
        "evidence_link",
        _of_first(lambda one: public_link(one.instrument)),
        _l("Where the text can be read at its publisher, if known."),
    ),
)
NAMES = tuple(one.name for one in COLUMNS)


def cells(row: Row) -> list[Cell]:
    """A row of the roll as a line of a table."""
    return [one.cell(row) for one in COLUMNS]


DAY_COLUMNS = {
    "day": _l("A day on which the number changed, YYYY-MM-DD."),
    "change": _l("By how much."),
    "total": _l("The number at the end of that day."),
}
"""The columns of the file of individuals: a number for each day, and nothing else."""


def day_cells(one: PersonsDay) -> list[Cell]:
    return [one.day.isoformat(), one.change, one.total]
