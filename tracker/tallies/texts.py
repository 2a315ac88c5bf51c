"""The texts on which entries of the roll rest, read beside it in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.models import Endorsement
from tracker.supporters.models import SupporterKind
from tracker.tallies.rows import Cited

Line = TypeVar("Line", bound=Sequence[Any])
"""Rows that begin with the number of an entry."""
Citation = Row[int, int, str]
"""An entry, a text and a page."""


def evidence(initiative_id: int, kind: SupporterKind) -> Select[int, int, str]:
    """Return on what entries of one kind rest: entry, text and page; each entry's in the order in
    which it was recorded."""
    return (
        select(Evidence.endorsement_id, Evidence.instrument_id, Evidence.page)
        .join(Endorsement, Endorsement.id == Evidence.endorsement_id)
        .where(Endorsement.initiative_id == initiative_id, Endorsement.kind == kind)
        .order_by(Evidence.endorsement_id, Evidence.id)
    )


def cited(session: Session, citations: Sequence[Citation]) -> dict[int, list[Cited]]:
    """Return the texts of these rows of `evidence` by the entries that rest on them."""
    if not citations:
        return {}
    ids = {instrument_id for _entry, instrument_id, _page in citations}
    instruments = session.scalars(select(Instrument).where(Instrument.id.in_(ids)))
    texts = {instrument.id: instrument for instrument in instruments}
    by_entry: dict[int, list[Cited]] = {}
    for entry_id, instrument_id, page in citations:
        by_entry.setdefault(entry_id, []).append(Cited(instrument=texts[instrument_id], page=page))
    return by_entry


def beside(
    parts: Iterable[list[Line]], evidence: Iterator[Citation]
) -> Iterator[tuple[list[Line], list[Citation]]]:
    """Yield each part and the evidence of its entries, both read once, in the entries' order."""
    ahead = next(evidence, None)
    for part in parts:
        last_id = part[-1][0]
        theirs = []
        while ahead is not None and ahead[0] <= last_id:
            theirs.append(ahead)
            ahead = next(evidence, None)
        yield part, theirs
