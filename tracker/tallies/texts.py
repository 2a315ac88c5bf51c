"""The texts on which entries of the roll rest, read beside it in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.models import Endorsement
from tracker.supporters.models import SupporterKind
from tracker.tallies.rows import Cited


def evidence(initiative_id: int, kind: SupporterKind) -> Select[int, int, str]:
    """On what entries of one kind rest: entry, text and page; each entry's in the order in which it
    was recorded."""
    return (
        select(Evidence.endorsement_id, Evidence.instrument_id, Evidence.page)
        .join(Endorsement, Endorsement.id == Evidence.endorsement_id)
        .where(Endorsement.initiative_id == initiative_id, Endorsement.kind == kind)
        .order_by(Evidence.endorsement_id, Evidence.id)
    )


def cited(session: Session, lines: Sequence[Any]) -> dict[int, list[Cited]]:
    """The texts of these lines of `evidence` by the entries that rest on them."""
    if not lines:
        return {}
    wanted = {instrument_id for _entry, instrument_id, _page in lines}
    texts = {
        one.id: one for one in session.scalars(select(Instrument).where(Instrument.id.in_(wanted)))
    }
    found: dict[int, list[Cited]] = {}
    for entry, instrument_id, page in lines:
        found.setdefault(entry, []).append(Cited(instrument=texts[instrument_id], page=page))
    return found


def beside(
    parts: Iterable[list[Any]], evidence: Iterator[Any]
) -> Iterator[tuple[list[Any], list[Any]]]:
    """Each part and the evidence of its entries, both read once, in the order of the entries."""
    ahead = next(evidence, None)
    for part in parts:
        found = []
        while ahead is not None and ahead[0] <= part[-1][0]:
            found.append(ahead)
            ahead = next(evidence, None)
        yield part, found
