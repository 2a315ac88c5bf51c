"""New names, of organisations and of States. The old ones stay, with their days and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from tracker.core import name_rules
from tracker.core.errors import RuleBroken
from tracker.supporters import histories, queries
from tracker.supporters.changes import ChangeKind, StateNamePeriod, SupporterChange
from tracker.supporters.events import Happened, Retraction, begin, record, reverse
from tracker.supporters.models import State, StateName, Supporter, SupporterKind
from tracker.supporters.names import fold

ENGLISH = "en"


@dataclass(frozen=True)
class StateWords:
    """A State's names in one language."""

    short: str
    formal: str


def rename(
    session: Session, organisation: Supporter, name: str, happened: Happened, *, now: datetime
) -> SupporterChange:
    """Give an organisation its new name. Raises RuleBroken for the name that it has."""
    begin(session, organisation, ChangeKind.RENAMED, happened, now=now)
    name = name.strip()
    if organisation.kind is not SupporterKind.ORGANISATION:
        raise RuleBroken("A State's names are changed on its own page.")
    if not fold(name):
        raise RuleBroken("An organisation needs a name.")
    name_rules.check_organisation(name)
    if name == organisation.name:
        raise RuleBroken("This is its name already.")
    _check_order(session, organisation.id, happened.on)
    difference = {"name": [organisation.name, name]}
    return record(
        session, organisation, ChangeKind.RENAMED, happened, now=now, difference=difference
    )


def state_difference(
    state: State, wanted: Mapping[str, StateWords]
) -> dict[str, tuple[StateWords, StateWords]]:
    """Return the languages in which a State's names would change, each with the names before and
    after.

    An empty name changes nothing: it is not known in that language yet.
    """
    difference = {}
    for name in state.names:
        before = StateWords(name.short_name, name.formal_name)
        words = wanted.get(name.language, before)
        after = StateWords(words.short.strip() or before.short, words.formal.strip())
        if not after.formal:
            after = StateWords(after.short, before.formal if after.short == before.short else "")
        if after != before:
            difference[name.language] = (before, after)
    return difference


def check_names(
    session: Session,
    state: State,
    wanted: Mapping[str, StateWords],
    happened: Happened,
    *,
    now: datetime,
) -> dict[str, tuple[StateWords, StateWords]]:
    """Return what these names would change (`state_difference`). Raises RuleBroken as
    `rename_state`."""
    government = queries.government(session, state.iso3)
    begin(session, government, ChangeKind.RENAMED, happened, now=now)
    differing = state_difference(state, wanted)
    if not differing:
        raise RuleBroken("Nothing differs from the names that it has.")
    _check_order(session, government.id, happened.on)
    names = [name for _old, new in differing.values() for name in (new.short, new.formal) if name]
    refuse_names_of_others(session, state, names)
    return differing


def refuse_names_of_others(session: Session, state: State, names: Iterable[str]) -> None:
    """Raises RuleBroken for a name that another State has in any of the six languages."""
    taken = _names_of_others(session, state)
    for name in names:
        if fold(name) in taken:
            raise RuleBroken(
                "“%(name)s” is the present name of another State: %(state)s.",
                name=name,
                state=taken[fold(name)],
            )


def _names_of_others(session: Session, state: State) -> dict[str, str]:
    """Return the present names of all other States, short and formal, in the six languages, folded;
    each with the State's English name."""
    names: dict[str, str] = {}
    for other in queries.states_with_names(session):
        if other.iso3 != state.iso3:
            names_of_other = [other.name, *(name.short_name for name in other.names)]
            names_of_other += [name.formal_name for name in other.names if name.formal_name]
            names |= {fold(word): other.name for word in names_of_other}
    return names


