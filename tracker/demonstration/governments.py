"""The governments of a demonstration: real States' names, invented support that says so.

Three people record and approve each; changes of grade, corrected dates and withdrawals take two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import TypedDict

from sqlalchemy.orm import Session

from tracker.demonstration.cast import Cast
from tracker.demonstration.diary import Diary
from tracker.endorsements import amendments, declarations, engine
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.declarations import Declaration
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.lifecycle import Action, Actor, ReasonCode, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.initiatives import queries as initiatives
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.supporters import queries as supporters
from tracker.supporters.models import Membership, SupporterKind

PLEDGES = ("act-code-of-conduct", "france-mexico")
WITHDRAWN, REGRADED, REDATED, DECLARED, BESIDE = 3, 12, 4, 4, 12
"""The numbers of those that withdraw, that begin with a lower grade, whose day is corrected, that
declare how they understand their support, and that stay below."""
DECLARATION = (
    "An invented declaration, for demonstration only. The Government understands that this text "
    "creates no legal obligation, and will apply it in accordance with its constitution."
)
MAX_DELAY_DAYS = 120
"""Within how many days staff hear of a government's step and record it."""


@dataclass(frozen=True, kw_only=True)
class Story:
    """The steps of one government about one pledge, and when staff record them."""

    initiative_id: int
    supporter_id: int
    instrument_id: int
    grade: Grade
    on: date
    precision: DatePrecision
    by: Sequence[int]
    endorses: date | None = None
    """The day on which it goes on from a lower grade to endorsing."""
    corrected: date | None = None
    """The day that turns out to be the right one, two months after it was recorded."""
    withdraws: date | None = None
    declares: bool = False
    """Whether it makes a declaration with its endorsement."""
    revokes: date | None = None
    """The day on which it withdraws that declaration."""


def plan(session: Session, cast: Cast, diary: Diary, count: int, by: Sequence[int]) -> None:
    """Bring both pledges to so many Member States and an Observer State, over the years."""
    note_verbale = Instrument(
        type=InstrumentType.NOTE_VERBALE,
        source="Invented note verbale, for demonstration only",
        publisher="Demonstration",
    )
    session.add(note_verbale)
    session.flush()
    keys = supporters.government_ids(session)
    states = supporters.all_states(session)
    observers = [state.iso3 for state in states if state.membership is Membership.OBSERVER]
    for slug in PLEDGES:
        initiative = initiatives.by_slug(session, slug)
        members = [state.iso3 for state in states if state.membership is Membership.MEMBER]
        cast.chance.shuffle(members)
        chosen = [*observers[:1], *members[: count + WITHDRAWN + BESIDE]]
        for place, iso3 in enumerate(chosen):
            story = _story(cast, place, len(chosen), initiative.id, keys[iso3], note_verbale.id, by)
            recorded = cast.after(story.on, MAX_DELAY_DAYS)
            diary.plan(recorded, partial(_record, diary, story))


def _story(
    cast: Cast,
    place: int,
    of: int,
    initiative_id: int,
    supporter_id: int,
    instrument_id: int,
    by: Sequence[int],
) -> Story:
    """Return the story of a government by its place among them.

    The observer only endorses; then those that withdraw, those that rise in grade, those whose day
    is corrected, and those that make a declaration; at the end those that stay below.
    """
    on = cast.day()
    grade, later, declares = Grade.ENDORSED, dict[str, date](), False
    first = 1
    if first <= place < (first := first + WITHDRAWN):
        on = _early(cast)
        later["withdraws"] = _between(cast, on + timedelta(days=400), cast.today)
    elif first <= place < (first := first + REGRADED):
        on = _early(cast)
        grade = Grade.ANNOUNCED if place % 2 else Grade.VOICED
        later["endorses"] = _between(cast, on + timedelta(days=400), cast.today)
    elif first <= place < (first := first + REDATED):
        on = _early(cast)
        later["corrected"] = on - timedelta(days=cast.chance.randint(20, 60))
    elif first <= place < first + DECLARED:
        on, declares = _early(cast), True
        if place % 2:
            later["revokes"] = _between(cast, on + timedelta(days=400), cast.today)
    elif place >= of - BESIDE:
        grade = Grade.ANNOUNCED if place % 2 else Grade.VOICED
    return Story(
        initiative_id=initiative_id,
        supporter_id=supporter_id,
        instrument_id=instrument_id,
        grade=grade,
        on=on,
        precision=DatePrecision.BY if place % 3 == 0 else DatePrecision.ON,
        by=by,
        declares=declares,
        **later,
    )


def _early(cast: Cast) -> date:
    """Return a day that leaves two years for what comes later."""
    while (day := cast.day()) > cast.today - timedelta(days=800):
        pass
    return day


def _between(cast: Cast, first: date, last: date) -> date:
    return first + timedelta(days=cast.chance.randint(0, (last - first).days))


