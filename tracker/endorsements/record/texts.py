"""The texts that rows of the published record cite, each kept once."""

from __future__ import annotations

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.endorsements.evidence.links import is_secondary, publisher_named
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.models import Endorsement
from tracker.endorsements.record.rows import Published
from tracker.supporters.seed import rows


def instrument_key(row: Published) -> str:
    """Return the seed key of the text that a row cites."""
    return hashlib.sha256(f"{row.type.value} {row.source}".encode()).hexdigest()


class Texts:
    """Instruments of the record by what their rows say of them, with one query for all."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.known = {
            row.seed_key: row
            for row in session.scalars(select(Instrument).where(Instrument.seed_key.is_not(None)))
        }
        self.details = {row["source"]: row["details"] for row in rows("copied_lists.csv")}
        for instrument in self.known.values():
            if instrument.revision == 1:  # no staff have changed it
                instrument.publisher = publisher_named(instrument.source)
                instrument.details = self.details.get(instrument.source, "")

    def of(self, row: Published) -> Instrument:
        """Return the text that a row cites; a new one is added."""
        key = instrument_key(row)
        instrument = self.known.get(key)
        if instrument is None:
            is_copy = row.type is InstrumentType.COPIED_LIST or is_secondary(row.source)
            instrument = Instrument(
                type=row.type,
                source=row.source,
                publisher=publisher_named(row.source),
                secondary_copy=is_copy,
                details=self.details.get(row.source, ""),
                last_checked_on=row.seen_on,
                seed_key=key,
            )
            self.session.add(instrument)
            self.session.flush()
            self.known[key] = instrument
        return instrument

    def cite(self, endorsement: Endorsement, row: Published) -> None:
        """Let an endorsement rest on the text of a row, in the row's words."""
        self.session.add(
            Evidence(endorsement_id=endorsement.id, instrument_id=self.of(row).id, quote=row.quote)
        )
