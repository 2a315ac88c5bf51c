"""The choices that sign-up forms offer, read once for everybody: names for a minute, initiatives,
and who is asked for a proof of work, for a second."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms.fields.choices import SelectChoice

from tracker.core.cache import NamedCache
from tracker.core.components import caches
from tracker.endorsements import waiting_times
from tracker.endorsements.abuse import surges
from tracker.endorsements.abuse.surges import Asking
from tracker.endorsements.signup.forms import NOT_SAID, Listed, by_name, countries
from tracker.initiatives import queries as initiatives
from tracker.initiatives.queries import Brief
from tracker.supporters import queries as supporters
from tracker.supporters.models import SupporterKind

Medians = dict[SupporterKind, timedelta | None]


@dataclass(frozen=True)
class Offered:
    """The choices of the forms, in one language."""

    states: Listed
    """The 195 States by their alpha-3 codes."""
    countries: Listed
    """States and territories by their alpha-2 codes."""
    individuals: Listed
    """The same, and first of all the choice not to say."""


NAMES = NamedCache[Offered]("sign_up_names", kept_for=60.0)
INITIATIVES = NamedCache[dict[str, Brief]]("sign_up_initiatives", kept_for=1.0)
ASKING = NamedCache[Asking]("sign_up_proofs", kept_for=1.0)
TIMES = NamedCache[Medians]("verification_times", kept_for=60.0)


def offered(session: Session, language: str) -> Offered:
    """Return the choices in a language, at most a minute old."""
    return caches().of(NAMES).get(language, lambda: _read(session, language))


def initiatives_in_brief(session: Session, today: date) -> dict[str, Brief]:
    """Return every initiative by its slug, at most a second old."""
    return caches().of(INITIATIVES).get(today, lambda: initiatives.briefs(session, today))


def asking(session: Session, *, now: datetime) -> Asking:
    """Return who is asked for a proof of work, at most a second old."""
    return caches().of(ASKING).get("every", lambda: surges.asking(session, now=now))


def verification_times(session: Session, *, now: datetime) -> Medians:
    """Return the median time that verification takes, by kind, at most a minute old."""
    return caches().of(TIMES).get("every", lambda: waiting_times.medians(session, now=now))


def _read(session: Session, language: str) -> Offered:
    names = supporters.state_names(session, language)
    states = {state: names.get(state.iso3, state.name) for state in supporters.all_states(session)}
    listed = countries({state.iso2: name for state, name in states.items()})
    return Offered(
        states=Listed.of(
            [
                SelectChoice("", _l("Choose …")),
                *by_name({state.iso3: name for state, name in states.items()}),
            ]
        ),
        countries=Listed.of(listed),
        individuals=Listed.of(
            [listed[0], SelectChoice(NOT_SAID, _l("I prefer not to say")), *listed[1:]]
        ),
    )