def _record(diary: Diary, story: Story, session: Session, now: datetime) -> None:
    by = story.by
    endorsement = Endorsement(
        initiative_id=story.initiative_id,
        supporter_id=story.supporter_id,
        kind=SupporterKind.GOVERNMENT,
        origin=Origin.RECORDED_BY_STAFF,
        submitted_at=now,
        status_since=now,
        status=Status.IN_REVIEW,
        grade=story.grade,
        effective_on=story.on,
        effective_precision=story.precision,
        be_named=True,
        recorder_id=by[0],
    )
    session.add(endorsement)
    session.flush()
    session.add(Evidence(endorsement_id=endorsement.id, instrument_id=story.instrument_id))
    first, second = Actor.staff(by[1]), Actor.staff(by[2])
    engine.decide(
        session, endorsement, Action.RECORD, Actor.staff(by[0]), now=now, target=Status.IN_REVIEW
    )
    engine.move(session, endorsement, Action.APPROVE, first, now=now, first_approver_id=by[1])
    engine.move(session, endorsement, Action.VERIFY, second, now=now, second_approver_id=by[2])
    if story.endorses:
        diary.plan(story.endorses, partial(_endorse, endorsement.id, story.instrument_id, by))
    if story.corrected:
        noticed_on = (now + timedelta(days=60)).date()
        diary.plan(noticed_on, partial(_correct, endorsement.id, story.corrected, by))
    if story.withdraws:
        diary.plan(story.withdraws, partial(_withdraw, endorsement.id, by))
    if story.declares:
        made = _declare(session, endorsement.id, story, story.on, now, text=DECLARATION)
        if story.revokes:
            diary.plan(story.revokes, partial(_revoke, endorsement.id, story, made.id))


class Wanted(TypedDict, total=False):
    """The columns of a proposed change that say what it is to be."""

    grade: Grade
    effective_on: date
    effective_precision: DatePrecision
    reason: ReasonCode
    instrument_id: int
    details: dict[str, object]


def seconded(
    session: Session,
    entry_id: int,
    action: Action,
    by: Sequence[int],
    now: datetime,
    wanted: Wanted,
) -> tuple[Endorsement, ProposedChange]:
    """Add a change that one reviewer proposed and another seconded; return its entry and it."""
    change = ProposedChange(
        endorsement_id=entry_id,
        action=action,
        proposed_at=now,
        proposer_id=by[0],
        seconder_id=by[1],
        settled_at=now,
        applied=True,
        **wanted,
    )
    session.add(change)
    session.flush()
    return session.get_one(Endorsement, entry_id), change


def _endorse(
    entry_id: int, instrument_id: int, by: Sequence[int], session: Session, now: datetime
) -> None:
    wanted = Wanted(
        grade=Grade.ENDORSED,
        instrument_id=instrument_id,
        effective_on=now.date(),
        effective_precision=DatePrecision.ON,
    )
    entry, change = seconded(session, entry_id, Action.REGRADE, by, now, wanted)
    amendments.regrade(
        session,
        entry,
        Actor.staff(by[1]),
        now=now,
        grade=Grade.ENDORSED,
        on=now.date(),
        precision=DatePrecision.ON,
        change=change,
    )


def _correct(entry_id: int, on: date, by: Sequence[int], session: Session, now: datetime) -> None:
    wanted = Wanted(effective_on=on, effective_precision=DatePrecision.ON)
    entry, change = seconded(session, entry_id, Action.REDATE, by, now, wanted)
    actor = Actor.staff(by[1])
    amendments.redate(
        session, entry, actor, now=now, on=on, precision=DatePrecision.ON, change=change
    )


def _declare(
    session: Session,
    entry_id: int,
    story: Story,
    on: date,
    now: datetime,
    *,
    text: str = "",
    withdraws_id: int | None = None,
) -> Declaration:
    """Record a declaration, or with `withdraws_id` its withdrawal, as two people agreed."""
    wanted = Wanted(
        effective_on=on,
        instrument_id=story.instrument_id,
        details={"text": text, "language": "en" if text else "", "declaration": withdraws_id},
    )
    entry, change = seconded(session, entry_id, Action.DECLARE, story.by, now, wanted)
    return declarations.record(session, entry, Actor.staff(story.by[1]), change, now=now)


def _revoke(
    entry_id: int, story: Story, declaration_id: int, session: Session, now: datetime
) -> None:
    _declare(session, entry_id, story, now.date(), now, withdraws_id=declaration_id)


def _withdraw(entry_id: int, by: Sequence[int], session: Session, now: datetime) -> None:
    reason = ReasonCode.WITHDRAWN_BY_INSTRUMENT
    entry, change = seconded(session, entry_id, Action.WITHDRAW, by, now, Wanted(reason=reason))
    actor = Actor.staff(by[1])
    engine.move(session, entry, Action.WITHDRAW, actor, now=now, reason=reason, change=change)
