"""Queries of the veto record. It has a few hundred rows, so it is read whole and sifted here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session, selectinload

from tracker.core.errors import NotFound
from tracker.vetoes.models import Classification, Seat, Veto


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A search for vetoed texts: those that meet all of it, and all without any."""

    member: Seat | None = None
    decade: int | None = None
    """Its first year."""
    situation: str = ""
    since: date | None = None
    until: date | None = None
    atrocity: bool | None = None
    """True for texts that somebody classified as in an atrocity situation."""

    @property
    def query(self) -> dict[str, str]:
        """The arguments of an address that asks for the same."""
        arguments = {
            "member": self.member.value if self.member else "",
            "decade": str(self.decade or ""),
            "situation": self.situation,
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
            "atrocity": "" if self.atrocity is None else str(self.atrocity).lower(),
        }
        return {name: value for name, value in arguments.items() if value}


ALL = Wanted()


@dataclass(frozen=True, kw_only=True)
class Vetoed:
    """A vetoed text, with the classifications that stand on a day."""

    veto: Veto
    classifications: Sequence[Classification]

    @property
    def place(self) -> tuple[str, str]:
        """By what the record is ordered."""
        return self.veto.vetoed_on.isoformat(), self.veto.veto_id


def record(
    session: Session,
    *,
    as_of: date,
    known_at: datetime | None = None,
    wanted: Wanted = ALL,
    with_votes: bool = False,
) -> list[Vetoed]:
    """Return the texts vetoed by a day, oldest first, as classified by that day and as known
    then. With `with_votes`, what is known of other votes is read along in one query."""
    query = select(Veto).where(Veto.vetoed_on <= as_of).order_by(Veto.vetoed_on, Veto.veto_id)
    if with_votes:
        query = query.options(selectinload(Veto.votes))
    if wanted.member:
        query = query.where(type_coerce(Veto.members, String).contains(wanted.member.value))
    if wanted.decade:
        first, last = date(wanted.decade, 1, 1), date(wanted.decade + 9, 12, 31)
        query = query.where(Veto.vetoed_on.between(first, last))
    if wanted.situation:
        query = query.where(Veto.situation == wanted.situation)
    if wanted.since:
        query = query.where(Veto.vetoed_on >= wanted.since)
    if wanted.until:
        query = query.where(Veto.vetoed_on <= wanted.until)
    standing = _standing(session, as_of, known_at)
    texts = [
        Vetoed(veto=veto, classifications=standing.get(veto.veto_id, []))
        for veto in session.scalars(query)
    ]
    if wanted.atrocity is None:
        return texts
    return [text for text in texts if bool(text.classifications) is wanted.atrocity]


def veto(session: Session, veto_id: str) -> Veto:
    """Return one vetoed text. Raises NotFound."""
    veto = session.get(Veto, veto_id)
    if veto is None:
        raise NotFound("There is no vetoed text of that number in this record.")
    return veto


def of_day(session: Session, day: date) -> Sequence[Veto]:
    """Return the texts vetoed on a day, in the record's order."""
    return session.scalars(select(Veto).where(Veto.vetoed_on == day).order_by(Veto.veto_id)).all()


def numbers(session: Session) -> list[str]:
    """Return what every text is called in its address, oldest first."""
    return list(session.scalars(select(Veto.veto_id).order_by(Veto.vetoed_on, Veto.veto_id)))


def situations(session: Session) -> list[str]:
    """Return the record's own headings, by name."""
    return list(session.scalars(select(Veto.situation).distinct().order_by(Veto.situation)))


def last_day(session: Session) -> date | None:
    """Return the day of the latest text in the record; none while it is empty."""
    return session.scalar(select(func.max(Veto.vetoed_on)))


def versions(session: Session, veto_id: str) -> Sequence[Classification]:
    """Return all that was ever recorded of a text's classification, oldest first."""
    return session.scalars(
        select(Classification).where(Classification.veto_id == veto_id).order_by(Classification.id)
    ).all()


def standing(
    versions: Iterable[Classification], *, as_of: date, known_at: datetime | None = None
) -> list[Classification]:
    """Of the versions of one text, given in their order: the last one of each classifier that was
    said by a day and recorded by an instant, unless it takes back."""
    last = {
        version.classifier: version
        for version in versions
        if version.said_by <= as_of and (known_at is None or version.recorded_at <= known_at)
    }
    return [version for version in last.values() if not version.takes_back]


def _standing(
    session: Session, as_of: date, known_at: datetime | None
) -> dict[str, list[Classification]]:
    rows = session.scalars(
        select(Classification).order_by(Classification.veto_id, Classification.id)
    )
    return {
        veto_id: standing(of_text, as_of=as_of, known_at=known_at)
        for veto_id, of_text in groupby(rows, key=lambda version: version.veto_id)
    }


@dataclass(frozen=True, kw_only=True)
class Source:
    """One classifier, and how many texts it counts in each situation, the most first."""

    classifier: str
    classified: str
    evidence: str
    situations: Sequence[tuple[str, int, bool]]
    """Situation, number of texts, and whether that is only inferred."""

    @property
    def total(self) -> int:
        return sum(count for _name, count, _inferred in self.situations)


def sources(texts: Iterable[Vetoed]) -> list[Source]:
    """Return who classified these texts, each apart: what two classifiers say is never added."""
    by_source: dict[tuple[str, str, str], list[Classification]] = defaultdict(list)
    for text in texts:
        for classification in text.classifications:
            by_source[
                classification.classifier, classification.classified, classification.evidence
            ].append(classification)
    return [
        Source(
            classifier=classifier,
            classified=classified,
            evidence=evidence,
            situations=_counted(rows),
        )
        for (classifier, classified, evidence), rows in sorted(by_source.items())
    ]


def _counted(rows: Iterable[Classification]) -> list[tuple[str, int, bool]]:
    counts: dict[tuple[str, bool], int] = defaultdict(int)
    for classification in rows:
        counts[classification.situation, classification.basis.value == "inferred"] += 1
    counted = [(name, count, inferred) for (name, inferred), count in counts.items()]
    return sorted(counted, key=lambda row: (-row[1], row[0]))


@dataclass(frozen=True, kw_only=True)
class Late:
    """A classifier that counts texts which were vetoed only after its own date."""

    source: Source
    dates: Sequence[date]
    """The day of its own date, and those of the texts that came after it."""
    before: int
    """The number of texts that it gives as of its own date."""


def late(vetoed: Iterable[Vetoed]) -> list[Late]:
    """Return which classifiers' numbers are reached only after the date that they give."""
    texts = list(vetoed)
    late_sources = []
    for source in sources(texts):
        key = source.classifier, source.classified, source.evidence
        days = [
            (text.veto.vetoed_on, row.said_by)
            for text in texts
            for row in text.classifications
            if (row.classifier, row.classified, row.evidence) == key
        ]
        after = sorted({day for day, said_by in days if day > said_by})
        if after:
            before = sum(day <= said_by for day, said_by in days)
            late_sources.append(Late(source=source, dates=[days[0][1], *after], before=before))
    return late_sources
