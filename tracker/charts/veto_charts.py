"""The pictures of the veto record: year by year, member by member, situation by situation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from flask_babel import gettext as _
from flask_babel import ngettext

from tracker.charts import bar_charts
from tracker.charts.data_tables import Table
from tracker.charts.pictures import Picture
from tracker.presentation import figures
from tracker.vetoes.models import Seat
from tracker.vetoes.queries import Vetoed

NAMES = ("years", "members", "situations")
MAX_SITUATIONS = 12
"""Situations with a bar of their own; the table has all."""


def drawn(
    record: Sequence[Vetoed],
    names: Mapping[str, str],
    name: str,
    span: tuple[int, int],
    query: Mapping[str, str],
) -> Picture:
    """One picture of these texts; `span` are the first and the last year that it shows."""
    search = f"?{urlencode(query)}" if query else ""
    if name == "years":
        return _years(record, names, span, search)
    return (_members if name == "members" else _situations)(record, names, search)


def every(
    record: Sequence[Vetoed],
    names: Mapping[str, str],
    span: tuple[int, int],
    query: Mapping[str, str],
) -> list[Picture]:
    return [drawn(record, names, name, span, query) for name in NAMES]


def cast(record: Sequence[Vetoed]) -> Counter[Seat]:
    """Return how many of these texts each permanent member vetoed."""
    return Counter(seat for vetoed in record for seat in vetoed.veto.members)


def _years(
    record: Sequence[Vetoed], names: Mapping[str, str], span: tuple[int, int], query: str
) -> Picture:
    of: dict[int, list[Vetoed]] = defaultdict(list)
    for vetoed in record:
        of[vetoed.veto.vetoed_on.year].append(vetoed)
    by_year = {year: cast(texts) for year, texts in of.items()}
    chart = bar_charts.years(by_year, *span)
    return Picture(
        name="years",
        title=_("Vetoes year by year, by member"),
        box=f"0 0 {bar_charts.WIDTH} {chart.height}",
        chart=chart,
        keys=[(f"cast {seat}", names[seat]) for seat in Seat],
        notes=[
            _("A mark is one member’s veto. A text that two members vetoed has two marks."),
            _("A mark of the Russian Federation is the USSR’s where the record lists it so."),
        ],
        table=Table(
            head=[_("Year"), _("Vetoed texts"), *(names[seat] for seat in Seat)],
            shown=[
                [str(year), figures.number(len(of[year]))]
                + [figures.number(by_year[year][seat]) for seat in Seat]
                for year in sorted(of)
            ],
            columns=["year", "vetoed_texts", *Seat],
            rows=[
                [year, len(of[year]), *(by_year[year][seat] for seat in Seat)]
                for year in sorted(of)
            ],
        ),
        query=query,
    )


def _members(record: Sequence[Vetoed], names: Mapping[str, str], query: str) -> Picture:
    total = cast(record)
    alone = cast([vetoed for vetoed in record if len(vetoed.veto.members) == 1])
    return Picture(
        name="members",
        title=_("Vetoed texts by member"),
        box=f"0 0 {bar_charts.WIDTH} {bar_charts.BAR * len(Seat)}",
        chart=bar_charts.bars(
            [
                (
                    names[seat],
                    figures.number(total[seat]),
                    [("endorsed", alone[seat]), ("announced", total[seat] - alone[seat])],
                )
                for seat in Seat
            ]
        ),
        keys=[("land endorsed", _("alone")), ("land announced", _("with others"))],
        notes=[_("A text that several members vetoed counts once for each of them.")],
        table=Table(
            head=[_("Member"), _("Vetoed texts"), _("alone"), _("with others")],
            shown=[
                [
                    names[seat],
                    *map(figures.number, (total[seat], alone[seat], total[seat] - alone[seat])),
                ]
                for seat in Seat
            ],
            columns=["iso3", "member", "vetoed_texts", "alone", "with_others"],
            rows=[
                [seat.value, names[seat], total[seat], alone[seat], total[seat] - alone[seat]]
                for seat in Seat
            ],
        ),
        query=query,
    )


def _situations(record: Sequence[Vetoed], _names: Mapping[str, str], query: str) -> Picture:
    counts = sorted(
        Counter(vetoed.veto.situation for vetoed in record).items(),
        key=lambda pair: (-pair[1], pair[0]),
    )
    situations = counts[:MAX_SITUATIONS]
    notes = [_("These are the record’s own headings. They classify nothing.")]
    rest = counts[MAX_SITUATIONS:]
    if rest:
        notes.append(
            ngettext(
                "%(num)s more heading, with %(texts)s texts, stands in the table.",
                "%(num)s more headings, with %(texts)s texts, stand in the table.",
                len(rest),
                texts=sum(count for _name, count in rest),
            )
        )
    return Picture(
        name="situations",
        title=_("Vetoed texts by situation"),
        box=f"0 0 {bar_charts.WIDTH} {bar_charts.BAR * len(situations)}",
        chart=bar_charts.bars(
            [(name, figures.number(count), [("endorsed", count)]) for name, count in situations]
        ),
        keys=[("land endorsed", _("vetoed texts"))],
        notes=notes,
        table=Table(
            head=[_("Situation"), _("Vetoed texts")],
            shown=[[name, figures.number(count)] for name, count in counts],
            columns=["situation", "vetoed_texts"],
            rows=counts,
        ),
        query=query,
    )