def rename_state(
    session: Session,
    state: State,
    wanted: Mapping[str, StateWords],
    happened: Happened,
    *,
    now: datetime,
) -> SupporterChange:
    """Give a State its new names, in the languages in which they are known.

    What the files say of these names is not taken over any more (`Seeded.edited_at`).
    Raises RuleBroken when nothing would change, and for a name that another State has.
    """
    differing = check_names(session, state, wanted, happened, now=now)
    government = queries.government(session, state.iso3)
    short = differing[ENGLISH][1].short if ENGLISH in differing else state.name
    change = record(
        session,
        government,
        ChangeKind.RENAMED,
        happened,
        now=now,
        difference={"name": [government.name, short]},
    )
    since = _since(session, state.iso3)
    for name in state.names:
        if name.language not in differing:
            continue
        session.add(
            StateNamePeriod(
                iso3=state.iso3,
                language=name.language,
                short_name=name.short_name,
                formal_name=name.formal_name,
                article=name.article,
                source=name.source or state.source,
                held_from=since.get(name.language),
                held_until=happened.on,
                change_id=change.id,
            )
        )
        words = differing[name.language][1]
        if words.short != name.short_name:
            name.article = ""  # the new name's is not known
        name.short_name, name.formal_name = words.short, words.formal
        name.source, name.edited_at = change.source, now
    if short != state.name:
        state.name, state.edited_at = short, now
    session.flush()
    return change


def take_back(
    session: Session,
    change: SupporterChange,
    retraction: Retraction,
    *,
    now: datetime,
) -> SupporterChange:
    """Take a renaming back: the name before is the present one again, and never ended."""
    supporter = session.get_one(Supporter, change.supporter_id)
    if supporter.state_iso3 is None:
        return reverse(session, change, retraction, now=now)
    state = queries.state(session, supporter.state_iso3)
    if change.difference:
        state.edited_at = now
    reversal = reverse(session, change, retraction, now=now)
    if change.before != change.after:
        state.name = change.before
    ended = {
        period.language: period
        for period in session.scalars(
            select(StateNamePeriod).where(StateNamePeriod.change_id == change.id)
        )
    }
    for name in state.names:
        period = ended.get(name.language)
        if period is not None:
            _restore(name, period, now)
    session.execute(delete(StateNamePeriod).where(StateNamePeriod.change_id == change.id))
    session.flush()
    return reversal


def succeed(
    session: Session, state: State, successor: State, happened: Happened, *, now: datetime
) -> SupporterChange:
    """Record that a State was succeeded by another, wholly or in part.

    The endorsements stay with the State that made them.
    """
    old, new = check_succession(session, state, successor, happened, now=now)
    return record(session, old, ChangeKind.SUCCEEDED, happened, now=now, successor=new)


def check_succession(
    session: Session, state: State, successor: State, happened: Happened, *, now: datetime
) -> tuple[Supporter, Supporter]:
    """Return the two governments. Raises RuleBroken as `succeed`."""
    old, new = (queries.government(session, iso3) for iso3 in (state.iso3, successor.iso3))
    begin(session, old, ChangeKind.SUCCEEDED, happened, now=now)
    if old.id == new.id:
        raise RuleBroken("A State is not its own successor.")
    for change in histories.in_force(histories.of_supporter(session, old.id)):
        if change.successor_id == new.id:
            raise RuleBroken("This succession is recorded already.")
    return old, new


def _restore(name: StateName, old: StateNamePeriod, now: datetime) -> None:
    name.short_name, name.formal_name = old.short_name, old.formal_name
    name.article, name.source = old.article, old.source
    name.edited_at = now


def _check_order(session: Session, supporter_id: int, on: date) -> None:
    """Refuse a name that does not follow the last one in time. Raises RuleBroken."""
    changes = histories.in_force(histories.of_supporter(session, supporter_id))
    days = [change.happened_on for change in changes if change.kind is ChangeKind.RENAMED]
    if days and on <= days[-1]:
        raise RuleBroken(
            "Its present name holds from %(day)s. Choose a later day, or take that back first.",
            day=days[-1],
        )


def _since(session: Session, iso3: str) -> dict[str, date]:
    """Return from which day the present name of each language holds, where a renaming says so."""
    return {
        period.language: period.held_until
        for period in reversed(histories.former_state_names(session, iso3))
        if period.held_until is not None
    }
