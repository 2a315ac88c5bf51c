"""Taking content over from files: idempotent, and never over an editor's words."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.core.orm import JsonObject, Seeded

Row = TypeVar("Row", bound=Seeded)


@dataclass(frozen=True)
class Offer:
    """A row that is not the seed's to change, as the files have it now."""

    table: str
    key: str
    digest: str
    values: JsonObject
    """Empty for a row that the files no longer have."""


@dataclass
class Report:
    """The outcome of a seed: counts by table, and the rows left alone because an editor changed
    them.

    `retired` says beforehand which rows, by table and seed key, editors took off the pages: the
    seed does not bring them back, and names them in `left_off`.
    """

    added: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    left_off: list[str] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    held: list[Offer] = field(default_factory=list)
    """New rows that were not added, because it takes two editors to publish them."""
    waiting: list[str] = field(default_factory=list)
    """Rows that were held, added or changed: each is named once it is a draft or an offer."""
    of_states: list[Offer] = field(default_factory=list)
    """Differences of States that are here from the files, for two people to agree to."""
    of_years: list[Offer] = field(default_factory=list)
    """The same of years of the Security Council, each by its number."""
    sentences: list[str] = field(default_factory=list)
    """The command's words about these, in whole sentences."""
    removed: dict[str, int] = field(default_factory=dict)
    retired: frozenset[tuple[str, str]] = frozenset()

    def count(self, where: dict[str, int], what: str) -> None:
        where[what] = where.get(what, 0) + 1

    @property
    def quiet(self) -> bool:
        counts = self.added or self.changed or self.removed
        return not (counts or self.kept or self.left_off or self.waiting or self.sentences)


def digest(values: JsonObject) -> str:
    """A hash of a file row's values, by which a change of the file is noticed."""
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, (set, frozenset)) else str(value)


class Seeder:
    """Upserts rows of one model by their seed keys, with one query for all of them."""

    def __init__(self, session: Session, model: type[Row], report: Report) -> None:
        self.session = session
        self.model = model
        self.report = report
        self.known: dict[str, Any] = {
            row.seed_key: row
            for row in session.scalars(select(model).where(model.seed_key.is_not(None)))
            if row.seed_key
        }

    def put(self, key: str, *, hold: bool = False, **values: Any) -> Any:
        """The row of this key with these values; an edited one as the editor left it.

        With `hold`, nothing is added or changed: what the file says is left to editors.
        None for a row that an editor took off, or that is held; campaigns and initiatives never
        are.
        """
        table = self.model.__tablename__  # type: ignore[attr-defined]  # every model has one
        new_digest = digest(values)
        row = self.known.get(key)
        if row is None and (table, key) in self.report.retired:
            self.report.left_off.append(f"{table} {key}")
            return None
        if row is None and hold:
            self.report.held.append(Offer(table, key, new_digest, values))
            return None
        if row is None:
            row = self.model(**values, seed_key=key, seed_digest=new_digest)
            self.session.add(row)
            self.known[key] = row
            self.report.count(self.report.added, table)
        elif row.seed_digest != new_digest:
            if row.edited_at is not None or hold:
                kept = self.report.kept if row.edited_at is not None else self.report.waiting
                kept.append(f"{table} {key}")
                self.report.offers.append(Offer(table, key, new_digest, values))
                return row
            for name, value in values.items():
                setattr(row, name, value)
            row.seed_digest = new_digest
            self.report.count(self.report.changed, table)
        return row
