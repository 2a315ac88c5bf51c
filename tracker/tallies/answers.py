"""``tally.json`` and ``mark.json``: each a tag that is read without counting anything, and a body
that is made only for readers who do not have it."""

from __future__ import annotations

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from tracker.core.errors import NotFound
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Campaign
from tracker.initiatives.reported_figures import ReportedTally
from tracker.tallies import queries
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.queries import Facts, States, Tally

Shape = dict[str, object]


class TallyAnswer(ABC):
    """The answer of one address, for two dates, of what a session reads from one moment."""

    @property
    @abstractmethod
    def etag(self) -> str:
        """Return a strong tag, as it stands in the header, quotes and all."""

    @abstractmethod
    def shape(self) -> Shape:
        """Return the body's content; the order of the keys is part of it."""

    def body(self, signature: Mapping[str, object]) -> bytes:
        """Return the body as JSON, with what every answer of this site bears after all else."""
        return (json.dumps({**self.shape(), **signature}, ensure_ascii=False) + "\n").encode()


class InitiativeTally(TallyAnswer):
    """One initiative's tally. Raises NotFound for an unknown one."""

    def __init__(self, session: Session, slug: str, dates: AskedDates) -> None:
        facts = _facts(session, slug, dates)
        if facts is None:
            raise NotFound("There is no initiative of that name here.")
        self._session = session
        self._dates = dates
        self._facts = facts
        self._reported = _reported(session, slug, dates)

    @property
    def etag(self) -> str:
        covered = [*_covered(self._facts), reported_as_json(self._reported)]
        return _etag(self._facts.slug, self._dates, covered)

    def shape(self) -> Shape:
        return _counted(self._session, self._facts, self._reported, self._dates)


class CampaignTally(TallyAnswer):
    """The tallies of a campaign's initiatives, and its governments combined. Raises NotFound for an
    unknown campaign."""

    def __init__(self, session: Session, slug: str, dates: AskedDates) -> None:
        campaign = initiatives.campaign_by_slug(session, slug)
        slugs = [initiative.slug for initiative in campaign.initiatives]
        self._session = session
        self._dates = dates
        self._slug = campaign.slug
        self._subject = _subject(campaign)
        self._facts = [
            facts for initiative_slug in slugs if (facts := _facts(session, initiative_slug, dates))
        ]
        self._reports = {
            subject: _reported(session, subject, dates)
            for subject in {self._subject, *(facts.slug for facts in self._facts)}
        }

    @property
    def etag(self) -> str:
        covered = [
            "campaign",
            *(_covered(facts) for facts in self._facts),
            *(reported_as_json(self._reports[subject]) for subject in sorted(self._reports)),
        ]
        return _etag(self._slug, self._dates, covered)

    def shape(self) -> Shape:
        combined = queries.combined(
            self._session,
            [facts.initiative_id for facts in self._facts],
            as_of=self._dates.as_of,
            known_at=self._dates.known_at,
        )
        return {
            "campaign": self._slug,
            "as_of": self._dates.as_of.isoformat(),
            "ledger_size": max((facts.ledger_size for facts in self._facts), default=0),
            "initiatives": [
                _counted(self._session, facts, self._reports[facts.slug], self._dates)
                for facts in self._facts
            ],
            "either": _numbers(combined.either),
            "both": _numbers(combined.both),
            "reported": reported_as_json(self._reports[self._subject]),
        }


class Mark(TallyAnswer):
    """A mark that tells an open page that it is out of date; it is its own tag
    (`tallies.marks`)."""

    def __init__(self, mark: str) -> None:
        self._mark = mark

    @property
    def etag(self) -> str:
        return f'"{self._mark}"'

    def shape(self) -> Shape:
        return {"mark": self._mark}


def tally_as_json(counted: Tally, reported: ReportedTally | None) -> Shape:
    """Return a tally in the shape of ``tally.json``."""
    return {
        "initiative": counted.initiative,
        "as_of": counted.as_of.isoformat(),
        "ledger_size": counted.ledger_size,
        "governments": {
            "members": counted.members,
            "observers": counted.observers,
            "announced": counted.announced,
            "voiced": counted.voiced,
        },
        "organisations": counted.organisations,
        "parliamentarians": counted.parliamentarians,
        "individuals": counted.individuals,
        "awaiting_verification": counted.awaiting,
        "reported": reported_as_json(reported),
    }


def reported_as_json(reported: ReportedTally | None) -> Shape | None:
    """Return a published figure as it stands beside a tally, never added to it."""
    if reported is None:
        return None
    return {
        "value": reported.value,
        "qualifier": reported.qualifier,
        "unit": reported.unit,
        "observers": reported.observers,
        "date": reported.reported_on.isoformat() if reported.reported_on else None,
        "date_precision": reported.date_precision,
        "source": reported.source,
    }


def _etag(slug: str, dates: AskedDates, covered: Sequence[object]) -> str:
    """Return a tag over the address, the UTC date and what the body is made of."""
    parts = [slug, dates.today, dates.as_of, dates.known_at, *covered]
    return f'"{hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()[:32]}"'


def _facts(session: Session, slug: str, dates: AskedDates) -> Facts | None:
    return queries.facts(
        session, slug, as_of=dates.as_of, today=dates.today, known_at=dates.known_at
    )


def _reported(session: Session, subject: str, dates: AskedDates) -> ReportedTally | None:
    return initiatives.reported(session, subject, dates.as_of, dates.today, known_at=dates.known_at)


def _subject(campaign: Campaign) -> str:
    """Return what the campaign's own reported figure is about: its one initiative, or all."""
    slugs = [initiative.slug for initiative in campaign.initiatives]
    return slugs[0] if len(slugs) == 1 else initiatives.combined_subject(campaign.slug)


def _counted(
    session: Session, facts: Facts, reported: ReportedTally | None, dates: AskedDates
) -> Shape:
    counted = queries.tally(
        session,
        facts.initiative_id,
        as_of=dates.as_of,
        today=dates.today,
        known_at=dates.known_at,
    )
    return tally_as_json(counted, reported)


def _covered(facts: Facts) -> tuple[object, ...]:
    return facts.initiative_id, facts.ledger_size, facts.content_version, facts.awaiting


def _numbers(states: States) -> dict[str, int]:
    return {"members": len(states.members), "observers": len(states.observers)}
