"""The States and countries that the sign-up forms offer: read once a minute for everybody."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, current_app
from flask.blueprints import BlueprintSetupState
from sqlalchemy.orm import Session
from wtforms.fields.choices import SelectChoice

from tracker.core.answers import AnswerCache
from tracker.endorsements.forms import by_name, countries
from tracker.supporters import queries as supporters

KEY = "sign_up_choices"
KEPT_FOR = 60.0


@dataclass(frozen=True)
class Offered:
    """What can be chosen, in one language."""

    states: list[SelectChoice]
    """The 195 States by their alpha-3 codes."""
    countries: list[SelectChoice]
    """States and territories by their alpha-2 codes, and the choice not to say."""


def offer(bp: Blueprint) -> None:
    """Give each application its own kept choices."""

    @bp.record_once
    def keep(state: BlueprintSetupState) -> None:
        state.app.extensions[KEY] = AnswerCache[Offered](kept_for=KEPT_FOR)


def offered(session: Session, language: str) -> Offered:
    """The choices in a language, at most a minute old."""
    kept: AnswerCache[Offered] = current_app.extensions[KEY]
    return kept.get(language, lambda: _read(session, language))


def _read(session: Session, language: str) -> Offered:
    names = supporters.state_names(session, language)
    states = {one: names.get(one.iso3, one.name) for one in supporters.all_states(session)}
    return Offered(
        states=by_name({state.iso3: name for state, name in states.items()}),
        countries=countries({state.iso2: name for state, name in states.items()}),
    )
